package advisor

import (
	"math"
	"sort"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// decision assembles what the draws say into the answer.
func (r *run) decision(out *outcome) *Decision {
	a, s := r.e.a, r.s
	c := r.central()
	d := &Decision{
		Name: s.profile.Name(), Verdict: r.verdict(out),
		Flips: []Flip{}, NextQuestions: []Question{}, Assumed: r.assumed(),
		Pack: a.pack.Name + "@" + a.pack.Version, PackHash: a.packHash,
		Prices: a.prices.Label(profile.Cloud.Field().Options[cloudOf(&s.central)]), Version: a.version,
		Budget: Target{s.central[profile.BudgetMonthlyUSD], s.profile.Known(profile.BudgetMonthlyUSD)},
	}
	order := out.ranking()
	for _, i := range order {
		d.Ranking = append(d.Ranking, r.option(out, c, i))
	}
	d.Robustness = r.robustness(out)
	if lead := out.leader(); lead >= 0 {
		d.Recommendation = estimate.Architecture(lead).String()
		d.WinShare = d.Ranking[0].WinShare
	}
	d.Reasons = r.reasons(out, order, c)
	d.Notes = r.notes(out, order, d)
	return d
}

// central evaluates the central inputs and keeps a copy, with the facts, for
// every text that quotes them.
func (r *run) central() *central {
	c := r.centralCell()
	k := &central{est: c.est, facts: append([]float64(nil), r.e.facts...)}
	k.shown = r.shown(k.facts)
	return k
}

// shown are facts as sentences quote them: estimates rounded.
func (r *run) shown(facts []float64) []float64 {
	out := append([]float64(nil), facts...)
	for i := r.e.a.facts.estimates; i < len(out); i++ {
		out[i] = told(facts[i], r.e.a.facts.defs[i].Unit)
	}
	return out
}

// told rounds an estimate to the digits that it deserves in a sentence: money as
// everywhere, three digits otherwise, two for people; an availability keeps its
// nines.
func told(x float64, unit string) float64 {
	switch unit {
	case "%":
		return x
	case "USD":
		return numeral.RoundMoney(x)
	case "people":
		return numeral.Round(x, 2)
	}
	return numeral.Round(x, 3)
}

// central is the evaluation at the central inputs.
type central struct {
	est   [numOptions]estimate.Estimate
	facts []float64
	shown []float64 // the same with estimates rounded, for sentences
}

func (r *run) option(out *outcome, c *central, i int) Option {
	s := r.s
	o := Option{
		Architecture: estimate.Architecture(i).String(), Arch: estimate.Architecture(i),
		Score: out.score[i], WinShare: out.winShare(i), Feasible: !out.ruledOut[i],
		Gates:     r.gateHits(out, c, i),
		Estimates: estimates(s, i, &c.est[i]),
		Shape:     r.e.a.models.Describe(s.shapes[i], &s.central, r.e.a.models.CentralScenario()),
		Central:   c.est[i],
	}
	o.Low, o.High = r.scoreBand(out, i)
	return o
}

// winShare is the share of draws that the option wins; with no winner in some
// draws the rest is shared out in proportion, so that shares sum to 1.
func (out *outcome) winShare(i int) float64 {
	won := float64(out.tally.draws) - out.tally.noWinner
	if won == 0 || out.leader() < 0 {
		return 0
	}
	return out.tally.rank[i][0] / won
}

// scoreBand is the 10th and 90th percentile of the option's value over the
// draws, gates applied, residuals excluded.
func (r *run) scoreBand(out *outcome, i int) (lo, hi float64) {
	values := r.e.keep.sorted[:0]
	for k := range r.s.drawn {
		v := r.s.drawn[k][i]
		if g := out.stop(r.e.a, r.s.gates[k]&out.live|out.forced); g[i] >= 0 {
			v += r.e.a.set.gatePoints
		}
		values = append(values, v)
	}
	r.e.keep.sorted = values
	b := band(values, out.score[i])
	return b.Low, b.High
}

// gateHits are the gates that stop the option, in every draw or in some, and
// the user's own exclusion.
func (r *run) gateHits(out *outcome, c *central, i int) []GateHit {
	hits := []GateHit{}
	if excludedBy(r.s.profile)[i] {
		hits = append(hits, GateHit{ID: "exclude", Text: "you excluded it (constraints.exclude)", Share: 1, Source: "profile"})
	}
	for g := range r.e.a.gates {
		if r.e.a.gates[g].stops[i] && out.gateHits[g] > 0 {
			hits = append(hits, GateHit{ID: r.e.a.gates[g].id, Share: out.gateHits[g],
				Text: r.text(r.e.a.gateIndex(g), i, c), Source: r.e.a.pack.Cite(r.e.a.pack.Gates[g].Sources)})
		}
	}
	return hits
}

// text is the because of a statement for one option, with the facts of the
// central inputs.
func (r *run) text(statement, option int, c *central) string {
	return r.e.a.program.Text(statement, option, c.shown, func(f int) bool { return r.answered(f) })
}

// answered reports whether a fact rests on what the user said: a field that was
// stated, a ratio of stated fields, a limit of the cloud, or an estimate, which
// is the program's own figure and never a drawn value.
func (r *run) answered(fact int) bool {
	t := r.e.a.facts
	if fact >= t.limits {
		return true
	}
	for _, id := range t.defs[fact].from {
		if lo, hi := stated(r.s.profile, id, r.s.central[id]); !(lo == hi) {
			return false // open, or a range: its middle is nobody's figure
		}
	}
	return true
}

// assumed lists the drawn fields that nobody answered, in contract order.
func (r *run) assumed() []string {
	names := []string{}
	for _, id := range r.sampler.Open() {
		if !r.s.profile.Known(id) {
			names = append(names, id.String())
		}
	}
	return names
}

func (r *run) robustness(out *outcome) Robustness {
	a := r.e.a
	t := &out.tally
	rb := Robustness{Draws: t.draws, EVPI: r.openValue(out), NoWinner: t.noWinner / float64(t.draws)}
	shares := make([]float64, numOptions)
	for o := range shares {
		shares[o] = out.winShare(o)
		rb.Precision = math.Max(rb.Precision, wilson(shares[o], t.draws))
		rb.Central[o] = map[string]float64{}
		for c := range a.criteria {
			rb.Central[o][a.criteria[c].id] = t.centralWeight(o, c)
		}
		for x := 0; x < numOptions; x++ {
			rb.Pairwise[o][x] = t.pair[o][x] / float64(t.draws)
			rb.Rank[o][x] = t.share(o, x)
		}
	}
	if r.still {
		rb.Precision = 0
	}
	rb.Entropy = choiceEntropy(shares)
	return rb
}

// reasons are the largest differences between the leader and the runner-up that
// rest on an answered field and would not be the same with all fields unknown;
// where there are fewer than three, the largest others that rest on an answer.
func (r *run) reasons(out *outcome, order [numOptions]int, c *central) []Reason {
	lead, runner := order[0], order[1]
	list, spare := []Reason{}, []Reason{}
	for i := 0; i < r.e.a.statements(); i++ {
		diff := r.contribution(out, i, lead) - r.contribution(out, i, runner)
		if kind, _ := r.e.a.kindOf(i); kind == "gate" && out.ruledOut[lead] && out.ruledOut[runner] {
			continue // both are stopped: the gates are told with the options
		}
		switch {
		case math.Abs(diff) < leastReason || !r.isAnswered(i):
		case r.sameAsUnknown(out, i):
			spare = append(spare, r.reason(i, lead, runner, diff))
		default:
			list = append(list, r.reason(i, lead, runner, diff))
		}
	}
	byPoints(list)
	byPoints(spare)
	for len(list) < fewReasons && len(spare) > 0 {
		list, spare = append(list, spare[0]), spare[1:]
	}
	byPoints(list)
	list = list[:min(len(list), maxReasons)]
	for i := range list {
		r.tell(&list[i], c)
	}
	return list
}

func byPoints(list []Reason) {
	sort.SliceStable(list, func(x, y int) bool { return list[x].Points > list[y].Points })
}

// A decision carries so many reasons, of at least so many points; explain has
// every difference.
const (
	fewReasons  = 3
	leastReason = 0.05
)

// maxReasons is how many differences a decision carries; explain has them all.
const maxReasons = 6

// worthTelling is the least difference, in points, that is told as an objection.
const worthTelling = 0.25
