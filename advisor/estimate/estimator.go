// Package estimate is the physics: what each shape of each architecture would cost, how fast and how available it would
// be, how many people it takes to run and how long the move would last. It has no opinions: what is good or bad about a
// number is the rule pack's.
//
// A Shape is one way to deploy an architecture on one cloud. Eval sizes one shape for one fully drawn profile
// (profile.Point) under one Scenario (what the models themselves do not know) and counts what it uses; package pricing
// multiplies that with prices. Bill itemises the same quantities.
//
// The models stand in files of their own: fleet.go (capacity), small.go, functions.go, store.go, operations.go,
// migration.go; the laws of waiting, chains, cold starts and redundancy in package queueing. What each computes, from
// what, how good it is and where it stops being true is told, for people, in essays.toml; comments add what that leaves
// out. What differs between clouds, beside prices, is a table each in clouds.toml.
package estimate

import (
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Estimator holds every price and every assumption as a number. It is immutable after New and safe for concurrent use.
type Estimator struct {
	clouds       []cloud
	shapes       []Shape
	assume       *assumptions
	central      Scenario
	told, untold [NumScenarios]Scenario
}

// New resolves all prices, limits and assumptions of all clouds.
func New(c *pricing.Catalogue) *Estimator {
	e := &Estimator{assume: newAssumptions(c), clouds: readClouds(c)}
	for i := range e.clouds {
		cloud := &e.clouds[i]
		for arch, list := range [NumArchitectures][]Shape{cloud.Monolith, cloud.Serverless, cloud.Microservices} {
			for _, s := range list {
				s.arch, s.cloud = Architecture(arch), i
				if s.Functions != "" {
					s.plan = c.FunctionPlan(cloud.Name, s.Functions)
				}
				cloud.shapes[arch] = append(cloud.shapes[arch], len(e.shapes))
				e.shapes = append(e.shapes, s)
			}
		}
	}
	e.central, e.told, e.untold = e.assume.scenarios()
	return e
}

// Scenario returns one of the eight stratified scenarios of a system whose work is told (Telling), or is not; i is taken
// modulo 8.
func (e *Estimator) Scenario(i int, told bool) *Scenario {
	if told {
		return &e.told[uint(i)%NumScenarios]
	}
	return &e.untold[uint(i)%NumScenarios]
}

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
	p.w.Read(pt)
	e.size(&p, shape, sc)
	*out = p.est
}

// Sized is a shape that was sized.
type Sized = plan

// Size is Eval for inputs that were read before, in memory that may have held another shape.
func (e *Estimator) Size(p *Sized, shape int, in *Inputs, sc *Scenario) *Estimate {
	*p = plan{}
	p.w = *in
	e.size(p, shape, sc)
	return &p.est
}
