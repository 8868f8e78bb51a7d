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
	{number("load.peak_cores", "instances", 0, 1e12, "CPU cores that the work keeps busy in the peak minute"),
		[]profile.ID{profile.PeakRPS, profile.CacheableShare, profile.CPUMillis},
		func(p *profile.Point) float64 { return originPeak(p) * p[profile.CPUMillis] / 1000 }},
	{number("domain.services_per_engineer", "ratio", 0, 1e5, "services that run today per engineer; unknown unless both are stated"),
		[]profile.ID{profile.ServicesNow, profile.Engineers},
		func(p *profile.Point) float64 { return p[profile.ServicesNow] / p[profile.Engineers] }},
	{number("quality.downtime_min", "min", 0, 4380, "minutes per month that the availability target allows to be down"),
		[]profile.ID{profile.AvailabilityPct},
		func(p *profile.Point) float64 {
			return (100 - p[profile.AvailabilityPct]) / 100 * pricing.HoursPerMonth * 60
		}},
}

func originPeak(p *profile.Point) float64 {
	return p[profile.PeakRPS] * (1 - p[profile.CacheableShare])
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
