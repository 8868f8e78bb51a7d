// Package people is how many people it takes to run a system. It counts dedicated staff, in full-time equivalents:
// those whose work it is to run what others build. The developers' own time is told apart, as a share, and is in no
// sum.
//
//	staff = max(rota, maturity x (size x (floor x experience + environments)
//	        + per developer x engineers + per deployable x experience x deployables)
//	        + machines / machines per person) + stores + audits
//
// size is the share of the floor that an organisation below the size of a platform team spends; rota is the least number
// of heads where a group of its own, not the developers, is called around the clock. It was set by hand on published
// findings, which spread by a factor of 1.7 around it. Nothing was published that ties people to requests: load enters
// through machines alone.
package people

import "archadvisor/advisor/pricing"

// Platform is what a system runs on, as far as the work of running it goes.
type Platform uint8

// The platforms.
const (
	Server       Platform = iota // one server with everything on it
	Servers                      // a fleet of servers
	Managed                      // one program on a platform that runs programs or containers
	Services                     // many programs on managed containers
	Cluster                      // many programs on Kubernetes
	Functions                    // functions
	OwnFunctions                 // a platform for functions on a cluster of one's own
	numPlatforms
)

// Load is what there is to run, and who runs it.
type Load struct {
	Platform     Platform
	Maturity     int     // an option of team.ops_maturity
	Experience   int     // with the platform, an option of its experience
	Engineers    float64 // who develop what runs
	Deployables  float64
	Machines     float64 // that the team itself looks after
	Stores       float64 // databases and queues that the team itself runs
	Environments float64
	Audits       float64 // compliance names
	Separate     bool    // a group of its own runs it
	Availability float64 // target, 0..1
}

// Model is "staff" in the book of assumptions, where each figure has its source; lists are by platform, by the options
// of team.ops_maturity and by those of the two experiences.
type Model struct {
	Floor            [numPlatforms]float64        `by:"server servers managed services cluster functions own_functions"`
	Environment      [numPlatforms]float64        `by:"- - - - cluster - cluster"`
	Deployable       [numPlatforms]float64        `by:"- - - - - functions functions"`
	OwnTime          [numPlatforms]*pricing.Price `by:"servers servers managed cluster cluster functions cluster"`
	Maturity         [4]float64                   `by:"none basic established advanced"`
	Machines         [4]float64                   `by:"none basic established advanced"` // per person
	Experience       [3]float64                   `by:"none some strong"`
	FreeEnvironments float64                      // that the floor holds

	PerEngineer, FullFloorEngineers, PerStore, PerAudit, PerAuditDeployable, Rota, RotaAvailability float64
}

// Staff is the dedicated staff that a load takes, in full-time equivalents, where the work is so many times what is
// typical; a rota has as many heads, however little they do.
func (m *Model) Staff(l *Load, times float64) float64 {
	size := min(1, l.Engineers/m.FullFloorEngineers)
	practice := 1.0
	if l.Platform >= Services {
		practice = m.Experience[l.Experience]
	}
	work := size*(m.Floor[l.Platform]*practice+m.Environment[l.Platform]*max(0, l.Environments-m.FreeEnvironments)) +
		m.PerEngineer*l.Engineers + m.Deployable[l.Platform]*practice*l.Deployables
	work = times * (work*m.Maturity[l.Maturity] + l.Machines/m.Machines[l.Maturity] +
		size*m.PerStore*l.Stores + l.Audits*(m.PerAudit+m.PerAuditDeployable*l.Deployables))
	if l.Separate && l.Availability >= m.RotaAvailability/100 {
		return max(m.Rota, work)
	}
	return work
}

// Serving is the part of Staff that grows with the developers alone: several
// platforms that serve the same developers have it once.
func (m *Model) Serving(l *Load) float64 { return m.PerEngineer * l.Engineers * m.Maturity[l.Maturity] }
