package advisor

import (
	"math"
	"math/bits"
	"slices"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// What an answer would do is asked of points that suppose it, evaluated like the draws.

// supposition is one of the first points that were supposed, with what was found there.
type supposition struct {
	in    estimate.Inputs
	est   [numOptions]estimate.Estimate
	fired []uint64
	value [numOptions]float64
}

// Suppose gives the values of the options at points that differ from the profile in its open fields, and the gates
// that fire there, as bit sets: with everything answered as the point says. Point k meets the models' uncertainty of
// draw k, and the shapes of its cloud. Of the fields that are passed over no rule hears: nobody will answer them. The
// first kept points can be asked about Instead.
func (r *Drawn) Suppose(points []profile.Point, kept int, passed []profile.ID) (Utilities, []uint64) {
	e := r.e
	u, gates := make(Utilities, len(points)), make([]uint64, len(points))
	r.supposed = make([]supposition, min(kept, len(points)))
	r.hidden = r.Advisor.facts.Behind(passed)
	for k := range points {
		e.in.Read(&points[k])
		r.estimateAt(k, &points[k])
		u[k], gates[k] = r.judgeAt(&points[k])
		if k < kept {
			r.supposed[k] = supposition{e.in, e.cell.est, slices.Clone(e.cell.fired), u[k]}
		}
	}
	return u, gates
}

// Instead is Suppose for its first points with another answer to one field. Where the models meet the inputs of then,
// the estimates of then stand, and only what reads the field is judged again.
func (r *Drawn) Instead(points []profile.Point, id profile.ID) (Utilities, []uint64) {
	u, gates := make(Utilities, len(points)), make([]uint64, len(points))
	readers := r.Advisor.readersOf(id)
	for k := range points {
		was := &r.supposed[k]
		if !readers.models {
			u[k], gates[k] = r.judgedAgain(was, &points[k], readers)
			continue
		}
		if r.e.in.Read(&points[k]); r.e.in == was.in && id != profile.Cloud {
			r.e.cell.est = was.est
		} else {
			r.estimateAt(k, &points[k])
		}
		u[k], gates[k] = r.judgeAt(&points[k])
	}
	return u, gates
}

// estimateAt evaluates the models at the inputs in hand with the shapes of the
// point's cloud, in the scenario of draw k.
func (r *Drawn) estimateAt(k int, pt *profile.Point) {
	sc := r.Scenario(k)
	for o, shape := range r.shapesOf(CloudOf(pt)) {
		r.Advisor.models.EvalInputs(shape, &r.e.in, sc, &r.e.cell.est[o])
	}
}

// judgeAt judges a point whose estimates are in the cell.
func (r *Drawn) judgeAt(pt *profile.Point) (value [numOptions]float64, gates uint64) {
	c := r.e.settle(pt, nil, r.hidden)
	return r.Advisor.value(c, c.fired, r.Importance), r.e.gateBits(c, r.active)
}

// judgedAgain is a supposition with a point that differs in what no model reads.
func (r *Drawn) judgedAgain(was *supposition, pt *profile.Point, by *readers) (value [numOptions]float64, gates uint64) {
	a, e := r.Advisor, r.e
	c := &e.cell
	a.facts.Fill(pt, a.limits(pt), &was.est, e.facts)
	e.hide(r.hidden)
	a.program.Eval(by.in, e.facts, c.fired)
	value = was.value
	for w, set := range by.in {
		changed := (c.fired[w] ^ was.fired[w]) & set
		c.fired[w] = was.fired[w] ^ changed
		for ; changed != 0; changed &= changed - 1 {
			i := w<<6 + bits.TrailingZeros64(changed)
			if i >= len(a.rules) {
				break
			}
			f := r.Importance[a.rules[i].Criterion]
			if c.fired[w]>>(i&63)&1 == 0 {
				f = -f
			}
			for o := range value {
				value[o] += f * a.rules[i].points[o]
			}
		}
	}
	return value, e.gateBits(c, r.active)
}

// readers are the conditions that read a field, not through an estimate.
type readers struct {
	in     []uint64
	models bool // a model or a measure reads it, too
}

// readersOf are the conditions that read a field.
func (a *Advisor) readersOf(id profile.ID) *readers {
	if by, ok := a.readersBy.Load(id); ok {
		return by.(*readers)
	}
	by := &readers{make([]uint64, a.program.Words()), id == profile.Cloud || slices.Contains(estimate.Reads(), id)}
	for i := range a.Statements {
		if at := i - len(a.measures); slices.Contains(a.Statements[i].drawn, id) {
			if by.models = by.models || at < 0; at >= 0 {
				by.in[at>>6] |= 1 << (at & 63)
			}
		}
	}
	a.readersBy.Store(id, by)
	return by
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
	if a.Gates[gate].Estimated || !r.active[gate] {
		return false
	}
	r.centralCell()
	lo, hi := append([]float64(nil), r.e.facts...), append([]float64(nil), r.e.facts...)
	a.facts.Widen(r.Profile, lo, hi)
	a.facts.WidenLimits(r.Profile, a.limitsByCloud, lo, hi)
	must, may := make([]uint64, a.program.Words()), make([]uint64, a.program.Words())
	a.program.Range(nil, lo, hi, must, may)
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
	must, by := make([]uint64, a.program.Words()), a.readersOf(id)
	for k, v := range values {
		lo[place], hi[place] = v, v
		a.program.Range(by.in, lo, hi, must, nil)
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
