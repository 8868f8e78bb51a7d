package fact

import (
	"slices"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules/cond"
)

type estimateFact struct {
	group, key string
	fact       cond.Fact // without its name
	from       []profile.ID
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
	{"cost", "monthly_usd", number("", "USD", 0, 1e15, "monthly infrastructure bill, all environments"), costFields},
	{"cost", "headroom_usd", number("", "USD", 0, 1e15, "part of the bill that waits for a surge"), costFields},
	{"latency", "p50_ms", number("", "ms", 0, 1e12, "median response time at the peak"), latencyFields},
	{"latency", "p99_ms", number("", "ms", 0, 1e12, "99th percentile response time at the peak, cold starts included"), latencyFields},
	{"latency", "cold_share", number("", "share", 0, 1, "share of requests that meet a cold start"), latencyFields},
	{"latency", "cold_ms", number("", "ms", 0, 1e9, "length of one cold start"), latencyFields},
	{"availability", "pct", number("", "%", 0, 100, "share of the month in which the whole works"), availFields},
	{"availability", "downtime_min", number("", "min", 0, 43800, "minutes per month in which it does not"), availFields},
	{"capacity", "instances", number("", "instances", 0, 1e12, "production instances in the peak minute"), latencyFields},
	{"capacity", "utilisation", number("", "share", 0, 1, "busy share of what is paid for"), costFields},
	{"capacity", "services", number("", "services", 0, 1e6, "deployables to run"), peopleFields},
	{"operations", "fte", number("", "people", 0, 1e6, "people needed to run it"), peopleFields},
	{"operations", "monthly_usd", number("", "USD", 0, 1e15, "what these people cost per month"), peopleFields},
	{"migration", "months", number("", "months", 0, 1e4, "calendar time to get there from what runs today"), migrationFields},
	{"migration", "engineer_months", number("", "engineer-months", 0, 1e7, "work to get there from what runs today"), migrationFields},
}

// FillEstimate writes the facts of one architecture and returns how many.
func FillEstimate(e *estimate.Estimate, v []float64) int {
	v = v[:15]
	v[0], v[1] = e.CostMonthlyUSD, e.HeadroomUSD
	v[2], v[3], v[4], v[5] = e.P50Millis, e.P99Millis, e.ColdShare, e.ColdMillis
	v[6], v[7] = e.AvailabilityPct, e.DowntimeMinutes
	v[8], v[9], v[10] = e.Instances, e.Utilisation, e.Services
	v[11], v[12] = e.OpsFTE, e.OpsMonthlyUSD
	v[13], v[14] = e.MigrationMonths, e.MigrationFTE
	return len(v)
}

// PerOption is how many estimates each architecture has.
func PerOption() int { return len(estimateFacts) }
