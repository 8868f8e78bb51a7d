package logs

import (
	"cmp"
	"slices"
)

// Replay: the platform of queueing.ColdStart fed with the requests of the log, one after the other, in place
// of Poisson arrivals. One request at a time per instance; a request goes to the idle instance that was used
// last and else starts a new one; an instance that was idle for the time that it is kept ends.
//
// Where the log tells only the second, a request gets a random place in it (the same on every run); where it
// tells no durations, each takes a time that is assumed. Connections that stay open are left out, and no
// request holds an instance for more than a quarter of an hour, the longest run of most functions.
//
// Where it stops being true: an idle time that the platform varies, several requests per instance, and lines
// that are out of order by more than the window: they count as if they came now.
const (
	maxRun     = 900  // seconds
	windowSize = 4096 // requests by which a line may be out of order: a load balancer logs a request when it ends
	waiting    = 0.05 // share of requests that may meet all workers busy
)

// replay are the instances that serve the requests; times are in seconds.
type replay struct {
	keep   float64   // an idle instance ends after this
	assume float64   // how long a request takes whose duration the log does not tell
	window queue     // requests that are put in the order of time
	busy   queue     // the ends of the requests in service
	free   []float64 // since when instances are idle, the longest first
	now    float64
	random uint64

	requests, cold int64
	served, held   float64 // seconds in service, and seconds of instances
	most, together int     // instances, and requests in service
	met            [4096]int64
}

// add takes a request whose stamp is good to a step, in seconds.
func (p *replay) add(a arrival, step float64) {
	if step >= 1 {
		p.random = p.random*6364136223846793005 + 1442695040888963407
		a.at += step * float64(p.random>>11) / (1 << 53)
	}
	if p.window.add(a); len(p.window) > windowSize {
		p.serve(p.window.take())
	}
}

func (p *replay) serve(a arrival) {
	took := a.took
	if took < 0 {
		took = p.assume
	}
	took = min(took, maxRun)
	p.now = max(p.now, a.at)
	p.advance()
	p.requests++
	p.met[min(len(p.busy), len(p.met)-1)]++
	if n := len(p.free); n > 0 {
		p.held += p.now - p.free[n-1]
		p.free = p.free[:n-1]
	} else {
		p.cold++
	}
	p.held, p.served = p.held+took, p.served+took
	p.busy.add(arrival{at: p.now + took})
	p.together, p.most = max(p.together, len(p.busy)), max(p.most, len(p.busy)+len(p.free))
}

// advance ends what is over by now: requests first, then instances.
func (p *replay) advance() {
	for len(p.busy) > 0 && p.busy[0].at <= p.now {
		p.free = append(p.free, p.busy.take().at)
	}
	gone := 0
	for gone < len(p.free) && p.free[gone]+p.keep <= p.now {
		gone++
	}
	if gone > 0 {
		p.held += float64(gone) * p.keep
		p.free = append(p.free[:0], p.free[gone:]...)
	}
}

// mean is the mean number of instances from the beginning to the last request, over a minute at least.
func (p *replay) mean() float64 {
	held := p.held
	for _, end := range p.busy {
		held -= end.at - p.now
	}
	for _, since := range p.free {
		held += p.now - since
	}
	return held / max(p.now, 60)
}

// workers is the least number that serve one request each, so that few requests meet all of them busy.
func (p *replay) workers() int {
	n, left := 0, p.requests
	for n < len(p.met) && float64(left) > waiting*float64(p.requests) {
		left -= p.met[n]
		n++
	}
	return max(1, n)
}

// arrival is a request: when it comes and how long it takes, in seconds, below 0 if nobody knows.
type arrival struct{ at, took float64 }

// queue holds arrivals, the earliest first: they come nearly in order, so that few move to let one in.
type queue []arrival

func (q *queue) add(a arrival) {
	i, _ := slices.BinarySearchFunc(*q, a.at, func(x arrival, at float64) int { return cmp.Compare(x.at, at) })
	*q = slices.Insert(*q, i, a)
}

func (q *queue) take() (first arrival) {
	first, *q = (*q)[0], (*q)[1:]
	return first
}
