package estimate

import "archadvisor/advisor/profile"

// Inputs are what the models read of a point, in their own units. They can be
// compared: equal inputs give equal estimates under the same scenario.
type Inputs struct{ w workload }

// Read fills the inputs from a point.
func (in *Inputs) Read(pt *profile.Point) { in.w.read(pt) }

// EvalInputs is Eval for inputs that were read before.
func (e *Estimator) EvalInputs(shape int, in *Inputs, sc *Scenario, out *Estimate) {
	p := plan{w: in.w}
	e.size(&p, shape, sc)
	*out = p.est
}

// Reads are the fields of a point that the models read.
func Reads() []profile.ID {
	return []profile.ID{profile.MeanRPS, profile.PeakRPS, profile.CacheableShare, profile.IdleShare, profile.SurgePerMinute,
		profile.Interaction, profile.DurationMillis, profile.CPUMillis, profile.MemoryMB, profile.ResponseKB, profile.Handoffs,
		profile.State, profile.RelationalQueries, profile.Environments, profile.Runtime, profile.AvailabilityPct, profile.P99Millis,
		profile.Engineers, profile.Teams, profile.Operators, profile.OpsMaturity, profile.DistributedExperience,
		profile.ServerlessExperience, profile.DeploysPerWeek, profile.Modules, profile.ServicesNow, profile.LockstepChanges,
		profile.DataCoupling, profile.Stage, profile.Current, profile.Compliance, profile.EngineerMonthUSD,
		profile.Connections, profile.RequestLogs, profile.GPU, profile.PaidHost, profile.Platforms, profile.Regions, profile.PayloadMB}
}
