package pricing

// LogRates are the prices of a log service.
type LogRates struct {
	Ingest  Tariff  // per GB
	Storage Tariff  // per GB-month
	Query   Tariff  // per GB scanned
	FreeGB  float64 // ingested, per month
}

// Logs resolves the log service of a cloud; rented servers run their own.
func (c *Catalogue) Logs(cloud string) (LogRates, error) {
	r := resolver{c: c}
	switch cloud {
	case "gcp":
		ingest := r.tariff(cloud, "logging", "ingest")
		return LogRates{Ingest: ingest, Storage: r.tariff(cloud, "logging", "storage"), Query: ingest.Times(0), FreeGB: r.value(cloud, "logging", "free_gib")}, r.err
	case "azure":
		ingest := r.tariff(cloud, "log_analytics", "ingest")
		return LogRates{Ingest: ingest, Storage: r.tariff(cloud, "log_analytics", "storage"), Query: ingest.Times(0), FreeGB: r.value(cloud, "log_analytics", "free_gb")}, r.err
	case "self-hosted":
		ingest := r.tariff(cloud, "logs", "gb")
		return LogRates{Ingest: ingest, Storage: r.tariff(cloud, "volume", "gb"), Query: ingest.Times(0)}, r.err
	}
	return LogRates{
		Ingest:  r.tariff(cloud, "cloudwatch", "logs_ingest"),
		Storage: r.tariff(cloud, "cloudwatch", "logs_storage"),
		Query:   r.tariff(cloud, "cloudwatch", "insights"),
	}, r.err
}

// LogUse is a month of logs.
type LogUse struct {
	IngestGB  float64
	StoredGB  float64 // mean over the month
	ScannedGB float64
	FreeTier  bool
}

// Cost is the monthly price in USD.
func (r *LogRates) Cost(u LogUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *LogRates) Bill(u LogUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *LogRates) charge(u LogUse, m *meter) {
	ingest := u.IngestGB
	if u.FreeTier {
		ingest = above(ingest, r.FreeGB)
	}
	m.add(&r.Ingest, "logs taken in", ingest)
	m.add(&r.Storage, "logs kept", u.StoredGB)
	m.add(&r.Query, "logs queried", u.ScannedGB)
}
