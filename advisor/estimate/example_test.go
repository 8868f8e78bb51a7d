package estimate_test

import (
	"fmt"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

func ExampleEstimator() {
	prices := pricing.Load()
	models := estimate.New(prices)
	p := profile.New("shop")
	for _, s := range []string{"load.mean_rps=10", "load.peak_rps=40", "work.cpu_ms=10", "work.duration_ms=50",
		"team.engineers=16", "team.teams=2", "domain.modules=8", "load.surge_per_minute=1"} {
		if err := p.SetString(s); err != nil {
			panic(err)
		}
	}
	var point profile.Point
	profile.NewSampler(p, 1).Central(&point)
	var in estimate.Inputs
	in.Read(&point)
	for a := estimate.Monolith; a < estimate.NumArchitectures; a++ {
		shape := models.ShapesOf(0, a)[0]
		var sized estimate.Sized
		models.Size(&sized, shape, &in, models.CentralScenario())
		fmt.Println(sized.Describe())
	}
	// Output:
	// modular monolith, 2 x t4g.micro behind an ALB
	// functions behind an HTTP API
	// 8 services on Fargate, 2 x 0.25 vCPU each
}
