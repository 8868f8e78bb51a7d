package fact

import (
	"slices"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules/cond"
)

// estimateFact is a fact of one architecture with the fields behind it.
type estimateFact struct {
	fact cond.Fact // its name as packs write it, with {option}
	from []profile.ID
}

var (
	loadFields = []profile.ID{profile.MeanRPS, profile.PeakRPS, profile.PeakToMean, profile.Pattern,
		profile.IdleShare, profile.SurgePerMinute, profile.CacheableShare}
	workFields = []profile.ID{profile.CPUMillis, profile.DurationMillis, profile.MemoryMB, profile.Interaction,
		profile.Handoffs, profile.Runtime, profile.LongestJobS}
	teamFields = []profile.ID{profile.Engineers, profile.Teams, profile.Modules, profile.OpsMaturity,
		profile.DistributedExperience, profile.ServerlessExperience, profile.DeploysPerWeek, profile.Compliance}
	costFields = slices.Concat(loadFields, workFields, []profile.ID{profile.ResponseKB, profile.PayloadMB,
		profile.Environments, profile.Cloud, profile.Modules, profile.Engineers, profile.Teams,
		profile.GrowthPerYear, profile.RelationalQueries, profile.State, profile.ServicesNow, profile.AvailabilityPct,
		profile.RequestLogs, profile.Connections, profile.GPU, profile.PaidHost, profile.Platforms, profile.Regions})
	peopleFields = slices.Concat(loadFields, workFields, teamFields, []profile.ID{profile.Environments, profile.EngineerMonthUSD, profile.Cloud,
		profile.ServicesNow, profile.State, profile.Operators, profile.AvailabilityPct})
	availFields     = slices.Concat(teamFields, []profile.ID{profile.Cloud, profile.FailureIsolation, profile.State, profile.Handoffs})
	latencyFields   = slices.Concat(loadFields, workFields, []profile.ID{profile.Cloud, profile.Modules, profile.Engineers, profile.Teams, profile.State})
	migrationFields = []profile.ID{profile.Current, profile.ServicesNow, profile.Engineers, profile.Modules, profile.DataCoupling}
)

// estimateFacts are, per architecture, what the models say; FillEstimate keeps the same order.
var estimateFacts = []estimateFact{
	{number("cost.{option}.monthly_usd", "USD", 0, 1e15, "monthly infrastructure bill, all environments"), costFields},
	{number("latency.{option}.p50_ms", "ms", 0, 1e12, "median response time at the peak"), latencyFields},
	{number("latency.{option}.p99_ms", "ms", 0, 1e12, "99th percentile response time at the peak, cold starts included"), latencyFields},
	{number("latency.{option}.cold_share", "share", 0, 1, "share of requests that meet a cold start"), latencyFields},
	{number("availability.{option}.pct", "%", 0, 100, "share of the month in which the whole works"), availFields},
	{number("availability.{option}.downtime_min", "min", 0, 43800, "minutes per month in which it does not"), availFields},
	{number("capacity.{option}.instances", "instances", 0, 1e12, "production instances in the peak minute"), latencyFields},
	{number("capacity.{option}.utilisation", "share", 0, 1, "busy share of what is paid for"), costFields},
	{number("capacity.{option}.services", "services", 0, 1e6, "deployables to run"), peopleFields},
	{number("operations.{option}.fte", "people", 0, 1e6, "people needed to run it"), peopleFields},
	{number("operations.{option}.monthly_usd", "USD", 0, 1e15, "what these people cost per month"), peopleFields},
	{number("migration.{option}.months", "months", 0, 1e4, "calendar time to get there from what runs today"), migrationFields},
	{number("migration.{option}.engineer_months", "engineer-months", 0, 1e7, "work to get there from what runs today"), migrationFields},
}

// FillEstimate writes the facts of one architecture and returns how many.
func FillEstimate(e *estimate.Estimate, v []float64) int {
	return copy(v, []float64{e.CostMonthlyUSD, e.P50Millis, e.P99Millis, e.ColdShare, e.AvailabilityPct, e.DowntimeMinutes,
		e.Instances, e.Utilisation, e.Services, e.OpsFTE, e.OpsMonthlyUSD, e.MigrationMonths, e.MigrationFTE})
}

// PerOption is how many estimates each architecture has.
func PerOption() int { return len(estimateFacts) }
