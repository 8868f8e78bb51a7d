package estimate

import (
	"slices"
	"testing"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// hobby is a small site that somebody runs beside other work.
func hobby(cloud int) profile.Point {
	pt := atTen(10, 50, 128)
	pt[profile.Cloud], pt[profile.MeanRPS], pt[profile.PeakRPS] = float64(cloud), 0.02, 0.2
	pt[profile.Engineers], pt[profile.Teams], pt[profile.Modules] = 1, 1, 2
	pt[profile.DeploysPerWeek], pt[profile.AvailabilityPct], pt[profile.Compliance] = 1, 99.5, 0
	pt[profile.State], pt[profile.RelationalQueries] = 1, 1
	return pt
}

// TestOneServer works the bill of a hobby site on rented servers by hand: one shared
// machine of 1 vCPU and 1 GB at 5.00 (linode-catalogue, vultr-prices), whose 25 GB of disk leave 5.04 of
// 10 GB of system and 20.04 GB of data to a volume at 0.09; a nightly snapshot of 30.04 GB at
// 0.045; one address at 0.15; 5 metrics at 0.01; logs on the disk that is there:
// 5 + 0.4536 + 1.3518 + 0.15 + 0.05 = 7.01. No balancer, no second copy, no
// database server.
func TestOneServer(t *testing.T) {
	e := newEstimator(t)
	pt := hobby(selfHosted)
	est := e.eval(t, "self-hosted-server", &pt)
	near(t, "a hobby site on one rented server", est.CostMonthlyUSD, 7.0054, 0.0005)
	near(t, "instances", est.Instances, 1, 0)
	for _, l := range e.sized(shapeByID(t, "self-hosted-server"), &pt, e.CentralScenario()).Bill() {
		if l.Tariff == "self-hosted/balancer-hour" || l.Tariff == "self-hosted/database" {
			t.Errorf("nothing needs %s", l.Item)
		}
	}
}

// TestOneServerHoldsItsDatabase: at 60 req/s the application takes 0.6 vCPU and three
// queries a request at 1,500 a second and vCPU another 0.12: one machine carries both.
func TestOneServerHoldsItsDatabase(t *testing.T) {
	e := newEstimator(t)
	pt := hobby(aws)
	pt[profile.MeanRPS], pt[profile.PeakRPS] = 60, 60
	var with, without plan
	e.plan(&with, shapeByID(t, "aws-monolith-server"), &pt, e.CentralScenario())
	pt[profile.State] = 0
	e.plan(&without, shapeByID(t, "aws-monolith-server"), &pt, e.CentralScenario())
	near(t, "seconds of CPU of a request", with.cpu, 0.010, 1e-12)
	near(t, "and of its queries", with.beside, 3.0/1500, 1e-12)
	near(t, "without state", without.beside, 0, 0)
	if with.est.Instances != 1 || with.est.CostMonthlyUSD <= without.est.CostMonthlyUSD {
		t.Errorf("with its database %v, without %v", with.est.CostMonthlyUSD, without.est.CostMonthlyUSD)
	}
}

// TestLoneCopiesNeedRoom: one copy is down 0.1 x 4 h a month (0.055 %), which is half
// of what 99.89 % allows; deploys restart a lone server for half a minute each. On a cloud
// who has people for the platform buys the database; on servers of one's own nobody sells it.
// 1,000 req/s x (10 + 2 ms) are 12 vCPU, 75 % of the 16 that a fixed machine may be busy to
// 80 %; 1,100 would be more.
func TestLoneCopiesNeedRoom(t *testing.T) {
	e := newEstimator(t)
	for _, tt := range []struct {
		what     string
		on, ours bool // a cloud, servers of one's own
		change   func(pt *profile.Point)
	}{
		{"a hobby", true, true, func(*profile.Point) {}},
		{"99.85 %", true, true, func(pt *profile.Point) { pt[profile.AvailabilityPct] = 99.85 }},
		{"99.9 %", false, false, func(pt *profile.Point) { pt[profile.AvailabilityPct] = 99.9 }},
		{"five deploys a day", false, false, func(pt *profile.Point) { pt[profile.DeploysPerWeek] = 100 }},
		{"an audit", false, false, func(pt *profile.Point) { pt[profile.Compliance] = 1 }},
		{"forty engineers", false, true, func(pt *profile.Point) { pt[profile.Engineers] = 40 }},
		{"forty engineers without a database", true, true, func(pt *profile.Point) { pt[profile.Engineers], pt[profile.State] = 40, 0 }},
		{"a thousand requests a second", false, true, func(pt *profile.Point) { pt[profile.MeanRPS], pt[profile.PeakRPS] = 1000, 1000 }},
		{"eleven hundred", false, false, func(pt *profile.Point) { pt[profile.MeanRPS], pt[profile.PeakRPS] = 1100, 1100 }},
	} {
		for shape, want := range map[string]bool{"aws-monolith-server": tt.on, "self-hosted-server": tt.ours} {
			pt := hobby(e.shapes[shapeByID(t, shape)].cloud)
			tt.change(&pt)
			if got := e.suits(shapeByID(t, shape), &pt); got != want {
				t.Errorf("%s: %s suits: %v", tt.what, shape, got)
			}
		}
	}
	// Machines of one's own are several in a cabinet, unless one has room.
	for host, want := range []bool{false, true} {
		pt := hobby(selfHosted)
		pt[profile.Platforms], pt[profile.PaidHost] = 1<<onPremises, float64(host)
		if got := e.suits(shapeByID(t, "self-hosted-server"), &pt); got != want {
			t.Errorf("a lone server on premises, room %d: %v", host, got)
		}
	}
	if pt := hobby(aws); !e.suits(shapeByID(t, "aws-monolith-vms"), &pt) {
		t.Error("two servers suit everybody")
	}
}

// TestMonolithThatScalesToZero: a whole application on containers paid by the request
// costs nothing for requests that the monthly grant covers: 0.02 req/s are 52,560
// requests of 0.1 s (billed in steps of 100 ms) on 1 vCPU, 5,256 vCPU-s of 180,000.
func TestMonolithThatScalesToZero(t *testing.T) {
	e := newEstimator(t)
	pt := hobby(gcp)
	pt[profile.State] = 0
	shape := shapeByID(t, "gcp-monolith-scale-to-zero")
	if !e.suits(shape, &pt) {
		t.Fatal("plain requests suit it")
	}
	if got := e.eval(t, "gcp-monolith-scale-to-zero", &pt).CostMonthlyUSD; got > 2 {
		t.Errorf("a page without state costs %.2f", got)
	}
	pt[profile.Interaction] = 1 << websocket
	if e.suits(shape, &pt) {
		t.Error("open connections keep a container busy all day")
	}
}

// TestStandbyFollowsTheTarget: a relational store has a standby, at exactly its own
// price, where the availability target asks for one.
func TestStandbyFollowsTheTarget(t *testing.T) {
	e := newEstimator(t)
	pt := hobby(aws)
	l := e.clouds[aws].list
	pt[profile.AvailabilityPct] = 99.5
	lone := e.eval(t, "aws-monolith-vms", &pt)
	pt[profile.AvailabilityPct] = 99.9
	twice := e.eval(t, "aws-monolith-vms", &pt)
	// db.t4g.micro 0.016 x 730 = 11.68 and 20.04 GB at 0.115
	near(t, "a standby", twice.CostMonthlyUSD-lone.CostMonthlyUSD, 11.68+20.04*0.115, 1e-6)
	before := twice
	for _, tt := range []struct{ target, more float64 }{
		{99.95, 11.68 + 20.04*0.115},              // a second standby: one is promised 99.95 % (cloud-sla)
		{99.99, 0.0084*730 + 30*0.08 + 0.005*730}, // a t4g.micro with its volume and address in a third zone (aws-four-nines)
	} {
		pt[profile.AvailabilityPct] = tt.target
		est := e.eval(t, "aws-monolith-vms", &pt)
		near(t, "more for the target", est.CostMonthlyUSD-before.CostMonthlyUSD, tt.more, 1e-6)
		if est.AvailabilityPct < before.AvailabilityPct {
			t.Errorf("%v: %v after %v", tt.target, est.AvailabilityPct, before.AvailabilityPct)
		}
		before = est
	}
	pt[profile.AvailabilityPct] = 99.999 // a second region
	if est := e.eval(t, "aws-monolith-vms", &pt); est.AvailabilityPct <= before.AvailabilityPct || est.CostMonthlyUSD < 1.8*before.CostMonthlyUSD {
		t.Errorf("in two regions %+v, in one %+v", est, before)
	}
	near(t, "one machine", l.Hourly(&l.Databases[0], 730, 0), 11.68, 1e-9)
	if lone.AvailabilityPct >= twice.AvailabilityPct {
		t.Errorf("alone %v, with a standby %v", lone.AvailabilityPct, twice.AvailabilityPct)
	}
}

// TestRentedServersArePaidByTheMonth: servers of one's own stand there in quiet hours
// too; those of a cloud are given back.
func TestRentedServersArePaidByTheMonth(t *testing.T) {
	e := newEstimator(t)
	for cloud, monthly := range map[string]bool{"self-hosted-monolith": true, "self-hosted-services": true, "aws-monolith-vms": false} {
		shape := shapeByID(t, cloud)
		pt := loadPoint(3000, e.shapes[shape].cloud)
		pt[profile.PeakRPS], pt[profile.IdleShare] = 30000, 0.5
		var p plan
		e.plan(&p, shape, &pt, e.CentralScenario())
		if got := p.fleet.paid == p.fleet.peak; got != monthly || p.fleet.peak <= 2 {
			t.Errorf("%s: %v of %v servers are paid on average", cloud, p.fleet.paid, p.fleet.peak)
		}
	}
}

// TestQuietFunctionsAnswerThroughFew: 20 modules at 0.038 req/s are kept for 360 s each, so that
// alone exp(-0.0019 x 360) = half of the requests would be cold. Through 0.038 x 360 / ln 1000 =
// 1.98 functions one in a thousand is, and three more where two come at once: 0.4 %, as
// externals.io measured 0.5 % (externals-io-2019 of the documented bills); two instances would keep them warm where nobody comes, not twenty.
// Jobs have a function each: nobody waits for them.
func TestQuietFunctionsAnswerThroughFew(t *testing.T) {
	e := newEstimator(t)
	pt := hobby(aws)
	pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.Engineers], pt[profile.Modules] = 0.038, 0.038, 45, 20
	pt[profile.Teams], pt[profile.SurgePerMinute], pt[profile.IdleShare] = 6, 1, 0
	shape := shapeByID(t, "aws-functions-warm")
	var p plan
	e.plan(&p, shape, &pt, e.CentralScenario())
	near(t, "functions", p.services, 20, 0)
	near(t, "that requests enter by", p.entries(), 1.98, 0.005)
	near(t, "cold without warm instances", 100*p.cold, 0.0043, 0.0003)
	near(t, "warm instances", p.used.Amount(pricing.ProvisionedMemory), 2*p.functionMB/1024*secondsPerMonth, 1)
	pt[profile.Interaction] = 1 << batch
	e.plan(&p, shape, &pt, e.CentralScenario())
	near(t, "functions of jobs", p.entries(), 20, 0)
}

// TestNoMemoryIsBoughtInVain: where waiting alone misses the target, a function has
// the memory that it needs and no more.
func TestNoMemoryIsBoughtInVain(t *testing.T) {
	e := newEstimator(t)
	pt := atTen(7, 2370, 256)
	pt[profile.P99Millis] = 600
	var p plan
	e.plan(&p, shapeByID(t, "aws-functions-http"), &pt, e.CentralScenario())
	near(t, "MB of a function that waits for others", p.functionMB, 256, 0)
	var used pricing.Quantities
	used.Add(pricing.FunctionMemory, 1)
	if p.list.Total(&used) != 0 {
		t.Error("one GB-second is within the grant")
	}
}

// TestAuditsShareNoVCPU: on hosts that sell shares of a vCPU, what is audited has its own.
func TestAuditsShareNoVCPU(t *testing.T) {
	e := newEstimator(t)
	for _, shape := range []string{"self-hosted-monolith", "self-hosted-server"} {
		pt := hobby(selfHosted)
		for names, baseline := range map[float64]float64{0: 0.5, 1: 1} {
			pt[profile.Compliance] = names
			var p plan
			e.plan(&p, shapeByID(t, shape), &pt, e.CentralScenario())
			near(t, shape+": share of the vCPU that is its own", p.fleet.size.Baseline, baseline, 0)
		}
	}
}

// TestMemoryOfAServer: Ruby runs one thread at a time, so that what comes by request, over connections and from
// queues takes a process of 250 MB each (puma-heroku): with 150 MB of system and 250 of database 0.65 GB, or 1.15.
func TestMemoryOfAServer(t *testing.T) {
	e := newEstimator(t)
	for kinds, gb := range map[float64]float64{1 << request: 1, 1<<request | 1<<websocket | 1<<event: 2} {
		pt := hobby(selfHosted)
		pt[profile.Interaction], pt[profile.Runtime] = kinds, float64(slices.Index(profile.Runtimes(), "ruby"))
		var p plan
		e.plan(&p, shapeByID(t, "self-hosted-server"), &pt, e.CentralScenario())
		near(t, "GB of the server", p.fleet.size.GB, gb, 0)
	}
}

// TestPeaksAreKeptReady: at 10 req/s x 10 ms and a peak of 4,000 a tenth of the peak, 4 vCPU at 60 %, is kept
// running, 7 tasks of 1 vCPU; at 40 the mean is more than that, and two do.
func TestPeaksAreKeptReady(t *testing.T) {
	e := newEstimator(t)
	for peak, paid := range map[float64]float64{40: 2, 4000: 7} {
		pt := hobby(aws)
		pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.P99Millis] = 10, peak, 60000
		var p plan
		e.plan(&p, shapeByID(t, "aws-monolith-containers"), &pt, e.CentralScenario())
		near(t, "vCPU that run", p.fleet.paid*p.fleet.size.VCPU, paid, 1)
	}
}
