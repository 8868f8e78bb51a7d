package advisor

import (
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// To explain one profile, hundreds that differ from it in a field or two are
// decided, with the same draws. Most fields are not read by the models: where a
// draw gives them the inputs that it gave before, the estimates of before stand.

// nearby holds what the models said of one profile. It is read-only once made, so
// that many goroutines may use it.
type nearby struct {
	seed    uint64
	shapes  [numOptions]int
	draws   []nearDraw
	central estimate.Inputs
	byShape []nearShape // at the central inputs
}

type nearDraw struct {
	in  estimate.Inputs
	est [numOptions]estimate.Estimate
}

type nearShape struct {
	known, suits bool
	est          estimate.Estimate
}

// Near are the options with which profiles that differ little from this one are
// decided faster; they decide the same.
func (r *Drawn) Near(o Options) Options {
	a := r.Advisor
	n := &nearby{seed: r.seed, shapes: r.Shapes}
	n.central.Read(&r.Central)
	for x := range n.shapes {
		for _, shape := range a.models.ShapesOf(CloudOf(&r.Central), estimate.Architecture(x)) {
			n.byShape = append(n.byShape, make([]nearShape, max(0, shape+1-len(n.byShape)))...)
			k := &n.byShape[shape]
			k.known, k.suits = true, a.models.Suits(shape, &r.Central)
			a.models.EvalInputs(shape, &n.central, a.models.CentralScenario(), &k.est)
		}
	}
	if r.s.open {
		n.draws = make([]nearDraw, min(r.s.k, MinDraws))
		for k := range n.draws {
			d := &n.draws[k]
			r.narrow.Draw(k, &r.e.point)
			d.in.Read(&r.e.point)
			for x, shape := range r.Shapes {
				a.models.EvalInputs(shape, &d.in, r.Scenario(k), &d.est[x])
			}
		}
	}
	o.near = n
	return o
}

// estimate evaluates the models in draw k.
func (e *evaluator) estimate(k int, pt *profile.Point, sc *estimate.Scenario, shapes *[numOptions]int) {
	e.in.Read(pt)
	n := e.near
	same := n != nil && k < len(n.draws) && n.draws[k].in == e.in
	for o, shape := range shapes {
		if same && n.shapes[o] == shape {
			e.cell.est[o] = n.draws[k].est[o]
			continue
		}
		e.a.models.EvalInputs(shape, &e.in, sc, &e.cell.est[o])
	}
}

// nearShape is what is known of a shape at the central inputs, which e.in holds; nil if
// nothing is.
func (e *evaluator) nearShape(shape int) *nearShape {
	if n := e.near; n != nil && shape < len(n.byShape) && n.byShape[shape].known && n.central == e.in {
		return &n.byShape[shape]
	}
	return nil
}

// shape evaluates a shape at the central inputs.
func (e *evaluator) shape(shape int, out *estimate.Estimate) {
	if n := e.nearShape(shape); n != nil {
		*out = n.est
		return
	}
	e.a.models.EvalInputs(shape, &e.in, e.a.models.CentralScenario(), out)
}

// suits says whether a shape may stand for its architecture at the central inputs.
func (e *evaluator) suits(shape int, pt *profile.Point) bool {
	if n := e.nearShape(shape); n != nil {
		return n.suits
	}
	return e.a.models.Suits(shape, pt)
}
