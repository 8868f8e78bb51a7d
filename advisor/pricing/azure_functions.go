package pricing

import "math"

// AzureFunctionRates are the prices of Azure Functions on the Consumption or
// the Flex Consumption plan. Consumption rounds memory up to 128 MB and bills at
// least 100 ms; Flex bills whole instances of 512, 2,048 or 4,096 MB for at
// least 1,000 ms, then in steps of 100 ms.
type AzureFunctionRates struct {
	Executions     Tariff // per execution
	GBSeconds      Tariff // per GB-s
	FreeExecutions float64
	FreeGBs        float64 // GB-s per month
	Time           Billing // ms
	Memory         Billing // MB; of Consumption
	Sizes          [3]float64
}

// AzureFunctions resolves a plan.
func (c *Catalogue) AzureFunctions(flex bool) (AzureFunctionRates, error) {
	r := resolver{c: c}
	service, price := "functions_consumption", "gbs"
	if flex {
		service, price = "functions_flex", "on_demand_gbs"
	}
	rates := AzureFunctionRates{
		Executions:     r.tariff("azure", service, "executions"),
		GBSeconds:      r.tariff("azure", service, price),
		FreeExecutions: r.value("azure", service, "free_executions"),
		FreeGBs:        r.value("azure", service, "free_gbs"),
		Time:           Billing{r.quirk("azure", service, "duration_step_ms"), r.quirk("azure", service, "duration_min_ms")},
	}
	if !flex {
		rates.Memory = Billing{r.quirk("azure", service, "memory_step_mb"), r.quirk("azure", service, "memory_min_mb")}
		return rates, r.err
	}
	rates.Sizes = [3]float64{
		r.quirk("azure", service, "memory_min_mb"),
		r.quirk("azure", service, "memory_mid_mb"),
		r.quirk("azure", service, "memory_max_mb"),
	}
	return rates, r.err
}

// AzureFunctionUse is a month of executions.
type AzureFunctionUse struct {
	Executions     float64
	DurationMillis float64 // of one execution
	MemoryMB       float64 // used by one execution
	FreeGrant      bool
}

// BilledMB is the memory that is billed for a use of memoryMB.
func (r *AzureFunctionRates) BilledMB(memoryMB float64) float64 {
	if r.Sizes[0] == 0 {
		return r.Memory.Up(memoryMB)
	}
	for _, size := range r.Sizes {
		if memoryMB <= size {
			return size
		}
	}
	return memoryMB
}

// Cost is the monthly price in USD.
func (r *AzureFunctionRates) Cost(u AzureFunctionUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *AzureFunctionRates) Bill(u AzureFunctionUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *AzureFunctionRates) charge(u AzureFunctionUse, m *meter) {
	gbs := u.Executions * r.Time.Up(u.DurationMillis) / 1000 * r.BilledMB(u.MemoryMB) / 1024
	r.chargeUnits(u.Executions, gbs, u.FreeGrant, m)
}

// UnitsBill prices executions and GB-seconds that were metered elsewhere.
func (r *AzureFunctionRates) UnitsBill(executions, gbSeconds float64, freeGrant bool) Bill {
	m := meter{record: true}
	r.chargeUnits(executions, gbSeconds, freeGrant, &m)
	return Bill{Lines: m.lines}
}

func (r *AzureFunctionRates) chargeUnits(executions, gbs float64, freeGrant bool, m *meter) {
	if freeGrant {
		executions, gbs = above(executions, r.FreeExecutions), above(gbs, r.FreeGBs)
	}
	m.add(&r.Executions, "function executions", executions)
	m.add(&r.GBSeconds, "function duration", gbs)
}

// PremiumRates are the prices of the Functions Premium plan, which rents
// instances by the hour.
type PremiumRates struct {
	VCPUHour Tariff
	GBHour   Tariff
}

// AzurePremium resolves the Functions Premium plan.
func (c *Catalogue) AzurePremium() (PremiumRates, error) {
	r := resolver{c: c}
	return PremiumRates{
		VCPUHour: r.tariff("azure", "functions_premium", "vcpu_hour"),
		GBHour:   r.tariff("azure", "functions_premium", "gb_hour"),
	}, r.err
}

// PremiumUse is a month of Premium instances.
type PremiumUse struct {
	Instances float64
	VCPU      float64 // of each
	MemoryGB  float64 // of each
	Hours     float64
}

// Cost is the monthly price in USD.
func (r *PremiumRates) Cost(u PremiumUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *PremiumRates) Bill(u PremiumUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *PremiumRates) charge(u PremiumUse, m *meter) {
	hours := math.Max(u.Instances, 0) * u.Hours
	m.add(&r.VCPUHour, "premium plan CPU", hours*u.VCPU)
	m.add(&r.GBHour, "premium plan memory", hours*u.MemoryGB)
}
