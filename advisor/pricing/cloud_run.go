package pricing

import "math"

// CloudRunRates are the prices of Google Cloud Run. Request billing pays for the
// time in which an instance has at least one request, rounded up to 100 ms, and
// for each request; instance billing pays for the whole life of an instance.
type CloudRunRates struct {
	VCPUSecond     Tariff // request billing
	GiBSecond      Tariff
	Requests       Tariff
	IdleVCPUSecond Tariff // minimum instances without a request
	IdleGiBSecond  Tariff
	LiveVCPUSecond Tariff // instance billing
	LiveGiBSecond  Tariff

	// Grants per month, as quantities at this region's prices: Google gives
	// them as a discount worth the first tier's prices.
	FreeVCPUSeconds, FreeGiBSeconds, FreeRequests float64
	FreeLiveVCPUSeconds, FreeLiveGiBSeconds       float64
	FreeEgressGB                                  float64

	Time Billing // ms of a request
	Life Billing // s of an instance
}

// CloudRun resolves the prices of a region's tier, 1 or 2.
func (c *Catalogue) CloudRun(tier int) (CloudRunRates, error) {
	r := resolver{c: c}
	get := func(item string) Tariff { return r.tariff("gcp", "cloud_run", item) }
	grant := func(item string) float64 { return r.value("gcp", "cloud_run", item) }
	rates := CloudRunRates{
		VCPUSecond: get("request_vcpu_s"), GiBSecond: get("request_gib_s"), Requests: get("requests"),
		IdleVCPUSecond: get("idle_min_instance_vcpu_s"), IdleGiBSecond: get("request_gib_s"),
		LiveVCPUSecond: get("instance_vcpu_s"), LiveGiBSecond: get("instance_gib_s"),
		FreeVCPUSeconds: grant("free_request_vcpu_s"), FreeGiBSeconds: grant("free_request_gib_s"),
		FreeRequests:        grant("free_requests"),
		FreeLiveVCPUSeconds: grant("free_instance_vcpu_s"), FreeLiveGiBSeconds: grant("free_instance_gib_s"),
		FreeEgressGB: grant("free_egress_na"),
		Time:         Billing{Step: r.quirk("gcp", "cloud_run", "duration_step_ms")},
		Life:         Billing{Min: r.quirk("gcp", "cloud_run", "instance_min_s")},
	}
	if tier == 2 {
		rates = rates.secondTier(&r)
	}
	return rates, r.err
}

func (r CloudRunRates) secondTier(res *resolver) CloudRunRates {
	swap := func(t *Tariff, grant *float64, item string) {
		dear := res.tariff("gcp", "cloud_run", item)
		if dear.Tiers.At(0) > 0 {
			*grant *= t.Tiers.At(0) / dear.Tiers.At(0)
		}
		*t = dear
	}
	none := 0.0
	swap(&r.VCPUSecond, &r.FreeVCPUSeconds, "tier2_request_vcpu_s")
	swap(&r.GiBSecond, &r.FreeGiBSeconds, "tier2_request_gib_s")
	swap(&r.LiveVCPUSecond, &r.FreeLiveVCPUSeconds, "tier2_instance_vcpu_s")
	swap(&r.LiveGiBSecond, &r.FreeLiveGiBSeconds, "tier2_instance_gib_s")
	swap(&r.IdleVCPUSecond, &none, "tier2_idle_min_instance_vcpu_s")
	swap(&r.IdleGiBSecond, &none, "tier2_idle_gib_s")
	return r
}

// CloudRunUse is a month of one service.
type CloudRunUse struct {
	Requests       float64 // request billing
	DurationMillis float64 // of one request
	Concurrency    float64 // requests that share an instance at a time; 0 counts as 1
	VCPU           float64 // of an instance
	MemoryGiB      float64 // of an instance
	IdleSeconds    float64 // of minimum instances without a request
	Instances      float64 // instance billing: how many live
	LiveSeconds    float64 // instance billing: how long each lives
	FreeTier       bool
}

// Cost is the monthly price in USD.
func (r *CloudRunRates) Cost(u CloudRunUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *CloudRunRates) Bill(u CloudRunUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *CloudRunRates) charge(u CloudRunUse, m *meter) {
	busy := u.Requests * r.Time.Up(u.DurationMillis) / 1000 / math.Max(u.Concurrency, 1)
	live := 0.0
	if u.Instances > 0 {
		live = u.Instances * r.Life.Up(u.LiveSeconds)
	}
	requests, cpu, memory := u.Requests, busy*u.VCPU, busy*u.MemoryGiB
	liveCPU, liveMemory := live*u.VCPU, live*u.MemoryGiB
	if u.FreeTier {
		requests, cpu, memory = above(requests, r.FreeRequests), above(cpu, r.FreeVCPUSeconds), above(memory, r.FreeGiBSeconds)
		liveCPU, liveMemory = above(liveCPU, r.FreeLiveVCPUSeconds), above(liveMemory, r.FreeLiveGiBSeconds)
	}
	m.add(&r.VCPUSecond, "container CPU, requests", cpu)
	m.add(&r.GiBSecond, "container memory, requests", memory)
	m.add(&r.Requests, "container requests", requests)
	m.add(&r.IdleVCPUSecond, "container CPU, idle", u.IdleSeconds*u.VCPU)
	m.add(&r.IdleGiBSecond, "container memory, idle", u.IdleSeconds*u.MemoryGiB)
	m.add(&r.LiveVCPUSecond, "container CPU", liveCPU)
	m.add(&r.LiveGiBSecond, "container memory", liveMemory)
}
