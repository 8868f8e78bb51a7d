package explain

import (
	"slices"

	"archadvisor/advisor/profile"
)

// Relevant reports whether a question makes sense beside the answers of a profile: what could not be answered, or is
// said by another answer, is not asked.
func Relevant(p *profile.Profile, id profile.ID) bool {
	switch id {
	case profile.Schema, profile.Name, profile.Summary, profile.Region, profile.RequestsPerMonth, profile.PeakToMean, profile.Exclude:
		return false // words for people, the other names of something that is asked, and wishes
	case profile.MeanRPS:
		return !p.Known(profile.RequestsPerMonth)
	case profile.PeakRPS:
		return !p.Known(profile.PeakToMean)
	case profile.Users:
		return !p.Known(profile.RequestsPerMonth) && !p.Known(profile.MeanRPS)
	case profile.ServicesNow:
		return says(p, profile.Current, "microservices")
	case profile.Trouble, profile.TodayMonthlyUSD, profile.Utilisation, profile.EffortDays:
		return !says(p, profile.Current, "none")
	case profile.MonthsToLaunch:
		return !says(p, profile.Stage, "mature")
	case profile.Connections:
		kinds := p.Get(profile.Interaction)
		return !kinds.Known() || slices.Contains(kinds.List, "websocket") || slices.Contains(kinds.List, "stream")
	case profile.InstalledByCustomers:
		return !says(p, profile.Operators, "customers")
	case profile.ReleaseBottleneck, profile.IndependentReleases:
		return !oneTeam(p)
	}
	return true
}

// says reports whether a profile gives this word to a field.
func says(p *profile.Profile, id profile.ID, word string) bool {
	v, ok := profile.Choice(id, word)
	return ok && p.Known(id) && p.Get(id).Equal(v)
}

// oneTeam reports whether it is certain that there is one team, or one person, so that nobody can wait for anybody.
func oneTeam(p *profile.Profile) bool {
	certain := func(id profile.ID) bool { return p.Known(id) && p.Get(id).High < 2 }
	return certain(profile.Teams) || certain(profile.Engineers)
}
