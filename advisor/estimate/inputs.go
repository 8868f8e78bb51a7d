package estimate

import (
	"math"
	"math/bits"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// The month of every bill is 730 h.
const (
	hoursPerMonth   = pricing.HoursPerMonth
	secondsPerMonth = hoursPerMonth * 3600
	weeksPerMonth   = hoursPerMonth / 168
)

// How work arrives: the options of work.interaction.
const (
	request = iota
	websocket
	stream
	event
	batch
)

// opsTeam is the option of team.operators that says a separate group runs it, tight that of domain.data_coupling for high.
const opsTeam, tight = 2, 2

// The options of work.request_logs.
const (
	logNone = iota
	logSampled
	logAll
)

// Inputs are what the models read of a point, in their own units: seconds, requests per second behind the cache,
// megabytes. They hold no unknown: a field that is neither stated nor drawn takes its default. They can be compared:
// equal inputs give equal estimates under the same scenario.
type Inputs struct {
	interaction int
	kinds       int  // of ways in which work arrives
	waits       bool // somebody waits for the answer: request or websocket

	allMean float64 // req/s before the cache
	mean    float64 // req/s behind the cache, over the month
	active  float64 // the same, over the hours with traffic
	peak    float64 // the same, in the busiest minute
	sizing  float64 // the rate that capacity is bought for
	idle    float64 // share of hours with practically no traffic
	surge   float64 // growth of the rate within a minute

	cpu, wall float64 // seconds of one request
	memoryMB  float64 // of one request
	responses float64 // GB per month to users, cached ones included
	cached    float64 // share of requests that a cache answers
	kilobytes float64 // of one response
	payloadMB float64 // of the largest body
	handoffs  float64 // hand-offs per unit of work

	connections float64 // open at once, where it was stated
	sessions    bool    // a request opens a stream whose state stays in the process
	logs        int     // option of work.request_logs
	logsOpen    bool    // nobody said
	gpu         bool
	paidHost    bool // a machine that is paid for anyway has room
	platforms   uint // what the team runs, the options of today.platforms

	stores       bool // state outlives a request
	inMemory     bool // and lives in the process
	joined       bool // by questions that nobody foresaw
	environments float64

	engineers, teams         float64
	apart                    bool // a separate group runs it
	maturity                 int  // options of team.ops_maturity
	distributed, serverless  int  // options of the two experiences
	deploys                  float64
	modules, servicesNow     float64
	lockstep                 bool
	coupling, stage, current int
	runtime                  int
	compliance, regions      float64
	audited                  bool // for one of these names at least
	engineerMonth            float64
	p99Target                float64 // seconds
	availability             float64 // target, 0..1
}

// handoffCount is how many queues, stores or orchestration steps one unit of work passes, by the options of
// work.handoffs; an assumption: "many" is per item or frame, and Prime Video named several transitions per second of
// stream (prime-video).
var handoffCount = [...]float64{0, 1, 10}

// Reads are the fields of a point that the models read.
func Reads() []profile.ID {
	return []profile.ID{profile.MeanRPS, profile.PeakRPS, profile.CacheableShare, profile.IdleShare, profile.SurgePerMinute,
		profile.Interaction, profile.DurationMillis, profile.CPUMillis, profile.MemoryMB, profile.ResponseKB, profile.Handoffs,
		profile.State, profile.RelationalQueries, profile.Environments, profile.Runtime, profile.AvailabilityPct, profile.P99Millis,
		profile.Engineers, profile.Teams, profile.Operators, profile.OpsMaturity, profile.DistributedExperience,
		profile.ServerlessExperience, profile.DeploysPerWeek, profile.Modules, profile.ServicesNow, profile.LockstepChanges,
		profile.DataCoupling, profile.Stage, profile.Current, profile.Compliance, profile.EngineerMonthUSD,
		profile.Connections, profile.RequestLogs, profile.GPU, profile.PaidHost, profile.Platforms, profile.Regions, profile.PayloadMB}
}

// Read fills the inputs from a point.
func (w *Inputs) Read(pt *profile.Point) {
	w.readLoad(pt)
	w.readWork(pt)
	w.readTeam(pt)
}

func (w *Inputs) readLoad(pt *profile.Point) {
	w.interaction = mostDemanding(pt[profile.Interaction])
	w.waits = w.interaction <= websocket
	w.kinds = bits.OnesCount64(uint64(within(pt[profile.Interaction], 1, 0, 63)))
	w.cached = within(pt[profile.CacheableShare], 0, 0, 1)
	origin := 1 - w.cached
	w.allMean = within(pt[profile.MeanRPS], 1, 0, most)
	w.mean = w.allMean * origin
	w.peak = within(pt[profile.PeakRPS], w.allMean, w.allMean, most) * origin
	w.idle = within(pt[profile.IdleShare], 0, 0, 1)
	w.active = w.peak
	if w.mean < w.peak*(1-w.idle) {
		w.active = w.mean / (1 - w.idle)
	}
	w.surge = within(pt[profile.SurgePerMinute], 1, 1, most)
	w.sizing = w.sizingRate()
}

// mostDemanding is the kind of a list of kinds that asks most of a platform: open connections before continuous flow,
// somebody who waits before queues, queues before what runs by the clock.
func mostDemanding(kinds float64) int {
	for _, kind := range [...]int{websocket, stream, request, event, batch} {
		if has(kinds, kind) {
			return kind
		}
	}
	return request
}

// has says that a set of options holds one.
func has(set float64, option int) bool { return set == set && uint64(set)>>option&1 == 1 }

// sizingRate is the rate that capacity is bought for. Whoever waits for an answer needs the busiest minute; a stream
// must keep up with it too; a queue spreads events over an hour or so (geometric mean of mean and peak); a batch runs
// when there is room. All four grow with the load.
func (w *Inputs) sizingRate() float64 {
	switch w.interaction {
	case event:
		return math.Sqrt(w.active * w.peak)
	case batch:
		return w.active
	}
	return w.peak
}

func (w *Inputs) readWork(pt *profile.Point) {
	w.wall = within(pt[profile.DurationMillis], 100, 0, most) / 1000
	w.cpu = within(pt[profile.CPUMillis], 10, 0, 1000*w.wall) / 1000
	w.memoryMB = within(pt[profile.MemoryMB], 256, 0, most)
	w.kilobytes, w.payloadMB = within(pt[profile.ResponseKB], 10, 0, most), within(pt[profile.PayloadMB], 0, 0, most)
	w.responses = w.allMean * secondsPerMonth * w.kilobytes / 1e6
	if w.interaction == event { // it comes from a queue: nobody receives an answer
		w.responses = 0
	}
	w.handoffs = handoffCount[option(pt[profile.Handoffs], 0, len(handoffCount))]
	state := option(pt[profile.State], 1, 3) // none, external, memory
	w.stores, w.inMemory = state != 0, state == 2
	w.joined = pt[profile.RelationalQueries] > 0
	w.sessions = w.inMemory && has(pt[profile.Interaction], stream) && has(pt[profile.Interaction], request)
	w.connections = within(pt[profile.Connections], 0, 0, most)
	w.logs, w.logsOpen, w.gpu = option(pt[profile.RequestLogs], logAll, 3), !(pt[profile.RequestLogs] >= 0), pt[profile.GPU] > 0
	w.paidHost, w.platforms = pt[profile.PaidHost] > 0, uint(within(pt[profile.Platforms], 0, 0, 63))
	w.environments = within(pt[profile.Environments], 1, 1, 100)
	w.runtime = int(within(pt[profile.Runtime], -1, -1, 63))
	w.availability = within(pt[profile.AvailabilityPct], 99.7, 0, 100) / 100
	w.p99Target = within(pt[profile.P99Millis], 1000, 0, most) / 1000
}

func (w *Inputs) readTeam(pt *profile.Point) {
	w.engineers = within(pt[profile.Engineers], 10, 1, 1e5)
	w.teams = within(pt[profile.Teams], 1, 1, 1e4)
	w.apart = option(pt[profile.Operators], 0, 5) == opsTeam
	w.maturity = option(pt[profile.OpsMaturity], 1, 4)
	w.distributed = option(pt[profile.DistributedExperience], 1, 3)
	w.serverless = option(pt[profile.ServerlessExperience], 1, 3)
	w.deploys = within(pt[profile.DeploysPerWeek], 1, 0, 1e6)
	w.modules = within(pt[profile.Modules], 4, 1, 1000)
	w.servicesNow = within(pt[profile.ServicesNow], 0, 0, 1e5)
	w.lockstep = pt[profile.LockstepChanges] > 0
	w.coupling = option(pt[profile.DataCoupling], 1, 3)
	w.stage = option(pt[profile.Stage], 2, 4)
	w.current = option(pt[profile.Current], 0, 4)
	w.audited = pt[profile.Compliance] > pt[profile.Unaudited]
	w.compliance, w.regions = within(pt[profile.Compliance], 0, 0, 50), within(pt[profile.Regions], 1, 1, 100)
	w.engineerMonth = within(pt[profile.EngineerMonthUSD], 11000, 0, most)
}

// most bounds every number of a profile.
const most = 1e12

// within returns v bounded to lo..hi, or unknown if it is not a number.
func within(v, unknown, lo, hi float64) float64 {
	if v != v {
		v = unknown
	}
	if v < lo {
		return lo
	}
	if v > hi {
		return hi
	}
	return v
}

// option returns the index v of one of n options, or unknown.
func option(v float64, unknown, n int) int {
	if v >= 0 && v < float64(n) {
		return int(v)
	}
	return unknown
}
