package pricing

import (
	"math"
	"strings"
)

// traffic reads the traffic at a load balancer. With processed_gb_month the
// connections, too, are totals of the month, as infracost's usage files have
// them; otherwise they are means, and the data is GB per hour.
func (b *billing) traffic() Traffic {
	in := b.in
	u := Traffic{
		Connections: in.number("new_conn_per_s", 0), Active: in.number("active_conn_per_min", 0), GBPerHour: in.number("gb_per_hour", 0),
		Rules: in.number("rules", 0), Requests: in.first(0, "requests_per_s", "rps"), Functions: in.flag("lambda_targets", false),
	}
	if hours := in.hours(); in.has("processed_gb_month") && hours > 0 {
		u.GBPerHour = in.number("processed_gb_month", 0) / hours
		u.Connections /= hours * 3600
		u.Active /= hours * 60
	}
	return u
}

func albKind(b *billing) {
	in := b.in
	b.charge(b.given(b.tariff("aws", BalancerHour), 1, "usd_h"), "load balancer hours", in.hours())
	capacityKind(b)
	if in.has("trust_store_usd_h") || in.has("trust_stores") {
		store := b.given(b.beside("aws", "alb", "trust_store_hour"), 1, "trust_store_usd_h")
		b.charge(store, "mutual TLS trust store", in.number("trust_stores", 1)*in.hours())
	}
}

// capacityKind bills capacity units alone.
func capacityKind(b *billing) {
	t := b.given(b.tariff("aws", BalancerUnit), 1, "usd_lcu_h")
	b.charge(t, "load balancer capacity units", t.capacity.Units(b.traffic())*b.in.hours())
}

func appGatewayKind(b *billing) {
	in := b.in
	hour, unit := b.tariff("azure", BalancerHour), b.tariff("azure", BalancerUnit)
	if strings.HasPrefix(strings.ToLower(in.text("sku", "Standard_v2")), "waf") {
		hour, unit = b.at(hour, "azure", "appgw", "waf_v2_hour"), b.at(unit, "azure", "appgw", "waf_v2_cu")
	} else {
		hour = b.at(hour, "azure", "appgw", "basic_v2_hour") // which the published bill has
	}
	hours := in.hours()
	b.charge(b.given(hour, 1, "usd_h"), "application gateway hours", hours*in.number("gateways", 1))
	units := in.first(in.first(0, "capacity_units", "cu")*hours, "capacity_unit_hours", "cu_hours")
	b.charge(b.given(unit, 1, "usd_cu_h"), "application gateway capacity units", units)
}

// googleBalancerKind bills forwarding rules: the price of the first covers several,
// further ones have a price of their own.
func googleBalancerKind(b *billing) {
	in := b.in
	first := b.given(b.tariff("gcp", BalancerHour), 1, "usd_h")
	rules, hours := in.number("forwarding_rules", 1), in.hours()
	together, _ := first.counted(math.Min(rules, first.covers))
	b.charge(first, "load balancer rules", together*hours)
	b.charge(b.beside("gcp", "lb", "forwarding_rule_additional"), "further load balancer rules", (rules-first.covers)*hours)
	b.charge(b.given(b.tariff("gcp", BalancerIn), 1, "usd_gb"), "load balancer data in", in.first(0, "gb", "in_gb"))
	b.charge(b.tariff("gcp", BalancerOut), "load balancer data out", in.number("out_gb", 0))
}

func natKind(b *billing) {
	in, cloud := b.in, b.in.text("cloud", "aws")
	hour := b.given(b.tariff(cloud, NATHour), 1, "usd_h")
	counted, _ := hour.counted(in.first(1, "vms", "gateways", "azs"))
	b.charge(hour, "NAT hours", counted*in.hours())
	b.charge(b.given(b.tariff(cloud, NATData), 1, "usd_gb"), "NAT data", in.first(0, "gb", "processed_gb", "gb_month"))
}

func logsKind(b *billing) {
	in, cloud := b.in, b.in.text("cloud", "aws")
	ingest := b.given(b.tariff(cloud, LogIngest), 1, "usd_ingest_gb")
	if in.flag("free_tier", false) {
		ingest.free = b.grant(cloud, LogIngest)
	}
	b.charge(ingest, "logs taken in", in.number("ingest_gb", 0))
	if in.has("stored_gb") || in.has("storage_gb") {
		b.charge(b.given(b.tariff(cloud, LogStorage), 1, "usd_stored_gb"), "logs kept", in.first(0, "stored_gb", "storage_gb"))
	}
	if cloud == "aws" && in.has("scanned_gb") {
		b.charge(b.given(b.beside("aws", "cloudwatch", "insights"), 1, "usd_scanned_gb"), "logs queried", in.number("scanned_gb", 0))
	}
}

// egressKind takes the provider's grant only with free_tier = true; free_gb says
// what is taken of it. Traffic between zones is billed in each direction:
// intra_region_gb is what is billed, cross_az_gb what is sent one way and billed
// twice.
func egressKind(b *billing) {
	in, cloud := b.in, b.in.text("cloud", "aws")
	out := b.given(b.tariff(cloud, Egress), 1, "usd_gb")
	if in.flag("free_tier", false) {
		out.free = b.grant(cloud, Egress)
	}
	out.free = in.number("free_gb", out.free)
	b.charge(out, "traffic to the internet", in.first(0, "internet_gb", "gb", "egress_gb"))
	if between := in.number("intra_region_gb", 0) + 2*in.first(0, "cross_az_gb", "cross_zone_gb"); between > 0 {
		b.charge(b.tariff(cloud, CrossZone), "traffic between zones", between)
	}
}
