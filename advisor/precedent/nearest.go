package precedent

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Precedent is a documented decision that resembles a profile.
type Precedent struct {
	*Case
	Similarity float64      // 0..1
	Shared     []profile.ID // stated in both and alike, what weighs most first
	Differs    []profile.ID // stated in both and unlike
}

// Remote reports whether a decision is among the nearest without being near.
func (p *Precedent) Remote() bool { return p.Similarity < leastSimilarity }

// Row is a precedent as data.
type Row struct {
	ID           string   `json:"id"`
	Organisation string   `json:"organisation"`
	Label        string   `json:"label"`
	Year         int      `json:"year"`
	Similarity   float64  `json:"similarity"`
	Shared       []string `json:"shared"`
	Differs      []string `json:"differs"`
	Summary      string   `json:"summary"`
	Source       string   `json:"source"`
}

// Row is the precedent as data.
func (p *Precedent) Row() Row {
	return Row{p.ID, p.Organisation, p.Label, p.Year, numeral.Round(p.Similarity, digits), names(p.Shared), names(p.Differs), p.Summary, p.Source}
}

func names(ids []profile.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id.String()
	}
	return out
}

const (
	// shownPrecedents are shown, shownFields of what each shares and of where it differs.
	shownPrecedents = 3
	shownFields     = 4
	// leastSimilarity is that of the nearest decision in one of twenty documented cases; less is told as remote.
	leastSimilarity = 0.17
	// withinReach is the share of the best similarity from which a decision of another label is shown.
	withinReach = 0.5
)

// Neighbours find documented decisions that resemble a profile by the rules, safe for concurrent use.
type Neighbours struct {
	advisor *advisor.Advisor
	cases   []*Case
	places  func() []place
}

// place is where a profile lies: the points of each rule for each option, less their mean, one after the other.
type place []float64

// NewNeighbours makes neighbours among the cases that may be shown, which are read when first asked for.
func NewNeighbours(a *advisor.Advisor, cases []*Case) *Neighbours {
	n := &Neighbours{advisor: a, cases: slices.DeleteFunc(slices.Clone(cases), func(c *Case) bool { return !c.Shown() })}
	n.places = sync.OnceValue(n.read)
	return n
}

// placeOf is where a drawn profile lies. A measure rests on what was not stated, too, and does not count.
func placeOf(r *advisor.Drawn) place {
	p := make(place, numOptions*len(r.Advisor.Statements))
	for i := range r.Advisor.Statements {
		if r.Advisor.Statements[i].Kind == advisor.KindRule {
			v := p.of(i)
			for o := range v {
				v[o] = r.Contribution(i, o)
			}
			floats.AddConst(-stat.Mean(v, nil), v)
		}
	}
	return p
}

// of are the points of one statement.
func (p place) of(statement int) []float64 { return p[statement*numOptions:][:numOptions] }

// similarity is the extended Jaccard coefficient (Tanimoto) of two places, from 0 to 1.
func (p place) similarity(q place) float64 {
	both := floats.Dot(p, q)
	all := floats.Dot(p, p) + floats.Dot(q, q) - both
	if all <= 0 {
		return 0
	}
	return math.Max(0, both/all)
}

func (n *Neighbours) read() []place {
	places := make([]place, len(n.cases))
	advisor.Parallel(len(n.cases), func(i int) {
		r := n.advisor.Draw(n.cases[i].Profile, advisor.Options{Draws: 0})
		defer r.Done()
		places[i] = placeOf(r)
	})
	return places
}

// Nearest are up to three decisions nearest to a drawn profile; one of them went another way if it is within reach.
func (n *Neighbours) Nearest(r *advisor.Drawn) []Precedent {
	at := placeOf(r)
	order := make([]int, len(n.cases))
	near := make([]float64, len(n.cases))
	for i := range order {
		order[i], near[i] = i, at.similarity(n.places()[i])
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(near[j], near[i]) })
	out := []Precedent{}
	for _, i := range n.choose(order, near) {
		out = append(out, n.compare(r, at, i, near[i]))
	}
	return out
}

// choose takes the first three, and for the third the first of another label if it is within reach.
func (n *Neighbours) choose(order []int, near []float64) []int {
	chosen := order[:min(shownPrecedents, len(order))]
	chosen = slices.DeleteFunc(slices.Clone(chosen), func(i int) bool { return near[i] == 0 })
	if len(chosen) == 0 {
		return nil
	}
	other := func(i int) bool { return n.cases[i].Label != n.cases[chosen[0]].Label }
	if slices.ContainsFunc(chosen, other) {
		return chosen
	}
	if k := slices.IndexFunc(order, other); k >= 0 && near[order[k]] >= withinReach*near[chosen[0]] {
		chosen[len(chosen)-1] = order[k]
	}
	return chosen
}

// compare says what a case shares with the profile and where it differs, by the weight of the rules. Answers that the
// rules hear alike for the most part, such as 1 engineer and 4, are shared.
func (n *Neighbours) compare(r *advisor.Drawn, at place, i int, similarity float64) Precedent {
	c := n.cases[i]
	var shared, heard, differs [profile.NumFields]float64
	for s := range n.advisor.Statements {
		here, there := floats.Norm(at.of(s), 2), floats.Norm(n.places()[i].of(s), 2)
		if here == 0 && there == 0 {
			continue
		}
		for _, id := range n.advisor.Statements[s].Fields {
			if !r.Profile.Known(id) || !c.Profile.Known(id) {
				continue
			}
			switch {
			case alike(id, r.Profile.Get(id), c.Profile.Get(id)):
				shared[id] += math.Min(here, there)
			case math.Min(here, there) > math.Max(here, there)/2: // an importance may lie between
				heard[id] += math.Min(here, there)
			default:
				differs[id] += math.Abs(here - there)
			}
		}
	}
	for id := range heard {
		if heard[id] >= differs[id] {
			shared[id], differs[id] = shared[id]+heard[id], 0
		}
	}
	return Precedent{c, similarity, heaviest(&shared), heaviest(&differs)}
}

func heaviest(weight *[profile.NumFields]float64) []profile.ID {
	ids := []profile.ID{}
	for id, w := range weight {
		if w > 0 {
			ids = append(ids, profile.ID(id))
		}
	}
	slices.SortStableFunc(ids, func(a, b profile.ID) int { return cmp.Compare(weight[b], weight[a]) })
	return ids[:min(shownFields, len(ids))]
}

// alike reports whether two answers are much the same: a word in common, numbers within a factor of two.
func alike(id profile.ID, a, b profile.Value) bool {
	f := id.Field()
	switch f.Kind {
	case profile.Text:
		return a.Text == b.Text
	case profile.TextList:
		return slices.ContainsFunc(a.List, func(w string) bool { return slices.Contains(b.List, w) })
	case profile.Numeric:
		if f.Max <= 1 {
			return math.Abs(middle(a)-middle(b)) <= 0.2
		}
		lo, hi := min(middle(a), middle(b)), max(middle(a), middle(b))
		return hi <= 2*lo || hi-lo <= 1
	}
	return a.Low == b.Low
}

func middle(v profile.Value) float64 { return (v.Low + v.High) / 2 }
