package pricing

// CloudFunctionRates are the prices of Google Cloud Functions, first
// generation: invocations, memory and clock cycles by the second, rounded up to
// 100 ms, and traffic.
type CloudFunctionRates struct {
	Invocations Tariff
	GBSecond    Tariff
	GHzSecond   Tariff
	EgressGB    Tariff

	FreeInvocations, FreeGBs, FreeGHzs, FreeEgressGB float64

	Time Billing // ms
}

// CloudFunctions resolves the first generation of Google Cloud Functions.
func (c *Catalogue) CloudFunctions() (CloudFunctionRates, error) {
	r := resolver{c: c}
	return CloudFunctionRates{
		Invocations:     r.tariff("gcp", "functions_gen1", "invocations"),
		GBSecond:        r.tariff("gcp", "functions_gen1", "gb_s"),
		GHzSecond:       r.tariff("gcp", "functions_gen1", "ghz_s"),
		EgressGB:        r.tariff("gcp", "functions_gen1", "egress_gb"),
		FreeInvocations: r.value("gcp", "functions_gen1", "free_requests"),
		FreeGBs:         r.value("gcp", "functions_gen1", "free_gb_s"),
		FreeGHzs:        r.value("gcp", "functions_gen1", "free_ghz_s"),
		FreeEgressGB:    r.value("gcp", "functions_gen1", "free_egress_gb"),
		Time:            Billing{Step: r.quirk("gcp", "functions_gen1", "duration_step_ms")},
	}, r.err
}

// CloudFunctionUse is a month of invocations.
type CloudFunctionUse struct {
	Invocations    float64
	DurationMillis float64 // of one
	MemoryMB       float64
	CPUMHz         float64
	EgressGB       float64
	FreeTier       bool
}

// Cost is the monthly price in USD.
func (r *CloudFunctionRates) Cost(u CloudFunctionUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *CloudFunctionRates) Bill(u CloudFunctionUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *CloudFunctionRates) charge(u CloudFunctionUse, m *meter) {
	seconds := u.Invocations * r.Time.Up(u.DurationMillis) / 1000
	invocations, gbs, ghzs, egress := u.Invocations, seconds*u.MemoryMB/1024, seconds*u.CPUMHz/1000, u.EgressGB
	if u.FreeTier {
		invocations, gbs = above(invocations, r.FreeInvocations), above(gbs, r.FreeGBs)
		ghzs, egress = above(ghzs, r.FreeGHzs), above(egress, r.FreeEgressGB)
	}
	m.add(&r.Invocations, "function invocations", invocations)
	m.add(&r.GBSecond, "function memory", gbs)
	m.add(&r.GHzSecond, "function CPU", ghzs)
	m.add(&r.EgressGB, "traffic to the internet", egress)
}
