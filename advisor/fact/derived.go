package fact

import (
	"math"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules/cond"
)

type derivedFact struct {
	fact cond.Fact
	from []profile.ID // the fields that it is computed from
	of   func(*profile.Point) float64
}

func number(name, unit string, min, max float64, doc string) cond.Fact {
	return cond.Fact{Name: name, Kind: cond.FactNumber, Unit: unit, Min: min, Max: max, Doc: doc}
}

// derivedFacts are the few ratios that rules read beside the fields themselves.
var derivedFacts = []derivedFact{
	{number("load.origin_rps", "req/s", 0, 1e12, "mean rate that compute sees, after the cache"),
		[]profile.ID{profile.MeanRPS, profile.CacheableShare},
		func(p *profile.Point) float64 { return p[profile.MeanRPS] * (1 - p[profile.CacheableShare]) }},
	{number("load.origin_peak_rps", "req/s", 0, 1e12, "peak rate that compute sees, after the cache"),
		[]profile.ID{profile.PeakRPS, profile.CacheableShare}, originPeak},
	{number("load.peak_concurrency", "requests", 0, 1e15, "requests in flight in the peak minute"),
		[]profile.ID{profile.PeakRPS, profile.CacheableShare, profile.DurationMillis},
		func(p *profile.Point) float64 { return originPeak(p) * p[profile.DurationMillis] / 1000 }},
	{number("load.ramp_per_s", "requests/s", 0, 1e15, "growth of requests in flight per second while a surge builds up"),
		[]profile.ID{profile.PeakRPS, profile.SurgePerMinute, profile.DurationMillis, profile.CacheableShare}, surgeRamp},
	{number("load.peak_cores", "instances", 0, 1e12, "CPU cores that the work keeps busy in the peak minute"),
		[]profile.ID{profile.PeakRPS, profile.CacheableShare, profile.CPUMillis},
		func(p *profile.Point) float64 { return originPeak(p) * p[profile.CPUMillis] / 1000 }},
	{number("load.idle_environments", "environments", 0, 100, "idle share of the hours x environments: always-on capacity that nobody uses"),
		[]profile.ID{profile.IdleShare, profile.Environments},
		func(p *profile.Point) float64 { return p[profile.IdleShare] * p[profile.Environments] }},
	{number("team.engineers_per_team", "people", 0, 1e5, "engineers per team that owns software end to end"),
		[]profile.ID{profile.Engineers, profile.Teams}, ratio(profile.Engineers, profile.Teams)},
	{number("team.platform_share", "share", 0, 1e4, "platform people per engineer"),
		[]profile.ID{profile.Engineers, profile.PlatformEngineers}, ratio(profile.PlatformEngineers, profile.Engineers)},
	{number("domain.services_per_engineer", "ratio", 0, 1e5, "services that run today per engineer; unknown unless both are stated"),
		[]profile.ID{profile.ServicesNow, profile.Engineers}, ratio(profile.ServicesNow, profile.Engineers)},
	{number("domain.modules_per_team", "ratio", 0, 1000, "bounded contexts per team"),
		[]profile.ID{profile.Modules, profile.Teams}, ratio(profile.Modules, profile.Teams)},
	{number("work.wait_share", "share", 0, 1, "share of a request's wall time that it waits instead of computing"),
		[]profile.ID{profile.CPUMillis, profile.DurationMillis},
		func(p *profile.Point) float64 { return 1 - p[profile.CPUMillis]/p[profile.DurationMillis] }},
	{number("quality.downtime_min", "min", 0, 4380, "minutes per month that the availability target allows to be down"),
		[]profile.ID{profile.AvailabilityPct},
		func(p *profile.Point) float64 {
			return (100 - p[profile.AvailabilityPct]) / 100 * pricing.HoursPerMonth * 60
		}},
	{number("budget.payroll_share", "share", 0, 1e9, "infrastructure budget as a share of the team's payroll"),
		[]profile.ID{profile.BudgetMonthlyUSD, profile.EngineerMonthUSD, profile.Engineers},
		func(p *profile.Point) float64 {
			return p[profile.BudgetMonthlyUSD] / (p[profile.Engineers] * p[profile.EngineerMonthUSD])
		}},
}

// ratio is one field by another.
func ratio(over, under profile.ID) func(*profile.Point) float64 {
	return func(p *profile.Point) float64 { return p[over] / p[under] }
}

func originPeak(p *profile.Point) float64 {
	return p[profile.PeakRPS] * (1 - p[profile.CacheableShare])
}

// surgeRamp is how fast concurrent executions grow while the rate multiplies
// by surge_per_minute up to the peak, per second.
func surgeRamp(p *profile.Point) float64 {
	surge := p[profile.SurgePerMinute]
	if !(surge > 1) {
		return 0
	}
	return originPeak(p) * (1 - 1/surge) * p[profile.DurationMillis] / 1000 / 60
}

// limitFacts are the hard limits of the cloud's functions, in the order of estimate.LimitNames and named after it.
var limitFacts = [len(estimate.LimitNames)]cond.Fact{
	number("", "s", 0, 1e9, "longest piece of work that a function or serverless request may do"),
	number("", "MB", 0, 1e9, "largest memory of one function instance"),
	number("", "MB", 0, 1e9, "largest request or response body of a function"),
	number("", "requests", 0, 1e12, "concurrent executions of an account by default; can be raised on request"),
	number("", "requests/s", 0, 1e12, "new concurrent executions that the platform adds per second"),
	number("", "s", 0, 1e9, "longest synchronous request through the HTTP front door of functions"),
	number("", "ms", 0, 1e6, "99th percentile of one read from a cache across the network"),
}

// WidenLimits widens the limits to those of every cloud while none was named.
func (t *Table) WidenLimits(p *profile.Profile, clouds []estimate.Limits, lo, hi []float64) {
	if p.Known(profile.Cloud) {
		return
	}
	for _, limits := range clouds {
		for i, x := range limits {
			at := t.Limits + i
			lo[at], hi[at] = math.Min(lo[at], x), math.Max(hi[at], x)
		}
	}
}
