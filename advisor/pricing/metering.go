package pricing

import "math"

// How providers count before they charge: steps and minimums, capacity units, prices that cover several, caps.

// Rounding is how a service counts what it meters: up to the next Step, never below Least; a Step of 0 rounds nothing.
type Rounding struct {
	Step, Least float64
}

// Up is the billed amount of a metered one.
func (r Rounding) Up(q float64) float64 {
	if r.Step > 0 {
		// A quantity that is a whole number of steps but for the last bit of the float is that number of steps.
		q = math.Ceil(q/r.Step-1e-9) * r.Step
	}
	return math.Max(q, r.Least)
}

// Capacity is how much of each dimension one capacity unit of a load balancer carries; 0: the dimension is not counted.
type Capacity struct {
	Connections, Active   float64 // new per second; open at once
	GBPerHour, FunctionGB float64 // FunctionGB: GB per hour where functions answer
	Mbps                  float64
	Rules, FreeRules      float64 // rule evaluations per second; rules that are free
}

// Traffic is the mean traffic at a load balancer.
type Traffic struct {
	Connections, Active float64 // new per second; open at once
	GBPerHour, Mbps     float64
	Functions           bool // functions answer
	Rules, Requests     float64
}

// Units is the number of capacity units of traffic: the largest need of all dimensions.
func (c *Capacity) Units(l Traffic) float64 {
	gb := c.GBPerHour
	if l.Functions {
		gb = c.FunctionGB
	}
	units := 0.0
	for _, d := range [...]struct{ need, per float64 }{
		{l.Connections, c.Connections}, {l.Active, c.Active}, {l.GBPerHour, gb}, {l.Mbps, c.Mbps},
		{max(0, l.Rules-c.FreeRules) * l.Requests, c.Rules},
	} {
		if d.per > 0 {
			units = max(units, d.need/d.per)
		}
	}
	return units
}

// counted is how many of n are charged: one for as many as the price covers, no more than cost anything.
func (t *Tariff) counted(n float64) (float64, bool) {
	switch {
	case t.covers > 0:
		return math.Ceil(n / t.covers), true
	case t.most > 0:
		return min(t.most, n), true
	}
	return n, false
}

// FunctionPlan is how a functions service counts.
type FunctionPlan struct {
	Seconds Rounding
	Memory  Rounding // MB
	VCPUMB  float64  // memory that comes with one vCPU; no more is bought for speed alone
	GHz     float64  // of one vCPU where CPU is billed apart, else 0
}

// FunctionPlan returns how a functions service of a cloud counts.
func (c *Catalogue) FunctionPlan(cloud, service string) FunctionPlan {
	rule := func(item string) float64 { return c.find(key{billingRule, cloud, service, item}).Value }
	return FunctionPlan{
		Seconds: Rounding{rule("duration_step_ms") / 1000, rule("duration_min_ms") / 1000},
		Memory:  Rounding{rule("memory_step_mb"), rule("memory_min_mb")},
		VCPUMB:  rule("mb_per_vcpu"),
		GHz:     c.BillingRule(cloud, service, "ghz_per_vcpu", 0),
	}
}

// BillingRule returns a billing rule that not every cloud has, fallback where the service has none.
func (c *Catalogue) BillingRule(cloud, service, item string, fallback float64) float64 {
	if p, ok := c.figures[key{billingRule, cloud, service, item}]; ok {
		return p.Value
	}
	return fallback
}
