package estimate

import (
	"math"
	"testing"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// invoicing is a plain application for small firms: 25 req/s on average, 90 in the busiest
// minute, a tenth of them cached, 20 ms of 120 are CPU, Ruby, 99.9 %, three environments.
func invoicing() profile.Point {
	pt := atTen(20, 120, 400)
	pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.CacheableShare] = 25, 90, 0.1
	pt[profile.IdleShare], pt[profile.ResponseKB], pt[profile.Handoffs] = 0.18, 20, 1
	pt[profile.State], pt[profile.RelationalQueries], pt[profile.AvailabilityPct] = 1, 1, 99.9
	pt[profile.Environments], pt[profile.P99Millis], pt[profile.Compliance] = 3, 800, 1
	pt[profile.Runtime] = 5 // Ruby
	return pt
}

// quantities are the lines of a bill by tariff, in base units (millions are one unit).
func (e *Estimator) quantities(t *testing.T, id string, pt *profile.Point) map[pricing.TariffID]float64 {
	t.Helper()
	out := map[pricing.TariffID]float64{}
	for _, l := range e.sized(shapeByID(t, id), pt, e.CentralScenario()).Bill() {
		out[l.Tariff] += l.Quantity
	}
	return out
}

// TestQuantitiesRebuilt rebuilds every quantity of a bill by hand from what it is printed
// with: 22.5 req/s behind the cache on average, 81 in the busiest minute, 27.44 in the 82 %
// of hours with traffic, 3 environments, 2 to 3 containers of 1 vCPU and 2 GB.
func TestQuantitiesRebuilt(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	b := e.sized(shapeByID(t, "aws-monolith-containers"), &pt, e.CentralScenario()).Basis()
	near(t, "mean", b.MeanRPS, 25*0.9, 1e-9)
	near(t, "active", b.ActiveRPS, 22.5/0.82, 1e-9)
	near(t, "peak", b.PeakRPS, 81, 1e-9)
	near(t, "containers in the busiest minute", b.Most, 3, 0) // 81 x 0.02 s = 1.62 vCPU, 60 % of 2.7
	near(t, "least", b.Least, 2, 0)                           // two copies in 18 % of the hours
	near(t, "average", b.Average, 2, 1e-9)                    // 27.44 x 0.02 = 0.55 vCPU: two in the others, too
	month := 22.5 * 2.628e6
	cached, all := 2.5*2.628e6, 25*2.628e6*20/1e6 // requests, GB
	gb := 20 + 2*25.0                             // of the store
	for tariff, want := range map[pricing.TariffID]float64{
		"aws/container-vcpu":   (2*1 + 2*0.5) * 730, // half a vCPU in each other environment
		"aws/container-memory": (2*2 + 2*1) * 730,
		"aws/balancer-hour":    2 * 730,
		"aws/balancer-unit":    month * 21 / 1e6 / 730 * 730, // 20 KB out, 1 KB in: GB an hour
		"aws/public-address":   (2*2 + 2 + 1) * 730,          // of two balancers one a zone (aws-ipv4), and one of each gateway
		"aws/nat-hour":         (2 + 1) * 730,                // audited: no container has an address; two zones, and the others share one
		"aws/nat-data":         month * 1 / 1e6,
		"aws/cdn-data":         all * 0.1,
		"aws/cdn-requests":     cached / 1e6,
		"aws/egress":           all * 0.9,
		"aws/queue-messages":   month * 0.2 * 1.5 / 1e6, // a fifth leaves a job behind, 1.5 calls each
		"aws/database":         3 * 730,                 // 81 x 3 queries / 1,500 / 60 % = 0.27 vCPU: db.t4g.small, a standby, a micro for the others
		"aws/database-storage": gb * (2 + 0.3),
		"aws/backups":          gb * 0.5,
		"aws/log-ingest":       month * 1.04 / 1e6, // 1 KB each, 2 % more for each other environment
		"aws/log-storage":      month * 1.04 / 1e6,
		"aws/metrics":          5,
		"aws/dns-zone":         730,
		"aws/keys":             1,
		"aws/registry":         3,
		"aws/secrets":          3,
	} {
		near(t, string(tariff), e.quantities(t, "aws-monolith-containers", &pt)[tariff], want, 1e-6*want)
	}
	if n := len(e.quantities(t, "aws-monolith-containers", &pt)); n != 21 {
		t.Errorf("%d lines, 21 rebuilt", n)
	}
}

// TestFractionsAreForSmallLoads: at 1.62 erlangs six times half a vCPU (40 ms of CPU a
// request) would carry what three times a whole one (20 ms) carries for the same money; a
// copy that stands idle may be half of one.
func TestFractionsAreForSmallLoads(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	near(t, "vCPU of a container", e.sized(shapeByID(t, "aws-monolith-containers"), &pt, e.CentralScenario()).Basis().VCPU, 1, 0)
	pt[profile.MeanRPS], pt[profile.PeakRPS] = 1, 5
	quiet := e.eval(t, "aws-monolith-containers", &pt)
	near(t, "vCPU of a quiet one", e.sized(shapeByID(t, "aws-monolith-containers"), &pt, e.CentralScenario()).Basis().VCPU, 0.5, 0)
	pt[profile.Runtime] = 1 // Java: a whole vCPU (jvm-containers)
	java := e.eval(t, "aws-monolith-containers", &pt)
	near(t, "vCPU under a JVM", e.sized(shapeByID(t, "aws-monolith-containers"), &pt, e.CentralScenario()).Basis().VCPU, 1, 0)
	if java.P50Millis >= quiet.P50Millis || java.CostMonthlyUSD <= quiet.CostMonthlyUSD {
		t.Errorf("half a vCPU answers in %v ms for %v, a whole one in %v for %v", quiet.P50Millis, quiet.CostMonthlyUSD, java.P50Millis, java.CostMonthlyUSD)
	}
}

// TestMemoryOfRuntimes: on a 2 vCPU server Rails takes two processes of 250 MB (puma-heroku)
// and the system 512 MB; Go takes one of 30 MB.
func TestMemoryOfRuntimes(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	for runtime, want := range map[float64]float64{0: 512 + 30, 5: 512 + 2*250} {
		pt[profile.Runtime] = runtime
		var p plan
		e.plan(&p, shapeByID(t, "aws-monolith-vms"), &pt, e.CentralScenario())
		n := p.need(p.a.NodeOSGB + p.appMB/1024)
		near(t, "MB before any request", n.base(&pricing.Size{VCPU: 2})*1024, want, 1e-9)
	}
}

// TestSessionsHoldMemory: 0.149 requests a second that open a session of an hour each, as
// mybinder.org's 391,773 launches a month do, keep 537 processes of 450 MB open on average,
// 241,650 MB; pods ask for 2.3 times that (cast-kubernetes-2025) and nodes are packed to 80 %,
// so that they hold 678 GB.
func TestSessionsHoldMemory(t *testing.T) {
	e := newEstimator(t)
	pt := atTen(10, 100, 450)
	pt[profile.Cloud], pt[profile.MeanRPS], pt[profile.PeakRPS] = gcp, 0.1491, 0.1491
	pt[profile.State], pt[profile.Interaction] = 2, 1<<request|1<<stream
	shape := shapeByID(t, "gcp-services-kubernetes")
	var p plan
	e.plan(&p, shape, &pt, e.CentralScenario())
	near(t, "sessions", p.sessionsAt(p.w.mean), 0.1491*3600, 1e-9)
	if held := p.fleet.paid * p.fleet.size.GB; held < 2.3*241.65/1.024/0.8 || held > 1.25*2.3*241.65/1.024/0.8 {
		t.Errorf("nodes of %v GB for 236 GB of sessions", held)
	}
	// Four times as many in the busiest minute: nodes empty with their last session, so that
	// twice the mean is paid, the geometric mean of both.
	peaked, busy := pt, plan{}
	peaked[profile.PeakRPS] = 4 * 0.1491
	e.plan(&busy, shape, &peaked, e.CentralScenario())
	near(t, "nodes of a day with a peak over those of a steady one", busy.fleet.paid*busy.fleet.size.GB/(p.fleet.paid*p.fleet.size.GB), 2, 0.25)
	if e.suits(shapeByID(t, "gcp-services-containers"), &pt) {
		t.Error("a container that is paid by the request keeps no process for each session")
	}
	pt[profile.State] = 1
	e.plan(&p, shape, &pt, e.CentralScenario())
	near(t, "sessions whose state is elsewhere", p.sessionsAt(p.w.mean), 0, 0)
	pt[profile.Connections] = 100000 // of 60 KB each (phoenix-2m): 5.7 GB
	e.plan(&p, shape, &pt, e.CentralScenario())
	near(t, "GB of connections", p.sessionsAt(p.w.peak)*p.a.ConnectionKB/1024/1024, 5.722, 0.001)
}

// TestWhatIsSaidIsHeard: inputs that take lines off the bill or put some on it.
func TestWhatIsSaidIsHeard(t *testing.T) {
	e := newEstimator(t)
	for _, tt := range []struct {
		what, shape string
		tariff      pricing.TariffID
		change      func(pt *profile.Point)
		want        float64
	}{
		{"no request logs", "aws-monolith-containers", "aws/log-ingest", func(pt *profile.Point) { pt[profile.RequestLogs] = 0 }, 0},
		{"sampled request logs", "aws-monolith-containers", "aws/log-ingest", func(pt *profile.Point) { pt[profile.RequestLogs] = 1 }, 22.5 * 2.628 * 1.04 * 0.03},
		{"logs on disks of one's own", "self-hosted-monolith", "self-hosted/log-ingest", func(pt *profile.Point) { pt[profile.RequestLogs] = math.NaN() }, 0},
		{"a store of logs that was asked for", "self-hosted-monolith", "self-hosted/log-ingest", func(pt *profile.Point) { pt[profile.RequestLogs] = 2 }, 22.5 * 2.628 * 1.04},
		{"a server that is paid for anyway", "aws-monolith-server", "aws/server", func(pt *profile.Point) { pt[profile.PaidHost], pt[profile.Environments] = 1, 1 }, 0},
		// a g4dn.xlarge (gpu-instances) beside each of two copies, and a quarter of the hours in two other environments
		{"a GPU", "aws-monolith-containers", "aws/gpu", func(pt *profile.Point) { pt[profile.GPU] = 1 }, (2 + 2*0.25) * 730},
		// each open connection counts a minute at 0.25 USD a million (aws-websocket-pricing)
		{"open connections", "aws-functions-http", "aws/gateway-minutes", func(pt *profile.Point) {
			pt[profile.Interaction], pt[profile.Connections] = 1<<websocket, 810
		}, 810 * 22.5 / 81 * 43800 / 1e6},
	} {
		pt := invoicing()
		tt.change(&pt)
		near(t, tt.what, e.quantities(t, tt.shape, &pt)[tt.tariff], tt.want, 1e-6)
	}
}

// TestPlatformsAreKnown: who runs Kubernetes puts services there; who runs none of what an
// architecture is offered on may take any.
func TestPlatformsAreKnown(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	for platforms, want := range map[float64][2]bool{1 << 2: {false, true}, 1 << 1: {true, false}, 1 << 4: {true, true}} {
		pt[profile.Platforms] = platforms
		got := [2]bool{e.suits(shapeByID(t, "aws-services-containers"), &pt), e.suits(shapeByID(t, "aws-services-kubernetes"), &pt)}
		if got != want {
			t.Errorf("platforms %v: containers and Kubernetes suit: %v, want %v", platforms, got, want)
		}
	}
}

// TestBesideTheBill: 400 engineers push ten times a week, 4.345 weeks of 8 minutes each,
// 139,048 minutes; 50,000 are rented, of the rest runners of one's own save 70 %; at 0.008
// with 2,000 free (github-actions-prices) that is (76,714 - 2,000) x 0.008 = 598. A firewall is
// 5 and ten rules at 1, and 0.60 for each million of 25 x 2.628e6 requests (infracost-tests);
// 8 services have 5 alarms at 0.10 each; a fifth of 22.5 requests a second brings a file, a tenth of
// 50 MB, 57,744 GB a month at 0.023 in object storage.
func TestBesideTheBill(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	pt[profile.Engineers], pt[profile.DeploysPerWeek], pt[profile.PayloadMB] = 400, 0, 50
	usd := map[pricing.TariffID]float64{}
	for _, l := range e.sized(shapeByID(t, "aws-services-containers"), &pt, e.CentralScenario()).Beside() {
		usd[l.Tariff] = l.MonthlyUSD
	}
	for tariff, want := range map[pricing.TariffID]float64{"shared/build-minutes": 597.7, "aws/firewall": 15, "aws/firewall-requests": 39.42,
		"aws/alarms": 4, "aws/object-storage": 22.5 * 2.628e6 * 0.2 * 5 / 1024 * 0.023,
		"shared/support": e.eval(t, "aws-services-containers", &pt).CostMonthlyUSD / 10} {
		near(t, string(tariff), usd[tariff], want, 0.1)
	}
	pt[profile.PayloadMB] = 5
	for _, l := range e.sized(shapeByID(t, "aws-services-containers"), &pt, e.CentralScenario()).Beside() {
		if l.Tariff == "aws/object-storage" {
			t.Error("small bodies lie in the database")
		}
	}
}

// TestTwoRegions: what stands there counts twice, what the load uses once; every write, a
// fifth of 22.5 x 3 queries a second, goes to the other region: 22.5 x 3 x 0.2 x 2.628e6 KB at
// 0.02 a GB (infracost-tests).
func TestTwoRegions(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	one := e.quantities(t, "aws-monolith-containers", &pt)
	pt[profile.Regions] = 2
	two := e.quantities(t, "aws-monolith-containers", &pt)
	// twice production beside the two other environments, which stand in one region: (2x2x1 + 2x0.5) / (2x1 + 2x0.5) vCPU, 3
	// balancers for 2, 2x2 + 1 databases for 2 + 1, (2x2 + 0.3) / 2.3 of their storage
	for tariff, times := range map[pricing.TariffID]float64{"aws/container-vcpu": 5 / 3.0, "aws/balancer-hour": 1.5, "aws/database": 5 / 3.0,
		"aws/database-storage": 4.3 / 2.3, "aws/keys": 2, "aws/egress": 1, "aws/log-ingest": 1, "aws/queue-messages": 1} {
		near(t, string(tariff), two[tariff]/one[tariff], times, 1e-9)
	}
	near(t, "GB to the other region", two["aws/cross-region"], 22.5*3*0.2*2.628, 1e-6)
	pt = hobby(aws)
	pt[profile.Regions] = 2
	if e.suits(shapeByID(t, "aws-monolith-server"), &pt) {
		t.Error("one server stands in two regions")
	}
}

// TestCopiesShareConnections: what concerns the connections of another copy goes through a
// cache: two nodes where the target asks for a standby, 2 x 730 h; one lone copy has all.
func TestCopiesShareConnections(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	pt[profile.Interaction], pt[profile.Connections] = 1<<websocket, 5000
	for shape, want := range map[string]float64{"aws-monolith-containers": 1460, "aws-monolith-platform": 0, "aws-functions-http": 0} {
		near(t, shape, e.quantities(t, shape, &pt)["aws/shared-cache"], want, 0)
	}
}

// TestJobsPayWhileTheyRun: two jobs a month of 300 s of CPU, on half a vCPU that is kept 80 %
// busy, take 2 x 300 / 0.5 / 0.8 = 1,500 s, 0.42 h, whatever the environments; an address of
// its own each has as long.
func TestJobsPayWhileTheyRun(t *testing.T) {
	e := newEstimator(t)
	pt := atTen(300000, 600000, 256)
	pt[profile.Interaction], pt[profile.MeanRPS], pt[profile.PeakRPS] = 1<<batch, 2/2.628e6, 2/2.628e6
	pt[profile.Environments] = 3
	got := e.quantities(t, "aws-monolith-containers", &pt)
	near(t, "vCPU-hours", got["aws/container-vcpu"], 0.5*1500.0/3600, 1e-6)
	near(t, "address-hours", got["aws/public-address"], 1500.0/3600, 1e-6)
	near(t, "hours of a database that waits for the next job", got["aws/database"], 0, 0)
}

// TestGameKeepsItsState: of 20,000 messages a second to state in memory a fiftieth loads or
// saves: 400 x 3 queries; of 100,000 connections of an hour each 28 are opened in a second,
// one capacity unit of the balancer carries 25, but 3,000 open ones: 33.3.
func TestGameKeepsItsState(t *testing.T) {
	e := newEstimator(t)
	pt := atTen(0.3, 2, 64)
	pt[profile.Interaction], pt[profile.State], pt[profile.Connections] = 1<<websocket, 2, 100000
	pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.ResponseKB], pt[profile.RelationalQueries] = 20000, 20000, 0.1, 1
	got := e.quantities(t, "aws-monolith-vms", &pt)
	near(t, "capacity units", got["aws/balancer-unit"], 20000*1.1/1e6*3600*730, 1) // 79 GB an hour count for more
	var p plan
	e.plan(&p, shapeByID(t, "aws-monolith-vms"), &pt, e.CentralScenario())
	if m := p.store.machine; m == nil || m.Label != "db.m7g.large" { // 1,200 / 1,500 / 60 % = 1.3 vCPU
		t.Errorf("1,200 queries a second are answered by %+v", p.store)
	}
}

// TestClustersHoldWhatPodsAskFor: one copy each of 200 services, whose pods ask for 2.3 times what they use
// (cast-kubernetes-2025) and are packed to 80 %, takes 178 GB in each of the two environments beside production: three
// machines of 64 GB, the largest offered, 3 x 2 x 730 h. Fifteen engineers keep all in one
// cluster: one control plane, and no machine beside production's.
func TestClustersHoldWhatPodsAskFor(t *testing.T) {
	e := newEstimator(t)
	pt := atTen(10, 100, 256)
	pt[profile.ServicesNow], pt[profile.Modules], pt[profile.Environments] = 200, 200, 3
	pt[profile.Engineers] = 16
	var p plan
	e.plan(&p, shapeByID(t, "aws-services-kubernetes"), &pt, e.CentralScenario())
	asked := p.a.NodeOSGB + 200*(p.appMB+p.a.SidecarMB)/1024*2.3/0.8
	small := p.smallest(p.nodes(), asked)
	near(t, "GB of one copy each", asked, 178, 0.1)
	near(t, "hours beside production", p.used.Amount(small.Meter), 2*3*730, 1e-9)
	near(t, "control planes", p.used.Amount(pricing.ControlPlane), 3*730, 1e-9)
	if small.Meter == p.fleet.size.Meter {
		t.Error("production has the same machines: this shows nothing")
	}
	pt[profile.Engineers] = 15
	var shared plan
	e.plan(&shared, shapeByID(t, "aws-services-kubernetes"), &pt, e.CentralScenario())
	near(t, "one control plane", shared.used.Amount(pricing.ControlPlane), 730, 1e-9)
	near(t, "hours of production alone", shared.used.Amount(shared.fleet.size.Meter), shared.fleet.paid*730, 1e-6)
	if shared.fleet.paid <= p.fleet.paid {
		t.Error("namespaces beside production take room of its machines")
	}
}

// TestJobsOnMachines: 540 s of CPU twenty times a minute are 180 vCPU at work; 80 % busy they
// take 225 vCPU of machines, which a batch service starts and stops and adds nothing to
// (aws-batch-price): 225 / 2 x 730 h of the smallest of 2 vCPU, where each job takes 1 GB.
func TestJobsOnMachines(t *testing.T) {
	e := newEstimator(t)
	pt := atTen(540000, 600000, 1024)
	pt[profile.Interaction], pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.IdleShare] = 1<<batch, 1.0/3, 1.0/3, 0
	var p plan
	e.plan(&p, shapeByID(t, "gcp-monolith-containers"), &pt, e.CentralScenario())
	near(t, "machines", p.fleet.paid, 225.0/2, 1e-9)
	near(t, "machine-hours", p.used.Amount(p.fleet.size.Meter), 225.0/2*730, 1e-6)
	if got := p.Describe(); got != "modular monolith, jobs of e2-standard-2 on Google Batch" {
		t.Error(got)
	}
	pt[profile.MeanRPS], pt[profile.PeakRPS] = 1e-6, 1e-6
	if got := e.quantities(t, "azure-monolith-containers", &pt); got["azure/scaled-requests"] != 0 {
		t.Error("a job is no request")
	}
	var alone plan
	e.plan(&alone, shapeByID(t, "aws-monolith-containers"), &pt, e.CentralScenario())
	if alone.fleet.size.Container == nil {
		t.Error("one job now and then does not fill a machine")
	}
}

// TestDedicatedContainers: on Azure, 10 copies of 4 vCPU and 8 GB all day are billed by the
// second, 40 x (0.000003 + share at work x 0.000021) x 3,600 and 80 x 0.000003 x 3,600, or by the
// hour, 40 x 0.057077 + 80 x 0.004978 + 0.10 for the plan (container-apps-dedicated), 2.781 an
// hour: idle the first costs 1.296, half at work 2.808.
func TestDedicatedContainers(t *testing.T) {
	r := newEstimator(t).clouds[azure].list.Containers[0].Container
	for busy, want := range map[float64]float64{0: 40*0.0108 + 80*0.0108, 20: 40*0.057077 + 80*0.004978 + 0.1, 40: 40*0.057077 + 80*0.004978 + 0.1} {
		usd, metered := r.Cost(40, 80, busy, 0, 0.1)
		near(t, "USD per hour", usd, want, 1e-9)
		if metered != (busy == 0) {
			t.Errorf("%v of 40 vCPU at work: metered %v", busy, metered)
		}
	}
}

// TestPodsStandWhenNobodyCalls: two copies of 120 services of 50 MB, each with a sidecar of 60 MB (istio-ambient), ask for
// 2.3 times 26 GB and the control plane's, packed to 80 %: whoever is idle nine hours in ten pays for their nodes in all.
func TestPodsStandWhenNobodyCalls(t *testing.T) {
	e := newEstimator(t)
	pt := atTen(10, 100, 64)
	pt[profile.ServicesNow], pt[profile.Modules], pt[profile.IdleShare], pt[profile.Engineers] = 120, 120, 0.9, 80
	var p plan
	e.plan(&p, shapeByID(t, "aws-services-kubernetes"), &pt, e.CentralScenario())
	f := &p.fleet
	stand := (2*120*(p.appMB+p.a.SidecarMB)/1024 + p.a.IstiodGB*0.12) * 2.3 / 0.8
	if room := f.resting * (f.size.GB - p.a.NodeOSGB); room < stand || f.resting > f.active {
		t.Errorf("%v nodes of %v GB at rest for %v GB", f.resting, f.size.GB, stand)
	}
	near(t, "nodes on average", f.paid, 0.9*f.resting+0.1*f.active, 1e-9)
	near(t, "that are told", e.sized(shapeByID(t, "aws-services-kubernetes"), &pt, e.CentralScenario()).Basis().Least, f.resting, 0)
	pt[profile.Regions] = 2
	near(t, "fleets of two regions", e.sized(shapeByID(t, "aws-services-kubernetes"), &pt, e.CentralScenario()).Basis().Fleets, 2, 0)
}
