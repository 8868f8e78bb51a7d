package advisor

import (
	"math"
	"slices"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/fact"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// What an answer would do is asked of points that suppose it, evaluated like the
// draws.

// Supposed are the values of the options at the points and the gates that fire
// there, as bit sets: with everything answered as the point says. Point k meets
// the models' uncertainty of draw k, and the shapes of its cloud. Where the models
// meet the inputs of the first point k that was asked about, the estimates of then
// stand.
func (r *Drawn) Supposed(points []profile.Point) (Utilities, []uint64) {
	a := r.Advisor
	u, gates := make(Utilities, len(points)), make([]uint64, len(points))
	scenario := r.scenarios.upTo(len(points))
	e := r.e
	for k := range points {
		e.in.Read(&points[k])
		shapes := r.shapesOf(CloudOf(&points[k]))
		if known := k < len(r.supposed); known && r.supposed[k].in == e.in && r.supposed[k].shapes == shapes {
			e.cell.est = r.supposed[k].est
		} else {
			for o := range shapes {
				a.models.EvalInputs(shapes[o], &e.in, a.models.Scenario(int(scenario[k])), &e.cell.est[o])
			}
			if !known {
				r.supposed = append(r.supposed, supposition{e.in, shapes, e.cell.est})
			}
		}
		c := e.settle(&points[k])
		u[k] = a.value(c, c.fired, r.Importance)
		gates[k] = r.e.gateBits(c, r.active)
	}
	return u, gates
}

// supposition is a point that was asked about first.
type supposition struct {
	in     estimate.Inputs
	shapes [numOptions]int
	est    [numOptions]estimate.Estimate
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
		shapes = r.e.chooseShapes(&pt, r.active)
		r.shapesIn[cloud], r.e.in = shapes, in
	}
	return shapes
}

// Undecided reports whether a gate that reads no estimate may come to fire when
// more is answered, whatever the answer, and need not.
func (r *Drawn) Undecided(gate int) bool {
	a := r.Advisor
	if a.Gates[gate].estimated || !r.active[gate] {
		return false
	}
	r.centralCell()
	lo, hi := append([]float64(nil), r.e.facts...), append([]float64(nil), r.e.facts...)
	a.facts.Widen(r.Profile, lo, hi)
	a.spanLimits(r.Profile, lo, hi)
	must, may := make([]uint64, a.program.Words()), make([]uint64, a.program.Words())
	a.program.Eval3(nil, lo, hi, must, may)
	i := len(a.rules) + gate
	return rules.Fired(may, i) && !rules.Fired(must, i)
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
	r.centralCell()
	least, most := slices.Clone(r.e.facts), slices.Clone(r.e.facts)
	a.spanLimits(r.Profile, least, most)
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

// spanLimits widens the limits to those of every cloud while none was named.
func (a *Advisor) spanLimits(p *profile.Profile, lo, hi []float64) {
	if p.Known(profile.Cloud) {
		return
	}
	for c := range a.limitsByCloud {
		fact.EachLimit(&a.limitsByCloud[c], func(i int, x float64) {
			at := a.facts.Limits + i
			lo[at], hi[at] = math.Min(lo[at], x), math.Max(hi[at], x)
		})
	}
}

// GateFields are the fields that a gate depends on.
func (a *Advisor) GateFields(gate int) []profile.ID { return a.Statements[a.gateIndex(gate)].Fields }

// Estimated reports whether a gate reads an estimate.
func (g *Gate) Estimated() bool { return g.estimated }

// RulePoints are what the rules that read a field say of the options for each of
// some values of it, as far as that is certain from what was said of the other
// fields, in points under the importances.
func (r *Drawn) RulePoints(id profile.ID, values []float64) [][numOptions]float64 {
	a := r.Advisor
	points := make([][numOptions]float64, len(values))
	place := slices.Index(a.facts.Fields, id)
	if place < 0 {
		return points
	}
	lo, hi := r.e.keep.lo, r.e.keep.hi
	low, high := lo[place], hi[place]
	must, may := make([]uint64, a.program.Words()), make([]uint64, a.program.Words())
	for k, v := range values {
		lo[place], hi[place] = v, v
		a.program.Eval3(a.readers(place), lo, hi, must, may)
		a.eachRule(must, func(i int) {
			for o, p := range a.rules[i].points {
				points[k][o] += r.Importance[a.rules[i].criterion] * p
			}
		})
	}
	lo[place], hi[place] = low, high
	return points
}

// readers are the rules that read a fact.
func (a *Advisor) readers(place int) []uint64 {
	if p, ok := a.readersOf.Load(place); ok {
		return p.([]uint64)
	}
	set := make([]uint64, a.program.Words())
	for i := range a.rules {
		if slices.Contains(a.ruleFacts[i], place) {
			set[i>>6] |= 1 << (i & 63)
		}
	}
	a.readersOf.Store(place, set)
	return set
}

// Values are a quantity of an option in every draw.
func (r *Drawn) Values(q Quantity, o int) []float64 { return r.s.quantities[q][o] }
