package pricing

// ManagedInstanceRates are the prices of Lambda Managed Instances: the usual
// fee per request, the instances at EC2's price, and a management fee that is a
// share of their on-demand price even where they run under a savings plan.
type ManagedInstanceRates struct {
	Requests Tariff // per request
	Instance Tariff // per instance-hour, discounts taken off
	Fee      Tariff // per instance-hour
}

// ManagedInstances resolves the prices of one instance type; discountPct is
// what a savings plan takes off the instance.
func (c *Catalogue) ManagedInstances(instanceType string, discountPct float64) (ManagedInstanceRates, error) {
	r := resolver{c: c}
	instance := r.tariff("aws", "ec2", instanceType)
	fee := r.value("aws", "lambda", "managed_instances_fee")
	return ManagedInstanceRates{
		Requests: r.tariff("aws", "lambda", "requests"),
		Instance: instance.Times(1 - discountPct/100),
		Fee:      instance.Times(fee / 100),
	}, r.err
}

// ManagedInstanceUse is a month of Lambda Managed Instances.
type ManagedInstanceUse struct {
	Requests      float64
	InstanceHours float64
}

// Cost is the monthly price in USD.
func (r *ManagedInstanceRates) Cost(u ManagedInstanceUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *ManagedInstanceRates) Bill(u ManagedInstanceUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *ManagedInstanceRates) charge(u ManagedInstanceUse, m *meter) {
	m.add(&r.Requests, "function requests", u.Requests)
	m.add(&r.Instance, "managed instances", u.InstanceHours)
	m.add(&r.Fee, "management fee", u.InstanceHours)
}

// LambdaFeatureRates are the prices of what can be added to a function.
type LambdaFeatureRates struct {
	SnapshotCache   Tariff // per GB-s that a SnapStart snapshot is kept
	SnapshotRestore Tariff // per GB restored
	Stream          Tariff // per GB streamed beyond the free first 6 MB of a response
	TenantMemory    Tariff // per GB of environment created for one tenant
	Operations      Tariff // per durable operation
	DurableWritten  Tariff // per GB
	DurableRetained Tariff // per GB-month
	PollerHours     Tariff // per event poller unit and hour
}

// LambdaFeatures resolves the prices of Lambda's additions.
func (c *Catalogue) LambdaFeatures() (LambdaFeatureRates, error) {
	r := resolver{c: c}
	rates := LambdaFeatureRates{
		SnapshotCache:   r.tariff("aws", "lambda", "snapstart_cache"),
		SnapshotRestore: r.tariff("aws", "lambda", "snapstart_restore"),
		Stream:          r.tariff("aws", "lambda", "response_stream"),
		TenantMemory:    r.tariff("aws", "lambda", "tenant_isolation"),
		Operations:      r.tariff("aws", "lambda", "durable_operations"),
		DurableWritten:  r.tariff("aws", "lambda", "durable_data_written"),
		DurableRetained: r.tariff("aws", "lambda", "durable_data_retained"),
		PollerHours:     r.tariff("aws", "lambda", "esm_event_poller_unit"),
	}
	return rates, r.err
}

// LambdaFeatureUse is a month of what was added to a function, beside its
// LambdaUse.
type LambdaFeatureUse struct {
	SnapshotGBSeconds float64
	RestoredGB        float64
	StreamedGB        float64
	TenantGB          float64
	Operations        float64
	WrittenGB         float64
	RetainedGBMonths  float64
	PollerHours       float64
}

// Cost is the monthly price in USD.
func (r *LambdaFeatureRates) Cost(u LambdaFeatureUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *LambdaFeatureRates) Bill(u LambdaFeatureUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *LambdaFeatureRates) charge(u LambdaFeatureUse, m *meter) {
	m.add(&r.SnapshotCache, "snapshot cache", u.SnapshotGBSeconds)
	m.add(&r.SnapshotRestore, "snapshot restores", u.RestoredGB)
	m.add(&r.Stream, "response streaming", u.StreamedGB)
	m.add(&r.TenantMemory, "tenant environments", u.TenantGB)
	m.add(&r.Operations, "durable operations", u.Operations)
	m.add(&r.DurableWritten, "durable data written", u.WrittenGB)
	m.add(&r.DurableRetained, "durable data kept", u.RetainedGBMonths)
	m.add(&r.PollerHours, "event pollers", u.PollerHours)
}
