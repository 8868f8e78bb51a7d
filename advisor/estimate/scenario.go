package estimate

import (
	"math"

	"archadvisor/advisor/estimate/queueing"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Scenario is one way in which the models themselves may be off: parameters that no profile states, each with a sourced
// range. A decision is robust only if it holds in all of them.
type Scenario struct {
	IdleLifetime   float64 // factor on the seconds that a cloud keeps an idle instance
	OverheadFactor float64 // CPU of services over CPU of the same work in one process, short requests
	HopMillis      float64 // one call to another service, network and encoding
	ServiceSCV     float64 // squared coefficient of variation of a request's time
	ColdFactor     float64 // cold start of a real application over a hello-world
	QueriesFactor  float64 // factor on database queries per request
	OutageFactor   float64 // factor on the share of failed changes that stop everything
	OpsFactor      float64 // factor on the people needed to run things
	BillFactor     float64 // factor on the bill that is likely: what operators do that no profile states

	tail float64 // 99th percentile of a request's own time over its mean
}

// NumScenarios is the number of scenarios that draws cycle through.
const NumScenarios = 8

// strata says in which eighth of its range each parameter of a scenario lies. A
// column is a permutation: every parameter meets each of its eighths once. Found
// by a search for the least correlation between columns, one third at most.
var strata = [NumScenarios][9]float64{
	{0, 0, 2, 1, 3, 2, 0, 3, 1},
	{1, 7, 4, 6, 7, 5, 2, 1, 2},
	{2, 4, 5, 2, 5, 0, 7, 4, 6},
	{3, 1, 7, 7, 1, 4, 5, 7, 4},
	{4, 5, 3, 3, 0, 7, 4, 0, 5},
	{5, 6, 0, 4, 2, 3, 6, 6, 0},
	{6, 2, 1, 5, 4, 1, 3, 2, 7},
	{7, 3, 6, 0, 6, 6, 1, 5, 3},
}

// Telling are the fields of which one at least must be stated for a bill to be told as closely as those of systems whose
// work is described: where all that is known is how much comes in, documented bills lie much further off. The times of a
// request are among them by judgement: no documented bill states these alone.
var Telling = []profile.ID{profile.Runtime, profile.State, profile.RelationalQueries, profile.CPUMillis, profile.DurationMillis}

// at is the value a share u of the way through the range of a figure, log-uniform on each side of its centre at 0.5.
func at(p *pricing.Price, u float64) float64 {
	if u < 0.5 {
		return p.Low * math.Pow(p.Value/p.Low, 2*u)
	}
	return p.Value * math.Pow(p.High/p.Value, 2*u-1)
}

func (a *assumptions) scenario(u [9]float64) Scenario {
	sc := Scenario{
		IdleLifetime:   at(a.IdleLifetimeFactor, u[0]),
		OverheadFactor: at(a.MicroserviceOverhead, u[1]),
		HopMillis:      at(a.ServiceCallMs, u[2]),
		ServiceSCV:     at(a.ServiceTimeSCV, u[3]),
		ColdFactor:     at(a.ColdRealAppFactor, u[4]),
		QueriesFactor:  at(a.DBQueriesPerRequest, u[5]) / a.DBQueriesPerRequest.Value,
		OutageFactor:   at(a.OutageShareOfChangeFailure, u[6]) / a.OutageShareOfChangeFailure.Value,
		OpsFactor:      at(a.OpsFactor, u[7]),
		BillFactor:     at(a.BillSpread, u[8]),
	}
	sc.tail = queueing.Varying(1, sc.ServiceSCV).LogNormalQuantile(0.99)
	return sc
}

func (a *assumptions) scenarios() (central Scenario, told, untold [NumScenarios]Scenario) {
	for i, row := range strata {
		var u [9]float64
		for j, stratum := range row {
			u[j] = (stratum + 0.5) / NumScenarios
		}
		told[i] = a.scenario(u)
		untold[i] = told[i]
		untold[i].BillFactor = at(a.BillSpreadUntold, u[8])
	}
	return a.scenario([9]float64{0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5}), told, untold
}
