package explain

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sort"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// The next question is the open answer that is worth most per effort of giving
// it: the expected value of partial perfect information, read off one sample
// by splitting the draws on the field's value. The mean over
// random permutations of the split is what chance alone would give and is taken
// off; what is left below two standard errors counts as nothing.

const (
	numberBins   = 6 // equal-count bins of a number
	jointBins    = 3 // of each of two numbers taken together
	permutations = 12
	maxQuestions = 5
)

// asked is an open field with its split of the draws.
type asked struct {
	id    profile.ID
	bin   []uint16
	bins  int
	value float64 // gain per effort
	share float64 // of the variance of leader minus runner-up
}

// Inquiry is what the open answers are worth.
type Inquiry struct {
	Questions []Question // most valuable first
	Gain      float64    // expected gain in the probability of the right choice from all open answers
	Stop      bool       // nothing that is left is worth asking
	Settled   bool       // no open answer can change the leader
}

// Inquire ranks the open fields of a profile by what their answer is worth, and
// says whether anything that is left is worth asking.
func (a *Explainer) Inquire(ctx context.Context, p *profile.Profile, o advisor.Options) (Inquiry, error) {
	r := a.read(a.Draw(p, advisor.Options{Draws: advisor.MinDraws, Seed: o.Seed}))
	defer r.Done()
	return r.inquiry(), ctx.Err()
}

// inquiry reads a decision of MinDraws draws.
func (r *reading) inquiry() Inquiry {
	q := Inquiry{Questions: []Question{}, Gain: r.OpenValue()}
	open := r.openFields()
	r.value(open)
	risky := r.riskyFields()
	sort.SliceStable(open, func(i, j int) bool {
		if a, b := risky[open[i].id], risky[open[j].id]; a != b {
			return a
		}
		if open[i].value != open[j].value {
			return open[i].value > open[j].value
		}
		return open[i].share > open[j].share
	})
	for _, f := range open {
		q.Questions = append(q.Questions, Question{f.id.String(), f.value})
	}
	q.Settled = r.Leader() >= 0 && r.settledLeader()
	q.Stop = q.Settled || q.Gain < r.Advisor.Settings.WorthAsking
	return q
}

// riskyFields are the fields to ask about gates that stop the leader in more
// draws than may be risked: while they are open it cannot be recommended.
func (r *reading) riskyFields() map[profile.ID]bool {
	lead := r.Leader()
	if lead < 0 || r.Risk[lead] <= r.Advisor.Settings.GateRisk {
		return nil
	}
	fields := map[profile.ID]bool{}
	for g := range r.Advisor.Gates {
		if k := &r.Advisor.Gates[g]; k.Stops[lead] && r.GateShare[g] > 0 && k.Field != profile.Schema {
			fields[k.Field] = true
		}
	}
	return fields
}

// openFields splits the draws on every open field that something reads.
func (r *reading) openFields() []asked {
	var open []asked
	points := r.firstPoints(len(r.AnsweredValues()))
	values := make([]float64, len(points))
	for _, id := range r.Sampler.Open() {
		if !r.Advisor.Reads(id) {
			continue
		}
		for k := range points {
			values[k] = points[k][id]
		}
		bin, bins := split(id.Field().Kind, values, numberBins)
		open = append(open, asked{id: id, bin: bin, bins: bins})
	}
	return open
}

// split sorts draws into bins: a bin per value of a word or a yes-no, bins of
// equal count for a number.
func split(kind profile.Kind, values []float64, want int) ([]uint16, int) {
	bin := make([]uint16, len(values))
	if kind != profile.Numeric {
		top := 0
		for k, v := range values {
			if v >= 0 && v < 64 {
				bin[k] = uint16(v)
			}
			top = max(top, int(bin[k]))
		}
		return bin, top + 1
	}
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	for rank, k := range order {
		bin[k] = uint16(rank * want / len(values))
	}
	return bin, want
}

// value fills what each open field is worth.
func (r *reading) value(open []asked) {
	allowed := r.Allowed()
	if r.Leader() < 0 {
		allowed = [numOptions]bool{true, true, true} // none passes: what would tell them apart all the same
	}
	order := r.Ranking()
	lead, runner := order[0], order[1]
	for i := range open {
		u := r.AnsweredValues()
		v := above(u, open[i].bin, open[i].bins, allowed)
		open[i].value = v / math.Max(0.5, open[i].id.Field().Effort)
		open[i].share = explained(u, open[i].bin, open[i].bins, lead, runner)
	}
	r.joint(open, allowed)
}

// joint values the fields of one prior group together: two answers that are
// worth nothing alone may be worth something as a pair. What a pair is worth
// beyond its parts is credited to the part that explains more.
func (r *reading) joint(open []asked, allowed [numOptions]bool) {
	groups := map[int][]int{}
	var keys []int
	for i := range open {
		if g := profile.PriorGroup(open[i].id); g != 0 {
			if groups[g] == nil {
				keys = append(keys, g)
			}
			groups[g] = append(groups[g], i)
		}
	}
	for _, g := range keys {
		members := groups[g]
		sort.SliceStable(members, func(x, y int) bool { return open[members[x]].share > open[members[y]].share })
		if len(members) < 2 {
			continue
		}
		x, y := &open[members[0]], &open[members[1]]
		bin := make([]uint16, len(x.bin))
		for k := range bin {
			bin[k] = coarse(x, k)*jointBins + coarse(y, k)
		}
		v := above(r.AnsweredValues(), bin, jointBins*jointBins, allowed)
		per := v / math.Max(0.5, x.id.Field().Effort+y.id.Field().Effort)
		x.value = math.Max(x.value, per)
	}
}

func coarse(f *asked, k int) uint16 {
	return uint16(int(f.bin[k]) * jointBins / max(f.bins, jointBins))
}

// above is the partial value of a split less what chance gives; below two
// standard errors it is 0.
func above(u advisor.Utilities, bin []uint16, bins int, allowed [numOptions]bool) float64 {
	raw := u.Partial(bin, bins, allowed)
	mixed := append([]uint16(nil), bin...)
	sum, squares := 0.0, 0.0
	state := uint64(len(bin))*0x9E3779B97F4A7C15 + 1
	for i := 0; i < permutations; i++ {
		state = shuffle(mixed, state)
		v := u.Partial(mixed, bins, allowed)
		sum += v
		squares += v * v
	}
	mean := sum / permutations
	sd := math.Sqrt(math.Max(0, squares/permutations-mean*mean))
	if v := raw - mean; v > 2*sd && v > 1e-9 {
		return v
	}
	return 0
}

// shuffle permutes the bins in place by a fixed sequence (xorshift) and returns
// its next state.
func shuffle(b []uint16, state uint64) uint64 {
	for i := len(b) - 1; i > 0; i-- {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		j := int(state % uint64(i+1))
		b[i], b[j] = b[j], b[i]
	}
	return state
}

// explained is the share of the variance of leader minus runner-up that lies
// between the bins.
func explained(u advisor.Utilities, bin []uint16, bins int, lead, runner int) float64 {
	var sum, n [64]float64
	total, squares := 0.0, 0.0
	for k := range u {
		d := u[k][lead] - u[k][runner]
		sum[bin[k]] += d
		n[bin[k]]++
		total += d
		squares += d * d
	}
	count := float64(len(u))
	mean := total / count
	variance := squares/count - mean*mean
	if variance <= 1e-12 {
		return 0
	}
	between := 0.0
	for b := 0; b < bins; b++ {
		if n[b] > 0 {
			m := sum[b]/n[b] - mean
			between += n[b] * m * m
		}
	}
	return between / count / variance
}

// settledLeader reports whether bounds prove that no open answer can change the
// leader: with the central weights, the least that the leader may still be worth
// is more than the most of any other. Rules are bounded three-valued, measures
// by their range over the draws; a gate that fired in some draw proves nothing.
func (r *reading) settledLeader() bool {
	lead := r.Leader()
	for _, share := range r.GateShare {
		if share > 0 && share < 1 {
			return false
		}
	}
	low, high := r.Bounds()
	for o := range high {
		if o != lead && !r.RuledOut[o] && high[o] >= low[lead] {
			return false
		}
	}
	return true
}

// evppi is the gain from knowing which bin the draw falls in before choosing.
func evppi(u advisor.Utilities, bin []uint8, bins int, allowed [numOptions]bool) float64 {
	var sums [64][numOptions]float64
	var total [numOptions]float64
	for i := range u {
		s := &sums[bin[i]]
		for a := range s {
			s[a] += u[i][a]
			total[a] += u[i][a]
		}
	}
	gain := -most(&total, allowed)
	for b := 0; b < bins; b++ {
		gain += most(&sums[b], allowed)
	}
	return gain / float64(len(u))
}

func most(u *[numOptions]float64, allowed [numOptions]bool) float64 {
	b := math.Inf(-1)
	for a := range u {
		if allowed[a] {
			b = math.Max(b, u[a])
		}
	}
	return b
}
