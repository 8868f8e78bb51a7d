package pricing

import "slices"

// Meter is a thing whose quantity a cloud counts and charges for. The sizes that a list sells (machines, containers,
// databases) have meters of their own beyond these.
type Meter uint8

// The meters that clouds have in common. A cloud that does not charge for one has no tariff for it.
const (
	ContainerVCPU     Meter = iota // managed containers, per vCPU and hour or second
	ContainerMemory                // managed containers, per GB and hour or second
	IdleVCPU                       // managed containers that wait, where only serving is billed in full
	BusyMemory                     // memory of such containers, waiting or not
	ControlPlane                   // managed Kubernetes
	ContainerPlan                  // fee of managed containers by the instance, per environment and hour
	Disk                           // volumes of servers
	Snapshots                      // nightly copies of volumes, per GB-month
	BalancerHour                   // load balancer, per hour
	ProvisionedMemory              // instances kept ready, per GB-second
	NATHour                        // address translation, per gateway or machine and hour
	PublicAddress                  // per hour
	Metrics                        // per metric
	BuildMinutes                   // CI
	DatabaseStorage                // per GB-month
	DatabaseUnits                  // serverless database, per capacity unit and hour
	KeyValueWrites                 // key-value store, per write
	KeyValueStorage                // per GB-month
	DatabaseProxy                  // pools the connections of functions, per vCPU of the database and hour
	PooledStorage                  // of a serverless database, per GB-month
	Backups                        // of databases beyond their own size, per GB-month
	Registry                       // container images, per GB-month
	Secrets                        // per secret
	Keys                           // per key of an encryption service
	DNSZone                        // per zone and hour
	SharedCache                    // what copies of a process share, per node and hour
	CrossRegion                    // between regions, per GB
	Cabinet                        // rented space for machines of one's own, each and hour
	Firewall                       // of web requests, per hour; beside a bill
	FirewallRequests               // the same, per request; beside a bill
	Alarms                         // per alarm; beside a bill
	ObjectStorage                  // files, per GB-month; beside a bill
	VendorHosts                    // hosts that a vendor watches; beside a bill
	Support                        // share of a bill; beside it
	// From here on what counts the load, wherever it is served; all others count what stands there in each region.
	BusyVCPU         // managed containers that serve, where only that is billed in full
	BalancerUnit     // load balancer, per capacity unit and hour
	BalancerOut      // load balancer, per GB out
	BalancerIn       // load balancer, per GB in
	GatewayRequests  // HTTP API, per request
	GatewayMessages  // websocket API, per message
	FunctionRequests // functions, per request
	FunctionMemory   // functions, per GB-second
	FunctionCPU      // functions, per GHz-second where CPU is billed apart
	ProvisionedRun   // duration on instances kept ready, per GB-second
	FlexRequests     // functions on larger instances, per request
	FlexMemory       // functions on larger instances, per GB-second
	ScaledVCPU       // containers billed per request, per vCPU-second
	ScaledMemory     // containers billed per request, per GB-second
	ScaledRequests   // containers billed per request, per request
	NATData          // address translation, per GB
	Egress           // to users, per GB
	CrossZone        // between zones, per GB
	LogIngest        // per GB
	LogStorage       // per GB-month
	KeyValueReads    // key-value store, per read
	QueueMessages    // requests, or GB where a queue is paid by volume
	GatewayMinutes   // websocket API, per minute of an open connection
	CDNData          // to users by way of a content delivery network, per GB
	CDNRequests      // the same, per request
	PooledIO         // of a serverless database, requests to its storage
	VendorRequests   // functions of a vendor, per request
	VendorMemory     // the same, per GB-second
	VendorEgress     // to users by a vendor's network, per GB
	VendorSeats      // people who deploy there, each a month
	numMeters
)

// meterNames are the words for the meters in the books and in tariff ids.
var meterNames = [numMeters]string{
	"container-vcpu", "container-memory", "idle-vcpu", "busy-memory", "control-plane", "container-plan", "disk",
	"snapshots", "balancer-hour", "provisioned-memory", "nat-hour", "public-address", "metrics", "build-minutes",
	"database-storage", "database-units", "key-value-writes", "key-value-storage", "database-proxy",
	"pooled-storage", "backups", "registry", "secrets", "keys", "dns-zone", "shared-cache", "cross-region",
	"cabinet", "firewall", "firewall-requests", "alarms", "object-storage", "vendor-hosts", "support", "busy-vcpu",
	"balancer-unit", "balancer-out", "balancer-in", "gateway-requests", "gateway-messages", "function-requests",
	"function-memory", "function-cpu", "provisioned-run", "flex-requests", "flex-memory", "scaled-vcpu",
	"scaled-memory", "scaled-requests", "nat-data", "egress", "cross-zone", "log-ingest", "log-storage",
	"key-value-reads", "queue-messages", "gateway-minutes", "cdn-data", "cdn-requests", "pooled-io",
	"vendor-requests", "vendor-memory", "vendor-egress", "vendor-seats",
}

// UnmarshalText reads the word of a book.
func (m *Meter) UnmarshalText(word []byte) error {
	*m = Meter(slices.Index(meterNames[:], string(word)))
	return nil
}
