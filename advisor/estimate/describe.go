package estimate

import (
	"fmt"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Describe names what a shape comes to at a point: "modular monolith, 2 x
// c7g.large behind an ALB", "6 services on Fargate, 2 replicas each", "functions
// behind an HTTP API".
func (e *Estimator) Describe(shape int, pt *profile.Point, sc *Scenario) string {
	var p plan
	e.plan(&p, shape, pt, sc)
	f := &p.fleet
	switch p.s.form {
	case onOneServer:
		return fmt.Sprintf("modular monolith and its database on %s x %s", numeral.Whole(f.peak), f.size.Label)
	case onVMs:
		if p.s.lone {
			return fmt.Sprintf("%s, %s x %s", p.s.Title, numeral.Whole(f.peak), f.size.Label)
		}
		return fmt.Sprintf("modular monolith, %s x %s %s", numeral.Whole(f.peak), f.size.Label, p.frontName())
	case onContainers:
		if p.s.lone {
			return fmt.Sprintf("%s, %s x %s", p.s.Title, numeral.Whole(f.peak), f.size.Label)
		}
		return fmt.Sprintf("modular monolith, %s x %s on %s", numeral.Whole(f.peak), f.size.Label, p.c.containers)
	case perService:
		return fmt.Sprintf("%s services on %s, %s replicas each", numeral.Whole(p.services), p.c.containers, numeral.Whole(f.peak))
	case onKubernetes:
		return fmt.Sprintf("%s services on %s, %s x %s", numeral.Whole(p.services), p.c.cluster, numeral.Whole(f.peak), f.size.Label)
	case onOwnPlatform:
		return fmt.Sprintf("functions on an own scale-to-zero platform, %s x %s", numeral.Whole(f.peak), f.size.Label)
	}
	return p.s.Title
}

func (p *plan) frontName() string {
	if !p.w.waits {
		return "fed by a queue"
	}
	return p.c.front
}
