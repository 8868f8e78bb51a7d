// Package people is how many people it takes to run a system. It counts dedicated staff, in full-time equivalents:
// those whose work it is to run what others build. The developers' own time is told apart, as a share, and is in no
// sum.
//
//	staff = max(rota, maturity x (size x (floor x experience + environments)
//	        + per developer x engineers + per deployable x experience x deployables)
//	        + machines / machines per person) + stores + audits
//
// floor is what a platform of the kind takes however little runs on it; size is the share of it that an organisation
// below the size of a platform team spends. rota is the least number of heads where a group of its own, not the
// developers, is called around the clock: on-call needs heads, not fractions.
//
// Where it stops being true: it was set by hand on published findings, which spread by a factor of 1.7 around it; take
// it as good to a factor of two. Nothing was published that ties people to requests: load enters through machines
// alone.
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

// figures are the items of the book of assumptions that hold what is different for each platform, without "staff.".
var figures = [numPlatforms]struct{ floor, environment, deployable, own string }{
	Server:       {"floor.server", "environment", "deployable", "own_time.servers"},
	Servers:      {"floor.servers", "environment", "deployable", "own_time.servers"},
	Managed:      {"floor.managed", "environment", "deployable", "own_time.managed"},
	Services:     {"floor.services", "environment", "deployable", "own_time.cluster"},
	Cluster:      {"floor.cluster", "environment.cluster", "deployable", "own_time.cluster"},
	Functions:    {"floor.functions", "environment", "deployable.functions", "own_time.functions"},
	OwnFunctions: {"floor.own_functions", "environment.cluster", "deployable.functions", "own_time.cluster"},
}

// The options of team.ops_maturity and of the two experiences.
var (
	levels      = [...]string{"none", "basic", "established", "advanced"}
	experiences = [...]string{"none", "some", "strong"}
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

// kind are the figures of one platform.
type kind struct {
	floor, environment, deployable float64
	own                            [2]float64
}

// Model holds the figures of the book of assumptions, each with its source there.
type Model struct {
	kinds                     [numPlatforms]kind
	maturity, machines        [len(levels)]float64
	experience                [len(experiences)]float64
	engineer, fullSize, store float64
	environments              float64 // that the floor holds
	audit, auditDeployable    float64
	rota, rotaAvailability    float64
}

// Read resolves the model from the book of assumptions.
func Read(figure func(item string) *pricing.Price) *Model {
	num := func(item string) float64 { return figure("staff." + item).Value }
	m := &Model{engineer: num("per_engineer"), fullSize: num("full_floor_engineers"), store: num("per_store"),
		environments: num("free_environments"), audit: num("per_audit"), auditDeployable: num("per_audit_deployable"),
		rota: num("rota"), rotaAvailability: num("rota_availability") / 100}
	for p, f := range figures {
		own := figure("staff." + f.own)
		m.kinds[p] = kind{num(f.floor), num(f.environment), num(f.deployable), [2]float64{own.Low, own.High}}
	}
	for i, level := range levels {
		m.maturity[i], m.machines[i] = num("maturity."+level), num("machines."+level)
	}
	for i, e := range experiences {
		m.experience[i] = num("experience." + e)
	}
	return m
}

// Staff is the dedicated staff that a load takes, in full-time equivalents.
func (m *Model) Staff(l *Load) float64 {
	k, size := &m.kinds[l.Platform], min(1, l.Engineers/m.fullSize)
	practice := 1.0
	if l.Platform >= Services {
		practice = m.experience[l.Experience]
	}
	work := size*(k.floor*practice+k.environment*max(0, l.Environments-m.environments)) +
		m.engineer*l.Engineers + k.deployable*practice*l.Deployables
	work = work*m.maturity[l.Maturity] + l.Machines/m.machines[l.Maturity] +
		size*m.store*l.Stores + l.Audits*(m.audit+m.auditDeployable*l.Deployables)
	if l.Separate && l.Availability >= m.rotaAvailability {
		return max(m.rota, work)
	}
	return work
}

// Serving is the part of Staff that grows with the developers alone: several
// platforms that serve the same developers have it once.
func (m *Model) Serving(l *Load) float64 { return m.engineer * l.Engineers * m.maturity[l.Maturity] }

// OwnTime is the share of the developers' own time that a platform takes beside the staff, low and high.
func (m *Model) OwnTime(p Platform) (low, high float64) { return m.kinds[p].own[0], m.kinds[p].own[1] }

// Rota is the least number of heads of a rota around the clock.
func (m *Model) Rota() float64 { return m.rota }
