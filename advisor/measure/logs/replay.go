package logs

import (
	"cmp"
	"math"
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
// that are out of order by more than the window.
const (
	maxRun     = 900  // seconds
	windowSize = 4096 // requests by which a line may be out of order: a load balancer logs a request when it ends
	waiting    = 0.05 // share of requests that may meet all workers busy
	lateness   = 60   // seconds by which it may be so beyond that
)

// pool are the instances of one replay; times are in seconds.
type pool struct {
	keep   float64   // an idle instance ends after this
	assume float64   // how long a request takes whose duration the log does not tell
	busy   queue     // the ends of the requests in service
	free   []float64 // since when instances are idle, the longest first

	requests, cold int64
	served, held   float64 // seconds in service, and seconds of instances
	most, together int     // instances, and requests in service
	met            [4096]int64
}

// arrive serves a request; requests come in the order of time.
func (p *pool) arrive(at, took float64) {
	if took < 0 {
		took = p.assume
	}
	took = min(took, maxRun)
	p.advance(at)
	p.requests++
	p.met[min(len(p.busy), len(p.met)-1)]++
	if n := len(p.free); n > 0 {
		p.held += at - p.free[n-1]
		p.free = p.free[:n-1]
	} else {
		p.cold++
	}
	p.held, p.served = p.held+took, p.served+took
	p.busy.add(arrival{at: at + took})
	p.together, p.most = max(p.together, len(p.busy)), max(p.most, len(p.busy)+len(p.free))
}

// advance ends what is over by now: requests first, then instances.
func (p *pool) advance(now float64) {
	for len(p.busy) > 0 && p.busy[0].at <= now {
		p.free = append(p.free, p.busy.take().at)
	}
	gone := 0
	for gone < len(p.free) && p.free[gone]+p.keep <= now {
		gone++
	}
	if gone > 0 {
		p.held += float64(gone) * p.keep
		p.free = append(p.free[:0], p.free[gone:]...)
	}
}

// mean is the mean number of instances over a span that ends now.
func (p *pool) mean(now, span float64) float64 {
	p.advance(now)
	held := p.held
	for _, end := range p.busy {
		held -= end.at - now
	}
	for _, since := range p.free {
		held += now - since
	}
	return held / span
}

// workers is the least number that serve one request each, so that few requests meet all of them busy.
func (p *pool) workers() float64 {
	n, left := 0, p.requests
	for n < len(p.met) && float64(left) > waiting*float64(p.requests) {
		left -= p.met[n]
		n++
	}
	return float64(max(1, n))
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

// window hands requests to the pools in the order of time.
type window struct {
	waiting queue
	last    float64
	late    int64 // requests too far behind the one before to be replayed
	pools   []*pool
	random  uint64
}

// add takes a request whose stamp is good to a step, in seconds.
func (w *window) add(a arrival, step float64) {
	if step >= 1 {
		w.random = w.random*6364136223846793005 + 1442695040888963407
		a.at += step * float64(w.random>>11) / (1 << 53)
	}
	w.waiting.add(a)
	if len(w.waiting) > windowSize {
		w.release()
	}
}

// release hands on the earliest request.
func (w *window) release() {
	next := w.waiting.take()
	if next.at < w.last-lateness {
		w.late++
		return
	}
	w.last = math.Max(w.last, next.at)
	for _, p := range w.pools {
		p.arrive(w.last, next.took)
	}
}

func (w *window) drain() {
	for len(w.waiting) > 0 {
		w.release()
	}
}
