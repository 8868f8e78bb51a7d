package record

import (
	"strings"

	"archadvisor/advisor/profile"
)

// phrase is how a record says one answered field. The value stands in the
// place of {}; a bool has a phrase for each of its values.
type phrase struct {
	yes string
	no  string
}

// phraseOf returns the phrase of a field, empty for those that are said
// elsewhere in a record (name, summary, priorities) or not at all.
func phraseOf(id profile.ID) phrase {
	switch id.Field().Section {
	case "team":
		return teamPhrase(id)
	case "load":
		return loadPhrase(id)
	case "work":
		return workPhrase(id)
	case "budget", "quality":
		return targetPhrase(id)
	case "domain":
		return domainPhrase(id)
	case "constraints":
		return constraintPhrase(id)
	}
	return phrase{}
}

func teamPhrase(id profile.ID) phrase {
	switch id {
	case profile.Engineers:
		return phrase{yes: "the code is written by {}"}
	case profile.Teams:
		return phrase{yes: "it is owned end to end by {}"}
	case profile.PlatformEngineers:
		return phrase{yes: "mainly on infrastructure and on-call: {}"}
	case profile.OpsMaturity:
		return phrase{yes: "operations maturity is {}"}
	case profile.DistributedExperience:
		return phrase{yes: "experience with several services in production: {}"}
	case profile.ServerlessExperience:
		return phrase{yes: "experience with functions in production: {}"}
	case profile.DeploysPerWeek:
		return phrase{yes: "deployments: {}"}
	case profile.ReleaseBottleneck:
		return phrase{"teams wait for one another to release", "no team waits for another to release"}
	case profile.IndependentReleases:
		return phrase{"parts must be released by different teams at different times", "its parts may be released together"}
	}
	return phrase{}
}

func loadPhrase(id profile.ID) phrase {
	switch id {
	case profile.MeanRPS:
		return phrase{yes: "{} on average"}
	case profile.PeakRPS:
		return phrase{yes: "{} in the busiest minute"}
	case profile.PeakToMean:
		return phrase{yes: "the peak is {} the average"}
	case profile.RequestsPerMonth:
		return phrase{yes: "{}"}
	case profile.Pattern:
		return phrase{yes: "shape over a day: {}"}
	case profile.IdleShare:
		return phrase{yes: "share of hours with practically no traffic: {}"}
	case profile.SurgePerMinute:
		return phrase{yes: "the rate can multiply {} within one minute"}
	case profile.GrowthPerYear:
		return phrase{yes: "growth a year: {}"}
	case profile.CacheableShare:
		return phrase{yes: "share of requests that a cache answers: {}"}
	case profile.ResponseKB:
		return phrase{yes: "average response: {}"}
	}
	return phrase{}
}

func workPhrase(id profile.ID) phrase {
	switch id {
	case profile.CPUMillis:
		return phrase{yes: "CPU time of one request: {}"}
	case profile.DurationMillis:
		return phrase{yes: "wall time of one request: {}"}
	case profile.MemoryMB:
		return phrase{yes: "memory of one request: {}"}
	case profile.PayloadMB:
		return phrase{yes: "largest body: {}"}
	case profile.LongestJobS:
		return phrase{yes: "longest single piece of work: {}"}
	case profile.Interaction:
		return phrase{yes: "work arrives as {}"}
	case profile.Handoffs:
		return phrase{yes: "hand-offs per unit of work: {}"}
	case profile.State:
		return phrase{yes: "state between requests: {}"}
	case profile.RelationalQueries:
		return phrase{"ad-hoc joins over shared data are needed", "no ad-hoc joins over shared data are needed"}
	case profile.GPU:
		return phrase{"it needs a GPU", "it needs no GPU"}
	case profile.Runtime:
		return phrase{yes: "language or runtime: {}"}
	}
	return phrase{}
}

func targetPhrase(id profile.ID) phrase {
	switch id {
	case profile.BudgetMonthlyUSD:
		return phrase{yes: "ceiling for infrastructure a month: {}"}
	case profile.EngineerMonthUSD:
		return phrase{yes: "one engineer a month: {}"}
	case profile.MonthsToLaunch:
		return phrase{yes: "time to the first production release: {}"}
	case profile.Environments:
		return phrase{yes: "{}, production included"}
	case profile.P99Millis:
		return phrase{yes: "users accept a 99th percentile of {}"}
	case profile.AvailabilityPct:
		return phrase{yes: "monthly availability of {}"}
	}
	return phrase{}
}

func domainPhrase(id profile.ID) phrase {
	switch id {
	case profile.Modules:
		return phrase{yes: "{} could stand alone"}
	case profile.ServicesNow:
		return phrase{yes: "running today: {}"}
	case profile.DataCoupling:
		return phrase{yes: "coupling of the modules' data is {}"}
	case profile.LockstepChanges:
		return phrase{"most changes touch several parts that must ship together", "most changes stay within one part"}
	case profile.IndependentScaling:
		return phrase{"parts need very different capacity", "its parts need similar capacity"}
	case profile.FailureIsolation:
		return phrase{"one part failing must not take others down", "its parts may fail together"}
	case profile.StableBoundaries:
		return phrase{"the cut between modules is known and has stopped moving", "the cut between modules still moves"}
	case profile.Stage:
		return phrase{yes: "stage: {}"}
	case profile.Current:
		return phrase{yes: "what runs today: {}"}
	}
	return phrase{}
}

func constraintPhrase(id profile.ID) phrase {
	switch id {
	case profile.Cloud:
		return phrase{yes: "cloud: {}"}
	case profile.Region:
		return phrase{yes: "region: {}"}
	case profile.Compliance:
		return phrase{yes: "compliance: {}"}
	case profile.LockIn:
		return phrase{yes: "lock-in: {}"}
	case profile.Exclude:
		return phrase{yes: "excluded beforehand: {}"}
	}
	return phrase{}
}

// say is the phrase of an answered field with its value in it, "" if the field
// has none.
func say(p *profile.Profile, id profile.ID) string {
	v, ph := p.Get(id), phraseOf(id)
	if id.Field().Kind == profile.Bool {
		if v.Bool() {
			return ph.yes
		}
		return ph.no
	}
	text := valueText(id, v)
	if ph.yes == "" || text == "" {
		return ""
	}
	return strings.Replace(ph.yes, "{}", text, 1)
}

// valueText is a value for people, as one line.
func valueText(id profile.ID, v profile.Value) string {
	switch id.Field().Kind {
	case profile.Text:
		return limit(Line(v.Text), maxLabel)
	case profile.TextList:
		return and(people(v.List))
	}
	return Line(profile.Format(id, v))
}
