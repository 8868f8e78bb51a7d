package pricing

// KeyValueRates are the prices of a key-value store paid per request. A read or
// write unit is what the provider meters: on AWS 4 KB read or 1 KB written, on
// Google one document, on Azure one request unit for either.
type KeyValueRates struct {
	Writes      Tariff // per write unit
	Reads       Tariff // per read unit
	Storage     Tariff // per GB-month
	PITR        Tariff // per GB-month, restore to any second
	Backup      Tariff // per GB-month
	Restore     Tariff // per GB
	StreamReads Tariff // per stream read unit
}

// KeyValue resolves DynamoDB, Firestore or Cosmos DB. What a store does not
// sell, or the book does not price, is left without a price: Backups tells.
func (c *Catalogue) KeyValue(cloud string) (KeyValueRates, error) {
	r := resolver{c: c}
	switch cloud {
	case "gcp":
		rates := KeyValueRates{
			Writes:  r.tariff(cloud, "firestore", "writes"),
			Reads:   r.tariff(cloud, "firestore", "reads"),
			Storage: r.tariff(cloud, "firestore", "storage"),
		}
		return rates.withoutBackups(), r.err
	case "azure":
		unit := r.tariff(cloud, "cosmos", "serverless_ru")
		rates := KeyValueRates{Writes: unit, Reads: unit, Storage: r.tariff(cloud, "cosmos", "storage")}
		return rates.withoutBackups(), r.err
	}
	return KeyValueRates{
		Writes:      r.tariff(cloud, "dynamodb", "wru"),
		Reads:       r.tariff(cloud, "dynamodb", "rru"),
		Storage:     r.tariff(cloud, "dynamodb", "storage"),
		PITR:        r.tariff(cloud, "dynamodb", "pitr"),
		Backup:      r.tariff(cloud, "dynamodb", "backup"),
		Restore:     r.tariff(cloud, "dynamodb", "restore"),
		StreamReads: r.tariff(cloud, "dynamodb", "stream_rru"),
	}, r.err
}

// Backups says that backups and streams of this store have prices; where they
// have none, KeyValueUse must ask for none.
func (r *KeyValueRates) Backups() bool { return r.PITR.Price != nil }

func (r KeyValueRates) withoutBackups() KeyValueRates {
	r.PITR, r.Backup, r.Restore, r.StreamReads = Tariff{}, Tariff{}, Tariff{}, Tariff{}
	return r
}

// KeyValueUse is a month of a key-value store.
type KeyValueUse struct {
	Writes      float64 // units
	Reads       float64 // units
	StorageGB   float64
	PITRGB      float64
	BackupGB    float64
	RestoreGB   float64
	StreamReads float64 // units
}

// Cost is the monthly price in USD.
func (r *KeyValueRates) Cost(u KeyValueUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *KeyValueRates) Bill(u KeyValueUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *KeyValueRates) charge(u KeyValueUse, m *meter) {
	m.add(&r.Writes, "key-value writes", u.Writes)
	m.add(&r.Reads, "key-value reads", u.Reads)
	m.add(&r.Storage, "key-value storage", u.StorageGB)
	if !r.Backups() {
		return
	}
	m.add(&r.PITR, "key-value point-in-time recovery", u.PITRGB)
	m.add(&r.Backup, "key-value backups", u.BackupGB)
	m.add(&r.Restore, "key-value restores", u.RestoreGB)
	m.add(&r.StreamReads, "key-value stream reads", u.StreamReads)
}
