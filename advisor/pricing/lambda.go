package pricing

import "strings"

// LambdaRates are the prices of AWS Lambda for one processor architecture. On
// demand, a request costs a fee and its duration times memory, in GB-seconds,
// at a price that falls in tiers; the grant is shared by both architectures.
type LambdaRates struct {
	Requests            Tariff // per request
	Duration            Tariff // per GB-s
	Ephemeral           Tariff // per GB-s of disk above the free size
	Provisioned         Tariff // per GB-s kept ready
	ProvisionedDuration Tariff // per GB-s run on what is kept ready

	FreeRequests float64 // per month
	FreeGBs      float64 // GB-s per month
	FreeDiskMB   float64
	Time         Billing // ms
	Memory       Billing // MB
	MBPerGB      float64
}

// Lambda resolves the prices for "x86" or "arm64".
func (c *Catalogue) Lambda(arch string) (LambdaRates, error) {
	r := resolver{c: c}
	a := "x86"
	if IsARM(arch) {
		a = "arm"
	}
	rates := LambdaRates{
		Requests:            r.tariff("aws", "lambda", "requests"),
		Duration:            r.tariff("aws", "lambda", a+"_gbs"),
		Ephemeral:           r.tariff("aws", "lambda", "ephemeral_gbs_above_512MB"),
		Provisioned:         r.tariff("aws", "lambda", "provisioned_"+a),
		ProvisionedDuration: r.tariff("aws", "lambda", "provisioned_"+a+"_duration"),
		FreeRequests:        r.value("aws", "lambda", "free_requests"),
		FreeGBs:             r.value("aws", "lambda", "free_gbs"),
		FreeDiskMB:          r.quirk("aws", "lambda", "ephemeral_free_mb"),
		Time:                Billing{r.quirk("aws", "lambda", "duration_step_ms"), r.quirk("aws", "lambda", "duration_min_ms")},
		Memory:              Billing{r.quirk("aws", "lambda", "memory_step_mb"), r.quirk("aws", "lambda", "memory_min_mb")},
		MBPerGB:             r.quirk("aws", "lambda", "mb_per_gb"),
	}
	return rates, r.err
}

// IsARM says that a word names the ARM architecture: "arm", "arm64",
// "aarch64", "graviton".
func IsARM(arch string) bool {
	a := strings.ToLower(arch)
	return strings.HasPrefix(a, "arm") || strings.HasPrefix(a, "aarch") || strings.HasPrefix(a, "graviton")
}

// LambdaUse is a month of on-demand invocations.
type LambdaUse struct {
	Requests       float64
	DurationMillis float64 // of one request
	MemoryMB       float64 // configured
	EphemeralMB    float64 // configured /tmp; up to 512 MB is free
	FreeTier       bool    // take the monthly grant
}

// Cost is the monthly price in USD.
func (r *LambdaRates) Cost(u LambdaUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *LambdaRates) Bill(u LambdaUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *LambdaRates) charge(u LambdaUse, m *meter) {
	seconds := u.Requests * r.Time.Up(u.DurationMillis) / 1000
	requests, gbs := u.Requests, seconds*r.gb(u.MemoryMB)
	if u.FreeTier {
		requests, gbs = above(requests, r.FreeRequests), above(gbs, r.FreeGBs)
	}
	m.add(&r.Requests, "function requests", requests)
	m.add(&r.Duration, "function duration", gbs)
	m.add(&r.Ephemeral, "function disk", seconds*above(u.EphemeralMB, r.FreeDiskMB)/r.MBPerGB)
}

func (r *LambdaRates) gb(memoryMB float64) float64 {
	return r.Memory.Up(memoryMB) / r.MBPerGB
}

// ProvisionedUse is a month of provisioned concurrency: environments kept
// ready for some hours, the requests that they answer, and those that spill
// over to on-demand ones. The grant covers the fee of all requests, but of the
// duration only what ran on demand.
type ProvisionedUse struct {
	Requests            float64 // all of them
	ProvisionedRequests float64 // answered by what is kept ready
	ProvisionedMillis   float64
	OnDemandMillis      float64
	MemoryMB            float64
	Concurrency         float64 // environments kept ready
	Hours               float64 // for which they are kept, in the month
	FreeTier            bool
}

// ProvisionedCost is the monthly price in USD.
func (r *LambdaRates) ProvisionedCost(u ProvisionedUse) float64 {
	var m meter
	r.chargeProvisioned(u, &m)
	return m.usd
}

// ProvisionedBill is ProvisionedCost in line items.
func (r *LambdaRates) ProvisionedBill(u ProvisionedUse) Bill {
	m := meter{record: true}
	r.chargeProvisioned(u, &m)
	return Bill{Lines: m.lines}
}

func (r *LambdaRates) chargeProvisioned(u ProvisionedUse, m *meter) {
	gb := r.gb(u.MemoryMB)
	requests := u.Requests
	onDemand := above(u.Requests, u.ProvisionedRequests) * r.Time.Up(u.OnDemandMillis) / 1000 * gb
	if u.FreeTier {
		requests, onDemand = above(requests, r.FreeRequests), above(onDemand, r.FreeGBs)
	}
	m.add(&r.Provisioned, "provisioned concurrency", u.Concurrency*gb*u.Hours*3600)
	m.add(&r.Requests, "function requests", requests)
	m.add(&r.ProvisionedDuration, "function duration, provisioned", u.ProvisionedRequests*r.Time.Up(u.ProvisionedMillis)/1000*gb)
	m.add(&r.Duration, "function duration, on demand", onDemand)
}
