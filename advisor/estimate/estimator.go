package estimate

import (
	"fmt"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Estimator holds every price and every assumption as a number. It is immutable
// after New and safe for concurrent use.
type Estimator struct {
	clouds  []cloudData
	assume  *assumptions
	plans   []pricing.FunctionPlan // by shape
	central Scenario
	eight   [NumScenarios]Scenario
	servers serverTable
	options []int                     // cloud of each option of constraints.cloud
	byArch  [][NumArchitectures][]int // shapes by cloud
}

// New resolves all prices, limits and assumptions of all clouds. A price that is
// missing is an error that names it.
func New(c *pricing.Catalogue) (*Estimator, error) {
	e := &Estimator{}
	var err error
	if e.assume, err = newAssumptions(c); err != nil {
		return nil, fmt.Errorf("read assumptions: %w", err)
	}
	if e.options, err = cloudsByOption(); err != nil {
		return nil, err
	}
	for _, row := range clouds {
		d, err := readCloud(c, row)
		if err != nil {
			return nil, err
		}
		e.clouds = append(e.clouds, d)
	}
	if err := e.readShapes(c); err != nil {
		return nil, err
	}
	e.central, e.eight = e.assume.scenarios()
	e.servers = newServerTable(e.assume.utilisation)
	return e, nil
}

// readShapes resolves what is different for each shape of a cloud.
func (e *Estimator) readShapes(c *pricing.Catalogue) error {
	e.byArch = make([][NumArchitectures][]int, len(clouds))
	for i := range shapes {
		s := &shapes[i]
		var plan pricing.FunctionPlan
		if s.functions != nil {
			var err error
			if plan, err = c.FunctionPlan(clouds[s.cloud].name, s.functions.service); err != nil {
				return fmt.Errorf("read how %s are billed: %w", s.ID, err)
			}
		}
		e.plans = append(e.plans, plan)
		e.byArch[s.cloud][s.Arch] = append(e.byArch[s.cloud][s.Arch], i)
	}
	return nil
}

// Scenario returns one of the eight stratified scenarios; i is taken modulo 8.
func (e *Estimator) Scenario(i int) *Scenario {
	return &e.eight[uint(i)%NumScenarios]
}

// CentralScenario returns the scenario at the middle of every range.
func (e *Estimator) CentralScenario() *Scenario { return &e.central }

// Shape returns a shape by its index.
func (e *Estimator) Shape(shape int) Shape { return shapes[shape] }

// ShapesOf returns the indexes of the shapes of an architecture on a cloud, which is
// an option of constraints.cloud. The
// slice is the estimator's own: do not change it.
func (e *Estimator) ShapesOf(cloud int, a Architecture) []int {
	return e.byArch[e.cloudOf(cloud)][a]
}

// cloudOf is the cloud of an option of constraints.cloud.
func (e *Estimator) cloudOf(cloud int) int {
	return e.options[option(float64(cloud), 0, len(e.options))]
}

// Eval estimates one shape at one point. It does not allocate, takes about a
// microsecond at any load, and every field of out is finite.
func (e *Estimator) Eval(shape int, pt *profile.Point, sc *Scenario, out *Estimate) {
	var p plan
	e.plan(&p, shape, pt, sc)
	*out = p.est
}
