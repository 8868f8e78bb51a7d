package estimate

import (
	"strconv"

	"archadvisor/advisor/pricing"
)

// book is one cloud's prices as plain numbers, with where each came from.
type book struct {
	items      [maxItems]priced
	tariffs    [maxItems]pricing.Tariff
	names      [maxItems]string
	machines   []machine
	rates      containerRates
	containers []machine
	databases  []machine
}

// charge says which price of a book an item has.
type charge struct {
	item          item
	name          string
	service, from string // tariff in the book
	free          string // grant in the same service, or ""
}

// chargesOf is what each cloud charges for. An item that a cloud does not have
// is not listed and no shape of that cloud uses it.
var chargesOf = [numClouds][]charge{
	aws: {
		{itVCPU, "Fargate vCPU", "fargate", "arm_vcpu_hour", ""},
		{itMemory, "Fargate memory", "fargate", "arm_gb_hour", ""},
		{itControlPlane, "EKS control plane", "eks", "control_plane", ""},
		{itDisk, "volumes", "ebs", "gp3", ""},
		{itDoorHour, "load balancer", "alb", "hour", ""},
		{itDoorUnit, "load balancer capacity", "alb", "lcu_hour", ""},
		{itGateway, "HTTP API requests", "api_gateway", "http_requests", ""},
		{itMessages, "WebSocket API messages", "api_gateway", "ws_messages", ""},
		{itCalls, "Lambda requests", "lambda", "requests", "free_requests"},
		{itRun, "Lambda duration", "lambda", "arm_gbs", "free_gbs"},
		{itWarm, "provisioned concurrency", "lambda", "provisioned_arm", ""},
		{itWarmRun, "provisioned duration", "lambda", "provisioned_arm_duration", ""},
		{itNATHour, "NAT gateways", "nat", "hour", ""},
		{itNATGB, "NAT traffic", "nat", "gb", ""},
		{itAddress, "public addresses", "vpc", "public_ipv4", ""},
		{itEgress, "traffic to users", "egress", "internet_gb", "free_gb_month"},
		{itCrossZone, "traffic between zones", "egress", "cross_az_each_way", ""},
		{itLogs, "logs ingested", "cloudwatch", "logs_ingest", ""},
		{itLogStore, "logs kept", "cloudwatch", "logs_storage", ""},
		{itMetrics, "metrics", "cloudwatch", "custom_metric", ""},
		{itStoreGB, "database storage", "rds", "gp3_multi_az", ""},
		{itServerlessDB, "serverless database capacity", "aurora", "serverless_v2_acu", ""},
		{itReads, "key-value reads", "dynamodb", "rru", ""},
		{itWrites, "key-value writes", "dynamodb", "wru", ""},
		{itKeyGB, "key-value storage", "dynamodb", "storage", ""},
		{itQueue, "queue requests", "sqs", "standard", ""},
	},
	gcp: {
		{itVCPU, "Cloud Run instance vCPU", "cloud_run", "instance_vcpu_s", ""},
		{itMemory, "Cloud Run instance memory", "cloud_run", "instance_gib_s", ""},
		{itBusyVCPU, "Cloud Run vCPU while serving", "cloud_run", "request_vcpu_s", ""},
		{itIdleVCPU, "Cloud Run vCPU of idle instances", "cloud_run", "idle_min_instance_vcpu_s", ""},
		{itBusyMemory, "Cloud Run memory", "cloud_run", "request_gib_s", ""},
		{itControlPlane, "GKE management", "gke", "management_fee", ""},
		{itDisk, "disks", "pd", "balanced", ""},
		{itDoorHour, "load balancer rules", "lb", "forwarding_rule_first5", ""},
		{itDoorUnit, "load balancer data out", "lb", "data_out", ""},
		{itDoorDataIn, "load balancer data in", "lb", "data_in", ""},
		{itCalls, "function invocations", "functions_gen1", "invocations", "free_requests"},
		{itRun, "function memory", "functions_gen1", "gb_s", "free_gb_s"},
		{itRunCPU, "function CPU", "functions_gen1", "ghz_s", "free_ghz_s"},
		{itZeroCPU, "Cloud Run request vCPU", "cloud_run", "request_vcpu_s", "free_request_vcpu_s"},
		{itZeroMemory, "Cloud Run request memory", "cloud_run", "request_gib_s", "free_request_gib_s"},
		{itZeroCalls, "Cloud Run requests", "cloud_run", "requests", "free_requests"},
		{itNATHour, "NAT per VM", "nat", "vm_hour", ""},
		{itNATGB, "NAT traffic", "nat", "gb", ""},
		{itAddress, "public addresses", "ip", "in_use", ""},
		{itEgress, "traffic to users", "egress_premium", "internet_gib", ""},
		{itCrossZone, "traffic between zones", "egress", "cross_zone", ""},
		{itLogs, "logs ingested", "logging", "ingest", "free_gib"},
		{itLogStore, "logs kept", "logging", "storage", ""},
		{itMetrics, "metrics", "monitoring", "metric", ""},
		{itStoreGB, "database storage", "cloud_sql", "regional_ssd", ""},
		{itReads, "key-value reads", "firestore", "reads", ""},
		{itWrites, "key-value writes", "firestore", "writes", ""},
		{itKeyGB, "key-value storage", "firestore", "storage", ""},
		{itQueue, "message traffic", "pubsub", "gib", ""},
	},
	azure: {
		{itBusyVCPU, "Container Apps vCPU while serving", "container_apps", "active_vcpu_s", ""},
		{itIdleVCPU, "Container Apps vCPU while idle", "container_apps", "idle_vcpu_s", ""},
		{itBusyMemory, "Container Apps memory", "container_apps", "gib_s", ""},
		{itControlPlane, "AKS uptime SLA", "aks", "standard_uptime_sla", ""},
		{itDisk, "disks", "disk", "standard_ssd", ""},
		{itDoorHour, "Application Gateway", "appgw", "standard_v2_hour", ""},
		{itDoorUnit, "Application Gateway capacity", "appgw", "standard_v2_cu", ""},
		{itGateway, "API Management calls", "apim", "consumption", "free_calls"},
		{itCalls, "Functions executions", "functions_consumption", "executions", "free_executions"},
		{itRun, "Functions duration", "functions_consumption", "gbs", "free_gbs"},
		{itFlexCalls, "Flex executions", "functions_flex", "executions", "free_executions"},
		{itFlexRun, "Flex duration", "functions_flex", "on_demand_gbs", "free_gbs"},
		{itZeroCPU, "Container Apps vCPU", "container_apps", "active_vcpu_s", "free_vcpu_s"},
		{itZeroMemory, "Container Apps memory", "container_apps", "gib_s", "free_gib_s"},
		{itZeroCalls, "Container Apps requests", "container_apps", "requests", "free_requests"},
		{itNATHour, "NAT gateway", "nat", "hour", ""},
		{itNATGB, "NAT traffic", "nat", "gb", ""},
		{itAddress, "public addresses", "public_ip", "static_hour", ""},
		{itEgress, "traffic to users", "egress", "internet_gb", "free_gb"},
		{itCrossZone, "traffic between zones", "egress", "cross_zone", ""},
		{itLogs, "logs ingested", "log_analytics", "ingest", "free_gb"},
		{itLogStore, "logs kept", "log_analytics", "storage", ""},
		{itMetrics, "metrics", "monitor", "metric", ""},
		{itStoreGB, "database storage", "postgres_flex", "storage", ""},
		{itReads, "key-value request units", "cosmos", "serverless_ru", ""},
		{itKeyGB, "key-value storage", "cosmos", "storage", ""},
		{itQueue, "queue operations", "service_bus", "operations", ""},
	},
	selfHosted: {
		{itDisk, "volumes", "volume", "gb", ""},
		{itDoorHour, "load balancer", "lb", "month", ""},
		{itAddress, "public addresses", "ip", "month", ""},
		{itEgress, "traffic to users", "egress", "gb", "free_gb_per_server"},
		{itLogs, "logs stored", "logs", "gb", ""},
		{itMetrics, "metrics", "metrics", "metric", ""},
		{itStoreGB, "database storage", "volume", "gb", ""},
	},
}

// newBook resolves everything that the shapes of a cloud are charged for.
func newBook(c *pricing.Catalogue, cloud int) (*book, error) {
	b := &book{}
	name := cloudNames[cloud]
	for _, ch := range chargesOf[cloud] {
		if err := b.charge(c, name, ch); err != nil {
			return nil, err
		}
	}
	ci, err := c.Tariff("shared", "ci", "github_actions_linux_2core")
	if err != nil {
		return nil, err
	}
	b.put(itCI, "CI minutes", ci, 0)
	b.containers = containersOf[cloud]
	next := numFixedItems
	if b.machines, next, err = b.rent(c, name, machinesOf[cloud], next); err != nil {
		return nil, err
	}
	b.databases, _, err = b.rent(c, name, databasesOf[cloud], next)
	if err != nil {
		return nil, err
	}
	b.priceContainers()
	return b, nil
}

func (b *book) charge(c *pricing.Catalogue, cloud string, ch charge) error {
	t, err := c.Tariff(cloud, ch.service, ch.from)
	if err != nil {
		return err
	}
	free := 0.0
	if ch.free != "" {
		p, err := c.Price(cloud, ch.service, ch.free)
		if err != nil {
			return err
		}
		free = p.Value
	}
	b.put(ch.item, ch.name, t, free)
	return nil
}

func (b *book) put(it item, name string, t pricing.Tariff, free float64) {
	t = perHour(t)
	p := priced{free: free}
	for _, step := range t.Tiers {
		p.tiers[p.n] = tier{step.UpTo, step.Price}
		p.n++
	}
	b.items[it], b.tariffs[it], b.names[it] = p, t, name
}

// perHour turns a price per month into one per hour, so that everything that
// runs is counted in hours.
func perHour(t pricing.Tariff) pricing.Tariff {
	if t.Price.Unit != "USD/month" {
		return t
	}
	p := *t.Price
	p.Unit = "USD/h"
	t = t.Times(1 / hoursPerMonth)
	t.Price = &p
	return t
}

// rent resolves machines and gives each a line of its own.
func (b *book) rent(c *pricing.Catalogue, cloud string, list []machine, next item) ([]machine, item, error) {
	out := make([]machine, len(list))
	for i, m := range list {
		t, err := c.Tariff(cloud, m.service, m.item)
		if err != nil {
			return nil, next, err
		}
		if m.service == "cloud_sql" && m.item == "vcpu_hour" {
			if t, err = cloudSQL(c, t, m); err != nil {
				return nil, next, err
			}
		}
		if m.label == "" {
			m.label = m.item
		}
		m.maxGB = m.gb
		m.line = next
		b.put(next, m.label, t, 0)
		m.price = b.items[next].tiers[0].price
		out[i] = m
		next++
	}
	return out, next, nil
}

// cloudSQL is the price of a size that is sold as vCPUs and memory.
func cloudSQL(c *pricing.Catalogue, vcpu pricing.Tariff, m machine) (pricing.Tariff, error) {
	gb, err := c.Price("gcp", "cloud_sql", "gb_hour")
	if err != nil {
		return vcpu, err
	}
	p := *vcpu.Price
	p.Value = m.vcpu*vcpu.Price.Value + m.gb*gb.Value
	return pricing.Tariff{Tiers: pricing.Flat(p.Value), Per: 1, Price: &p}, nil
}

// containerRates are the prices of managed containers per hour: by the instance,
// whatever it does, or metered, with a lower price while it waits.
type containerRates struct {
	instance, metered  bool
	vcpu, gb           float64
	busy, idle, busyGB float64
}

// cost is what so many vCPU and GB cost per hour, busy vCPUs among them, and
// whether metering, with what its calls cost, is the cheaper way.
func (r *containerRates) cost(vcpu, gb, busy, calls float64) (usd float64, metered bool) {
	if r.metered {
		usd = busy*r.busy + (vcpu-busy)*r.idle + gb*r.busyGB + calls
		if !r.instance {
			return usd, true
		}
	}
	whole := vcpu*r.vcpu + gb*r.gb
	if r.metered && usd < whole {
		return usd, true
	}
	return whole, false
}

// priceContainers reads the rates and names the sizes. Grants are left out of
// always-on capacity: they are below five dollars.
func (b *book) priceContainers() {
	b.rates = containerRates{
		instance: b.items[itVCPU].n > 0, metered: b.items[itBusyVCPU].n > 0,
		vcpu: b.hourly(itVCPU), gb: b.hourly(itMemory),
		busy: b.hourly(itBusyVCPU), idle: b.hourly(itIdleVCPU), busyGB: b.hourly(itBusyMemory),
	}
	b.containers = append([]machine(nil), b.containers...)
	for i := range b.containers {
		m := &b.containers[i]
		m.rates = &b.rates
		m.price, _ = b.rates.cost(m.vcpu, m.gb, 0, 0)
		m.label = strconv.FormatFloat(m.vcpu, 'g', -1, 64) + " vCPU"
	}
}

// hourly is the price of an item that runs, per hour, whatever its own unit.
func (b *book) hourly(it item) float64 {
	return b.items[it].tiers[0].price * b.perHourUnits(it)
}

// perHourUnits is how many units of an item one hour has: 3,600 where it is
// billed by the second.
func (b *book) perHourUnits(it item) float64 {
	if t := b.tariffs[it]; t.Price != nil && perSecond(t.Price.Unit) {
		return 3600
	}
	return 1
}

func perSecond(unit string) bool {
	return len(unit) > 2 && unit[len(unit)-2:] == "-s"
}

// finite keeps a number that is out of any reasonable range printable.
func finite(v float64) float64 {
	if v != v || v < 0 {
		return 0
	}
	return min(v, 1e30)
}
