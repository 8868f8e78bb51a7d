package bill

import "strings"

// kind is what money is spent on.
type kind struct {
	name     string
	platform string   // word of today.platforms that it shows, "" for none
	words    []string // of the service, or of what of it was used
}

// kinds are tried in this order; the first with a word counts. The words are those
// of the services of the three clouds, in small letters.
var kinds = []kind{
	{"queues", "", []string{"queueservice", "simple queue", "awsqueue", "amazonsns", "simple notification", "kinesis", "amazonmq", "amazonmsk", "pub/sub", "service bus", "event hubs", "event grid",
		"eventbridge", "amazonstates", "step functions"}},
	{"functions", "functions", []string{"lambda", "functions"}},
	{"kubernetes", "kubernetes", []string{"amazoneks", "kubernetes"}},
	{"database", "", []string{"amazonrds", "rds:", "relational database", "dynamodb", "elasticache", "redshift", "documentdb", "aurora", "neptune", "opensearch", "cloud sql", "spanner", "bigtable",
		"firestore", "memorystore", "bigquery", "sql database", "cosmos", "azure database", "redis", "database"}},
	{"observability", "", []string{"cloudwatch", "xray", "cloudtrail", "logging", "monitoring", "log analytics", "azure monitor", "application insights"}},
	{"disks, addresses and traffic of machines", "", []string{"ec2-other"}},
	{"storage", "", []string{"amazons3", "s3(", "simple storage", "glacier", "ebs:", "amazonefs", "elastic file system", "backup", "filestore", "storage", "disks", "snapshot"}},
	{"network", "", []string{"natgateway", "nat gateway", "loadbalancer", "load balanc", "cloudfront", "datatransfer", "data transfer", "route53", "route 53", "apigateway", "api gateway",
		"vpc", "publicipv4", "elasticip", "cdn", "bandwidth", "virtual network", "application gateway", "front door", "networking", "egress", "ip address"}},
	{"managed platform", "paas", []string{"beanstalk", "apprunner", "app runner", "lightsail", "app engine", "app service"}},
	{"containers", "containers", []string{"amazonecs", "fargate", "elastic container service", "cloud run", "container apps", "container instances"}},
	{"machines", "vm", []string{"boxusage", "spotusage", "ec2", "elastic compute cloud", "compute engine", "virtual machines", "instance core", "instance ram"}},
}

// other is the kind of what has no word of the table.
const other = "other"

// kindOf sorts a line of a bill by its service and what of it was used: what was
// used tells more, where both have a word.
func kindOf(service, usage string) *kind {
	service, usage = strings.ToLower(service), strings.ToLower(usage)
	for _, text := range []string{usage, service} {
		for i := range kinds {
			for _, w := range kinds[i].words {
				if strings.Contains(text, w) {
					return &kinds[i]
				}
			}
		}
	}
	return nil
}

// byTime are units and words of what is paid for by the hour, whether it is used or
// not; idleWords of what the provider itself calls unused.
var (
	byTime    = []string{"hour", "hrs", "boxusage", "instance", "month", "day"}
	byUse     = []string{"request", "gb", "lcu", "million", "operation", "message", "invocation", "bytes", "ops", "query", "queries"}
	idleWords = []string{"idle", "unused", "unattached"}
)

// has reports whether a text holds one of some words.
func has(words []string, text string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
