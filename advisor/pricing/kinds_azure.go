package pricing

import "strings"

// azureFunctionsKind bills executions by duration and memory, or by the
// provider's own meters: executions and execution units (MB-ms) of an hour.
func azureFunctionsKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.AzureFunctions(strings.EqualFold(in.text("plan", "consumption"), "flex"))
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.GBSeconds, "usd_gbs", 1)
	in.rate(&r.Executions, "usd_m", 1)
	r.FreeExecutions = in.number("free_executions", r.FreeExecutions)
	r.FreeGBs = in.number("free_gbs", r.FreeGBs)
	free := in.flag("free_grant", in.flag("free_tier", in.has("free_executions") || in.has("free_gbs")))
	if in.has("gbs") {
		return r.UnitsBill(requestsOrExecutions(c, in), in.number("gbs", 0), free), nil
	}
	if in.has("execution_units_per_hour") {
		hours := in.hours(c)
		perGBs := in.number("units_per_gbs", 1024000)
		units := in.number("execution_units_per_hour", 0) * hours
		return r.UnitsBill(in.need("executions_per_hour")*hours, units/perGBs, free), nil
	}
	return r.Bill(AzureFunctionUse{
		Executions:     requestsOrExecutions(c, in),
		DurationMillis: in.need("duration_ms"),
		MemoryMB:       in.number("memory_mb", 128),
		FreeGrant:      free,
	}), nil
}

func requestsOrExecutions(c *Catalogue, in *inputs) float64 {
	if in.has("requests") {
		in.context("executions")
		return requests(c, in, "requests")
	}
	return requests(c, in, "executions")
}

func azurePremiumKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.AzurePremium()
	if err != nil {
		return Bill{}, err
	}
	res := resolver{c: c}
	vcpu, memory := in.number("vcpu", 0), in.number("memory_gb", 0)
	if sku := strings.ToUpper(in.text("sku", "EP1")); vcpu == 0 || memory == 0 {
		vcpu = in.number("vcpu", res.quirk("azure", "functions_premium", sku+"_vcpu"))
		memory = in.number("memory_gb", res.quirk("azure", "functions_premium", sku+"_gb"))
	}
	in.rate(&r.VCPUHour, "usd_vcpu_h", 1)
	in.rate(&r.GBHour, "usd_gb_h", 1)
	return r.Bill(PremiumUse{Instances: in.number("instances", 1), VCPU: vcpu, MemoryGB: memory, Hours: in.hours(c)}), res.err
}

func appGatewayKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.AppGateway(strings.HasPrefix(strings.ToLower(in.text("sku", "Standard_v2")), "waf"))
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.Hour, "usd_h", 1)
	in.rate(&r.UnitHour, "usd_cu_h", 1)
	hours := in.hours(c)
	units := in.first(0, "capacity_units", "cu") * hours
	return r.Bill(CapacityUnitUse{
		Hours:     hours * in.number("gateways", 1),
		UnitHours: in.first(units, "capacity_unit_hours", "cu_hours"),
	}), nil
}

func containerAppRates(c *Catalogue, in *inputs) (ContainerAppRates, error) {
	r, err := c.ContainerApps()
	if err != nil {
		return r, err
	}
	in.rate(&r.ActiveVCPUSecond, "usd_active_vcpu_s", 1)
	in.rate(&r.ActiveVCPUSecond, "usd_vcpu_s", 1)
	in.rate(&r.IdleVCPUSecond, "usd_idle_vcpu_s", 1)
	in.rate(&r.GiBSecond, "usd_gib_s", 1)
	in.rate(&r.IdleGiBSecond, "usd_gib_s", 1)
	in.rate(&r.Requests, "usd_m", 1)
	return r, nil
}

// containerAppsKind bills replicas that work for active_seconds and wait for
// idle_seconds.
func containerAppsKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := containerAppRates(c, in)
	if err != nil {
		return Bill{}, err
	}
	replicas := in.first(1, "replicas", "instances")
	return r.Bill(ContainerAppUse{
		ActiveSeconds: replicas * in.first(0, "active_seconds", "seconds"),
		IdleSeconds:   replicas * in.number("idle_seconds", 0),
		VCPU:          in.need("vcpu"),
		MemoryGiB:     in.first(0, "memory_gib", "memory_gb"),
		Requests:      in.number("requests", 0),
		FreeGrant:     in.flag("free_grant", in.flag("free_tier", false)),
	}), nil
}

// containerAppsIdleKind bills replicas that wait all month.
func containerAppsIdleKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := containerAppRates(c, in)
	if err != nil {
		return Bill{}, err
	}
	seconds := in.first(in.hours(c)*3600, "seconds_per_month", "seconds", "idle_seconds")
	return r.Bill(ContainerAppUse{
		IdleSeconds: in.first(1, "replicas", "instances") * seconds,
		VCPU:        in.need("vcpu"),
		MemoryGiB:   in.first(0, "memory_gib", "memory_gb"),
	}), nil
}
