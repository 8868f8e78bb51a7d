package estimate

import (
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Estimator holds every price and every assumption as a number. It is immutable after New and safe for concurrent use.
type Estimator struct {
	clouds  [len(clouds)]cloudData
	assume  *assumptions
	plans   []pricing.FunctionPlan // by shape
	central Scenario
	eight   [NumScenarios]Scenario
	servers serverTable
	byArch  [len(clouds)][NumArchitectures][]int // shapes by cloud
}

// New resolves all prices, limits and assumptions of all clouds.
func New(c *pricing.Catalogue) *Estimator {
	e := &Estimator{assume: newAssumptions(c)}
	for i, row := range clouds {
		e.clouds[i] = readCloud(c, row)
	}
	for i := range shapes {
		s := &shapes[i]
		var plan pricing.FunctionPlan
		if s.functions != nil {
			plan = c.FunctionPlan(clouds[s.cloud].name, s.functions.service)
		}
		e.plans = append(e.plans, plan)
		e.byArch[s.cloud][s.Arch] = append(e.byArch[s.cloud][s.Arch], i)
	}
	e.central, e.eight = e.assume.scenarios()
	e.servers = newServerTable(e.assume.TargetUtilisation)
	return e
}

// Scenario returns one of the eight stratified scenarios; i is taken modulo 8.
func (e *Estimator) Scenario(i int) *Scenario { return &e.eight[uint(i)%NumScenarios] }

// CentralScenario returns the scenario at the middle of every range.
func (e *Estimator) CentralScenario() *Scenario { return &e.central }

// ShapesOf returns the indexes of the shapes of an architecture on a cloud, which is
// an option of constraints.cloud. The slice is the estimator's own: do not change it.
func (e *Estimator) ShapesOf(cloud int, a Architecture) []int { return e.byArch[cloud][a] }

// Eval estimates one shape at one point. It does not allocate, takes about a
// microsecond at any load, and every field of out is finite.
func (e *Estimator) Eval(shape int, pt *profile.Point, sc *Scenario, out *Estimate) {
	var p plan
	e.plan(&p, shape, pt, sc)
	*out = p.est
}
