package estimate

import (
	"testing"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// TestLinesByProvider works single lines of the invoicing application by hand, quantity and
// money, at the prices of the providers' own pages or of Infracost's tests of them. Behind the
// cache it has 22.5 req/s, 59.13 million a month.
func TestLinesByProvider(t *testing.T) {
	e := newEstimator(t)
	for _, tt := range []struct {
		what, shape, tariff string
		change              func(pt *profile.Point)
		quantity, usd       float64
	}{
		// item 1: a fraction of a vCPU is sold as such: 2 copies of 0.5 vCPU at 0.03238 an hour
		// and 1 GB at 0.00356 (aws.amazon.com/fargate/pricing, arm).
		{"half a vCPU twice", "aws-monolith-containers", "aws/container-vcpu", quiet, 2 * 0.5 * 730, 730 * 0.03238},
		{"1 GB twice", "aws-monolith-containers", "aws/container-memory", quiet, 2 * 1 * 730, 1460 * 0.00356},
		// item 2: one instance of a platform: a t4g.small at 0.0168 an hour, no balancer before it
		// (karpenter's list of EC2 prices): 512 MB of system and two processes of 250 MB do not fit 1 GB.
		{"one instance", "aws-monolith-platform", "aws/machine", quiet, 730, 730 * 0.0168},
		{"no balancer", "aws-monolith-platform", "aws/balancer-hour", quiet, 0, 0},
		// item 3: autoscaled by the hour: 2 x c7g.large at 0.0725 where 81 req/s x 20 ms are 1.62 vCPU.
		{"two servers", "aws-services-kubernetes", "aws/control-plane", asItIs, 730, 73},
		// item 4: a standby is the second of two: db.t4g.small at 0.032 an hour and 70 GB of gp3 at 0.115
		// (aws.amazon.com/rds/postgresql/pricing), twice.
		{"database and standby", "aws-monolith-containers", "aws/database", asItIs, 2 * 730, 2 * 730 * 0.032},
		{"their storage", "aws-monolith-containers", "aws/database-storage", asItIs, 2 * 70, 2 * 70 * 0.115},
		// what one process shares is relational, whoever joins it; on functions at 22.5 req/s it is key-value: 3 queries a
		// request, four in five of them reads of half a unit (aws.amazon.com/dynamodb/pricing).
		{"one process has a database", "aws-monolith-containers", "aws/database", joinedByNobody, 2 * 730, 2 * 730 * 0.032},
		{"functions have none", "aws-functions-http", "aws/key-value-reads", joinedByNobody, 59.13 * 3 * 0.8 / 2, 59.13 * 3 * 0.8 / 2 * 0.125},
		// a cabinet for up to 20 machines of one's own (colocation-prices), and none for rented ones.
		{"a cabinet", "self-hosted-monolith", "self-hosted/cabinet", inOwnCabinet, 730, 500},
		{"none for rented machines", "self-hosted-monolith", "self-hosted/cabinet", asItIs, 0, 0},
		// item 5: of the calls between services half cross zones, 21 KB each, and pay 0.01 on both
		// sides (Infracost: 2,000 GB at 20.00): 8 services, 1 + ln 8 = 3.08 of them a request. On Azure nothing.
		{"between zones", "aws-services-containers", "aws/cross-zone", asItIs, 59.13 * 2.0794415 * 21, 59.13 * 2.0794415 * 21 * 0.01},
		{"between zones of Azure", "azure-services-containers", "azure/cross-zone", asItIs, 59.13 * 2.0794415 * 21, 0},
		// 0.005 an hour for every public address (aws-ipv4): two containers, and a balancer in two zones; where an audit asks,
		// containers have none (Security Hub ECS.2), but NAT in two zones, 0.045 an hour, has one each (Infracost).
		{"addresses", "aws-monolith-containers", "aws/public-address", asItIs, (2 + 2) * 730, 4 * 730 * 0.005},
		{"addresses of what is audited", "aws-monolith-containers", "aws/public-address", audited, (2 + 2) * 730, 4 * 730 * 0.005},
		{"NAT of what is audited", "aws-monolith-containers", "aws/nat-hour", audited, 2 * 730, 2 * 730 * 0.045},
		{"no NAT", "aws-monolith-containers", "aws/nat-hour", asItIs, 0, 0},
		{"no NAT for a law on data alone", "aws-monolith-containers", "aws/nat-hour", protected, 0, 0},
		// one of an Application Gateway, and of each of two machines (Infracost); those of a balancer are free on Google
		// Cloud, where NAT is 0.0014 an hour for each of two machines, and its one address 0.005 (cloud.google.com/nat/pricing).
		{"addresses on Azure", "azure-monolith-vms", "azure/public-address", asItIs, (1 + 2) * 730, 3 * 730 * 0.005},
		{"NAT of Google Cloud", "gcp-monolith-vms", "gcp/nat-hour", audited, 2 * 730, 2 * 730 * 0.0014},
		{"its address", "gcp-monolith-vms", "gcp/public-address", audited, 730, 3.65},
		// nobody receives the answer to what a queue brings: 263,000 answers of 20 KB, which a request sends to its user.
		{"traffic of events", "aws-monolith-containers", "aws/egress", fed, 0, 0},
		{"traffic of requests", "aws-monolith-containers", "aws/egress", tenth, 0.1 * 2.628 * 20, 0},
		{"a queue has no gateway", "azure-functions-http", "azure/gateway-requests", fed, 0, 0},
		{"a gateway sees each request", "aws-functions-http", "aws/gateway-requests", asItIs, 59.13, 59.13},
		// item 6: five metrics a deployable at 0.30, ten free (Infracost); a zone at 0.50.
		{"metrics of eight services", "aws-services-containers", "aws/metrics", asItIs, 40, 30 * 0.3},
		// item 7: of a million calls and 400,000 GB-s none is left to pay at 0.1 req/s
		// (aws.amazon.com/lambda/pricing): 262,800 calls.
		{"within the grant", "aws-functions-http", "aws/function-requests", tenth, 0.2628, 0},
		// item 8: one call to send, and a tenth each to receive and delete ten at once, with retries 1.5
		// calls, 0.40 a million beyond one (aws.amazon.com/sqs/pricing); functions hand off all.
		{"hand-offs of functions", "aws-functions-http", "aws/queue-messages", handing, 59.13 * 1.5, (59.13*1.5 - 1) * 0.4},
		// a message holds 64 KB at most (sqs-chunks), published and delivered, the rest is handed over by reference:
		// 59.13 million of 128 KB, 10 GiB free, 0.04 a GiB (cloud.google.com/pubsub/pricing).
		{"large bodies by reference", "gcp-functions-http", "gcp/queue-messages", handingLarge, 59.13e6 * 64 * 2 / (1 << 20), (59.13e6*64*2/(1<<20) - 10) * 0.0390625},
		{"in one process a fifth", "aws-monolith-containers", "aws/queue-messages", handing, 59.13 * 0.2 * 1.5, (59.13*0.2*1.5 - 1) * 0.4},
		// item 9: functions of the second generation are Cloud Run by the request (cloud.google.com/run/pricing): 100 ms of
		// waiting and 20 of CPU x 1,800 / 512 MB are 170, counted as 200; 0.000024 a vCPU-s beyond 180,000 and 0.0000025 a
		// GiB-s beyond 360,000. API Management by the call in eastus: 3.50 a million beyond one
		// (azure.microsoft.com/pricing/details/api-management); Application Gateway v2, its list price: 0.246 an hour.
		{"CPU of the second generation", "gcp-functions-http", "gcp/function-cpu", asItIs, 59.13e6 * 0.2 * 512 / 1800, (59.13e6*0.2*512/1800 - 180000) * 0.000024},
		{"its memory", "gcp-functions-http", "gcp/function-memory", asItIs, 59.13e6 * 0.2 * 0.5, (59.13e6*0.2*0.5 - 360000) * 0.0000025},
		{"calls through the gateway", "azure-functions-http", "azure/gateway-requests", asItIs, 59.13, (59.13 - 1) * 3.5},
		{"an Application Gateway", "azure-monolith-vms", "azure/balancer-hour", asItIs, 730, 730 * 0.246},
	} {
		pt := invoicing()
		pt[profile.Environments], pt[profile.Compliance], pt[profile.Handoffs], pt[profile.Modules] = 1, 0, 0, 8
		tt.change(&pt)
		var quantity, usd float64
		for _, l := range e.sized(shapeByID(t, tt.shape), &pt, e.CentralScenario()).Bill() {
			if l.Tariff == pricing.TariffID(tt.tariff) {
				quantity, usd = quantity+l.Quantity, usd+l.MonthlyUSD
			}
		}
		near(t, tt.what, quantity, tt.quantity, 1e-5*(1+tt.quantity))
		near(t, tt.what+" in USD", usd, tt.usd, 1e-4*(1+tt.usd))
	}
}

func asItIs(*profile.Point) {}

func joinedByNobody(pt *profile.Point) { pt[profile.RelationalQueries] = 0 }

func inOwnCabinet(pt *profile.Point) { pt[profile.Platforms] = 1 << onPremises }

func quiet(pt *profile.Point) { pt[profile.MeanRPS], pt[profile.PeakRPS] = 1, 5 }

func fed(pt *profile.Point) {
	pt[profile.Interaction], pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.CacheableShare] = 1<<event, 0.1, 0.1, 0.5
}

func audited(pt *profile.Point) { pt[profile.Compliance] = 1 }

func protected(pt *profile.Point) { pt[profile.Compliance], pt[profile.Unaudited] = 1, 1 }

func handingLarge(pt *profile.Point) { pt[profile.Handoffs], pt[profile.ResponseKB] = 1, 3000 }

func handing(pt *profile.Point) { pt[profile.Handoffs] = 1 }

func tenth(pt *profile.Point) {
	pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.CacheableShare] = 0.1, 1, 0
}

// TestCloudsAgreeOnAStandby (item 9): on every cloud a standby doubles the hours and the
// storage of the database, and nothing else of it.
func TestCloudsAgreeOnAStandby(t *testing.T) {
	e := newEstimator(t)
	for _, cloud := range []string{"aws", "gcp", "azure"} {
		bill := func(target float64) map[pricing.TariffID]float64 {
			pt := invoicing()
			pt[profile.Environments], pt[profile.AvailabilityPct] = 1, target
			return e.quantities(t, cloud+"-monolith-vms", &pt)
		}
		lone, twice := bill(99), bill(99.9)
		for _, kind := range []string{"database", "database-storage", "backups"} {
			id, times := pricing.TariffID(cloud+"/"+kind), 2.0
			if kind == "backups" {
				times = 1
			}
			if lone[id] == 0 && kind != "backups" {
				t.Errorf("%s: no %s", cloud, kind)
			}
			near(t, string(id), twice[id], times*lone[id], 1e-9)
		}
	}
}

// TestPlatformsOfVendors: who pushes to a platform of a vendor pays its prices. Two Standard-2X
// dynos of 1 GB at 50 (heroku-dynos), whose traffic of 6,570 GB is not sold (30 billion answers a month went out
// from some dynos: ipify-30-billion); a seat of 20 for each engineer (vercel-seats), calls beyond a million at 0.60 a million and 1 GB at 0.18 a GB-hour beyond 1,000
// (vercel-functions) for 135 ms each, 100 of waiting and 20 of CPU x 1,769 / 1,024 MB, and 0.15 a GB beyond 1 TB. Nobody else is offered them.
func TestPlatformsOfVendors(t *testing.T) {
	e := newEstimator(t)
	pt := invoicing()
	pt[profile.Environments], pt[profile.Handoffs], pt[profile.CacheableShare] = 1, 0, 0
	pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.P99Millis] = 12.5, 12.5, 60000
	for _, shape := range []string{"aws-monolith-dynos", "aws-functions-vercel"} {
		if e.suits(shapeByID(t, shape), &pt) {
			t.Errorf("%s suits who runs no platform", shape)
		}
	}
	pt[profile.Platforms] = 1 << paas
	if !e.suits(shapeByID(t, "aws-functions-vercel"), &pt) || e.suits(shapeByID(t, "aws-functions-http"), &pt) {
		t.Error("who runs a platform and no functions of the cloud has them there")
	}
	usd := map[pricing.TariffID]float64{}
	for shape, kb := range map[string]float64{"aws-monolith-dynos": 200, "aws-functions-vercel": pt[profile.ResponseKB]} {
		pt[profile.ResponseKB] = kb
		for _, l := range e.sized(shapeByID(t, shape), &pt, e.CentralScenario()).Bill() {
			usd[l.Tariff] = l.MonthlyUSD
		}
	}
	calls := 12.5 * 2.628
	for tariff, want := range map[pricing.TariffID]float64{"aws/platform": 100, "aws/egress": 0, "aws/balancer-hour": 0, "aws/log-ingest": 0,
		"aws/vendor-requests": (calls - 1) * 0.6, "aws/vendor-memory": max(0, calls*1e6*0.135/3600-1000) * 0.18,
		"aws/vendor-egress": 0, "aws/vendor-seats": 16 * 20} {
		near(t, string(tariff), usd[tariff], want, 0.01)
	}
}
