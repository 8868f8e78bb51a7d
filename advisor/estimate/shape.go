package estimate

import (
	"slices"

	"archadvisor/advisor/pricing"
)

// Shape is one way to deploy an architecture on one cloud: the unit that is sized, priced and compared. Which shape
// stands for its architecture is decided by the advisor.
type Shape struct {
	ID    string       // "aws-functions-http", stable, for tests and machines
	Arch  Architecture //
	Title string       // "functions behind an HTTP API", without sizes

	cloud     int // index in the table of clouds
	form      form
	front     front
	lone      bool             // one copy of everything: only where Suits says so
	vendor    bool             // of a platform that is sold on top of the cloud: only to who runs such a one
	functions *functionService // of functions, else nil
}

// functionService is a service that runs functions.
type functionService struct {
	service          string        // in the price book
	requests, memory pricing.Meter // what its calls and its GB-seconds are counted by
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

// paas is the option of today.platforms that says that a platform runs what is pushed to it.
const paas = 3

// knownAs are the forms by the options of today.platforms whose people know them.
var knownAs = [...][]form{
	{onVMs}, {onContainers, perService, onScaleToZero}, {onKubernetes, onOwnPlatform},
	{onContainers, onScaleToZero}, {onFunctions, onWarm, onScaleToZero}, {onVMs, onOwnPlatform},
}

// strange says that a team which runs these platforms does not know a shape, but another of
// its architecture that can do the work.
func (e *Estimator) strange(s *Shape, w *workload) bool {
	known := func(s *Shape) bool {
		for option, forms := range knownAs {
			if w.platforms>>option&1 == 1 && (slices.Contains(forms, s.form) || s.vendor) {
				return true
			}
		}
		return false
	}
	if w.platforms == 0 || known(s) {
		return false
	}
	return slices.ContainsFunc(e.byArch[s.cloud][s.Arch], func(i int) bool {
		other := &shapes[i]
		return !other.lone && known(other) && other.can(w)
	})
}

// can says whether a shape can do the work at all: one that is paid by the request cannot
// keep a process for each session, nor a monolith what stays open or in memory.
func (s *Shape) can(w *workload) bool {
	switch {
	case s.vendor && w.platforms>>paas&1 == 0:
		return false
	case w.sessions && (s.form == perService || s.form == onScaleToZero):
		return false // a scheduler of one's own starts a process for each session
	case s.Arch == Monolith && s.form == onScaleToZero:
		return w.interaction == request && !w.inMemory
	}
	return true
}
