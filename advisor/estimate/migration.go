package estimate

// What runs today: the options of domain.current.
const (
	currentNone = iota
	currentMonolith
	currentServices
	currentServerless
)

// currentAs are these options by architecture.
var currentAs = [NumArchitectures]int{currentMonolith, currentServerless, currentServices}

// migrate estimates the move from what runs today, in calendar months and engineer-months. The work of one service is
// not divided further: where there are few services for the engineers, more people do not make the move shorter.
func (p *plan) migrate() {
	w := &p.w
	var months, effort float64
	size := p.a.Migration.Stage[w.stage] * p.a.Migration.Coupling[w.coupling]
	services := p.services
	if w.current == currentServices {
		services = max(w.servicesNow, w.serviceCount())
	}
	people := max(1, w.engineers*p.a.Migration.ShareOfTeam)
	crew := min(people, max(1, services*p.a.Migration.PeoplePerService))
	switch {
	case w.current == currentNone || w.current == currentAs[p.s.arch]:
		return
	case p.s.arch == Microservices:
		effort = p.a.Migration.EngineerMonthsPerSplit * p.services * size
		if w.current == currentServerless {
			effort /= 2 // the cuts exist already
		}
		months = within(effort/crew, 0, 1, 84)
	case w.current == currentServices:
		effort = services * p.a.Migration.MonthsPerMerge * p.a.Migration.PeoplePerMerge
		months = within(effort/crew, 0, p.a.Migration.MonthsPerMerge, 84)
	case p.s.arch == Serverless:
		months = p.a.Migration.ServerlessMonths * size
		effort = months * min(people, max(1, p.services))
	default:
		months = p.a.Migration.MonthsOutOfServerless * size
		effort = months * min(people, 4)
	}
	p.est.MigrationMonths, p.est.MigrationFTE = finite(months), finite(effort)
}
