package advisor

import (
	"cmp"
	"fmt"
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

// traits adds to a list what a profile states, a number in two parts, and how much each of it counts: less where more is
// stated than decisions document, since answers repeat each other. All together never weigh more than those of a
// documented decision.
func traits(list []Stated, p *profile.Profile) []Stated {
	stated := 0.0
	add := func(t Trait, weight float64) { list, stated = append(list, Stated{t, weight}), stated+weight }
	for id := profile.ID(0); id < profile.NumFields; id++ {
		f := id.Field()
		if f.Section == "" || f.Section == "priorities" || id == profile.Exclude || f.Kind == profile.Text {
			continue
		}
		v, heard := p.Heard(id)
		if !heard {
			continue
		}
		switch f.Kind {
		case profile.Option:
			add(Trait{Field: id, Word: f.Options[int(v.Low)]}, 1)
		case profile.Bool:
			add(Trait{Field: id, Word: strconv.FormatBool(v.Bool())}, 1)
		case profile.TextList:
			for _, w := range v.List {
				add(Trait{Field: id, Word: w}, 1)
			}
		default:
			at := (knot(f, v.Low) + knot(f, v.High)) / 2
			below := math.Floor(at)
			add(Trait{Field: id, Knot: int(below)}, 1-(at-below))
			if at > below {
				add(Trait{Field: id, Knot: int(below) + 1}, at-below)
			}
		}
	}
	for i := range list {
		list[i].Weight *= math.Min(1, documented/stated)
	}
	return list
}

// String is the name of a trait in a file of strengths: "domain.stage = launch", "load.mean_rps # 2".
func (t Trait) String() string {
	if t.Word != "" {
		return t.Field.String() + " = " + t.Word
	}
	return fmt.Sprintf("%s # %d", t.Field, t.Knot)
}

// ParseTrait reads the name of a trait, false if no profile can have it.
func ParseTrait(name string) (t Trait, ok bool) {
	field, word, worded := strings.Cut(name, " = ")
	field, number, _ := strings.Cut(field, " # ")
	id, ok := profile.Lookup(field)
	f := id.Field()
	if !ok || worded {
		_, known := f.Option(word)
		return Trait{Field: id, Word: word}, ok && (known || f.Kind == profile.TextList && f.Options == nil && word != "" ||
			f.Kind == profile.Bool && (word == "true" || word == "false"))
	}
	k, err := strconv.Atoi(number)
	return Trait{Field: id, Knot: k}, err == nil && f.Numeric() && float64(k) > knot(f, f.Min)-1 && float64(k) < knot(f, f.Max)+1
}

// Precedents is the id, and the criterion, of what documented decisions with the same traits add to where options start.
const Precedents = "precedents"

// Precedent is the points that the traits of the profile add to an option.
func (r *Drawn) Precedent(o int) float64 { return r.start[o] - r.Advisor.start[o] }

const topTraits = 3 // how many fields are named

// TopTraits are the fields whose traits do most for what precedents add to one option more than to another, or with -1
// to it alone.
func (r *Drawn) TopTraits(o, other int) []profile.ID {
	toward := func(points *[numOptions]float64) float64 {
		if other < 0 {
			return points[o]
		}
		return points[o] - points[other]
	}
	sum := 0.0
	for i := range r.leanings {
		sum += toward(&r.leanings[i].points)
	}
	list := slices.DeleteFunc(slices.Clone(r.leanings), func(l leaning) bool { return sum*toward(&l.points) <= 0 })
	slices.SortStableFunc(list, func(a, b leaning) int { return cmp.Compare(sum*toward(&b.points), sum*toward(&a.points)) })
	ids := make([]profile.ID, min(topTraits, len(list)))
	for i := range ids {
		ids[i] = list[i].field
	}
	return ids
}

// leaning is what the traits of one field add to the options.
type leaning struct {
	field  profile.ID
	points [numOptions]float64
}

// weighTraits finds where the options start under what the profile states.
func (r *Drawn) weighTraits() {
	r.start = r.Advisor.start
	if r.Advisor.learned == nil || len(r.Advisor.learned.Traits) == 0 {
		return
	}
	list := r.e.keep.leanings[:0]
	r.e.keep.stated = traits(r.e.keep.stated[:0], r.Profile)
	for _, s := range r.e.keep.stated {
		if n := len(list); n == 0 || list[n-1].field != s.Field {
			list = append(list, leaning{field: s.Field})
		}
		points, sum := r.Advisor.learned.Traits[s.Trait], &list[len(list)-1].points
		for o := range points {
			sum[o] += s.Weight * points[o]
			r.start[o] += s.Weight * points[o]
		}
	}
	r.leanings, r.e.keep.leanings = list, list
}
