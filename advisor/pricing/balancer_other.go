package pricing

import "math"

// ForwardingRates are the prices of Google's load balancer: up to five
// forwarding rules for one flat hourly price, further ones each, and the data
// in both directions.
type ForwardingRates struct {
	FirstRules Tariff  // per hour, for up to FlatRules together
	MoreRules  Tariff  // per rule and hour
	DataIn     Tariff  // per GiB
	DataOut    Tariff  // per GiB
	FlatRules  float64 // rules in the flat price
}

// GoogleBalancer resolves Google's load balancer.
func (c *Catalogue) GoogleBalancer() (ForwardingRates, error) {
	r := resolver{c: c}
	return ForwardingRates{
		FirstRules: r.tariff("gcp", "lb", "forwarding_rule_first5"),
		MoreRules:  r.tariff("gcp", "lb", "forwarding_rule_additional"),
		DataIn:     r.tariff("gcp", "lb", "data_in"),
		DataOut:    r.tariff("gcp", "lb", "data_out"),
		FlatRules:  r.quirk("gcp", "lb", "flat_rules"),
	}, r.err
}

// ForwardingUse is a month of a load balancer with forwarding rules.
type ForwardingUse struct {
	Rules       float64
	Hours       float64
	InGB, OutGB float64
}

// Cost is the monthly price in USD.
func (r *ForwardingRates) Cost(u ForwardingUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *ForwardingRates) Bill(u ForwardingUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *ForwardingRates) charge(u ForwardingUse, m *meter) {
	m.add(&r.FirstRules, "load balancer rules", math.Min(u.Rules, 1)*u.Hours)
	m.add(&r.MoreRules, "further load balancer rules", above(u.Rules, r.FlatRules)*u.Hours)
	m.add(&r.DataIn, "load balancer data in", u.InGB)
	m.add(&r.DataOut, "load balancer data out", u.OutGB)
}

// CapacityUnitRates are the prices of Azure's Application Gateway: hours and
// capacity unit hours.
type CapacityUnitRates struct {
	Hour     Tariff // per hour
	UnitHour Tariff // per capacity unit and hour
}

// AppGateway resolves Azure's Application Gateway v2, with or without the web
// application firewall.
func (c *Catalogue) AppGateway(firewall bool) (CapacityUnitRates, error) {
	r := resolver{c: c}
	sku := "standard_v2"
	if firewall {
		sku = "waf_v2"
	}
	return CapacityUnitRates{
		Hour:     r.tariff("azure", "appgw", sku+"_hour"),
		UnitHour: r.tariff("azure", "appgw", sku+"_cu"),
	}, r.err
}

// CapacityUnitUse is a month of an Application Gateway.
type CapacityUnitUse struct {
	Hours     float64
	UnitHours float64 // capacity units x hours
}

// Cost is the monthly price in USD.
func (r *CapacityUnitRates) Cost(u CapacityUnitUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *CapacityUnitRates) Bill(u CapacityUnitUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *CapacityUnitRates) charge(u CapacityUnitUse, m *meter) {
	m.add(&r.Hour, "application gateway hours", u.Hours)
	m.add(&r.UnitHour, "application gateway capacity units", u.UnitHours)
}
