package explain

import "archadvisor/advisor/profile"

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
	}
	return p.Asks(id)
}

// says reports whether a profile gives this word to a field.
func says(p *profile.Profile, id profile.ID, word string) bool {
	v, ok := profile.Choice(id, word)
	return ok && p.Known(id) && p.Get(id).Equal(v)
}
