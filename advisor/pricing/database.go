package pricing

import "strings"

// DatabaseRates are the prices of a managed relational database of one size.
type DatabaseRates struct {
	Hour    Tariff // per instance-hour, standby included
	Storage Tariff // per GB-month, standby included
	Backup  Tariff // per GB-month beyond what is free
	IOPS    Tariff // per provisioned operation a second and month
}

// DatabaseKind picks a database instance of AWS RDS.
type DatabaseKind struct {
	Instance    string // "db.t4g.small"
	Engine      string // "mysql", "postgres"; "": the first of these that is priced
	MultiAZ     bool   // with a standby in another zone
	StorageType string // "gp2", "gp3", "io1"; "": gp2
}

// RDS resolves a database instance. A multi-AZ price that is not in the book is
// twice the single one.
func (c *Catalogue) RDS(k DatabaseKind) (DatabaseRates, error) {
	hour, err := c.instanceHour(k)
	if err != nil {
		return DatabaseRates{}, err
	}
	r := resolver{c: c}
	storage := strings.ToLower(k.StorageType)
	if storage == "" {
		storage = "gp2"
	}
	rates := DatabaseRates{
		Hour:    hour,
		Storage: r.tariff("aws", "rds", storage+"_single_az"),
		Backup:  r.tariff("aws", "rds", "backup"),
		IOPS:    r.tariff("aws", "rds", "io1_iops"),
	}
	if storage == "gp3" {
		rates.IOPS = r.tariff("aws", "rds", "gp3_iops")
	}
	if k.MultiAZ {
		rates.Storage, rates.IOPS = rates.Storage.Times(2), rates.IOPS.Times(2)
	}
	return rates, r.err
}

// instanceHour finds the price of an instance under the names that the book
// uses: instance[_engine][_multi_az].
func (c *Catalogue) instanceHour(k DatabaseKind) (Tariff, error) {
	engines := engineSuffixes(k.Engine)
	if k.MultiAZ {
		for _, e := range engines {
			if t, err := c.Tariff("aws", "rds", k.Instance+e+"_multi_az"); err == nil {
				return t, nil
			}
		}
	}
	for _, e := range engines {
		t, err := c.Tariff("aws", "rds", k.Instance+e)
		if err == nil && k.MultiAZ {
			return t.Times(2), nil
		}
		if err == nil {
			return t, nil
		}
	}
	return c.Tariff("aws", "rds", k.Instance)
}

// engineSuffixes are the endings of an instance's name in the book, best first.
func engineSuffixes(engine string) []string {
	switch strings.ToLower(engine) {
	case "mysql", "mariadb":
		return []string{"_mysql", ""}
	case "postgres", "postgresql":
		return []string{"_postgres", ""}
	}
	return []string{"", "_mysql", "_postgres"}
}

// DatabaseUse is a month of a relational database.
type DatabaseUse struct {
	Instances float64
	Hours     float64 // of each
	StorageGB float64 // of each
	BackupGB  float64 // beyond the free amount
	IOPS      float64 // provisioned above what is free
}

// Cost is the monthly price in USD.
func (r *DatabaseRates) Cost(u DatabaseUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *DatabaseRates) Bill(u DatabaseUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *DatabaseRates) charge(u DatabaseUse, m *meter) {
	m.add(&r.Hour, "database instances", u.Instances*u.Hours)
	m.add(&r.Storage, "database storage", u.Instances*u.StorageGB)
	m.add(&r.Backup, "database backups", u.BackupGB)
	m.add(&r.IOPS, "database provisioned IOPS", u.Instances*u.IOPS)
}

// AuroraRates are the prices of Aurora Serverless v2.
type AuroraRates struct {
	ACUHour Tariff // per capacity unit and hour
	Storage Tariff // per GB-month
	IO      Tariff // per request
	Backup  Tariff // per GB-month
}

// Aurora resolves Aurora Serverless v2.
func (c *Catalogue) Aurora() (AuroraRates, error) {
	r := resolver{c: c}
	return AuroraRates{
		ACUHour: r.tariff("aws", "aurora", "serverless_v2_acu"),
		Storage: r.tariff("aws", "aurora", "storage"),
		IO:      r.tariff("aws", "aurora", "io"),
		Backup:  r.tariff("aws", "aurora", "backup"),
	}, r.err
}

// AuroraUse is a month of Aurora Serverless v2.
type AuroraUse struct {
	ACUHours   float64
	StorageGB  float64
	IORequests float64
	BackupGB   float64
}

// Cost is the monthly price in USD.
func (r *AuroraRates) Cost(u AuroraUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *AuroraRates) Bill(u AuroraUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *AuroraRates) charge(u AuroraUse, m *meter) {
	m.add(&r.ACUHour, "database capacity units", u.ACUHours)
	m.add(&r.Storage, "database storage", u.StorageGB)
	m.add(&r.IO, "database I/O", u.IORequests)
	m.add(&r.Backup, "database backups", u.BackupGB)
}
