package pricing

// FargateRates are the prices of AWS Fargate for one architecture: each task
// pays for its CPU and memory by the second, at least a minute, and for disk
// above a free size.
type FargateRates struct {
	VCPUHour   Tariff
	GBHour     Tariff
	DiskGBHour Tariff
	FreeDiskGB float64
	Time       Billing // s
}

// Fargate resolves the prices for "x86" or "arm64".
func (c *Catalogue) Fargate(arch string) (FargateRates, error) {
	r := resolver{c: c}
	a := "x86"
	if IsARM(arch) {
		a = "arm"
	}
	return FargateRates{
		VCPUHour:   r.tariff("aws", "fargate", a+"_vcpu_hour"),
		GBHour:     r.tariff("aws", "fargate", a+"_gb_hour"),
		DiskGBHour: r.tariff("aws", "fargate", "ephemeral_gb_hour_above_20"),
		FreeDiskGB: r.quirk("aws", "fargate", "ephemeral_free_gb"),
		Time:       Billing{Min: r.quirk("aws", "fargate", "min_billing_s")},
	}, r.err
}

// FargateUse is a number of tasks that each run a number of times.
type FargateUse struct {
	Tasks    float64
	VCPU     float64 // of one task
	MemoryGB float64 // of one task
	DiskGB   float64 // of one task; 20 GB are free
	Runs     float64 // of each task in the month; 0 counts as one
	Seconds  float64 // of one run
}

// Cost is the monthly price in USD.
func (r *FargateRates) Cost(u FargateUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *FargateRates) Bill(u FargateUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *FargateRates) charge(u FargateUse, m *meter) {
	hours := u.taskHours(r.Time)
	m.add(&r.VCPUHour, "container CPU", hours*u.VCPU)
	m.add(&r.GBHour, "container memory", hours*u.MemoryGB)
	m.add(&r.DiskGBHour, "container disk", hours*above(u.DiskGB, r.FreeDiskGB))
}

func (u FargateUse) taskHours(time Billing) float64 {
	runs := u.Runs
	if runs == 0 {
		runs = 1
	}
	return u.Tasks * runs * time.Up(u.Seconds) / 3600
}

// FargateWindowsRates are the prices of Windows tasks on Fargate, which also pay
// for the operating system by CPU.
type FargateWindowsRates struct {
	VCPUSecond   Tariff
	OSVCPUSecond Tariff
	GBSecond     Tariff
}

// FargateWindows resolves the prices of Windows tasks.
func (c *Catalogue) FargateWindows() (FargateWindowsRates, error) {
	r := resolver{c: c}
	return FargateWindowsRates{
		VCPUSecond:   r.tariff("aws", "fargate", "windows_vcpu_s"),
		OSVCPUSecond: r.tariff("aws", "fargate", "windows_os_vcpu_s"),
		GBSecond:     r.tariff("aws", "fargate", "windows_gb_s"),
	}, r.err
}

// Cost is the monthly price in USD.
func (r *FargateWindowsRates) Cost(u FargateUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *FargateWindowsRates) Bill(u FargateUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *FargateWindowsRates) charge(u FargateUse, m *meter) {
	seconds := u.taskHours(Billing{}) * 3600
	m.add(&r.VCPUSecond, "container CPU", seconds*u.VCPU)
	m.add(&r.OSVCPUSecond, "Windows licence", seconds*u.VCPU)
	m.add(&r.GBSecond, "container memory", seconds*u.MemoryGB)
}
