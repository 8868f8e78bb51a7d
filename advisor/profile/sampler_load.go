package profile

import "math"

// secondsPerMonth turns requests_per_month into mean_rps (730 h).
const secondsPerMonth = 2.628e6

// agreement is how far the two fields of a pair may be apart (5 %).
const agreement = 0.95

// leastPerUser and mostPerUser are requests a second of one user or device,
// where nothing else is known of the load: 0.3 to 30 a day (an assumption).
const (
	leastPerUser = 0.3 / 86400
	mostPerUser  = 30.0 / 86400
)

// traffic is what the profile says of mean, peak and their ratio.
type traffic struct {
	mean, peak, ratio          span
	hasMean, hasPeak, hasRatio bool
	patterns                   [4]float64 // weights
	ratios, idles, surges      [4]span    // by pattern; equal where stated
}

// restrictLoad works out the traffic once, so that a draw only evaluates it.
func (s *Sampler) restrictLoad(p *Profile, seed uint64) {
	t := &s.traffic
	for _, id := range [...]ID{MeanRPS, PeakRPS, PeakToMean} { // also where the other of the pair is stated
		s.dims[id].seq = NewSequence(seed, uint64(id))
	}
	t.mean, t.hasMean = p.meanSpan()
	t.peak, t.hasPeak = p.stated(PeakRPS)
	t.ratio, t.hasRatio = p.stated(PeakToMean)
	if !t.hasMean {
		t.mean = MeanRPS.Field().prior
		if users, ok := p.stated(Users); ok {
			f := MeanRPS.Field()
			t.mean = between(min(users.lo*leastPerUser, f.Max), min(users.hi*mostPerUser, f.Max), true)
		}
	}
	idle, hasIdle := p.stated(IdleShare)
	floor := 1.0
	if hasIdle {
		floor = min(1/(1-idle.lo), maxRatio)
	}
	t.agree(floor)
	surge, hasSurge := p.stated(SurgePerMinute)
	for i := range t.patterns {
		t.ratios[i] = choose(t.hasRatio, t.ratio.clip(floor, math.Inf(1)), ratioByPattern[i].atLeast(floor, PeakToMean.Field().Max))
		t.idles[i] = choose(hasIdle, idle, idleByPattern[i])
		t.surges[i] = choose(hasSurge, surge, surgeByPattern[i])
	}
	t.weigh(idle, hasIdle, surge, hasSurge)
	if !s.load {
		s.fillTraffic(int(s.base[Pattern]), position{central: true}, &s.base)
	}
}

func choose(stated bool, a, b span) span {
	if stated {
		return a
	}
	return b
}

// stated returns what the user said of a number.
func (p *Profile) stated(id ID) (span, bool) {
	c := &p.cells[id]
	if c.state == Open {
		return span{}, false
	}
	return between(c.low, c.high, id.Field().prior.log), true
}

// meanSpan returns the mean rate that the user stated, in either unit; in both,
// the part of mean_rps that agrees with requests_per_month.
func (p *Profile) meanSpan() (span, bool) {
	mean, hasMean := p.stated(MeanRPS)
	month, hasMonth := p.stated(RequestsPerMonth)
	if !hasMonth {
		return mean, hasMean
	}
	lo, hi := month.lo/secondsPerMonth, month.hi/secondsPerMonth
	if !hasMean {
		return between(lo, hi, true), true
	}
	return mean.clip(lo*agreement, hi/agreement), true
}

// agree narrows stated ranges of mean, peak and ratio to points that satisfy
// all rules; floor is the least ratio that a known idle share allows.
func (t *traffic) agree(floor float64) {
	if !t.hasPeak || !t.hasMean {
		return
	}
	t.mean = t.mean.clip(0, t.peak.hi)
	if t.hasRatio {
		t.mean = t.mean.clip(t.peak.lo/t.ratio.hi*agreement, t.peak.hi/t.ratio.lo/agreement)
	}
	t.mean = t.mean.clip(0, t.peak.hi/floor)
	t.peak = t.peak.clip(t.mean.lo, math.Inf(1))
}

// weigh gives each pattern its weight: even, but for what is known of the
// ratio, the idle share and the surge.
func (t *traffic) weigh(idle span, hasIdle bool, surge span, hasSurge bool) {
	t.patterns = [4]float64{1, 1, 1, 1}
	ratio, hasRatio := t.ratio, t.hasRatio
	if !hasRatio && t.hasMean && t.hasPeak && t.mean.hi > 0 {
		lo := max(1, t.peak.lo/t.mean.hi)
		ratio, hasRatio = between(lo, max(lo, t.peak.hi/max(t.mean.lo, 1e-300)), true), true
	}
	if hasRatio {
		t.patterns = likelihood(t.patterns, ratioByPattern[:], ratio)
	}
	if hasIdle {
		t.patterns = likelihood(t.patterns, idleByPattern[:], idle)
	}
	if hasSurge {
		t.patterns = likelihood(t.patterns, surgeByPattern[:], surge)
	}
}

// likelihood multiplies the weights by how likely each pattern makes the known
// number. If no pattern allows it, the nearest one is taken.
func likelihood(w [4]float64, prior []span, known span) [4]float64 {
	out, total := w, 0.0
	for i := range w {
		out[i] *= density(&prior[i], &known)
		total += out[i]
	}
	if total > 0 {
		return out
	}
	best, near := 0, math.Inf(1)
	for i := range w {
		gap := max(known.lo-prior[i].hi, prior[i].lo-known.hi)
		if w[i] > 0 && gap < near {
			best, near = i, gap
		}
	}
	out = [4]float64{}
	out[best] = 1
	return out
}

// density is the probability that a draw from the prior lies in the known
// range, or for an exact number the density there.
func density(prior, known *span) float64 {
	lo, hi := max(prior.lo, known.lo), min(prior.hi, known.hi)
	if lo > hi {
		return 0
	}
	if known.fixed() || lo == hi {
		return 1e-3 / prior.width
	}
	part := between(lo, hi, prior.log)
	return part.width / prior.width
}

func (s *Sampler) fillLoad(at position, out *Point) {
	if s.dims[Pattern].open {
		out[Pattern] = s.option(Pattern, s.traffic.patterns[:], at)
	}
	i := int(out[Pattern])
	s.fillTraffic(i, at, out)
	if s.dims[IdleShare].open {
		out[IdleShare] = s.idle(&s.traffic.idles[i], out[PeakToMean], at)
	}
	if s.dims[SurgePerMinute].open {
		out[SurgePerMinute] = s.number(SurgePerMinute, &s.traffic.surges[i], at)
	}
}

// fillTraffic draws two of mean, peak and ratio; the third follows.
func (s *Sampler) fillTraffic(pattern int, at position, out *Point) {
	t := &s.traffic
	switch {
	case !t.hasPeak:
		out[MeanRPS] = s.number(MeanRPS, &t.mean, at)
		out[PeakToMean] = s.number(PeakToMean, &t.ratios[pattern], at)
		out[PeakRPS] = min(out[MeanRPS]*out[PeakToMean], PeakRPS.Field().Max)
	case !t.hasMean:
		out[PeakRPS] = s.number(PeakRPS, &t.peak, at)
		out[PeakToMean] = s.number(PeakToMean, &t.ratios[pattern], at)
		out[MeanRPS] = out[PeakRPS] / out[PeakToMean]
	default:
		out[MeanRPS] = s.number(MeanRPS, &t.mean, at)
		out[PeakRPS] = s.peakGiven(out[MeanRPS], at)
		out[PeakToMean] = min(out[PeakRPS]/out[MeanRPS], PeakToMean.Field().Max)
	}
	out[RequestsPerMonth] = out[MeanRPS] * secondsPerMonth
}

// peakGiven draws a stated peak so that it is at least the mean and, when the
// ratio is stated too, agrees with it.
func (s *Sampler) peakGiven(mean float64, at position) float64 {
	t := &s.traffic
	if t.peak.fixed() {
		return t.peak.lo
	}
	sp := t.peak.clip(mean, math.Inf(1))
	if t.hasRatio {
		sp = sp.clip(mean*t.ratio.lo*agreement, mean*t.ratio.hi/agreement)
	}
	return s.number(PeakRPS, &sp, at)
}

// idle draws the idle share so that all traffic fits into the other hours at
// the peak rate: mean <= peak x (1 - idle).
func (s *Sampler) idle(sp *span, ratio float64, at position) float64 {
	most := 1 - 1/ratio
	if !(most < sp.hi) {
		return s.number(IdleShare, sp, at)
	}
	if s.dims[IdleShare].stated {
		part := sp.clip(0, most)
		return s.number(IdleShare, &part, at)
	}
	part := between(min(sp.lo, most), most, false)
	return s.number(IdleShare, &part, at)
}
