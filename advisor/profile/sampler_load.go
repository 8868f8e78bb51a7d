package profile

import (
	"math"

	"archadvisor/advisor/profile/distribution"
	"archadvisor/advisor/profile/prior"
)

const secondsPerMonth = 2.628e6 // turns requests_per_month into mean_rps (730 h)
const agreement = 0.95          // how far the two fields of a pair may be apart (5 %)

// traffic is what the profile says of mean, peak and their ratio.
type traffic struct {
	mean, peak, ratio          span
	hasMean, hasPeak, hasRatio bool
	patterns                   [4]float64 // weights
	ratios, idles, surges      [4]span    // by pattern; equal where stated
}

// restrictLoad works out the traffic once, so that a draw only evaluates it.
func (s *Sampler) restrictLoad(p *Profile) {
	t := &s.traffic
	t.mean, t.hasMean = p.meanSpan()
	t.peak, t.hasPeak = p.stated(PeakRPS)
	t.ratio, t.hasRatio = p.stated(PeakToMean)
	if !t.hasMean {
		t.mean = MeanRPS.Field().prior
		if users, ok := p.stated(Users); ok {
			f, daily := MeanRPS.Field(), prior.RequestsOfVisitor
			if open, _ := Choice(Interaction, "websocket"); uint64(p.baseValue(Interaction))&uint64(open.Low) != 0 {
				daily = prior.RequestsOfConnected
			}
			t.mean = distribution.Between(min(users.Lo*daily.Lo/86400, f.Max), min(users.Hi*daily.Hi/86400, f.Max), true)
		}
	}
	idle, hasIdle := p.stated(IdleShare)
	floor := 1.0
	if hasIdle {
		floor = min(1/(1-idle.Lo), prior.MaxRatio)
	}
	t.agree(floor)
	t.patterns = [4]float64{1, 1, 1, 1}
	t.ratios, t.idles, t.surges = prior.RatioByPattern, prior.IdleByPattern, prior.SurgeByPattern
	switch {
	case t.hasRatio:
		t.state(&t.ratios, t.ratio)
	case t.hasMean && t.hasPeak && t.mean.Hi > 0:
		lo := max(1, t.peak.Lo/t.mean.Hi)
		t.weigh(&t.ratios, distribution.Between(lo, max(lo, t.peak.Hi/max(t.mean.Lo, 1e-300)), true))
	}
	for i, r := range t.ratios {
		if t.ratios[i] = r.AtLeast(floor, PeakToMean.Field().Max); t.hasRatio {
			t.ratios[i] = r.Clip(floor, math.Inf(1))
		}
	}
	if hasIdle {
		t.state(&t.idles, idle)
	}
	if surge, ok := p.stated(SurgePerMinute); ok {
		t.state(&t.surges, surge)
	}
	if !s.load {
		s.fillTraffic(central, &s.base)
	}
}

func (p *Profile) stated(id ID) (span, bool) {
	c := &p.values[id]
	if c.State == Open {
		return span{}, false
	}
	return distribution.Between(c.Low, c.High, id.Field().prior.Log), true
}

// meanSpan returns the stated mean rate, in either unit; in both, the part of mean_rps that agrees.
func (p *Profile) meanSpan() (span, bool) {
	mean, hasMean := p.stated(MeanRPS)
	month, hasMonth := p.stated(RequestsPerMonth)
	if !hasMonth {
		return mean, hasMean
	}
	lo, hi := month.Lo/secondsPerMonth, month.Hi/secondsPerMonth
	if !hasMean {
		return distribution.Between(lo, hi, true), true
	}
	return mean.Clip(lo*agreement, hi/agreement), true
}

// Heard is what the profile states of a field, in whichever fields: a rate by the month is one by the second, and of
// mean, peak and their ratio two tell the third. What is heard in another field is not heard twice.
func (p *Profile) Heard(id ID) (Value, bool) {
	if id < MeanRPS || id > RequestsPerMonth {
		return p.values[id], p.Known(id)
	}
	mean, hasMean := p.meanSpan()
	ratio, hasRatio := p.stated(PeakToMean)
	peak, hasPeak := p.stated(PeakRPS)
	switch {
	case id == RequestsPerMonth || id == PeakToMean && (hasMean || hasPeak):
		return Value{}, false
	case id == MeanRPS && hasMean:
		return Between(mean.Lo, mean.Hi), true
	case id == MeanRPS && hasPeak && hasRatio:
		return Between(peak.Lo/ratio.Hi, peak.Hi/ratio.Lo), true
	case id == PeakRPS && !hasPeak && hasMean && hasRatio:
		return Between(mean.Lo*ratio.Lo, mean.Hi*ratio.Hi), true
	}
	return p.values[id], p.Known(id)
}

// agree narrows stated ranges of mean, peak and ratio to what satisfies all rules; floor is the least ratio.
func (t *traffic) agree(floor float64) {
	if !t.hasPeak || !t.hasMean {
		return
	}
	t.mean = t.mean.Clip(0, t.peak.Hi)
	if t.hasRatio {
		t.mean = t.mean.Clip(t.peak.Lo/t.ratio.Hi*agreement, t.peak.Hi/t.ratio.Lo/agreement)
	}
	t.mean = t.mean.Clip(0, t.peak.Hi/floor)
	t.peak = t.peak.Clip(t.mean.Lo, math.Inf(1))
}

// state puts a known number in the place of the prior of each pattern, which is weighed by it.
func (t *traffic) state(prior *[4]span, known span) {
	t.weigh(prior, known)
	*prior = [4]span{known, known, known, known}
}

// weigh multiplies the weights by how likely each pattern makes a known number, or takes the nearest.
func (t *traffic) weigh(prior *[4]span, known span) {
	weights, total := t.patterns, 0.0
	best, near := 0, math.Inf(1)
	for i := range prior {
		if gap := max(known.Lo-prior[i].Hi, prior[i].Lo-known.Hi); t.patterns[i] > 0 && gap < near {
			best, near = i, gap
		}
		weights[i] *= density(&prior[i], &known)
		total += weights[i]
	}
	if !(total > 0) {
		weights = [4]float64{}
		weights[best] = 1
	}
	t.patterns = weights
}

// density is the probability that a draw from the prior lies in the known range, or the density at a number.
func density(prior, known *span) float64 {
	lo, hi := max(prior.Lo, known.Lo), min(prior.Hi, known.Hi)
	if lo > hi {
		return 0
	}
	if known.Fixed() || lo == hi {
		return 1e-3 / prior.Width
	}
	part := distribution.Between(lo, hi, prior.Log)
	return part.Width / prior.Width
}

// fillTraffic draws two of mean, peak and ratio; the third follows. It returns the mean.
func (s *Sampler) fillTraffic(k int, out *Point) float64 {
	t := &s.traffic
	ratio := &t.ratios[int(out[Pattern])]
	switch {
	case !t.hasPeak:
		out[MeanRPS] = s.number(MeanRPS, &t.mean, k)
		out[PeakToMean] = s.number(PeakToMean, ratio, k)
		out[PeakRPS] = min(out[MeanRPS]*out[PeakToMean], PeakRPS.Field().Max)
	case !t.hasMean:
		out[PeakRPS] = s.number(PeakRPS, &t.peak, k)
		out[PeakToMean] = s.number(PeakToMean, ratio, k)
		out[MeanRPS] = out[PeakRPS] / out[PeakToMean]
	default:
		out[MeanRPS] = s.number(MeanRPS, &t.mean, k)
		out[PeakRPS] = s.peakGiven(out[MeanRPS], k)
		out[PeakToMean] = min(out[PeakRPS]/out[MeanRPS], PeakToMean.Field().Max)
	}
	out[RequestsPerMonth] = out[MeanRPS] * secondsPerMonth
	return out[MeanRPS]
}

// peakGiven draws a stated peak so that it is at least the mean and, when the ratio is stated too, agrees with it.
func (s *Sampler) peakGiven(mean float64, k int) float64 {
	t := &s.traffic
	if t.peak.Fixed() {
		return t.peak.Lo
	}
	sp := t.peak.Clip(mean, math.Inf(1))
	if t.hasRatio {
		sp = sp.Clip(mean*t.ratio.Lo*agreement, mean*t.ratio.Hi/agreement)
	}
	return s.number(PeakRPS, &sp, k)
}

// idle draws the idle share so that all traffic fits into the other hours at the peak rate: mean <= peak x (1 - idle).
func (s *Sampler) idle(k int, out *Point) float64 {
	sp, most := s.traffic.idles[int(out[Pattern])], 1-1/out[PeakToMean]
	switch {
	case !(most < sp.Hi):
	case s.dims[IdleShare].stated:
		sp = sp.Clip(0, most)
	default:
		sp = distribution.Between(min(sp.Lo, most), most, false)
	}
	return s.number(IdleShare, &sp, k)
}
