package estimate

// machine is a size that can be rented: a virtual machine, a node, a container
// size or a database size.
type machine struct {
	service, item string // in the price book
	label         string // "c7g.large"
	vcpu, gb      float64
	baseline      float64 // share of the vCPU that may be used all day (burstable: below 1)
	maxGB         float64 // containers choose between gb and maxGB

	price float64         // USD per hour, filled from the book; at least, of a container
	rates *containerRates // what a container costs
	line  item            // its item on the sheet
}

// machinesOf are the virtual machines and nodes on offer, cheapest first; sizes
// as the providers state them. Burstable machines count with the share that
// they may use all day: 20 % a vCPU for t4g.small and t4g.medium, e2-medium half
// of two shared vCPUs, B2pls_v2 30 % (provider pages).
var machinesOf = [numClouds][]machine{
	aws: {
		{service: "ec2", item: "t4g.small", vcpu: 2, gb: 2, baseline: 0.2},
		{service: "ec2", item: "t4g.medium", vcpu: 2, gb: 4, baseline: 0.2},
		{service: "ec2", item: "c7g.large", vcpu: 2, gb: 4, baseline: 1},
		{service: "ec2", item: "m7g.large", vcpu: 2, gb: 8, baseline: 1},
		{service: "ec2", item: "r7g.large", vcpu: 2, gb: 16, baseline: 1},
		{service: "ec2", item: "c7g.xlarge", vcpu: 4, gb: 8, baseline: 1},
		{service: "ec2", item: "m7g.xlarge", vcpu: 4, gb: 16, baseline: 1},
		{service: "ec2", item: "c7g.2xlarge", vcpu: 8, gb: 16, baseline: 1},
		{service: "ec2", item: "r7g.2xlarge", vcpu: 8, gb: 64, baseline: 1},
		{service: "ec2", item: "c7g.4xlarge", vcpu: 16, gb: 32, baseline: 1},
		{service: "ec2", item: "c7g.8xlarge", vcpu: 32, gb: 64, baseline: 1},
	},
	gcp: {
		{service: "gce", item: "e2-small", vcpu: 2, gb: 2, baseline: 0.25},
		{service: "gce", item: "e2-medium", vcpu: 2, gb: 4, baseline: 0.5},
		{service: "gce", item: "e2-standard-2", vcpu: 2, gb: 8, baseline: 1},
		{service: "gce", item: "e2-standard-4", vcpu: 4, gb: 16, baseline: 1},
		{service: "gce", item: "e2-standard-8", vcpu: 8, gb: 32, baseline: 1},
		{service: "gce", item: "e2-standard-16", vcpu: 16, gb: 64, baseline: 1},
	},
	azure: {
		{service: "vm", item: "B2pls_v2", vcpu: 2, gb: 4, baseline: 0.3},
		{service: "vm", item: "D2ps_v6", vcpu: 2, gb: 8, baseline: 1},
		{service: "vm", item: "D4ps_v6", vcpu: 4, gb: 16, baseline: 1},
		{service: "vm", item: "D8ps_v6", vcpu: 8, gb: 32, baseline: 1},
		{service: "vm", item: "D16ps_v6", vcpu: 16, gb: 64, baseline: 1},
		{service: "vm", item: "D32ps_v6", vcpu: 32, gb: 128, baseline: 1},
	},
	selfHosted: {
		{service: "server", item: "shared_2vcpu_4gb", label: "shared 2 vCPU servers", vcpu: 2, gb: 4, baseline: 0.25},
		{service: "server", item: "2vcpu_8gb", label: "2 vCPU servers", vcpu: 2, gb: 8, baseline: 1},
		{service: "server", item: "4vcpu_16gb", label: "4 vCPU servers", vcpu: 4, gb: 16, baseline: 1},
		{service: "server", item: "8vcpu_32gb", label: "8 vCPU servers", vcpu: 8, gb: 32, baseline: 1},
		{service: "server", item: "16vcpu_64gb", label: "16 vCPU servers", vcpu: 16, gb: 64, baseline: 1},
		{service: "server", item: "32vcpu_128gb", label: "32 vCPU servers", vcpu: 32, gb: 128, baseline: 1},
	},
}

// containersOf are the sizes of a managed container: the fixed combinations of
// Fargate and Container Apps; whole vCPUs on Cloud Run, where a fraction allows
// one request at a time only. Self-hosted has none.
var containersOf = [numClouds][]machine{
	aws: {
		{vcpu: 0.25, gb: 0.5, maxGB: 2, baseline: 1},
		{vcpu: 0.5, gb: 1, maxGB: 4, baseline: 1},
		{vcpu: 1, gb: 2, maxGB: 8, baseline: 1},
		{vcpu: 2, gb: 4, maxGB: 16, baseline: 1},
		{vcpu: 4, gb: 8, maxGB: 30, baseline: 1},
		{vcpu: 8, gb: 16, maxGB: 60, baseline: 1},
		{vcpu: 16, gb: 32, maxGB: 120, baseline: 1},
	},
	gcp: {
		{vcpu: 1, gb: 0.5, maxGB: 4, baseline: 1},
		{vcpu: 2, gb: 1, maxGB: 8, baseline: 1},
		{vcpu: 4, gb: 2, maxGB: 16, baseline: 1},
		{vcpu: 8, gb: 4, maxGB: 32, baseline: 1},
	},
	azure: {
		{vcpu: 0.25, gb: 0.5, maxGB: 0.5, baseline: 1},
		{vcpu: 0.5, gb: 1, maxGB: 1, baseline: 1},
		{vcpu: 1, gb: 2, maxGB: 2, baseline: 1},
		{vcpu: 2, gb: 4, maxGB: 4, baseline: 1},
		{vcpu: 4, gb: 8, maxGB: 8, baseline: 1},
	},
}

// databasesOf are the sizes of a managed relational database, smallest first;
// vcpu is what may be used all day.
var databasesOf = [numClouds][]machine{
	aws: {
		{service: "rds", item: "db.t4g.small", vcpu: 0.4, gb: 2},
		{service: "rds", item: "db.t4g.large", vcpu: 0.6, gb: 8},
		{service: "rds", item: "db.m7g.large", vcpu: 2, gb: 8},
		{service: "rds", item: "db.m7g.xlarge", vcpu: 4, gb: 16},
		{service: "rds", item: "db.m7g.2xlarge", vcpu: 8, gb: 32},
		{service: "rds", item: "db.m7g.4xlarge", vcpu: 16, gb: 64},
		{service: "rds", item: "db.m7g.8xlarge", vcpu: 32, gb: 128},
		{service: "rds", item: "db.m7g.16xlarge", vcpu: 64, gb: 256},
	},
	gcp: {
		{service: "cloud_sql", item: "db-g1-small", vcpu: 0.5, gb: 1.7},
		{service: "cloud_sql", item: "vcpu_hour", label: "Cloud SQL 1 vCPU", vcpu: 1, gb: 4},
		{service: "cloud_sql", item: "vcpu_hour", label: "Cloud SQL 2 vCPU", vcpu: 2, gb: 8},
		{service: "cloud_sql", item: "vcpu_hour", label: "Cloud SQL 4 vCPU", vcpu: 4, gb: 16},
		{service: "cloud_sql", item: "vcpu_hour", label: "Cloud SQL 8 vCPU", vcpu: 8, gb: 32},
		{service: "cloud_sql", item: "vcpu_hour", label: "Cloud SQL 16 vCPU", vcpu: 16, gb: 64},
		{service: "cloud_sql", item: "vcpu_hour", label: "Cloud SQL 32 vCPU", vcpu: 32, gb: 128},
		{service: "cloud_sql", item: "vcpu_hour", label: "Cloud SQL 64 vCPU", vcpu: 64, gb: 256},
	},
	azure: {
		{service: "postgres_flex", item: "B1ms", vcpu: 0.2, gb: 2},
		{service: "postgres_flex", item: "B2s", vcpu: 0.4, gb: 4},
		{service: "postgres_flex", item: "D2ds_v5", vcpu: 2, gb: 8},
		{service: "postgres_flex", item: "D4ds_v5", vcpu: 4, gb: 16},
		{service: "postgres_flex", item: "D8ds_v5", vcpu: 8, gb: 32},
		{service: "postgres_flex", item: "D16ds_v5", vcpu: 16, gb: 64},
		{service: "postgres_flex", item: "D32ds_v5", vcpu: 32, gb: 128},
		{service: "postgres_flex", item: "D64ds_v5", vcpu: 64, gb: 256},
	},
	selfHosted: {
		{service: "server", item: "2vcpu_8gb", label: "database, 2 vCPU server", vcpu: 2, gb: 8},
		{service: "server", item: "4vcpu_16gb", label: "database, 4 vCPU server", vcpu: 4, gb: 16},
		{service: "server", item: "8vcpu_32gb", label: "database, 8 vCPU server", vcpu: 8, gb: 32},
		{service: "server", item: "16vcpu_64gb", label: "database, 16 vCPU server", vcpu: 16, gb: 64},
		{service: "server", item: "32vcpu_128gb", label: "database, 32 vCPU server", vcpu: 32, gb: 128},
		{service: "server", item: "48vcpu_192gb", label: "database, 48 vCPU server", vcpu: 48, gb: 192},
	},
}
