package pricing

import (
	"math"
	"strings"
)

// sizingWords are inputs of AWS's three-way calculator that led to the numbers
// of instances which it bills; they are not priced.
var sizingWords = []string{"target_concurrency", "workload", "az", "ec2_packing_pct", "runtime", "traffic", "traffic_pattern", "mem_vcpu_ratio"}

// lambdaDuration is the price of GB-seconds of the processor that is named.
func (b *billing) lambdaDuration() Tariff {
	t := b.tariff("aws", FunctionMemory)
	if !b.arm() {
		t = b.at(t, "aws", "lambda", "x86_gbs")
	}
	return b.given(t, 1, "gbs_rate", "usd_gbs")
}

func lambdaKind(b *billing) {
	in, plan := b.in, b.c.FunctionPlan("aws", "lambda")
	if in.has("duration_step_ms") {
		step := in.number("duration_step_ms", 1) / 1000
		plan.Seconds = Rounding{step, step}
	}
	requests, duration := b.given(b.tariff("aws", FunctionRequests), 1, "usd_m"), b.lambdaDuration().times(b.savings("lambda."))
	if in.flag("free_tier", in.has("free_requests") || in.has("free_gbs")) {
		requests.free = in.number("free_requests", b.grant("aws", FunctionRequests))
		duration.free = in.number("free_gbs", b.grant("aws", FunctionMemory))
	}
	n := b.requests("requests")
	seconds := n * plan.Seconds.Up(in.number("duration_ms", 0)/1000)
	b.charge(requests, "function requests", n)
	b.charge(duration, "function duration", seconds*plan.Memory.Up(in.number("memory_mb", 128))/1024)
	if in.has("ephemeral_mb") {
		disk := b.given(b.beside("aws", "lambda", "ephemeral_gbs_above_512MB"), 1, "usd_ephemeral_gbs")
		b.charge(disk, "function disk", seconds*max(0, in.number("ephemeral_mb", 0)-512)/1024)
	}
	in.context("instance_type", "usd_h", "usd_ephemeral_gbs")
	in.context(sizingWords...)
}

// provisionedKind bills instances that are kept ready for some hours, the requests
// that they answer, and those that spill over. The grant covers the fee of all
// requests, but of the duration only what ran on demand.
func provisionedKind(b *billing) {
	in, plan := b.in, b.c.FunctionPlan("aws", "lambda")
	kept, run := b.tariff("aws", ProvisionedMemory), b.tariff("aws", ProvisionedRun)
	if !b.arm() {
		kept, run = b.at(kept, "aws", "lambda", "provisioned_x86"), b.at(run, "aws", "lambda", "provisioned_x86_duration")
	}
	kept, run = b.given(kept, 1, "usd_pc_gbs"), b.given(run, 1, "usd_pc_duration_gbs")
	requests, duration := b.tariff("aws", FunctionRequests), b.lambdaDuration()
	if in.flag("free_tier_on_demand_part", in.flag("free_tier", false)) {
		requests.free, duration.free = b.grant("aws", FunctionRequests), b.grant("aws", FunctionMemory)
	}
	gb := plan.Memory.Up(in.number("memory_mb", 128)) / 1024
	ready := in.need("pc_requests")
	all := math.Max(in.number("requests", ready), ready)
	millis := in.first(0, "pc_duration_ms", "duration_ms")
	b.charge(kept, "provisioned concurrency", in.need("pc_concurrency")*gb*in.first(in.hours(), "pc_hours")*3600)
	b.charge(requests, "function requests", all)
	b.charge(run, "function duration, provisioned", ready*plan.Seconds.Up(millis/1000)*gb)
	b.charge(duration, "function duration, on demand", (all-ready)*plan.Seconds.Up(in.number("od_duration_ms", millis)/1000)*gb)
}

func cloudFunctionsKind(b *billing) {
	in, plan := b.in, b.c.FunctionPlan("gcp", "functions_gen1")
	first := func(m Meter, item string) Tariff { return b.at(b.tariff("gcp", m), "gcp", "functions_gen1", item) } // the generation of the published bills
	calls, memory, cpu := first(FunctionRequests, "invocations"), first(FunctionMemory, "gb_s"), first(FunctionCPU, "ghz_s")
	n := b.requests("requests")
	seconds := n * plan.Seconds.Up(in.need("duration_ms")/1000)
	egress := in.number("egress_gb", 0)
	if in.flag("free_tier", false) {
		calls.free, memory.free, cpu.free = 2e6, 400000, 200000
		egress -= 5
	}
	b.charge(calls, "function invocations", n)
	b.charge(memory, "function memory", seconds*in.need("memory_mb")/1024)
	b.charge(cpu, "function CPU", seconds*in.need("cpu_mhz")/1000)
	b.charge(b.beside("gcp", "functions_gen1", "egress_gb"), "traffic to the internet", egress)
}

// azureFunctionsKind bills executions by duration and memory, or by the
// provider's own meters: executions and execution units (MB-ms) of an hour.
func azureFunctionsKind(b *billing) {
	in := b.in
	service, calls, memory := "functions_consumption", FunctionRequests, FunctionMemory
	if strings.EqualFold(in.text("plan", "consumption"), "flex") {
		service, calls, memory = "functions_flex", FlexRequests, FlexMemory
	}
	plan := b.c.FunctionPlan("azure", service)
	executions, duration := b.given(b.tariff("azure", calls), 1, "usd_m"), b.given(b.tariff("azure", memory), 1, "usd_gbs")
	if in.flag("free_grant", in.flag("free_tier", in.has("free_executions") || in.has("free_gbs"))) {
		executions.free = in.number("free_executions", b.grant("azure", calls))
		duration.free = in.number("free_gbs", b.grant("azure", memory))
	}
	n, gbs := 0.0, 0.0
	switch {
	case in.has("execution_units_per_hour") && !in.has("gbs"):
		n = in.need("executions_per_hour") * in.hours()
		gbs = in.number("execution_units_per_hour", 0) * in.hours() / in.number("units_per_gbs", 1024000)
	case in.has("requests"):
		in.context("executions")
		n = b.requests("requests")
	default:
		n = b.requests("executions")
	}
	if in.has("gbs") {
		gbs = in.number("gbs", 0)
	} else if gbs == 0 {
		gbs = n * plan.Seconds.Up(in.need("duration_ms")/1000) * plan.Memory.Up(in.number("memory_mb", 128)) / 1024
	}
	b.charge(executions, "function executions", n)
	b.charge(duration, "function duration", gbs)
}

func httpGatewayKind(b *billing) {
	in := b.in
	t := b.given(b.tariff("aws", GatewayRequests), 1, "usd_m")
	if in.flag("free_tier", in.has("free_calls")) {
		t.free = in.number("free_calls", 1e6) // of the first twelve months of an account
	}
	kb := b.rule("aws", "api_gateway", "http_metering_kb")
	b.charge(t, "HTTP API calls", b.requests("requests")*math.Max(1, math.Ceil(in.first(0, "request_kb", "payload_kb")/kb)))
}

func webSocketKind(b *billing) {
	b.charge(b.given(b.tariff("aws", GatewayMessages), 1, "usd_m"), "WebSocket messages", b.in.need("messages"))
	b.charge(b.beside("aws", "api_gateway", "ws_minutes"), "WebSocket connection minutes", b.in.number("connection_minutes", 0))
}

func apiManagementKind(b *billing) {
	in, name := b.in, "requests"
	if in.has("calls") {
		name = "calls"
	}
	in.context("tier", "sku", "request_kb", "payload_kb")
	t := b.given(b.tariff("azure", GatewayRequests), 1, "usd_m")
	if in.flag("free_tier", in.has("free_calls")) {
		t.free = in.number("free_calls", b.grant("azure", GatewayRequests))
	}
	b.charge(t, "API Management calls", b.requests(name))
}
