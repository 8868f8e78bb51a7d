package session

import (
	"slices"

	"archadvisor/advisor/profile"
)

// first are the questions of the opening: team, load profile, budget. They are
// known off-hand and carry most of every decision. By then people know what
// they are talking about and can name it.
var first = []profile.ID{profile.Engineers, profile.MeanRPS, profile.Pattern, profile.BudgetMonthlyUSD, profile.Name}

// Visible reports whether a question makes sense beside the other answers.
// Hidden questions are never asked in turn.
func (s Session) Visible(id profile.ID) bool {
	p := s.profile
	if p.Get(id).State != profile.Open {
		return id != profile.Schema
	}
	switch id {
	case profile.Schema, profile.Summary, profile.Scope, profile.Region, profile.RequestsPerMonth, profile.PeakToMean:
		return false // words for people, and the other names of something that is asked
	case profile.MeanRPS:
		return !p.Known(profile.RequestsPerMonth)
	case profile.PeakRPS:
		return !p.Known(profile.PeakToMean)
	case profile.ServicesNow:
		return p.Get(profile.Current).Equal(choice(profile.Current, "microservices"))
	case profile.ReleaseBottleneck, profile.IndependentReleases:
		return !oneTeam(p)
	}
	return senseOfToday(p, id)
}

// senseOfToday is Visible for what depends on how things stand: nothing runs
// yet, the product is mature, who installs it is known.
func senseOfToday(p *profile.Profile, id profile.ID) bool {
	is := func(id profile.ID, word string) bool { return p.Get(id).Equal(choice(id, word)) }
	switch id {
	case profile.Users:
		return !p.Known(profile.MeanRPS) && !p.Known(profile.RequestsPerMonth)
	case profile.Connections:
		kinds := p.Get(profile.Interaction)
		return !kinds.Known() || slices.Contains(kinds.List, "websocket") || slices.Contains(kinds.List, "stream")
	case profile.InstalledByCustomers:
		return !is(profile.Operators, "customers")
	case profile.MonthsToLaunch:
		return !is(profile.Stage, "mature")
	case profile.TodayMonthlyUSD, profile.Utilisation:
		return !is(profile.Current, "none")
	}
	return true
}

// oneTeam reports whether it is certain that there is one team, or one person,
// so that nobody can wait for anybody.
func oneTeam(p *profile.Profile) bool {
	certain := func(id profile.ID) bool {
		v := p.Get(id)
		return v.State != profile.Open && v.High < 2
	}
	return certain(profile.Teams) || certain(profile.Engineers)
}

// SetOrder takes the open questions by what their answers are worth, most
// first, and whether nothing left is likely to change the answer.
func (s Session) SetOrder(fields []string, stop bool) Session {
	s.ranked, s.stop = nil, stop
	for _, name := range fields {
		if id, ok := profile.Lookup(name); ok {
			s.ranked = append(s.ranked, id)
		}
	}
	return s
}

// CanStop reports whether nothing left is likely to change the answer.
func (s Session) CanStop() bool { return s.stop }

// Ahead returns the questions still to be asked, in order, as things stand.
func (s Session) Ahead() []profile.ID {
	var out []profile.ID
	add := func(id profile.ID) {
		if s.askable(id) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, group := range [][]profile.ID{first, s.ranked} {
		for _, id := range group {
			add(id)
		}
	}
	for _, drawn := range []bool{true, false} {
		for _, f := range profile.Fields() {
			if f.Drawn == drawn && f.ID != profile.Name {
				add(f.ID)
			}
		}
	}
	return out
}

// askable reports whether a question may come next: it makes sense, has no
// answer and was not seen yet.
func (s Session) askable(id profile.ID) bool {
	return s.Visible(id) && s.Status(id) == Open && !slices.Contains(s.seen, id)
}

// Group is one step of the interview.
type Group struct {
	Name     string
	Answered int
	Unknown  int
	Total    int
	Current  bool // the question at hand belongs to it
}

// Groups returns the steps of the interview in the order of the profile, with
// how far each is.
func (s Session) Groups() []Group {
	var out []Group
	index := map[string]int{}
	for _, f := range profile.Fields() {
		if f.Group == "" || !s.Visible(f.ID) {
			continue
		}
		i, ok := index[f.Group]
		if !ok {
			i = len(out)
			index[f.Group] = i
			out = append(out, Group{Name: f.Group})
		}
		g := &out[i]
		g.Total++
		switch s.Status(f.ID) {
		case Answered:
			g.Answered++
		case Unknown:
			g.Unknown++
		}
		g.Current = g.Current || f.ID == s.Current()
	}
	return out
}

// Progress returns how many of the visible questions have an answer or an "I
// don't know", and how many there are.
func (s Session) Progress() (done, total int) {
	for _, g := range s.Groups() {
		done += g.Answered + g.Unknown
		total += g.Total
	}
	return done, total
}
