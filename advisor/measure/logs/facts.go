package logs

import (
	"context"
	"fmt"
	"math"
	"strings"
	"time"

	"archadvisor/advisor/estimate/queueing"
	"archadvisor/advisor/measure"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// day and week are spans in minutes.
const (
	day  = 24 * 60
	week = 7 * day
)

// Assumed is how long a request takes, in seconds, as a profile says or where nothing is known: the middle of a range.
func Assumed(p *profile.Profile) float64 {
	low, high, _ := profile.PriorSpan(profile.DurationMillis)
	if v := p.Get(profile.DurationMillis); v.Known() {
		low, high = v.Low, v.High
	}
	return math.Sqrt(low*high) / 1000
}

// Measure reads logs and tells what they say of the load.
func Measure(ctx context.Context, sources []Source, o Options) (*measure.Fragment, error) {
	c, err := readAll(ctx, sources, o)
	if err != nil {
		return nil, err
	}
	f := &measure.Fragment{}
	minutes := c.grid.minutes()
	s := newShape(minutes, c.grid.base+int64(c.grid.first))
	c.head(f, s, len(sources), len(minutes))
	c.load(f, s, minutes)
	c.work(f)
	c.replayed(f, s, float64(len(minutes))*60)
	return f, nil
}

// period is the first and the last minute in words, as far as a layout tells.
func (c *count) period(layout string) string {
	at := func(minute int) string {
		return time.Unix((c.grid.base+int64(minute))*60, 0).UTC().Format(layout)
	}
	return at(c.grid.first) + " to " + at(c.grid.last)
}

// head says what was read, and what the log does not show.
func (c *count) head(f *measure.Fragment, s *shape, files, minutes int) {
	f.Say("%s: %s requests in %s lines of %s, %s", measure.Plural(files, "access log"), measure.Count(c.requests), measure.Count(c.lines), c.formats, c.period("2006-01-02 15:04 UTC"))
	var classes []string
	for i, n := range c.classes {
		if n > 0 {
			classes = append(classes, fmt.Sprintf("%s × %dxx", measure.Count(n), i))
		}
	}
	f.Say("status: %s", strings.Join(classes, ", "))
	if c.unread > 0 {
		f.Say("%s could not be read; the first: %s", measure.Plural(c.unread, "line"), strings.Join(c.shown, " | "))
	}
	if c.grid.outside > 0 {
		f.Say("%s requests are left out of the rates: their stamps are more than %d days away from the first", measure.Count(c.grid.outside), gridDays)
	}
	if minutes < week {
		f.Say("less than a week of data (%.1f days): no weekend, no month's end is in it; rates are ranges", float64(minutes)/day)
	}
	if s.oneMinute {
		f.Say("every stamp is in the same minute of its hour: unless a timer calls, stamps were changed, and what is said of minutes is really of hours")
	}
}

// load states the rates and their shape.
func (c *count) load(f *measure.Fragment, s *shape, minutes []uint32) {
	from, mean := "access log, "+c.period(time.DateOnly), s.mean/60
	rate, sure := measure.Number(mean), "counted"
	if len(minutes) < week {
		rate, sure = spread(minutes, mean, s.peak/60)
	}
	f.Add(profile.MeanRPS, rate, "%s, %s requests in %s minutes; %s", from, measure.Count(c.requests-c.grid.outside), measure.Count(len(minutes)), sure)
	f.Add(profile.PeakRPS, measure.Number(s.peak/60), "%s, busiest minute: %s; counted, a longer log may hold a busier one", from, measure.Plural(int(s.peak), "request"))
	daily := f.Add // what a day looks like, less than one does not show
	if len(minutes) < day {
		daily = f.Hint
	}
	pattern := daily // from minute to minute, which changed stamps do not show
	if s.oneMinute {
		pattern = f.Hint
	}
	v, _ := profile.Choice(profile.Pattern, s.pattern)
	pattern(profile.Pattern, v, "%s: the busiest minute is %s times the mean, the fastest rise to half of it is to %s times what it was five minutes before; the busiest hour of the day %s times the mean",
		from, numeral.Figure(s.peak/s.mean), numeral.Figure(max(1, s.fast)), numeral.Figure(s.folded))
	daily(profile.IdleShare, measure.Number(s.idle), "%s, hours with less than a hundredth of the peak; counted, without what was before the first request and after the last", from)
	f.Add(profile.SurgePerMinute, measure.Span(s.surge[0], s.surge[1]), "%s, sharpest rise from a minute to the next, from the mean at least; the lower end without what chance can do", from)
	f.Add(profile.CacheableShare, measure.Span(0, float64(c.repeated)/float64(c.requests)), "%s, GETs of 2xx or 304 that repeat an address of the same minute: %s, an upper estimate: private answers repeat, too", from, measure.Count(c.repeated))
	f.Add(profile.ResponseKB, measure.Number(c.bytes/1000/c.sized), "%s, %s bytes over %s requests; counted", from, measure.Count(int64(c.bytes)), measure.Count(int64(c.sized)))
}

// spread is the range of a mean rate that less than a week tells: that of the days, else a factor of two.
func spread(minutes []uint32, mean, peak float64) (rate profile.Value, why string) {
	low, high, days := mean, mean, 0
	for from := 0; from+day/2 <= len(minutes); from += day {
		sum, of := 0.0, minutes[from:min(len(minutes), from+day)]
		for _, c := range of {
			sum += float64(c)
		}
		r := sum / float64(len(of)) / 60
		low, high, days = min(low, r), max(high, r), days+1
	}
	if days < 2 {
		return measure.Span(mean/2, min(2*mean, peak)), fmt.Sprintf("%s req/s in the mean, less than two days: within a factor of two (an assumption)", numeral.Exact(mean))
	}
	return measure.Span(low, min(high, peak)), fmt.Sprintf("%s req/s in the mean; from the calmest to the busiest of %d days", numeral.Exact(mean), days)
}

// work states durations, and hints at what else the requests are.
func (c *count) work(f *measure.Fragment) {
	from := "access log, " + c.period(time.DateOnly)
	if c.took.n > 0 {
		f.Add(profile.DurationMillis, measure.Number(1000*c.took.sum/float64(c.took.n)), "%s, mean of %s requests; as the server logged them", from, measure.Count(c.took.n))
		f.Hint(profile.P99Millis, measure.Number(numeral.Round(1000*c.took.quantile(0.99), 3)), "%s, p99 as it is today (within 0.5 %%; median %s ms): state it only if it is what users accept", from, numeral.Figure(1000*c.took.quantile(0.5)))
		f.Hint(profile.LongestJobS, measure.Number(numeral.Round(c.took.longest, 3)), "%s, longest request; jobs that run outside of requests are not in a log", from)
	}
	const kinds = "an access log shows calls alone; queues and timers are not in it"
	if share := float64(c.sockets) / float64(c.requests); share >= 0.1 {
		f.Add(profile.Interaction, profile.List("request", "websocket"), "%s, %s of the requests became open connections; %s", from, measure.Percent(share), kinds)
		return
	}
	v, _ := profile.Choice(profile.Interaction, "request")
	f.Hint(profile.Interaction, v, "%s: %s", from, kinds)
}

// replayed tells what the arrivals of the log do to functions and workers, and what Poisson arrivals would.
func (c *count) replayed(f *measure.Fragment, s *shape, span float64) {
	p := &c.replay
	if p.requests == 0 {
		return
	}
	n := float64(p.requests)
	service := p.served / n
	cold, instances := queueing.ColdStart(n/span/max(1-s.idle, 1e-3), service, p.keep)
	load := s.peak / 60 * service
	workers := int(load) + 1
	for queueing.ErlangC(load, workers) > waiting {
		workers++
	}
	how := "with the durations of the log"
	if c.took.n == 0 {
		how = numeral.Figure(1000*service) + " ms a request (--set work.duration_ms states it)"
	}
	f.Say("the arrivals replayed, %s, an idle instance kept %s s:", how, numeral.Figure(p.keep))
	f.Say("  functions, one request an instance: %s %% cold, %s instances in the mean, %d at most", numeral.Figure(100*float64(p.cold)/n), numeral.Figure(p.mean()), p.most)
	f.Say("  Poisson arrivals at the mean of the busy hours: %s %% cold, %s instances in the mean", numeral.Figure(100*cold), numeral.Figure(instances*(1-s.idle)))
	f.Say("  in flight: %d at most; workers at which %s of the requests wait: %d (Poisson arrivals at the rate of the busiest minute: %d)", p.together, measure.Percent(waiting), p.workers(), workers)
}
