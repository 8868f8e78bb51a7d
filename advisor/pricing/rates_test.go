package pricing

import (
	"math"
	"math/rand/v2"
	"testing"
)

// costed is any set of rates with its use.
type costed[U any] interface {
	Cost(U) float64
	Bill(U) Bill
}

// checkRates holds a set of rates to what every one must keep, over random uses:
// the bill's lines sum to the cost, the cost is finite and not negative, more of
// any quantity never costs less, and asking for the cost does not allocate.
// vary changes the n-th quantity of a use and says whether there is one.
func checkRates[U any](t *testing.T, name string, r costed[U], draw func(*rand.Rand) U, vary func(*U, int, float64) bool) {
	t.Helper()
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		u := draw(rng)
		base := r.Cost(u)
		if total := r.Bill(u).Total(); total != base || base < 0 || math.IsNaN(base) || math.IsInf(base, 0) {
			t.Fatalf("%s: cost %v, bill %v at %+v", name, base, total, u)
		}
		for n := 0; ; n++ {
			more := u
			if !vary(&more, n, 1+rng.Float64()) {
				break
			}
			if got := r.Cost(more); got < base-1e-9*base {
				t.Fatalf("%s: %v at %+v, %v at %+v", name, base, u, got, more)
			}
		}
		for _, l := range r.Bill(u).Lines {
			if l.Item == "" || l.Unit == "" || l.Source == "" || math.Abs(l.Quantity*l.UnitPriceUSD-l.MonthlyUSD) > 1e-9*l.MonthlyUSD {
				t.Fatalf("%s: line %+v", name, l)
			}
		}
	}
	u := draw(rng)
	if n := testing.AllocsPerRun(10, func() { r.Cost(u) }); n > 0 {
		t.Errorf("%s: %v allocations", name, n)
	}
}

// upTo draws a quantity between nothing and max over many orders of magnitude.
func anyUpTo(rng *rand.Rand, max float64) float64 {
	if rng.IntN(8) == 0 {
		return 0
	}
	return max * math.Pow(10, -6*rng.Float64())
}

// scale multiplies the n-th of some quantities.
func scale(n int, by float64, quantities ...*float64) bool {
	if n >= len(quantities) {
		return false
	}
	*quantities[n] *= by
	return true
}

func TestFunctionRates(t *testing.T) {
	c := mustLoad(t)
	for _, arch := range []string{"x86", "arm64"} {
		r, err := c.Lambda(arch)
		if err != nil {
			t.Fatal(err)
		}
		checkRates(t, "lambda "+arch, &r, func(g *rand.Rand) LambdaUse {
			return LambdaUse{anyUpTo(g, 1e11), anyUpTo(g, 9e5), anyUpTo(g, 10240), anyUpTo(g, 10240), g.IntN(2) == 0}
		}, func(u *LambdaUse, n int, by float64) bool {
			return scale(n, by, &u.Requests, &u.DurationMillis, &u.MemoryMB, &u.EphemeralMB)
		})
	}
	for _, flex := range []bool{false, true} {
		r, err := c.AzureFunctions(flex)
		if err != nil {
			t.Fatal(err)
		}
		checkRates(t, "azure functions", &r, func(g *rand.Rand) AzureFunctionUse {
			return AzureFunctionUse{anyUpTo(g, 1e10), anyUpTo(g, 6e5), anyUpTo(g, 4096), g.IntN(2) == 0}
		}, func(u *AzureFunctionUse, n int, by float64) bool {
			return scale(n, by, &u.Executions, &u.DurationMillis, &u.MemoryMB)
		})
	}
	r, err := c.CloudFunctions()
	if err != nil {
		t.Fatal(err)
	}
	checkRates(t, "cloud functions", &r, func(g *rand.Rand) CloudFunctionUse {
		return CloudFunctionUse{anyUpTo(g, 1e10), anyUpTo(g, 5e5), anyUpTo(g, 4096), anyUpTo(g, 4800), anyUpTo(g, 1e5), g.IntN(2) == 0}
	}, func(u *CloudFunctionUse, n int, by float64) bool {
		return scale(n, by, &u.Invocations, &u.DurationMillis, &u.MemoryMB, &u.CPUMHz, &u.EgressGB)
	})
}

func TestContainerRates(t *testing.T) {
	c := mustLoad(t)
	for _, tier := range []int{1, 2} {
		run, err := c.CloudRun(tier)
		if err != nil {
			t.Fatal(err)
		}
		checkRates(t, "cloud run", &run, func(g *rand.Rand) CloudRunUse {
			return CloudRunUse{anyUpTo(g, 1e10), anyUpTo(g, 3.6e6), 1 + anyUpTo(g, 999), anyUpTo(g, 8), anyUpTo(g, 32), anyUpTo(g, 1e7), anyUpTo(g, 100), anyUpTo(g, 3e6), g.IntN(2) == 0}
		}, func(u *CloudRunUse, n int, by float64) bool {
			return scale(n, by, &u.Requests, &u.DurationMillis, &u.VCPU, &u.MemoryGiB, &u.IdleSeconds, &u.Instances, &u.LiveSeconds)
		})
	}
	apps, err := c.ContainerApps()
	if err != nil {
		t.Fatal(err)
	}
	checkRates(t, "container apps", &apps, func(g *rand.Rand) ContainerAppUse {
		return ContainerAppUse{anyUpTo(g, 1e8), anyUpTo(g, 1e8), anyUpTo(g, 4), anyUpTo(g, 8), anyUpTo(g, 1e10), g.IntN(2) == 0}
	}, func(u *ContainerAppUse, n int, by float64) bool {
		return scale(n, by, &u.ActiveSeconds, &u.IdleSeconds, &u.VCPU, &u.MemoryGiB, &u.Requests)
	})
	fargate, err := c.Fargate("arm64")
	if err != nil {
		t.Fatal(err)
	}
	tasks := func(g *rand.Rand) FargateUse {
		return FargateUse{anyUpTo(g, 1000), anyUpTo(g, 16), anyUpTo(g, 120), anyUpTo(g, 200), 1 + anyUpTo(g, 1000), anyUpTo(g, 2.6e6)}
	}
	more := func(u *FargateUse, n int, by float64) bool {
		return scale(n, by, &u.Tasks, &u.VCPU, &u.MemoryGB, &u.DiskGB, &u.Runs, &u.Seconds)
	}
	checkRates(t, "fargate", &fargate, tasks, more)
	windows, err := c.FargateWindows()
	if err != nil {
		t.Fatal(err)
	}
	checkRates(t, "fargate windows", &windows, tasks, more)
}

func TestNetworkRates(t *testing.T) {
	c := mustLoad(t)
	for _, cloud := range []string{"aws", "gcp", "azure", "self-hosted"} {
		egress, err := c.Egress(cloud)
		if err != nil {
			t.Fatal(err)
		}
		checkRates(t, "egress "+cloud, &egress, func(g *rand.Rand) EgressUse {
			return EgressUse{anyUpTo(g, 1e7), anyUpTo(g, 1e7), egress.FreeGB}
		}, func(u *EgressUse, n int, by float64) bool { return scale(n, by, &u.InternetGB, &u.CrossZoneGB) })
		logs, err := c.Logs(cloud)
		if err != nil {
			t.Fatal(err)
		}
		checkRates(t, "logs "+cloud, &logs, func(g *rand.Rand) LogUse {
			return LogUse{anyUpTo(g, 1e6), anyUpTo(g, 1e6), anyUpTo(g, 1e6), g.IntN(2) == 0}
		}, func(u *LogUse, n int, by float64) bool { return scale(n, by, &u.IngestGB, &u.StoredGB, &u.ScannedGB) })
		if cloud == "self-hosted" {
			continue
		}
		nat, err := c.NAT(cloud)
		if err != nil {
			t.Fatal(err)
		}
		checkRates(t, "nat "+cloud, &nat, func(g *rand.Rand) NATUse {
			return NATUse{anyUpTo(g, 100), anyUpTo(g, 744), anyUpTo(g, 1e6)}
		}, func(u *NATUse, n int, by float64) bool { return scale(n, by, &u.Gateways, &u.Hours, &u.GB) })
	}
}

func TestFrontDoorRates(t *testing.T) {
	c := mustLoad(t)
	gateways := map[string]func() (GatewayRates, error){"http": c.HTTPGateway, "rest": c.RESTGateway, "apim": c.APIManagement}
	for name, get := range gateways {
		r, err := get()
		if err != nil {
			t.Fatal(err)
		}
		checkRates(t, name, &r, func(g *rand.Rand) GatewayUse {
			return GatewayUse{anyUpTo(g, 3e10), anyUpTo(g, 10240), g.IntN(2) == 0}
		}, func(u *GatewayUse, n int, by float64) bool { return scale(n, by, &u.Calls, &u.PayloadKB) })
	}
	balancers := map[string]func() (BalancerRates, error){"alb": c.ALB, "nlb": c.NLB}
	for name, get := range balancers {
		r, err := get()
		if err != nil {
			t.Fatal(err)
		}
		checkRates(t, name, &r, func(g *rand.Rand) BalancerUse {
			return BalancerUse{anyUpTo(g, 1e5), anyUpTo(g, 1e7), anyUpTo(g, 1e4), anyUpTo(g, 100), anyUpTo(g, 1e5), g.IntN(2) == 0, anyUpTo(g, 744), anyUpTo(g, 2)}
		}, func(u *BalancerUse, n int, by float64) bool {
			return scale(n, by, &u.NewPerSecond, &u.ActivePerMinute, &u.GBPerHour, &u.Rules, &u.RequestsPerSecond, &u.Hours, &u.TrustStores)
		})
	}
	google, err := c.GoogleBalancer()
	if err != nil {
		t.Fatal(err)
	}
	checkRates(t, "google lb", &google, func(g *rand.Rand) ForwardingUse {
		return ForwardingUse{anyUpTo(g, 50), anyUpTo(g, 744), anyUpTo(g, 1e6), anyUpTo(g, 1e6)}
	}, func(u *ForwardingUse, n int, by float64) bool {
		return scale(n, by, &u.Rules, &u.Hours, &u.InGB, &u.OutGB)
	})
	app, err := c.AppGateway(false)
	if err != nil {
		t.Fatal(err)
	}
	checkRates(t, "app gateway", &app, func(g *rand.Rand) CapacityUnitUse {
		return CapacityUnitUse{anyUpTo(g, 744), anyUpTo(g, 1e5)}
	}, func(u *CapacityUnitUse, n int, by float64) bool { return scale(n, by, &u.Hours, &u.UnitHours) })
}

func TestStoreRates(t *testing.T) {
	c := mustLoad(t)
	for _, cloud := range []string{"aws", "gcp", "azure"} {
		r, err := c.KeyValue(cloud)
		if err != nil {
			t.Fatal(err)
		}
		if r.Backups() != (cloud == "aws") {
			t.Errorf("%s: backups %v", cloud, r.Backups())
		}
		checkRates(t, "key-value "+cloud, &r, func(g *rand.Rand) KeyValueUse {
			return KeyValueUse{anyUpTo(g, 1e10), anyUpTo(g, 1e10), anyUpTo(g, 1e5), anyUpTo(g, 1e5), anyUpTo(g, 1e5), anyUpTo(g, 1e5), anyUpTo(g, 1e9)}
		}, func(u *KeyValueUse, n int, by float64) bool {
			return scale(n, by, &u.Writes, &u.Reads, &u.StorageGB, &u.PITRGB, &u.BackupGB, &u.RestoreGB, &u.StreamReads)
		})
	}
	single, err := c.RDS(DatabaseKind{Instance: "db.t4g.small"})
	if err != nil {
		t.Fatal(err)
	}
	double, err := c.RDS(DatabaseKind{Instance: "db.m7g.large", Engine: "PostgreSQL", MultiAZ: true, StorageType: "gp3"})
	if err != nil {
		t.Fatal(err)
	}
	if got := double.Hour.Cost(1); got != 0.336 {
		t.Errorf("a standby costs as much again: %v", got)
	}
	draw := func(g *rand.Rand) DatabaseUse {
		return DatabaseUse{anyUpTo(g, 20), anyUpTo(g, 744), anyUpTo(g, 1e4), anyUpTo(g, 1e4), anyUpTo(g, 1e4)}
	}
	more := func(u *DatabaseUse, n int, by float64) bool {
		return scale(n, by, &u.Instances, &u.Hours, &u.StorageGB, &u.BackupGB, &u.IOPS)
	}
	checkRates(t, "rds", &single, draw, more)
	checkRates(t, "rds with a standby", &double, draw, more)
}

func TestMachineRates(t *testing.T) {
	c := mustLoad(t)
	for cloud, machine := range map[string]string{"aws": "c7g.large", "gcp": "e2-standard-2", "azure": "D2ps_v6", "self-hosted": "4vcpu_16gb"} {
		r, err := c.Machine(cloud, machine)
		if err != nil {
			t.Fatal(err)
		}
		checkRates(t, cloud+" "+machine, &r, func(g *rand.Rand) MachineUse {
			return MachineUse{anyUpTo(g, 1000), anyUpTo(g, 744), anyUpTo(g, 1000)}
		}, func(u *MachineUse, n int, by float64) bool { return scale(n, by, &u.Machines, &u.Hours, &u.DiskGB) })
	}
	rented, err := c.Machine("self-hosted", "4vcpu_16gb")
	if err != nil {
		t.Fatal(err)
	}
	if got := rented.Cost(MachineUse{Machines: 2, Hours: 730}); math.Abs(got-64) > 1e-9 {
		t.Errorf("two rented servers for a month: %v", got)
	}
}

// TestBillingSteps holds the rounding of each provider (costs.md 5.3).
func TestBillingSteps(t *testing.T) {
	c := mustLoad(t)
	lambda, _ := c.Lambda("x86")
	run, _ := c.CloudRun(1)
	consumption, _ := c.AzureFunctions(false)
	flex, _ := c.AzureFunctions(true)
	fargate, _ := c.Fargate("x86")
	tests := []struct {
		name      string
		got, want float64
	}{
		{"lambda 0.3 ms", lambda.Time.Up(0.3), 1}, {"lambda 120 ms", lambda.Time.Up(120), 120}, {"lambda 64 MB", lambda.Memory.Up(64), 128},
		{"cloud run 58.19 ms", run.Time.Up(58.19), 100}, {"cloud run 200 ms", run.Time.Up(200), 200}, {"cloud run 201 ms", run.Time.Up(201), 300},
		{"consumption 12 ms", consumption.Time.Up(12), 100}, {"consumption 490 MB", consumption.BilledMB(490), 512}, {"consumption 60 MB", consumption.BilledMB(60), 128},
		{"flex 120 ms", flex.Time.Up(120), 1000}, {"flex 1,040 ms", flex.Time.Up(1040), 1100}, {"flex 490 MB", flex.BilledMB(490), 512}, {"flex 600 MB", flex.BilledMB(600), 2048},
		{"fargate 10 s", fargate.Time.Up(10), 60},
	}
	for _, tt := range tests {
		if math.Abs(tt.got-tt.want) > 1e-9 {
			t.Errorf("%s: billed %v, want %v", tt.name, tt.got, tt.want)
		}
	}
}

func TestOtherRates(t *testing.T) {
	c := mustLoad(t)
	managed, err := c.ManagedInstances("m7g.xlarge", 72)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := managed.Cost(ManagedInstanceUse{InstanceHours: 1}), 0.1632*(0.28+0.15); math.Abs(got-want) > 1e-12 {
		t.Errorf("the fee is a share of the price on demand: %v, want %v", got, want)
	}
	checkRates(t, "managed instances", &managed, func(g *rand.Rand) ManagedInstanceUse {
		return ManagedInstanceUse{anyUpTo(g, 1e10), anyUpTo(g, 1e6)}
	}, func(u *ManagedInstanceUse, n int, by float64) bool {
		return scale(n, by, &u.Requests, &u.InstanceHours)
	})
	premium, err := c.AzurePremium()
	if err != nil {
		t.Fatal(err)
	}
	checkRates(t, "premium", &premium, func(g *rand.Rand) PremiumUse {
		return PremiumUse{anyUpTo(g, 100), anyUpTo(g, 4), anyUpTo(g, 14), anyUpTo(g, 744)}
	}, func(u *PremiumUse, n int, by float64) bool {
		return scale(n, by, &u.Instances, &u.VCPU, &u.MemoryGB, &u.Hours)
	})
	sockets, err := c.WebSocketGateway()
	if err != nil {
		t.Fatal(err)
	}
	checkRates(t, "websocket", &sockets, func(g *rand.Rand) WebSocketUse {
		return WebSocketUse{anyUpTo(g, 1e10), anyUpTo(g, 1e10)}
	}, func(u *WebSocketUse, n int, by float64) bool { return scale(n, by, &u.Messages, &u.ConnectionMinutes) })
	aurora, err := c.Aurora()
	if err != nil {
		t.Fatal(err)
	}
	checkRates(t, "aurora", &aurora, func(g *rand.Rand) AuroraUse {
		return AuroraUse{anyUpTo(g, 1e5), anyUpTo(g, 1e5), anyUpTo(g, 1e10), anyUpTo(g, 1e5)}
	}, func(u *AuroraUse, n int, by float64) bool {
		return scale(n, by, &u.ACUHours, &u.StorageGB, &u.IORequests, &u.BackupGB)
	})
	for _, cloud := range []string{"aws", "gcp", "azure"} {
		cluster, err := c.Cluster(cloud, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := cluster.Cost(ClusterUse{Clusters: 1, Hours: 730}); math.Abs(got-73) > 1e-9 {
			t.Errorf("%s: a control plane costs %v", cloud, got)
		}
	}
	provisioned, err := c.Lambda("x86")
	if err != nil {
		t.Fatal(err)
	}
	u := ProvisionedUse{Requests: 3e6, ProvisionedRequests: 5e5, ProvisionedMillis: 100, OnDemandMillis: 120, MemoryMB: 1536, Concurrency: 100, Hours: 8, FreeTier: true}
	if got, want := provisioned.ProvisionedCost(u), provisioned.ProvisionedBill(u).Total(); got != want || math.Abs(got-19.96) > 0.01 {
		t.Errorf("provisioned: %v, %v", got, want)
	}
}
