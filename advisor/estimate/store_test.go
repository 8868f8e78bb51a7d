package estimate

import (
	"testing"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// TestStoresCompete: of 25 req/s with three queries each, functions that answer without joins
// pay DynamoDB 197 million queries at half a read unit for four in five (79 million at
// 0.125, 9.86) and a write for the fifth (39 million at 0.625, 24.64), 70 GB at 0.25 of which
// 25 are free; with joins a db.t4g.small and its standby, 46.72.
func TestStoresCompete(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	pt[profile.CacheableShare], pt[profile.Environments] = 0, 1
	pt[profile.RelationalQueries] = 0
	var p plan
	e.plan(&p, shapeByID(t, "aws-functions-balancer"), &pt, e.CentralScenario())
	if !p.store.keyed {
		t.Error("nobody joins: key-value at 45.75 is cheaper than 46.72 and 16.10 of storage")
	}
	got := e.quantities(t, "aws-functions-balancer", &pt)
	near(t, "reads", got["aws/key-value-reads"], 25*3*2.628*0.8/2, 1e-6)
	near(t, "writes", got["aws/key-value-writes"], 25*3*2.628*0.2, 1e-6)
	near(t, "GB", got["aws/key-value-storage"], 20+2*25, 1e-6)
	cut := e.quantities(t, "aws-services-containers", &pt) // three stores hold the same data, three volumes room for each
	near(t, "GB of three", cut["aws/key-value-storage"], 20+2*25, 1e-6)
	pt[profile.RelationalQueries] = 1
	e.plan(&p, shapeByID(t, "aws-functions-balancer"), &pt, e.CentralScenario())
	near(t, "hours of db.t4g.small", e.quantities(t, "aws-functions-balancer", &pt)["aws/database"], 2*730, 1e-6)
}

// TestSharedDataAreRelational: where most writes go to tables of several parts at once, nobody's stating that reports join
// makes no key-value store of it. With 75 queries a second functions pay a db.t4g.small and its standby, 2 x 730 h at 0.032 =
// 46.72, and 70 GB for each at 0.115 = 16.10, as one program does; three services pay three of both, 140.16, and 70 + 2 x 20
// GB for each, 25.30.
func TestSharedDataAreRelational(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	pt[profile.CacheableShare], pt[profile.Environments], pt[profile.RelationalQueries] = 0, 1, 0
	for id, stores := range map[string]float64{"aws-monolith-containers": 1, "aws-functions-balancer": 1, "aws-services-containers": 3} {
		for coupling := range 3 {
			pt[profile.DataCoupling] = float64(coupling)
			var p plan
			e.plan(&p, shapeByID(t, id), &pt, e.CentralScenario())
			if keyed := coupling < 2 && id != "aws-monolith-containers"; p.store.keyed != keyed || p.Basis().Shared != (coupling == 2) {
				t.Errorf("%s, coupling %d: key-value %v, shared %v", id, coupling, p.store.keyed, p.Basis().Shared)
			}
		}
		got := e.quantities(t, id, &pt)
		near(t, id+" machines", got["aws/database"]*0.032, stores*46.72, 1e-6)
		near(t, id+" storage", got["aws/database-storage"]*0.115, 16.10+(stores-1)*4.60, 1e-6)
		near(t, id+" reads and writes by key", got["aws/key-value-reads"]+got["aws/key-value-writes"], 0, 0)
	}
}

// TestServerlessDatabase: its storage is 0.10 a GB once, whatever the copies (aurora-explained),
// and requests to it 0.20 a million (rds-vs-aurora): a burst of 3,000 req/s for an hour a day
// at 10 on average asks machines for 3,000 x 3 / 1,500 / 60 % = 10 vCPU around the clock.
func TestServerlessDatabase(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.CacheableShare], pt[profile.Environments] = 10, 3000, 0, 1
	got := e.quantities(t, "aws-monolith-containers", &pt)
	near(t, "capacity units", got["aws/database-units"], 730*2*0.5, 1e-6) // 30 queries/s are 0.13 units: half a one, twice
	near(t, "storage", got["aws/pooled-storage"], 20+2*10, 1e-6)
	near(t, "I/O", got["aws/pooled-io"], 30*2.628*0.3, 1e-6)
}

// TestFunctionsReachTheirDatabase: by an address of its own; where audits ask, from a private
// network with NAT in two zones; and by a proxy of 2 vCPU at least (rds-proxy-price) where 81
// req/s of 4 s hold 324 connections and a db.t4g.small of 2 GB takes 200.
func TestFunctionsReachTheirDatabase(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	pt[profile.Environments], pt[profile.Compliance] = 1, 0
	got := e.quantities(t, "aws-functions-http", &pt)
	near(t, "address", got["aws/public-address"], 730, 0)
	near(t, "NAT", got["aws/nat-hour"]+got["aws/database-proxy"], 0, 0)
	pt[profile.Compliance], pt[profile.DurationMillis] = 1, 4000
	got = e.quantities(t, "aws-functions-http", &pt)
	near(t, "addresses of NAT alone", got["aws/public-address"], 2*730, 0)
	near(t, "NAT of two zones", got["aws/nat-hour"], 2*730, 0)
	var p plan
	e.plan(&p, shapeByID(t, "aws-functions-http"), &pt, e.CentralScenario())
	var q pricing.Quantities
	p.pool(&q, &pricing.Size{VCPU: 0.4, GB: 2}, 2)
	near(t, "vCPU of the proxy of two", q.Amount(pricing.DatabaseProxy), 2*2*730, 0)
}

// TestSmallServerOfACloud: a hobby on AWS is a Lightsail server of 512 MB at 5.00
// (lightsail-2026) with 20 GB of disk (10.04 more at 0.08) and 1 TB of traffic included, a
// nightly snapshot of 30.04 GB at 0.05 and a DNS zone at 0.50: 7.80.
func TestSmallServerOfACloud(t *testing.T) {
	e := newEstimator(t)
	pt := hobby(aws)
	pt[profile.Runtime] = 0 // Go
	near(t, "a hobby on AWS", e.eval(t, "aws-monolith-server", &pt).CostMonthlyUSD, 5+10.04*0.08+30.04*0.05+0.5, 0.01)
	if got := e.quantities(t, "aws-monolith-server", &pt)["aws/public-address"]; got != 0 {
		t.Errorf("the address is included, %v h billed", got)
	}
}

// TestCacheDelivers: half of 6,570 GB comes by way of the CDN, 0.085 a GB beyond 1 TB and 1.00
// a million requests beyond 10 (cloudfront-pricing), where it would be 0.09 directly.
func TestCacheDelivers(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	pt[profile.ResponseKB], pt[profile.CacheableShare] = 100, 0.5
	got := e.quantities(t, "aws-monolith-containers", &pt)
	near(t, "GB of the CDN", got["aws/cdn-data"], 25*2.628*100/2, 1e-6)
	near(t, "GB directly", got["aws/egress"], 25*2.628*100/2, 1e-6)
	pt[profile.ResponseKB] = 1 // 33 GB are free either way, 33 million requests are not
	near(t, "GB of the CDN that costs more", e.quantities(t, "aws-monolith-containers", &pt)["aws/cdn-data"], 0, 0)
}

// TestFunctionsThatHoldNoConnection: a balancer of AWS refuses to upgrade a connection to a function (docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html), and
// functions of Azure have none (github.com/Azure/Azure-Functions/issues/738): what keeps connections open stands behind the WebSocket API or
// in containers.
func TestFunctionsThatHoldNoConnection(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	for interaction, want := range map[float64]bool{1 << request: true, 1<<request | 1<<websocket: false} {
		pt[profile.Interaction] = interaction
		for _, id := range []string{"aws-functions-balancer", "aws-functions-balancer-warm", "azure-functions-http", "azure-functions-url"} {
			if got := e.suits(shapeByID(t, id), &pt); got != want {
				t.Errorf("%s suits %v: %v", id, interaction, got)
			}
		}
		for _, id := range []string{"aws-functions-http", "azure-scale-to-zero"} {
			if !e.suits(shapeByID(t, id), &pt) {
				t.Errorf("%s does not suit %v", id, interaction)
			}
		}
	}
}

// TestAStandbyNeedsAMachineThatMayHaveOne: burstable machines of Azure have no high availability
// (learn.microsoft.com/azure/postgresql/flexible-server/concepts-high-availability), a shared vCPU of Google Cloud is under
// no service level (cloud.google.com/sql/docs/postgres/operational-guidelines): at 99.9 % 81 req/s x 3 / 1,500 / 60 % = 0.27
// vCPU take the next that may, twice: D2ds_v5 at 0.203 an hour, 1 vCPU and 4 GB at 0.0413 and 0.007. Alone or on AWS, where
// a db.t4g.small may have one, they take the smallest.
func TestAStandbyNeedsAMachineThatMayHaveOne(t *testing.T) {
	e := newEstimator(t)
	for _, c := range []struct {
		cloud, alone, with string
	}{{"aws", "db.t4g.small", "db.t4g.small"}, {"azure", "B2s", "D2ds_v5"}, {"gcp", "db-g1-small", "Cloud SQL 1 vCPU"}} {
		for target, want := range map[float64]string{99: c.alone, 99.9: c.with} {
			pt := invoicing()
			pt[profile.AvailabilityPct], pt[profile.Environments] = target, 1
			var p plan
			e.plan(&p, shapeByID(t, c.cloud+"-monolith-vms"), &pt, e.CentralScenario())
			if m := p.store.machine; m == nil || m.Label != want {
				t.Errorf("%s at %v %%: %+v, want %s", c.cloud, target, m, want)
			}
		}
	}
}
