package pricing

import "math"

// BalancerRates are the prices of an AWS load balancer: hours, and capacity
// units by the dimension that needs the most of them. One LCU of an ALB is 25
// new connections a second, 3,000 active ones a minute, 1 GB an hour (0.4 for
// Lambda targets) or 1,000 rule evaluations a second beyond ten free rules.
type BalancerRates struct {
	Hour       Tariff // per hour
	LCUHour    Tariff // per capacity unit and hour
	TrustStore Tariff // per hour, mutual TLS; ALB only

	NewPerSecond    float64 // of one capacity unit
	ActivePerMinute float64
	GBPerHour       float64
	GBPerHourLambda float64
	RulesPerSecond  float64 // 0: rules are not counted
	FreeRules       float64
}

// ALB resolves the application load balancer.
func (c *Catalogue) ALB() (BalancerRates, error) {
	r := resolver{c: c}
	return BalancerRates{
		Hour:            r.tariff("aws", "alb", "hour"),
		LCUHour:         r.tariff("aws", "alb", "lcu_hour"),
		TrustStore:      r.tariff("aws", "alb", "trust_store_hour"),
		NewPerSecond:    r.quirk("aws", "alb", "lcu_new_connections_per_s"),
		ActivePerMinute: r.quirk("aws", "alb", "lcu_active_connections_per_min"),
		GBPerHour:       r.quirk("aws", "alb", "lcu_gb_per_hour"),
		GBPerHourLambda: r.quirk("aws", "alb", "lcu_gb_per_hour_lambda"),
		RulesPerSecond:  r.quirk("aws", "alb", "lcu_rule_evaluations_per_s"),
		FreeRules:       r.quirk("aws", "alb", "lcu_free_rules"),
	}, r.err
}

// NLB resolves the network load balancer.
func (c *Catalogue) NLB() (BalancerRates, error) {
	r := resolver{c: c}
	gb := r.quirk("aws", "nlb", "lcu_gb_per_hour")
	hour := r.tariff("aws", "nlb", "hour")
	return BalancerRates{
		Hour:            hour,
		LCUHour:         r.tariff("aws", "nlb", "nlcu_hour"),
		TrustStore:      hour.Times(0),
		NewPerSecond:    r.quirk("aws", "nlb", "lcu_new_connections_per_s"),
		ActivePerMinute: r.quirk("aws", "nlb", "lcu_active_connections_per_min"),
		GBPerHour:       gb,
		GBPerHourLambda: gb,
	}, r.err
}

// BalancerUse is the mean traffic of a month at a load balancer.
type BalancerUse struct {
	NewPerSecond      float64 // connections
	ActivePerMinute   float64 // connections
	GBPerHour         float64 // in and out
	Rules             float64
	RequestsPerSecond float64
	LambdaTargets     bool
	Hours             float64
	TrustStores       float64
}

// LCU is the mean number of capacity units: the largest need of the dimensions.
func (r *BalancerRates) LCU(u BalancerUse) float64 {
	perUnit := r.GBPerHour
	if u.LambdaTargets {
		perUnit = r.GBPerHourLambda
	}
	units := math.Max(u.NewPerSecond/r.NewPerSecond, u.ActivePerMinute/r.ActivePerMinute)
	units = math.Max(units, u.GBPerHour/perUnit)
	if r.RulesPerSecond > 0 {
		units = math.Max(units, above(u.Rules, r.FreeRules)*u.RequestsPerSecond/r.RulesPerSecond)
	}
	return units
}

// Cost is the monthly price in USD.
func (r *BalancerRates) Cost(u BalancerUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *BalancerRates) Bill(u BalancerUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *BalancerRates) charge(u BalancerUse, m *meter) {
	m.add(&r.Hour, "load balancer hours", u.Hours)
	m.add(&r.LCUHour, "load balancer capacity units", r.LCU(u)*u.Hours)
	m.add(&r.TrustStore, "mutual TLS trust store", u.TrustStores*u.Hours)
}
