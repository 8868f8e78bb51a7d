package advisor

import (
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// To explain one profile, hundreds that differ from it in a field or two are decided, with the same draws. Most fields
// are not read by the models: where a draw gives them the inputs that it gave before, the estimates of before stand.

// nearby holds what the models said of one profile. It is read-only once made, so that many goroutines may use it.
type nearby struct {
	seed    uint64
	shapes  [numOptions]int
	draws   []nearDraw // by draw, or of a profile that leaves nothing open by scenario
	central estimate.Inputs
	byShape []nearShape // at the central inputs
}

type nearDraw struct {
	in  estimate.Inputs
	sc  *estimate.Scenario
	est [numOptions]estimate.Estimate
}

type nearShape struct {
	known, suits bool
	est          estimate.Estimate
}

// Near are the options with which profiles that differ little from this one are decided faster; they decide the same.
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
	keep := func(pt *profile.Point, sc *estimate.Scenario) {
		d := nearDraw{sc: sc}
		d.in.Read(pt)
		for x, shape := range r.Shapes {
			a.models.EvalInputs(shape, &d.in, sc, &d.est[x])
		}
		n.draws = append(n.draws, d)
	}
	for k := 0; r.narrow != nil && k < min(r.s.k, MinDraws); k++ {
		r.narrow.Draw(k, &r.e.point)
		keep(&r.e.point, r.Scenario(k))
	}
	for x := 0; !r.s.open && x < estimate.NumScenarios; x++ {
		keep(&r.Central, a.models.Scenario(x))
	}
	o.near = n
	return o
}

// draw is what is known of draw k, or of scenario k where there are no draws, nil if nothing is.
func (n *nearby) draw(k int) *nearDraw {
	if n == nil || k >= len(n.draws) {
		return nil
	}
	return &n.draws[k]
}

// estimate evaluates the models in a draw of which something may be known.
func (e *evaluator) estimate(was *nearDraw, pt *profile.Point, sc *estimate.Scenario, shapes *[numOptions]int) {
	e.in.Read(pt)
	same := was != nil && was.sc == sc && was.in == e.in
	for o, shape := range shapes {
		if same && e.near.shapes[o] == shape {
			e.cell.est[o] = was.est[o]
			continue
		}
		e.a.models.EvalInputs(shape, &e.in, sc, &e.cell.est[o])
	}
}

// nearShape is what is known of a shape at the central inputs, which e.in holds; nil if nothing is.
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
