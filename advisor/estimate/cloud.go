package estimate

import (
	_ "embed"

	"github.com/pelletier/go-toml/v2"

	"archadvisor/advisor/pricing"
)

//go:embed clouds.toml
var cloudsTOML string

// cloud is what the models must know of a cloud beside its price book, as clouds.toml has it and explains it: how things
// are called on a screen, which of the book's services and assumptions are meant, and the shapes that are offered.
type cloud struct {
	Name, Containers, Batch, Cluster, Front string

	Exits      bool
	OwnServers bool `toml:"own_servers"`
	Scaled     string
	KeyValue   string `toml:"key_value"`

	BalancerAddresses float64 `toml:"balancer_addresses"`
	SLA               sla[string]

	Monolith, Serverless, Microservices []Shape

	shapes      [NumArchitectures][]int // of the estimator
	list        *pricing.List
	limits      Limits
	idle        float64          // seconds that an idle instance is kept
	coldFactor  float64          // length of a cold start against the reference
	scaledTime  pricing.Rounding // seconds, of containers billed per request
	unitsOfRead float64          // of the key-value store
	up          sla[float64]
}

// sla are the monthly service levels that a provider promises, as shares, or the assumptions that hold them. They are
// thresholds for refunds, used as inputs and labelled so.
type sla[T string | float64] struct {
	Region, Container, Function, Balancer, Gateway, Cluster, Relational T

	KeyValue T `toml:"key_value"`
}

// LimitNames are the hard limits of a cloud's functions that a gate may read, as the books name them; the last is an
// assumption.
var LimitNames = [...]string{"function_duration_s", "function_memory_mb", "payload_mb", "concurrency", "ramp_per_s",
	"gateway_timeout_s", "remote_read_ms"}

const remoteRead = len(LimitNames) - 1 // the 99th percentile of one read from a cache across the network

// Limits are the limits of one cloud in that order. One that the provider does not set is 1e9.
type Limits [len(LimitNames)]float64

// readClouds are all clouds, ready for use.
func readClouds(books *pricing.Catalogue) []cloud {
	var file struct{ Cloud []cloud }
	if err := toml.Unmarshal([]byte(cloudsTOML), &file); err != nil {
		panic("estimate: clouds.toml: " + err.Error()) // a bug in this program, never input
	}
	for i := range file.Cloud {
		file.Cloud[i].resolve(books)
	}
	return file.Cloud
}

func (c *cloud) resolve(books *pricing.Catalogue) {
	num := func(item string) float64 { return books.Assumption(item).Value }
	up := func(item string) float64 {
		if item == "" {
			return 1 // nothing that fails apart from the rest
		}
		return num("sla."+c.Name+"."+item) / 100
	}
	c.list = books.List(c.Name)
	c.idle, c.coldFactor = num("idle_lifetime_s."+c.Name), num("cold_cloud_factor."+c.Name)
	c.scaledTime.Step = books.BillingRule(c.Name, c.Scaled, "duration_step_ms", 0) / 1000
	c.unitsOfRead = books.BillingRule(c.Name, c.KeyValue, "units_per_read", 1)
	s := &c.SLA
	c.up = sla[float64]{up(s.Region), up(s.Container), up(s.Function), up(s.Balancer), up(s.Gateway), up(s.Cluster),
		up(s.Relational), up(s.KeyValue)}
	for i, name := range LimitNames[:remoteRead] {
		c.limits[i] = books.Limit(c.Name, name)
	}
	c.limits[remoteRead] = num("remote_read_p99_ms")
}
