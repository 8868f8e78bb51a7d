package estimate

import (
	"fmt"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Estimator holds every price and every assumption as a number. It is immutable
// after New and safe for concurrent use.
type Estimator struct {
	books   [numClouds]*book
	assume  *assumptions
	limits  [numClouds]Limits
	wider   []Limits // by shape
	central Scenario
	eight   [NumScenarios]Scenario
	servers serverTable
	billing [numClouds]billing
	flex    billing
	byCloud [numClouds][]int
	byArch  [numClouds][NumArchitectures][]int
}

// New resolves all prices, limits and assumptions of all clouds. A price that is
// missing is an error that names it.
func New(c *pricing.Catalogue) (*Estimator, error) {
	e := &Estimator{}
	var err error
	if e.assume, err = newAssumptions(c); err != nil {
		return nil, fmt.Errorf("read assumptions: %w", err)
	}
	for cloud, name := range cloudNames {
		if e.books[cloud], err = newBook(c, cloud); err != nil {
			return nil, fmt.Errorf("price the shapes of %s: %w", name, err)
		}
		if e.limits[cloud], err = newLimits(c, cloud); err != nil {
			return nil, fmt.Errorf("read the limits of %s: %w", name, err)
		}
	}
	if e.wider, err = shapeLimits(c, &e.limits); err != nil {
		return nil, fmt.Errorf("read limits: %w", err)
	}
	if err = e.readBilling(c); err != nil {
		return nil, fmt.Errorf("read how functions are billed: %w", err)
	}
	e.central, e.eight = e.assume.scenarios()
	e.servers = newServerTable(e.assume.utilisation, e.assume.waitProbability)
	for i := range shapes {
		s := &shapes[i]
		e.byCloud[s.Cloud] = append(e.byCloud[s.Cloud], i)
		e.byArch[s.Cloud][s.Arch] = append(e.byArch[s.Cloud][s.Arch], i)
	}
	return e, nil
}

// Scenario returns one of the eight stratified scenarios; i is taken modulo 8.
func (e *Estimator) Scenario(i int) *Scenario {
	return &e.eight[uint(i)%NumScenarios]
}

// CentralScenario returns the scenario at the middle of every range.
func (e *Estimator) CentralScenario() *Scenario { return &e.central }

// Shape returns a shape by its index.
func (e *Estimator) Shape(shape int) Shape { return shapes[shape] }

// Shapes returns the shapes of a cloud, simpler first.
func (e *Estimator) Shapes(cloud int) []Shape {
	var out []Shape
	for _, i := range e.byCloud[cloudIndex(cloud)] {
		out = append(out, shapes[i])
	}
	return out
}

// ShapesOf returns the indexes of the shapes of an architecture on a cloud. The
// slice is the estimator's own: do not change it.
func (e *Estimator) ShapesOf(cloud int, a Architecture) []int {
	return e.byArch[cloudIndex(cloud)][a]
}

func cloudIndex(cloud int) int { return option(float64(cloud), aws, numClouds) }

// Eval estimates one shape at one point. It does not allocate, takes about a
// microsecond at any load, and every field of out is finite.
func (e *Estimator) Eval(shape int, pt *profile.Point, sc *Scenario, out *Estimate) {
	var p plan
	e.plan(&p, shape, pt, sc)
	*out = p.est
}
