package pricing

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// billing is one published bill in the making: named inputs turned into
// quantities of the tariffs that the program bills with.
type billing struct {
	c     *Catalogue
	in    *inputs
	lines []Line
}

// kinds turn the inputs of each kind of published bill into quantities.
var kinds = map[string]func(*billing){
	"lambda": lambdaKind, "lambda_provisioned": provisionedKind, "gcf_gen1": cloudFunctionsKind, "azure_functions": azureFunctionsKind,
	"apigw_http": httpGatewayKind, "apigw_ws": webSocketKind, "apim": apiManagementKind,
	"alb": albKind, "lcu_only": capacityKind, "appgw": appGatewayKind, "gcp_lb": googleBalancerKind,
	"nat": natKind, "nat_gcp": natKind, "logs": logsKind,
	"egress": egressKind, "egress_aws": egressKind, "egress_gcp": egressKind, "egress_azure": egressKind,
	"fargate": fargateKind, "fargate_month": fargateKind, "eks_fargate": eksFargateKind,
	"eks": clusterKind, "aks": clusterKind, "gke": clusterKind,
	"vm": machineKind, "vm_fleet": fleetKind, "vm_fleet_lb": fleetBalancerKind,
	"rds": databaseKind, "aurora_sv2": auroraKind, "dynamodb": keyValueKind,
	"cloud_run_request": cloudRunRequestKind, "cloud_run_instance": cloudRunInstanceKind, "cloud_run_idle": cloudRunIdleKind,
	"tariff":         tariffKind,
	"container_apps": containerAppsKind, "container_apps_idle": containerAppsIdleKind,
}

// kindClouds are the clouds of the kinds that several clouds have.
var kindClouds = map[string]string{
	"nat_gcp": "gcp", "egress_aws": "aws", "egress_gcp": "gcp", "egress_azure": "azure",
	"eks": "aws", "eks_fargate": "aws", "aks": "azure", "gke": "gcp",
}

// compute bills a month of one kind. An unknown input is an error that names the
// nearest one, and so is one of the wrong type; all are reported at once. A price
// among the inputs ("usd_h", "gbs_rate") takes the place of the book's. Grants are
// not taken unless the inputs say so.
func compute(c *Catalogue, kind string, values map[string]any) (lines []Line, err error) {
	f, ok := kinds[kind]
	if !ok {
		if near := source.Nearest(kind, slices.Sorted(maps.Keys(kinds))...); near != "" {
			return nil, fmt.Errorf("unknown kind of bill %s (did you mean %s?)", kind, near)
		}
		return nil, fmt.Errorf("unknown kind of bill %s (known: %s)", kind, strings.Join(slices.Sorted(maps.Keys(kinds)), ", "))
	}
	in := newInputs(values)
	in.context("region")
	if cloud, ok := kindClouds[kind]; ok {
		in.values = maps.Clone(in.values)
		in.values["cloud"] = cloud
		in.context("cloud")
	}
	b := &billing{c: c, in: in}
	defer func() { // what is not in the books: not all inputs were asked for, so none can be called unknown
		if missing := recover(); missing != nil {
			err = fmt.Errorf("%s: %w", kind, errors.Join(append(in.problems, fmt.Errorf("%v", missing))...))
		}
	}()
	f(b)
	if problems := in.finish(); problems != nil {
		return nil, fmt.Errorf("%s: %w", kind, problems)
	}
	return b.lines, nil
}

// tariffKind bills a quantity of one tariff, in base units (one request, one
// GB-second, one hour), without a grant. Where a tariff has sizes, item names one.
func tariffKind(b *billing) {
	in := b.in
	id, item, n := in.text("tariff", ""), in.text("item", ""), in.need("quantity")
	cloud, _, _ := strings.Cut(id, "/")
	for _, t := range b.c.List(cloud).tariffs {
		if string(t.ID) == id && (item == "" || t.Name == item) {
			t.free = 0
			b.charge(t, t.Name, n)
			return
		}
	}
	panic("no tariff for " + id + " " + item)
}

// total is the sum of the lines.
func total(lines []Line) float64 {
	sum := 0.0
	for _, l := range lines {
		sum += l.MonthlyUSD
	}
	return sum
}

// tariff is one that the program bills with, without its grant.
func (b *billing) tariff(cloud string, m Meter) Tariff {
	t := b.c.List(cloud).tariffs[m]
	if t.tiers[0].of == nil {
		panic("no tariff for " + cloud + " " + meterNames[m])
	}
	t.free = 0
	return t
}

// grant is what a tariff grants per month.
func (b *billing) grant(cloud string, m Meter) float64 {
	return b.c.List(cloud).tariffs[m].free
}

// at is a tariff at prices that the program does not bill with: those of another
// processor, region or size. The arithmetic is the tariff's.
func (b *billing) at(t Tariff, cloud, service, item string) Tariff {
	other := b.c.resolve(cloud, service, item)
	t.tiers = other.tiers
	return t
}

// beside is what a bill charges for beside the tariffs of the program.
func (b *billing) beside(cloud, service, item string) Tariff {
	return b.at(Tariff{}, cloud, service, item)
}

// given puts prices that the inputs give in the place of the tariff's. scale is the
// number of the price's units in one unit of the input: 3600 where the book has
// hours and the input seconds.
func (b *billing) given(t Tariff, scale float64, names ...string) Tariff {
	for _, name := range names {
		if b.in.has(name) {
			p := *t.tiers[0].of
			p.Value = b.in.number(name, 0) * scale
			t.tiers = flat(&p).tiers
		}
	}
	return t
}

// times multiplies the prices of a tariff, for a discount or a second zone.
func (t Tariff) times(factor float64) Tariff {
	for i := range t.tiers {
		t.tiers[i].price *= factor
	}
	return t
}

// charge bills a quantity; what costs nothing because nothing is used is no line.
func (b *billing) charge(t Tariff, item string, q float64) {
	if q > 0 {
		t.Name = item
		b.lines = append(b.lines, t.Line(q))
	}
}

// rule is a billing rule that only published bills need.
func (b *billing) rule(cloud, service, item string) float64 {
	return b.c.find(key{billingRule, cloud, service, item}).Value
}

// requests is the month's number of requests, given or from a rate.
func (b *billing) requests(name string) float64 {
	in, hours := b.in, b.in.hours()
	if in.has("days") && !in.has("hours") {
		hours = in.number("days", 0) * 24
	}
	if in.has("rps") && !in.has(name) {
		return in.number("rps", 0) * hours * 3600
	}
	return in.need(name)
}

// arm says that the inputs name the ARM architecture, which the program bills.
func (b *billing) arm() bool {
	a := strings.ToLower(b.in.text("arch", b.in.text("architecture", "x86")))
	return strings.HasPrefix(a, "arm") || strings.HasPrefix(a, "aarch") || strings.HasPrefix(a, "graviton")
}

// savings is the share of the price that is left under a savings plan. For
// functions and for machines the same plan takes off different amounts.
func (b *billing) savings(prefix string) float64 {
	plan := b.in.text("savings_plan", "none")
	if plan == "" || plan == "none" {
		return 1
	}
	return 1 - b.rule("aws", "savings", prefix+plan)/100
}
