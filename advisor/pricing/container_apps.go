package pricing

// ContainerAppRates are the prices of Azure Container Apps on consumption: CPU
// at an active or an idle price, memory, and requests.
type ContainerAppRates struct {
	ActiveVCPUSecond Tariff
	IdleVCPUSecond   Tariff
	GiBSecond        Tariff // active
	IdleGiBSecond    Tariff
	Requests         Tariff

	FreeVCPUSeconds float64 // per month
	FreeGiBSeconds  float64
	FreeRequests    float64
}

// ContainerApps resolves Azure Container Apps.
func (c *Catalogue) ContainerApps() (ContainerAppRates, error) {
	r := resolver{c: c}
	return ContainerAppRates{
		ActiveVCPUSecond: r.tariff("azure", "container_apps", "active_vcpu_s"),
		IdleVCPUSecond:   r.tariff("azure", "container_apps", "idle_vcpu_s"),
		GiBSecond:        r.tariff("azure", "container_apps", "gib_s"),
		IdleGiBSecond:    r.tariff("azure", "container_apps", "idle_gib_s"),
		Requests:         r.tariff("azure", "container_apps", "requests"),
		FreeVCPUSeconds:  r.value("azure", "container_apps", "free_vcpu_s"),
		FreeGiBSeconds:   r.value("azure", "container_apps", "free_gib_s"),
		FreeRequests:     r.value("azure", "container_apps", "free_requests"),
	}, r.err
}

// ContainerAppUse is a month of replicas.
type ContainerAppUse struct {
	ActiveSeconds float64 // replica-seconds that worked
	IdleSeconds   float64 // replica-seconds kept ready without work
	VCPU          float64 // of one replica
	MemoryGiB     float64 // of one replica
	Requests      float64
	FreeGrant     bool
}

// Cost is the monthly price in USD.
func (r *ContainerAppRates) Cost(u ContainerAppUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *ContainerAppRates) Bill(u ContainerAppUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *ContainerAppRates) charge(u ContainerAppUse, m *meter) {
	cpu, memory, requests := u.ActiveSeconds*u.VCPU, u.ActiveSeconds*u.MemoryGiB, u.Requests
	if u.FreeGrant {
		cpu, memory = above(cpu, r.FreeVCPUSeconds), above(memory, r.FreeGiBSeconds)
		requests = above(requests, r.FreeRequests)
	}
	m.add(&r.ActiveVCPUSecond, "container CPU, active", cpu)
	m.add(&r.IdleVCPUSecond, "container CPU, idle", u.IdleSeconds*u.VCPU)
	m.add(&r.GiBSecond, "container memory", memory)
	m.add(&r.IdleGiBSecond, "container memory, idle", u.IdleSeconds*u.MemoryGiB)
	m.add(&r.Requests, "container requests", requests)
}
