package logs

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"archadvisor/advisor/measure"
)

// ErrUnreadable says that more than half of the lines are of no known format.
var ErrUnreadable = errors.New("more than half of the lines are of no format that is known")

// Options are what the replay must be told, in seconds: how long instances idle, and how long a request takes where
// the log does not tell.
type Options struct{ Keep, Assume float64 }

// count is what has been added up of all entries.
type count struct {
	formats       string
	lines, unread int64
	shown         []string

	grid         grid
	repeats      repeats
	took         durations
	replay       replay
	origin       int64 // stamp that the replay counts from
	requests     int64
	sized, bytes float64
	classes      [10]int64 // of the status, by hundreds
	repeated     int64     // GETs of an address of the same minute
	sockets      int64
}

func readAll(ctx context.Context, sources []Source, o Options) (*count, error) {
	c := &count{replay: replay{keep: o.Keep, assume: o.Assume}}
	all, err := merge(ctx, sources, c.add)
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		c.lines, c.unread, c.shown = c.lines+s.read+s.Unread, c.unread+s.Unread, append(c.shown, s.Shown...)
		if !strings.Contains(c.formats, s.format.name) {
			c.formats = strings.TrimPrefix(c.formats+" and "+s.format.name, " and ")
		}
	}
	c.shown = c.shown[:min(len(c.shown), measure.ShownLines)]
	for len(c.replay.window) > 0 { // at the end of the log
		c.replay.serve(c.replay.window.take())
	}
	if c.lines == 0 {
		return nil, errors.New("there is no line in it")
	}
	if c.requests == 0 || 2*c.unread > c.lines {
		return nil, fmt.Errorf("%w: %d of %d\n%s", ErrUnreadable, c.unread, c.lines, strings.Join(c.shown, "\n"))
	}
	if 2*c.grid.outside > c.requests {
		return nil, fmt.Errorf("%d of %d stamps are more than %d days away from the first one: leave out what is that old", c.grid.outside, c.requests, gridDays)
	}
	return c, nil
}

func (c *count) add(e *entry) {
	if c.requests == 0 {
		c.origin = e.at
	}
	c.requests++
	c.classes[e.status/100]++
	minute := e.at / int64(time.Minute)
	c.grid.add(minute)
	if e.bytes >= 0 {
		c.sized, c.bytes = c.sized+1, c.bytes+e.bytes
	}
	if e.key != 0 && (e.status/100 == 2 || e.status == 304) && c.repeats.seen(e.key, minute) {
		c.repeated++
	}
	if e.socket {
		c.sockets++
		return
	}
	if e.took >= 0 {
		c.took.add(e.took)
	}
	c.replay.add(arrival{float64(e.at-c.origin) / 1e9, e.took}, float64(e.step)/1e9)
}

// grid counts the requests of each minute around the first one, UTC: 400 days before and as many after it, in 4.6 MB.
type grid struct {
	counts      []uint32
	base        int64 // minutes since 1970
	first, last int   // minutes of the grid with requests
	outside     int64 // requests too far from the first
}

const gridDays = 400

func (g *grid) add(minute int64) {
	if g.counts == nil {
		g.counts, g.base = make([]uint32, 2*gridDays*24*60), minute-gridDays*24*60
		g.first, g.last = gridDays*24*60, gridDays*24*60
	}
	i := int(minute - g.base)
	if i < 0 || i >= len(g.counts) {
		g.outside++
		return
	}
	g.counts[i]++
	g.first, g.last = min(g.first, i), max(g.last, i)
}

// minutes are the counts from the first minute with a request to the last.
func (g *grid) minutes() []uint32 { return g.counts[g.first : g.last+1] }

// repeats are the addresses that were asked for in the last minute and in the one before it, as far as half a million
// of each.
type repeats [2]struct {
	minute int64
	keys   map[uint64]bool
}

// seen tells whether an address was asked for before in the same minute.
func (r *repeats) seen(key uint64, minute int64) bool {
	m := &r[minute&1]
	if m.keys == nil || m.minute != minute {
		m.minute, m.keys = minute, map[uint64]bool{}
	}
	before := m.keys[key]
	if len(m.keys) < 1<<19 {
		m.keys[key] = true
	}
	return before
}

// durations is a histogram whose buckets grow by half a per cent from a microsecond on.
type durations struct {
	buckets      [5120]int64
	n            int64
	sum, longest float64 // seconds
}

func (d *durations) add(seconds float64) {
	i := math.Log(max(seconds, 1e-6)/1e-6) / math.Log(1.005)
	d.buckets[min(int(i), len(d.buckets)-1)]++
	d.n, d.sum, d.longest = d.n+1, d.sum+seconds, max(d.longest, seconds)
}

// quantile is the duration that a share of the requests stays within, in seconds.
func (d *durations) quantile(share float64) float64 {
	left := int64(math.Ceil(share * float64(d.n)))
	for i, n := range d.buckets {
		if left -= n; left <= 0 {
			return min(d.longest, 1e-6*math.Pow(1.005, float64(i)+0.5))
		}
	}
	return d.longest
}
