package estimate

import (
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Estimator holds every price and every assumption as a number. It is immutable after New and safe for concurrent use.
type Estimator struct {
	clouds  []cloud
	shapes  []Shape
	assume  *assumptions
	central Scenario
	eight   [NumScenarios]Scenario
}

// New resolves all prices, limits and assumptions of all clouds.
func New(c *pricing.Catalogue) *Estimator {
	e := &Estimator{assume: newAssumptions(c), clouds: readClouds(c)}
	for i := range e.clouds {
		cloud := &e.clouds[i]
		for arch, list := range [...][]Shape{Monolith: cloud.Monolith, Serverless: cloud.Serverless, Microservices: cloud.Microservices} {
			for _, s := range list {
				s.arch, s.cloud = Architecture(arch), i
				if s.Functions.Service != "" {
					s.plan = c.FunctionPlan(cloud.Name, s.Functions.Service)
				}
				cloud.shapes[arch] = append(cloud.shapes[arch], len(e.shapes))
				e.shapes = append(e.shapes, s)
			}
		}
	}
	e.central, e.eight = e.assume.scenarios()
	return e
}

// Scenario returns one of the eight stratified scenarios; i is taken modulo 8.
func (e *Estimator) Scenario(i int) *Scenario { return &e.eight[uint(i)%NumScenarios] }

// CentralScenario returns the scenario at the middle of every range.
func (e *Estimator) CentralScenario() *Scenario { return &e.central }

// ShapesOf returns the indexes of the shapes of an architecture on a cloud, which is
// an option of constraints.cloud. The slice is the estimator's own: do not change it.
func (e *Estimator) ShapesOf(cloud int, a Architecture) []int { return e.clouds[cloud].shapes[a] }

// Limits returns the limits of the functions of a cloud.
func (e *Estimator) Limits(cloud int) Limits { return e.clouds[cloud].limits }

// Eval estimates one shape at one point. It does not allocate, takes about a
// microsecond at any load, and every field of out is finite.
func (e *Estimator) Eval(shape int, pt *profile.Point, sc *Scenario, out *Estimate) {
	var p plan
	e.plan(&p, shape, pt, sc)
	*out = p.est
}

// EvalInputs is Eval for inputs that were read before.
func (e *Estimator) EvalInputs(shape int, in *Inputs, sc *Scenario, out *Estimate) {
	p := plan{w: *in}
	e.size(&p, shape, sc)
	*out = p.est
}
