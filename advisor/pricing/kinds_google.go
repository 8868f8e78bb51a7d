package pricing

// cloudRunRates reads the rates of a region's tier.
func cloudRunRates(c *Catalogue, in *inputs) (CloudRunRates, error) {
	r, err := c.CloudRun(int(in.number("tier", 1)))
	if err != nil {
		return r, err
	}
	in.rate(&r.VCPUSecond, "usd_vcpu_s", 1)
	in.rate(&r.GiBSecond, "usd_gib_s", 1)
	in.rate(&r.LiveVCPUSecond, "usd_vcpu_s", 1)
	in.rate(&r.LiveGiBSecond, "usd_gib_s", 1)
	in.rate(&r.IdleGiBSecond, "usd_gib_s", 1)
	in.rate(&r.IdleVCPUSecond, "usd_idle_vcpu_s", 1)
	in.rate(&r.Requests, "usd_request", 1e6)
	in.rate(&r.Requests, "usd_m", 1)
	return r, nil
}

// grant is an amount per month that a provider gives away, under the name that
// an input has for it.
type grant struct {
	name string
	book *float64
}

// grants applies what the inputs say is left of the provider's grants in the
// account, and says whether the free tier is taken. A grant above the
// provider's own does not exist: then the book's are taken and the bill says
// so.
func grants(in *inputs, all ...grant) bool {
	named, beyond := false, false
	for _, g := range all {
		if in.has(g.name) {
			named = true
			beyond = beyond || in.number(g.name, 0) > *g.book
		}
	}
	for _, g := range all {
		if beyond && in.has(g.name) {
			in.note("%s = %.0f: the book's grants are used, one of those given is more than the provider grants", g.name, in.number(g.name, 0))
			continue
		}
		*g.book = in.number(g.name, *g.book)
	}
	return in.flag("free_tier", named)
}

func cloudRunRequestKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := cloudRunRates(c, in)
	if err != nil {
		return Bill{}, err
	}
	free := grants(in, grant{"free_vcpu_s", &r.FreeVCPUSeconds}, grant{"free_gib_s", &r.FreeGiBSeconds},
		grant{"free_requests", &r.FreeRequests}, grant{"free_egress_gb", &r.FreeEgressGB})
	egress, err := c.Egress("gcp")
	if err != nil {
		return Bill{}, err
	}
	bill := r.Bill(CloudRunUse{
		Requests:       requests(c, in, "requests"),
		DurationMillis: in.need("duration_ms"),
		Concurrency:    in.number("concurrency", 1),
		VCPU:           in.number("vcpu", 1),
		MemoryGiB:      in.first(0.5, "memory_gib", "memory_gb"),
		FreeTier:       free,
	})
	traffic := EgressUse{InternetGB: in.number("egress_gb", 0)}
	if free {
		traffic.FreeGB = r.FreeEgressGB
	}
	return join(bill, egress.Bill(traffic)), nil
}

func cloudRunInstanceKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := cloudRunRates(c, in)
	if err != nil {
		return Bill{}, err
	}
	free := grants(in, grant{"free_vcpu_s", &r.FreeLiveVCPUSeconds}, grant{"free_gib_s", &r.FreeLiveGiBSeconds})
	return r.Bill(CloudRunUse{
		Instances:   in.number("instances", 1),
		LiveSeconds: in.first(in.hours(c)*3600, "seconds", "seconds_per_month"),
		VCPU:        in.number("vcpu", 1),
		MemoryGiB:   in.first(0.5, "memory_gib", "memory_gb"),
		FreeTier:    free,
	}), nil
}

// cloudRunIdleKind bills minimum instances that wait all month.
func cloudRunIdleKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := cloudRunRates(c, in)
	if err != nil {
		return Bill{}, err
	}
	seconds := in.first(in.hours(c)*3600, "seconds", "seconds_per_month")
	return r.Bill(CloudRunUse{
		IdleSeconds: in.first(1, "instances", "min_instances") * seconds,
		VCPU:        in.number("vcpu", 1),
		MemoryGiB:   in.first(0.5, "memory_gib", "memory_gb"),
	}), nil
}

func cloudFunctionsKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.CloudFunctions()
	if err != nil {
		return Bill{}, err
	}
	return r.Bill(CloudFunctionUse{
		Invocations:    requests(c, in, "requests"),
		DurationMillis: in.need("duration_ms"),
		MemoryMB:       in.need("memory_mb"),
		CPUMHz:         in.need("cpu_mhz"),
		EgressGB:       in.number("egress_gb", 0),
		FreeTier:       in.flag("free_tier", false),
	}), nil
}
