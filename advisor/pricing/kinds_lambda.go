package pricing

import "math"

// sizingWords are inputs of AWS's three-way calculator that led to the numbers
// of instances which it bills; they are not priced.
var sizingWords = []string{"target_concurrency", "workload", "az", "ec2_packing_pct", "runtime", "traffic", "traffic_pattern", "mem_vcpu_ratio"}

// lambdaInputs reads the on-demand inputs and the rates they change.
func lambdaInputs(c *Catalogue, in *inputs) (LambdaRates, LambdaUse, error) {
	r, err := c.Lambda(architecture(in))
	if err != nil {
		return r, LambdaUse{}, err
	}
	u := LambdaUse{
		DurationMillis: in.number("duration_ms", 0),
		MemoryMB:       in.number("memory_mb", 128),
		EphemeralMB:    in.number("ephemeral_mb", 0),
		FreeTier:       in.flag("free_tier", in.has("free_requests") || in.has("free_gbs")),
	}
	in.rate(&r.Duration, "gbs_rate", 1)
	in.rate(&r.Duration, "usd_gbs", 1)
	in.rate(&r.Requests, "usd_m", 1)
	in.rate(&r.Ephemeral, "usd_ephemeral_gbs", 1)
	r.FreeRequests = in.number("free_requests", r.FreeRequests)
	r.FreeGBs = in.number("free_gbs", r.FreeGBs)
	if in.has("duration_step_ms") {
		r.Time = Billing{in.number("duration_step_ms", 1), in.number("duration_step_ms", 1)}
	}
	return r, u, nil
}

// architecture is the processor that the inputs name; x86 if they name none.
func architecture(in *inputs) string {
	return in.text("arch", in.text("architecture", "x86"))
}

// requests is the month's number of requests, given or from a rate.
func requests(c *Catalogue, in *inputs, name string) float64 {
	hours := in.hours(c)
	if in.has("days") && !in.has("hours") {
		hours = in.number("days", 0) * 24
	}
	if in.has("rps") && !in.has(name) {
		return in.number("rps", 0) * hours * 3600
	}
	return in.need(name)
}

func lambdaKind(c *Catalogue, in *inputs) (Bill, error) {
	r, u, err := lambdaInputs(c, in)
	if err != nil {
		return Bill{}, err
	}
	u.Requests = requests(c, in, "requests")
	r.Duration = r.Duration.Times(savings(c, in, "lambda."))
	in.context("instance_type", "usd_h")
	in.context(sizingWords...)
	return r.Bill(u), nil
}

func lambdaProvisionedKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.Lambda(architecture(in))
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.Provisioned, "usd_pc_gbs", 1)
	in.rate(&r.ProvisionedDuration, "usd_pc_duration_gbs", 1)
	in.rate(&r.Duration, "gbs_rate", 1)
	provisioned := in.need("pc_requests")
	millis := in.first(0, "pc_duration_ms", "duration_ms")
	return r.ProvisionedBill(ProvisionedUse{
		Requests:            math.Max(in.number("requests", provisioned), provisioned),
		ProvisionedRequests: provisioned,
		ProvisionedMillis:   millis,
		OnDemandMillis:      in.number("od_duration_ms", millis),
		MemoryMB:            in.number("memory_mb", 128),
		Concurrency:         in.need("pc_concurrency"),
		Hours:               in.first(in.hours(c), "pc_hours"),
		FreeTier:            in.flag("free_tier_on_demand_part", in.flag("free_tier", false)),
	}), nil
}

func managedInstancesKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := managedRates(c, in)
	if err != nil {
		return Bill{}, err
	}
	hours := in.hours(c)
	if in.has("instance_hours") {
		hours = in.number("instance_hours", 0)
	} else {
		hours *= in.need("instances")
	}
	in.context("arch", "duration_ms", "memory_mb", "instances")
	in.context(sizingWords...)
	return r.Bill(ManagedInstanceUse{Requests: in.number("requests", 0), InstanceHours: hours}), nil
}

// managedRates takes the instance's price from the inputs or the book; the
// management fee is always a share of the price on demand.
func managedRates(c *Catalogue, in *inputs) (ManagedInstanceRates, error) {
	r := resolver{c: c}
	fee := in.first(r.value("aws", "lambda", "managed_instances_fee"), "management_fee_pct") / 100
	onDemand, err := machineHour(c, in, "aws", "usd_h", "on_demand_usd_h")
	if err != nil {
		return ManagedInstanceRates{}, err
	}
	rates := ManagedInstanceRates{
		Requests: r.tariff("aws", "lambda", "requests"),
		Instance: onDemand.Times(savings(c, in, "")),
		Fee:      onDemand.Times(fee),
	}
	in.rate(&rates.Instance, "sp3y_usd_h", 1)
	in.rate(&rates.Instance, "sp_usd_h", 1)
	in.rate(&rates.Instance, "sp1y_usd_h", 1)
	return rates, r.err
}

func lambdaSnapStartKind(c *Catalogue, in *inputs) (Bill, error) {
	r, u, err := lambdaInputs(c, in)
	if err != nil {
		return Bill{}, err
	}
	f, err := c.LambdaFeatures()
	if err != nil {
		return Bill{}, err
	}
	u.Requests = in.need("requests")
	in.rate(&f.SnapshotCache, "snapstart_cache_usd_gbs", 1)
	in.rate(&f.SnapshotRestore, "snapstart_restore_usd_gb", 1)
	seconds := in.hours(c) * 3600
	if in.has("days") {
		seconds = in.number("days", 0) * 86400
	}
	gb := r.gb(u.MemoryMB)
	return join(r.Bill(u), f.Bill(LambdaFeatureUse{
		SnapshotGBSeconds: seconds * gb * in.number("versions", 1),
		RestoredGB:        u.Requests * in.number("cold_start_rate", 0) * gb,
	})), nil
}

func lambdaStreamKind(c *Catalogue, in *inputs) (Bill, error) {
	r, u, err := lambdaInputs(c, in)
	if err != nil {
		return Bill{}, err
	}
	f, err := c.LambdaFeatures()
	if err != nil {
		return Bill{}, err
	}
	u.Requests = in.need("requests")
	in.rate(&f.Stream, "stream_usd_gb", 1)
	return join(r.Bill(u), f.Bill(LambdaFeatureUse{StreamedGB: in.number("streamed_billable_gb", 0)})), nil
}

func lambdaTenantKind(c *Catalogue, in *inputs) (Bill, error) {
	r, u, err := lambdaInputs(c, in)
	if err != nil {
		return Bill{}, err
	}
	f, err := c.LambdaFeatures()
	if err != nil {
		return Bill{}, err
	}
	u.Requests = in.need("requests")
	in.rate(&f.TenantMemory, "tenant_env_usd_gb", 1)
	return join(r.Bill(u), f.Bill(LambdaFeatureUse{TenantGB: in.number("tenant_envs", 0) * r.gb(u.MemoryMB)})), nil
}

// lambdaDurableKind bills durable executions: their duration is that of all
// steps of one execution, their requests the invocations that the steps made.
func lambdaDurableKind(c *Catalogue, in *inputs) (Bill, error) {
	r, u, err := lambdaInputs(c, in)
	if err != nil {
		return Bill{}, err
	}
	f, err := c.LambdaFeatures()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&f.Operations, "op_usd_m", 1)
	in.rate(&f.DurableWritten, "data_usd_gb", 1)
	in.rate(&f.DurableRetained, "retained_usd", 1)
	executions := in.need("executions")
	u.Requests = in.number("requests", executions)
	if u.Requests > 0 {
		r.Time = Billing{}
		u.DurationMillis *= executions / u.Requests
	}
	return join(r.Bill(u), f.Bill(LambdaFeatureUse{
		Operations:       in.number("operations", 0),
		WrittenGB:        in.number("data_written_gb", 0),
		RetainedGBMonths: in.number("retained_gb_month", 0),
	})), nil
}

// lambdaPollerKind bills a function that a poller feeds. billed_requests and
// gbs, where given, are what the source bills and take the place of requests
// and of requests x duration x memory.
func lambdaPollerKind(c *Catalogue, in *inputs) (Bill, error) {
	r, u, err := lambdaInputs(c, in)
	if err != nil {
		return Bill{}, err
	}
	f, err := c.LambdaFeatures()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&f.PollerHours, "epu_usd", 1)
	u.Requests = in.first(0, "billed_requests", "requests")
	m := meter{record: true}
	gbs := u.Requests * r.Time.Up(u.DurationMillis) / 1000 * r.gb(u.MemoryMB)
	m.add(&r.Requests, "function requests", above(u.Requests, in.number("free_requests", 0)))
	m.add(&r.Duration, "function duration", above(in.number("gbs", gbs), in.number("free_gbs", 0)))
	return join(Bill{Lines: m.lines}, f.Bill(LambdaFeatureUse{PollerHours: in.number("epu_hours", 0)})), nil
}
