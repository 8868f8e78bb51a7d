package advisor

import (
	"math"
	"slices"

	"archadvisor/advisor/profile"
)

// What an answer would do is asked of points that suppose it, evaluated like the draws.

// Suppose gives the values of the options at points that differ from the profile in its open fields, and the gates
// that fire there, as bit sets: with everything answered as the point says. Point k meets the models' uncertainty of
// draw k, and the shapes of its cloud. Of the fields that are passed over no rule hears: nobody will answer them. The
// first kept points can be asked about Instead.
func (r *Drawn) Suppose(points []profile.Point, kept int, passed []profile.ID) (Utilities, []uint64) {
	r.hidden, r.supposed = r.Advisor.facts.Behind(passed), make([]modelled, 0, kept)
	return r.Instead(points)
}

// Instead is Suppose for its first points with another answer to a field.
func (r *Drawn) Instead(points []profile.Point) (Utilities, []uint64) {
	e := r.e
	u, gates := make(Utilities, len(points)), make([]uint64, len(points))
	for k := range points {
		sc, shapes := r.Scenario(k), r.shapesOf(CloudOf(&points[k]))
		e.model(kept(r.supposed, k), &points[k], sc, &shapes)
		if len(r.supposed) == k && k < cap(r.supposed) {
			r.supposed = append(r.supposed, modelled{e.in, sc, shapes, e.cell.est})
		}
		e.fill(&points[k])
		for _, f := range r.hidden {
			e.facts[f] = math.NaN()
		}
		c := e.judge(nil)
		u[k], gates[k] = r.Advisor.value(r.start, c, c.fired, r.Importance), e.gateBits(c, r.active)
	}
	return u, gates
}

// shapesOf are the shapes that stand for the architectures in a cloud.
func (r *Drawn) shapesOf(cloud int) [numOptions]int {
	if cloud == CloudOf(&r.Central) {
		return r.Shapes
	}
	if r.shapesIn == nil {
		r.shapesIn = map[int][numOptions]int{}
	}
	shapes, ok := r.shapesIn[cloud]
	if !ok {
		pt, in := r.Central, r.e.in
		pt[profile.Cloud] = float64(cloud)
		shapes = r.e.chooseShapes(&pt, r.active, &r.e.elsewhere)
		r.shapesIn[cloud], r.e.in = shapes, in
	}
	return shapes
}

// Undecided reports whether a gate that reads no estimate may come to fire when
// more is answered, whatever the answer, and need not.
func (r *Drawn) Undecided(gate int) bool {
	a := r.Advisor
	if a.Gates[gate].Estimated || !r.active[gate] {
		return false
	}
	lo, hi := slices.Clone(r.e.keep.lo), slices.Clone(r.e.keep.hi)
	a.facts.WidenLimits(r.Profile, a.limitsByCloud, lo, hi)
	must, may := a.program.Between(len(a.rules)+gate, lo, hi)
	return may && !must
}

// Within is an answer to the field of a gate with which it does not fire, as wide
// as it may be, in every cloud that it may be; false if there is no telling.
func (r *Drawn) Within(gate int) (profile.Value, bool) {
	a, id := r.Advisor, r.Advisor.Gates[gate].Field
	place := slices.Index(a.facts.Fields, id)
	if place < 0 {
		return profile.Value{}, false
	}
	if id.Field().Kind == profile.Bool {
		return profile.Flag(false), true
	}
	lo, hi, _ := profile.PriorSpan(id)
	least, most := slices.Clone(r.centre.Facts), slices.Clone(r.centre.Facts)
	a.facts.WidenLimits(r.Profile, a.limitsByCloud, least, most)
	for _, facts := range [][]float64{least, most} {
		for _, atom := range a.program.Margin(a.gateIndex(gate), facts) {
			switch limit := atom.Threshold; {
			case atom.Fact != place || !id.Field().Allows(limit):
			case atom.Op == ">" && &facts[0] == &least[0]:
				return profile.Between(math.Min(lo, limit), limit), true
			case atom.Op == "<" && &facts[0] == &most[0]:
				return profile.Between(limit, math.Max(hi, limit)), true
			}
		}
	}
	return profile.Value{}, false
}

// GateFields are the fields that a gate depends on.
func (a *Advisor) GateFields(gate int) []profile.ID { return a.Statements[a.gateIndex(gate)].Fields }

// Awake reports whether a gate may fire: one that needs a target does once that is stated.
func (r *Drawn) Awake(gate int) bool { return r.active[gate] }

// RulePoints are what the rules that read a field say of the options for each of some values of it, as far as that is
// certain from what was said of the other fields, in points under the importances.
func (r *Drawn) RulePoints(id profile.ID, values []float64) [][numOptions]float64 {
	a := r.Advisor
	points := make([][numOptions]float64, len(values))
	place := slices.Index(a.facts.Fields, id)
	if place < 0 {
		return points
	}
	lo, hi := r.e.keep.lo, r.e.keep.hi
	low, high := lo[place], hi[place]
	must, some := make([]uint64, a.program.Words()), make([]uint64, a.program.Words())
	for i := range a.rules {
		if slices.Contains(a.rules[i].facts, place) {
			some[i/64] |= 1 << (i % 64)
		}
	}
	if lo[place], hi[place] = math.NaN(), math.NaN(); len(values) > 2 {
		a.program.Range(some, lo, hi, must, some) // others fire for none of them
	}
	for k, v := range values {
		lo[place], hi[place] = v, v
		a.program.Range(some, lo, hi, must, nil)
		a.eachRule(must, func(i int) {
			for o, p := range a.rules[i].points {
				points[k][o] += r.Importance[a.rules[i].Criterion] * p
			}
		})
	}
	lo[place], hi[place] = low, high
	return points
}

// Values are a quantity of an option in every draw.
func (r *Drawn) Values(q Quantity, o int) []float64 { return r.s.quantities[q][o] }
