package pricing

import (
	"math"
	"strings"
)

// databaseHour is the price of a database instance: that of the size in the list,
// or of the instance in the book under the names instance[_engine][_multi_az]. A
// multi-AZ price that is not in the book is twice the single one.
func (b *billing) databaseHour(multiAZ bool) Tariff {
	in := b.in
	word := in.word("instance", "instance_type", "instance_class")
	endings := map[string][]string{"mysql": {"_mysql", ""}, "mariadb": {"_mysql", ""}, "postgres": {"_postgres", ""}, "postgresql": {"_postgres", ""}}[strings.ToLower(in.text("engine", ""))]
	if endings == nil {
		endings = []string{"", "_mysql", "_postgres"}
	}
	l := b.c.List("aws")
	t := l.tariffs[l.Databases[0].Meter]
	factor, suffixes := 1.0, []string{""}
	if multiAZ {
		factor, suffixes = 2, []string{"_multi_az", ""}
	}
	for _, suffix := range suffixes {
		for _, ending := range endings {
			if b.c.figures[key{price, "aws", "rds", word + ending + suffix}] != nil {
				t = b.at(t, "aws", "rds", word+ending+suffix)
				if suffix == "" {
					t = t.times(factor)
				}
				return b.given(t, 1, "usd_h")
			}
		}
	}
	if !in.has("usd_h") {
		t = b.at(t, "aws", "rds", word)
	}
	return b.given(t, 1, "usd_h")
}

func databaseKind(b *billing) {
	in := b.in
	multiAZ, zones := in.flag("multi_az", false), 1.0
	if multiAZ {
		zones = 2
	}
	kind := "gp2"
	switch {
	case in.has("gp3_gb"):
		kind = "gp3"
	case in.has("io1_gb"):
		kind = "io1"
	}
	kind = in.text("storage_type", kind)
	// The program bills general storage in two zones; half of it is that of one.
	storage := b.tariff("aws", DatabaseStorage).times(zones)
	if kind != "gp3" {
		storage = b.at(storage, "aws", "rds", kind+"_single_az").times(zones)
	}
	n := math.Max(1, in.first(1, "instances", "count"))
	b.charge(b.databaseHour(multiAZ), "database instances", n*in.hours())
	b.charge(b.given(storage, 1, "usd_storage_gb"), "database storage", n*in.first(0, "storage_gb", "gp2_gb", "gp3_gb", "io1_gb"))
	b.charge(b.beside("aws", "rds", "backup"), "database backups", in.number("backup_gb", 0))
	iops := "io1_iops"
	if kind == "gp3" {
		iops = "gp3_iops"
	}
	b.charge(b.beside("aws", "rds", iops).times(zones), "database provisioned IOPS", n*in.number("iops", 0))
}

func auroraKind(b *billing) {
	in := b.in
	hours := in.first(1, "acu", "acus") * in.hours()
	if !in.has("acu") && !in.has("acus") {
		hours = in.need("acu_hours")
	}
	b.charge(b.given(b.tariff("aws", DatabaseUnits), 1, "usd_acu_h"), "database capacity units", in.number("acu_hours", hours))
	b.charge(b.beside("aws", "aurora", "storage"), "database storage", in.number("storage_gb", 0))
	b.charge(b.beside("aws", "aurora", "io"), "database I/O", in.first(0, "io_requests", "ios")+1e6*in.number("io_millions", 0))
	b.charge(b.beside("aws", "aurora", "backup"), "database backups", in.number("backup_gb", 0))
}

func keyValueKind(b *billing) {
	in := b.in
	b.charge(b.given(b.tariff("aws", KeyValueWrites), 1, "usd_wru_m"), "key-value writes", in.first(0, "wru", "writes"))
	b.charge(b.given(b.tariff("aws", KeyValueReads), 1, "usd_rru_m"), "key-value reads", in.first(0, "rru", "reads"))
	b.charge(b.given(b.tariff("aws", KeyValueStorage), 1, "usd_storage_gb"), "key-value storage", in.number("storage_gb", 0))
	for _, more := range []struct{ input, item string }{{"pitr_gb", "pitr"}, {"backup_gb", "backup"}, {"restore_gb", "restore"}, {"stream_rru", "stream_rru"}} {
		b.charge(b.beside("aws", "dynamodb", more.item), "key-value "+more.item, in.number(more.input, 0))
	}
}

// cloudRun is a tariff of Cloud Run in the region's tier. The grant is worth the
// first tier's price, so at the second tier it buys less.
func (b *billing) cloudRun(m Meter, grant float64, second string, names ...string) Tariff {
	t := b.tariff("gcp", m)
	free := b.grant("gcp", m)
	if grant > 0 {
		free = grant
	}
	if b.in.number("tier", 1) == 2 && second != "" {
		price := t.tiers[0].price
		t = b.at(t, "gcp", "cloud_run", second)
		free *= price / t.tiers[0].price
	}
	t.free = free
	return b.given(t, 1, names...)
}

// grants applies what the inputs say is left of the provider's grants in the
// account; without them, and without free_tier, nothing is granted. A grant above
// the provider's own does not exist: then the provider's are taken.
func (b *billing) grants(names []string, of []*Tariff) {
	in, named, beyond := b.in, false, false
	for i, name := range names {
		if in.has(name) {
			named = true
			beyond = beyond || in.number(name, 0) > of[i].free
		}
	}
	free := in.flag("free_tier", named)
	for i, name := range names {
		if !beyond {
			of[i].free = in.number(name, of[i].free)
		}
		if !free {
			of[i].free = 0
		}
	}
}

func cloudRunRequestKind(b *billing) {
	in := b.in
	cpu := b.cloudRun(ScaledVCPU, 0, "tier2_request_vcpu_s", "usd_vcpu_s")
	memory := b.cloudRun(ScaledMemory, 0, "tier2_request_gib_s", "usd_gib_s")
	calls := b.given(b.cloudRun(ScaledRequests, 0, ""), 1e6, "usd_request")
	calls = b.given(calls, 1, "usd_m")
	egress := b.tariff("gcp", Egress)
	egress.free = 1 // of Cloud Run, in North America
	b.grants([]string{"free_vcpu_s", "free_gib_s", "free_requests", "free_egress_gb"}, []*Tariff{&cpu, &memory, &calls, &egress})
	time := Rounding{Step: b.c.BillingRule("gcp", "cloud_run", "duration_step_ms", 0) / 1000}
	n := b.requests("requests")
	busy := n * time.Up(in.need("duration_ms")/1000) / math.Max(in.number("concurrency", 1), 1)
	b.charge(cpu, "container CPU, requests", busy*in.number("vcpu", 1))
	b.charge(memory, "container memory, requests", busy*in.first(0.5, "memory_gib", "memory_gb"))
	b.charge(calls, "container requests", n)
	b.charge(egress, "traffic to the internet", in.number("egress_gb", 0))
	in.context("usd_idle_vcpu_s")
}

func cloudRunInstanceKind(b *billing) {
	in := b.in
	cpu := b.cloudRun(ContainerVCPU, 240_000, "tier2_instance_vcpu_s", "usd_vcpu_s")
	memory := b.cloudRun(ContainerMemory, 450_000, "tier2_instance_gib_s", "usd_gib_s")
	b.grants([]string{"free_vcpu_s", "free_gib_s"}, []*Tariff{&cpu, &memory})
	live := in.number("instances", 1) * math.Max(60, in.first(in.hours()*3600, "seconds", "seconds_per_month"))
	b.charge(cpu, "container CPU", live*in.number("vcpu", 1))
	b.charge(memory, "container memory", live*in.first(0.5, "memory_gib", "memory_gb"))
	in.context("usd_request", "usd_m", "usd_idle_vcpu_s")
}

// cloudRunIdleKind bills minimum instances that wait all month.
func cloudRunIdleKind(b *billing) {
	in := b.in
	cpu := b.cloudRun(IdleVCPU, 0, "tier2_idle_min_instance_vcpu_s", "usd_vcpu_s", "usd_idle_vcpu_s")
	memory := b.cloudRun(BusyMemory, 0, "tier2_idle_gib_s", "usd_gib_s")
	cpu.free, memory.free = 0, 0
	seconds := in.first(1, "instances", "min_instances") * in.first(in.hours()*3600, "seconds", "seconds_per_month")
	b.charge(cpu, "container CPU, idle", seconds*in.number("vcpu", 1))
	b.charge(memory, "container memory, idle", seconds*in.first(0.5, "memory_gib", "memory_gb"))
	in.context("usd_request", "usd_m")
}

// containerAppsKind bills replicas that work for active_seconds and wait for
// idle_seconds.
func containerAppsKind(b *billing) {
	in := b.in
	cpu := b.given(b.tariff("azure", ScaledVCPU), 1, "usd_active_vcpu_s", "usd_vcpu_s")
	idle := b.given(b.tariff("azure", IdleVCPU), 1, "usd_idle_vcpu_s")
	memory := b.given(b.tariff("azure", ScaledMemory), 1, "usd_gib_s")
	waiting := b.given(b.tariff("azure", BusyMemory), 1, "usd_gib_s")
	calls := b.given(b.tariff("azure", ScaledRequests), 1, "usd_m")
	if in.flag("free_grant", in.flag("free_tier", false)) {
		cpu.free, memory.free = b.grant("azure", ScaledVCPU), b.grant("azure", ScaledMemory)
		calls.free = b.grant("azure", ScaledRequests)
	}
	replicas, vcpu, gib := in.first(1, "replicas", "instances"), in.need("vcpu"), in.first(0, "memory_gib", "memory_gb")
	active, waits := replicas*in.first(0, "active_seconds", "seconds"), replicas*in.number("idle_seconds", 0)
	b.charge(cpu, "container CPU, active", active*vcpu)
	b.charge(idle, "container CPU, idle", waits*vcpu)
	b.charge(memory, "container memory", active*gib)
	b.charge(waiting, "container memory, idle", waits*gib)
	b.charge(calls, "container requests", in.number("requests", 0))
}

// containerAppsIdleKind bills replicas that wait all month.
func containerAppsIdleKind(b *billing) {
	in := b.in
	seconds := in.first(1, "replicas", "instances") * in.first(in.hours()*3600, "seconds_per_month", "seconds", "idle_seconds")
	b.charge(b.given(b.tariff("azure", IdleVCPU), 1, "usd_idle_vcpu_s"), "container CPU, idle", seconds*in.need("vcpu"))
	b.charge(b.given(b.tariff("azure", BusyMemory), 1, "usd_gib_s"), "container memory, idle", seconds*in.first(0, "memory_gib", "memory_gb"))
	in.context("usd_active_vcpu_s", "usd_vcpu_s", "usd_m")
}
