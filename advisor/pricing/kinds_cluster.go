package pricing

func eksKind(c *Catalogue, in *inputs) (Bill, error) {
	tier := "standard"
	if in.flag("extended_support", false) {
		tier = "extended"
	}
	return clusterBill(c, in, "aws", tier)
}

func aksKind(c *Catalogue, in *inputs) (Bill, error) {
	return clusterBill(c, in, "azure", in.word("tier", "sku"))
}

// clusterBill bills control planes and the nodes that the inputs name.
func clusterBill(c *Catalogue, in *inputs, cloud, tier string) (Bill, error) {
	r, err := c.Cluster(cloud, tier)
	if err != nil {
		return Bill{}, err
	}
	nodes, err := nodeBill(c, in, cloud)
	if err != nil {
		return Bill{}, err
	}
	hours := in.hours(c)
	in.rate(&r.Hour, "usd_h", 1)
	return join(r.Bill(ClusterUse{Clusters: in.number("clusters", 1), Hours: hours}), nodes), nil
}

// nodeBill bills node hours, or nodes for the month, and their disks.
func nodeBill(c *Catalogue, in *inputs, cloud string) (Bill, error) {
	more, err := disks(c, in)
	if err != nil || !(in.has("node") || in.has("instance_type") || in.has("machine_type")) {
		return more, err
	}
	hour, err := machineHour(c, in, cloud, "node_usd_h")
	if err != nil {
		return Bill{}, err
	}
	hours := in.number("nodes", 1) * in.hours(c)
	if in.has("node_hours") {
		hours = in.number("node_hours", 0)
	}
	r := machines(hour, Tariff{})
	return join(r.Bill(MachineUse{Machines: 1, Hours: hours}), more), nil
}

func gkeKind(c *Catalogue, in *inputs) (Bill, error) {
	bill, err := clusterBill(c, in, "gcp", "standard")
	if err != nil || !in.flag("free_tier", false) {
		return bill, err
	}
	credit, err := c.Price("gcp", "gke", "free_credit_month")
	if err != nil {
		return Bill{}, err
	}
	line := &bill.Lines[0]
	line.MonthlyUSD = above(line.MonthlyUSD, credit.Value)
	line.UnitPriceUSD = line.MonthlyUSD / line.Quantity
	bill.Notes = append(bill.Notes, "one cluster is free by a monthly credit")
	return bill, nil
}

// eksFargateKind bills a cluster whose pods run on Fargate.
func eksFargateKind(c *Catalogue, in *inputs) (Bill, error) {
	cluster, err := eksKind(c, in)
	if err != nil {
		return Bill{}, err
	}
	pods, err := fargateKind(c, in)
	return join(cluster, pods), err
}
