package advisor

import (
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// To explain one profile, hundreds that differ from it in a field or two are decided, with the same draws. Most fields
// are not read by the models: where a draw gives them the inputs that it gave before, the estimates of before stand.

// modelled is what the models said of the options.
type modelled struct {
	in     estimate.Inputs
	sc     *estimate.Scenario
	shapes [numOptions]int
	est    [numOptions]estimate.Estimate
}

// Near are the options with which profiles that differ little from this one are decided faster; they decide the same.
func (r *Drawn) Near(o Options) Options {
	o.near = nil
	for k := range r.Points(min(r.s.k, MinDraws)) {
		r.e.model(nil, &r.Points(k + 1)[k], r.Scenario(k), &r.Shapes)
		o.near = append(o.near, modelled{r.e.in, r.Scenario(k), r.Shapes, r.e.cell.est})
	}
	return o
}

// kept is what was kept of draw k, nil if nothing was.
func kept(list []modelled, k int) *modelled {
	if k < len(list) {
		return &list[k]
	}
	return nil
}

// model evaluates the models at one point with one shape per architecture under one scenario, of which something may be
// known.
func (e *evaluator) model(was *modelled, pt *profile.Point, sc *estimate.Scenario, shapes *[numOptions]int) {
	e.in.Read(pt)
	if was != nil && was.sc == sc && was.shapes == *shapes && was.in == e.in {
		e.cell.est = was.est
		return
	}
	for o, shape := range shapes {
		e.cell.est[o] = *e.a.models.Size(&e.sized, shape, &e.in, sc)
	}
}
