package pricing

import "math"

func natKind(c *Catalogue, in *inputs) (Bill, error) {
	return natBill(c, in, in.text("cloud", "aws"))
}

func natGCPKind(c *Catalogue, in *inputs) (Bill, error) { return natBill(c, in, "gcp") }

func natBill(c *Catalogue, in *inputs, cloud string) (Bill, error) {
	r, err := c.NAT(cloud)
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.Hour, "usd_h", 1)
	in.rate(&r.GB, "usd_gb", 1)
	return r.Bill(NATUse{
		Gateways: in.first(1, "vms", "gateways", "azs"),
		Hours:    in.hours(c),
		GB:       in.first(0, "gb", "processed_gb", "gb_month"),
	}), nil
}

func logsKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.Logs(in.text("cloud", "aws"))
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.Ingest, "usd_ingest_gb", 1)
	in.rate(&r.Storage, "usd_stored_gb", 1)
	in.rate(&r.Query, "usd_scanned_gb", 1)
	return r.Bill(LogUse{
		IngestGB:  in.number("ingest_gb", 0),
		StoredGB:  in.first(0, "stored_gb", "storage_gb"),
		ScannedGB: in.number("scanned_gb", 0),
		FreeTier:  in.flag("free_tier", false),
	}), nil
}

func egressKind(c *Catalogue, in *inputs) (Bill, error) {
	return egressBill(c, in, in.text("cloud", "aws"))
}

func egressGCPKind(c *Catalogue, in *inputs) (Bill, error) { return egressBill(c, in, "gcp") }

func egressAzureKind(c *Catalogue, in *inputs) (Bill, error) { return egressBill(c, in, "azure") }

// egressBill takes the provider's grant only with free_tier = true; free_gb
// says what is taken of it. Traffic between zones is billed in each direction:
// intra_region_gb is what is billed, cross_az_gb what is sent one way and
// billed twice.
func egressBill(c *Catalogue, in *inputs, cloud string) (Bill, error) {
	r, err := c.Egress(cloud)
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.Internet, "usd_gb", 1)
	free := 0.0
	if in.flag("free_tier", false) {
		free = r.FreeGB
	}
	return r.Bill(EgressUse{
		InternetGB:  in.first(0, "internet_gb", "gb", "egress_gb"),
		CrossZoneGB: in.number("intra_region_gb", 0) + 2*in.first(0, "cross_az_gb", "cross_zone_gb"),
		FreeGB:      in.number("free_gb", free),
	}), nil
}

func rdsKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.RDS(DatabaseKind{
		Instance:    in.word("instance", "instance_type", "instance_class"),
		Engine:      in.text("engine", ""),
		MultiAZ:     in.flag("multi_az", false),
		StorageType: in.text("storage_type", storageType(in)),
	})
	if err != nil && !in.has("usd_h") {
		return Bill{}, err
	}
	if err != nil {
		if r, err = c.RDS(DatabaseKind{Instance: "db.t4g.small", StorageType: storageType(in)}); err != nil {
			return Bill{}, err
		}
	}
	in.rate(&r.Hour, "usd_h", 1)
	in.rate(&r.Storage, "usd_storage_gb", 1)
	return r.Bill(DatabaseUse{
		Instances: math.Max(1, in.first(1, "instances", "count")),
		Hours:     in.hours(c),
		StorageGB: in.first(0, "storage_gb", "gp2_gb", "gp3_gb", "io1_gb"),
		BackupGB:  in.number("backup_gb", 0),
		IOPS:      in.number("iops", 0),
	}), nil
}

// storageType follows from the name under which storage is given.
func storageType(in *inputs) string {
	switch {
	case in.has("gp3_gb"):
		return "gp3"
	case in.has("io1_gb"):
		return "io1"
	}
	return "gp2"
}

func auroraKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.Aurora()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.ACUHour, "usd_acu_h", 1)
	hours := in.first(1, "acu", "acus") * in.hours(c)
	if !in.has("acu") && !in.has("acus") {
		hours = in.need("acu_hours")
	}
	return r.Bill(AuroraUse{
		ACUHours:   in.number("acu_hours", hours),
		StorageGB:  in.number("storage_gb", 0),
		IORequests: in.first(0, "io_requests", "ios") + 1e6*in.number("io_millions", 0),
		BackupGB:   in.number("backup_gb", 0),
	}), nil
}

func dynamoKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.KeyValue("aws")
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.Writes, "usd_wru_m", 1)
	in.rate(&r.Reads, "usd_rru_m", 1)
	in.rate(&r.Storage, "usd_storage_gb", 1)
	return r.Bill(KeyValueUse{
		Writes:      in.first(0, "wru", "writes"),
		Reads:       in.first(0, "rru", "reads"),
		StorageGB:   in.number("storage_gb", 0),
		PITRGB:      in.number("pitr_gb", 0),
		BackupGB:    in.number("backup_gb", 0),
		RestoreGB:   in.number("restore_gb", 0),
		StreamReads: in.number("stream_rru", 0),
	}), nil
}
