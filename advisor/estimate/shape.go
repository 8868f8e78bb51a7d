package estimate

import (
	"slices"

	"archadvisor/advisor/pricing"
)

// Shape is one way to deploy an architecture on one cloud: the unit that is sized, priced and compared, a row of
// clouds.toml, which explains it. Which shape stands for its architecture is decided by the advisor.
type Shape struct {
	ID           string // "aws-functions-http", stable, for tests and machines
	Title        string // "functions behind an HTTP API", without sizes
	Form         form
	Front        front
	Lone, Vendor bool
	NoSockets    bool   `toml:"no_sockets"`
	Functions    string // the service in the price book

	Requests, Memory pricing.Meter // what calls of functions and their GB-seconds are counted by; 0: the usual ones

	arch  Architecture
	cloud int // index in the table of clouds
	plan  pricing.FunctionPlan
}

// form is what a shape's compute is made of.
type form uint8

const (
	onVMs         form = iota // whole application on virtual machines
	onContainers              // whole application on managed containers
	perService                // a managed container service per deployable
	onKubernetes              // services on a managed or own Kubernetes cluster
	onFunctions               // functions, one request per instance
	onWarm                    // functions with provisioned concurrency
	onScaleToZero             // containers billed per request, many requests per instance
	onOwnPlatform             // scale-to-zero platform on the team's own cluster
	onOneServer               // whole application and its database on one machine
)

var formWords = []string{"vms", "containers", "per-service", "kubernetes", "functions", "warm-functions", "scale-to-zero",
	"own-platform", "one-server"}

// UnmarshalText reads the word of clouds.toml.
func (f *form) UnmarshalText(word []byte) error {
	*f = form(slices.Index(formWords, string(word)))
	return nil
}

// called says that the form is paid by the request.
func (f form) called() bool { return f == onFunctions || f == onWarm || f == onScaleToZero }

// front is what stands in front of the compute.
type front uint8

const (
	balancer   front = iota // load balancer, by the hour and by capacity units
	gateway                 // HTTP API, by the request
	direct                  // the platform's own URL, included in its price
	ownIngress              // a proxy on the team's own servers
)

var frontWords = []string{"balancer", "gateway", "direct", "own-ingress"}

// UnmarshalText reads the word of clouds.toml.
func (f *front) UnmarshalText(word []byte) error {
	*f = front(slices.Index(frontWords, string(word)))
	return nil
}

// Options of today.platforms: a platform that runs what is pushed to it; machines of one's own.
const paas, onPremises = 3, 5

// knownAs are the forms by the options of today.platforms whose people know them.
var knownAs = [...][]form{
	{onVMs}, {onContainers, perService, onScaleToZero}, {onKubernetes, onOwnPlatform},
	{onContainers, onScaleToZero}, {onFunctions, onWarm, onScaleToZero}, {onVMs, onOwnPlatform},
}

// strange says that a team which runs these platforms does not know a shape, but another of
// its architecture that can do the work.
func (e *Estimator) strange(s *Shape, w *Inputs) bool {
	known := func(s *Shape) bool {
		for option, forms := range knownAs {
			if w.platforms>>option&1 == 1 && (slices.Contains(forms, s.Form) || s.Vendor) {
				return true
			}
		}
		return false
	}
	if w.platforms == 0 || known(s) {
		return false
	}
	return slices.ContainsFunc(e.ShapesOf(s.cloud, s.arch), func(i int) bool {
		other := &e.shapes[i]
		return !other.Lone && known(other) && other.can(w)
	})
}

// can says whether a shape can do the work at all: one that is paid by the request cannot
// keep a process for each session, nor a monolith what stays open or in memory.
func (s *Shape) can(w *Inputs) bool {
	switch {
	case s.Vendor && w.platforms>>paas&1 == 0:
		return false
	case s.NoSockets && w.interaction == websocket:
		return false
	case w.sessions && (s.Form == perService || s.Form == onScaleToZero):
		return false // a scheduler of one's own starts a process for each session
	case s.arch == Monolith && s.Form == onScaleToZero:
		return w.interaction == request && !w.inMemory
	}
	return true
}
