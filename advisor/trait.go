package advisor

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor/profile"
)

// A Trait is one thing that a profile states: a word of a field, a yes or no, or a number near a knot. What documented
// decisions with a trait had in common beyond what the statements say is learned with the strengths: cases correct
// rules where these were wrong about similar ones (Golding and Rosenbloom, Artificial Intelligence 87, 1996). Exclusions
// and importances are no traits: they act for themselves.
type Trait struct {
	Field profile.ID
	Word  string // an option, a word of a list, true or false; "" of a number
	Knot  int    // a number between two knots has a part of either
}

// quarters of its range are the knots of a number of at most so much, powers of ten those of others.
const (
	quarters = 4
	smallMax = 100
)

// knot is the place of a number among the knots of its field.
func knot(f *profile.Field, x float64) float64 {
	if f.Max <= smallMax {
		return quarters * (x - f.Min) / (f.Max - f.Min)
	}
	return math.Log10(1 + math.Max(0, x))
}

// documented is how many traits a documented decision states: half of them state seven or fewer. What more of them would
// say together nobody could learn.
const documented = 8

// EachTrait calls with what a profile states, and how much each of it counts: less where more is stated than decisions
// document, since answers repeat each other. All together never weigh more than those of a documented decision.
func EachTrait(p *profile.Profile, with func(t Trait, weight float64)) {
	var room [4 * documented]Stated
	list, stated := room[:0], 0.0
	eachTrait(p, func(t Trait, weight float64) { list, stated = append(list, Stated{t, weight}), stated+weight })
	scale := math.Min(1, documented/stated)
	for _, s := range list {
		with(s.Trait, scale*s.Weight)
	}
}

// eachTrait calls with what a profile states, a number in two parts.
func eachTrait(p *profile.Profile, with func(t Trait, weight float64)) {
	for id := profile.ID(0); id < profile.NumFields; id++ {
		f := id.Field()
		if f.Section == "" || f.Section == "priorities" || id == profile.Exclude || f.Kind == profile.Text || !p.Known(id) {
			continue
		}
		switch v := p.Get(id); f.Kind {
		case profile.Option:
			with(Trait{Field: id, Word: f.Options[int(v.Low)]}, 1)
		case profile.Bool:
			with(Trait{Field: id, Word: strconv.FormatBool(v.Bool())}, 1)
		case profile.TextList:
			for _, w := range v.List {
				with(Trait{Field: id, Word: w}, 1)
			}
		default:
			at := (knot(f, v.Low) + knot(f, v.High)) / 2
			below := math.Floor(at)
			with(Trait{Field: id, Knot: int(below)}, 1-(at-below))
			if at > below {
				with(Trait{Field: id, Knot: int(below) + 1}, at-below)
			}
		}
	}
}

// String is the name of a trait in a file of strengths: "domain.kind = api", "load.mean_rps # 2".
func (t Trait) String() string {
	if t.Word != "" {
		return t.Field.String() + " = " + t.Word
	}
	return fmt.Sprintf("%s # %d", t.Field, t.Knot)
}

// ParseTrait reads the name of a trait.
func ParseTrait(name string) (t Trait, ok bool) {
	field, word, worded := strings.Cut(name, " = ")
	field, number, _ := strings.Cut(field, " # ")
	id, ok := profile.Lookup(field)
	if !ok || worded {
		return Trait{Field: id, Word: word}, ok && word != ""
	}
	k, err := strconv.Atoi(number)
	return Trait{Field: id, Knot: k}, err == nil
}

// Precedents is the id, and the criterion, of what documented decisions with the same traits add to where options start.
const Precedents = "precedents"

// Precedent is the points that the traits of the profile add to an option.
func (r *Drawn) Precedent(o int) float64 { return r.start[o] - r.Advisor.start[o] }

const topTraits = 3 // how many fields are named

// TopTraits are the fields whose traits do most for what precedents add to one option more than to another, or with -1
// to it alone.
func (r *Drawn) TopTraits(o, other int) []profile.ID {
	by := map[profile.ID]float64{}
	EachTrait(r.Profile, func(t Trait, weight float64) {
		points := r.Advisor.learned.Traits[t]
		by[t.Field] += weight * points[o]
		if other >= 0 {
			by[t.Field] -= weight * points[other]
		}
	})
	sign := r.Precedent(o)
	if other >= 0 {
		sign -= r.Precedent(other)
	}
	ids := slices.DeleteFunc(slices.Sorted(maps.Keys(by)), func(id profile.ID) bool { return sign*by[id] <= 0 })
	slices.SortStableFunc(ids, func(a, b profile.ID) int { return cmp.Compare(sign*by[b], sign*by[a]) })
	return ids[:min(topTraits, len(ids))]
}

func (r *Drawn) traitFacts(ids []profile.ID) map[string]any {
	facts := map[string]any{}
	for _, id := range ids {
		facts[id.String()] = profile.Any(id, r.Profile.Get(id))
	}
	return facts
}

// startOf are the points that each option starts with under what a profile states.
func (a *Advisor) startOf(p *profile.Profile) (v [numOptions]float64) {
	v = a.start
	if a.learned == nil || len(a.learned.Traits) == 0 {
		return v
	}
	EachTrait(p, func(t Trait, weight float64) {
		points := a.learned.Traits[t]
		for o := range v {
			v[o] += weight * points[o]
		}
	})
	return v
}
