package estimate

import "archadvisor/advisor/pricing"

// cloud is what the models must know of a cloud beside its price book: how things are called on a screen, which of the
// book's services and assumptions are meant, and the shapes that are offered. A new cloud is a file with its row, a
// line in the table below, a price book and an option of the profile.
type cloud struct {
	name       string // of the price book and of the option in a profile
	containers string // what runs managed containers
	batch      string // what starts machines for jobs
	cluster    string // what runs Kubernetes
	front      string // where a monolith stands: "behind an ALB"
	exits      bool   // managed containers need a way out of a private network
	ownServers bool   // the team runs the machines
	scaled     string // service in the book that bills containers per request
	keyValue   string // service in the book that is the key-value store
	sla        sla[string]
	shapes     []Shape
}

// clouds is the table of all clouds, in the order of the options of constraints.cloud.
var clouds = [...]*cloud{&awsCloud, &gcpCloud, &azureCloud, &selfHostedCloud}

// shapes lists every shape of every cloud: simpler first within a cloud.
var shapes = allShapes()

func allShapes() []Shape {
	var all []Shape
	for i, c := range clouds {
		for _, s := range c.shapes {
			s.cloud = i
			all = append(all, s)
		}
	}
	return all
}

// cloudData is a cloud with its figures, ready for use.
type cloudData struct {
	*cloud
	list        *pricing.List
	limits      Limits
	idle        float64          // seconds that an idle instance is kept
	coldFactor  float64          // length of a cold start against the reference
	scaledTime  pricing.Rounding // seconds, of containers billed per request
	unitsOfRead float64          // of the key-value store
	up          sla[float64]
}

func readCloud(c *pricing.Catalogue, row *cloud) cloudData {
	num := func(item string) float64 { return c.Assumption(item).Value }
	up := func(item string) float64 {
		if item == "" {
			return 1 // nothing that fails apart from the rest
		}
		return num("sla."+row.name+"."+item) / 100
	}
	s := &row.sla
	return cloudData{cloud: row, list: c.List(row.name), limits: newLimits(c, row.name),
		idle: num("idle_lifetime_s." + row.name), coldFactor: num("cold_cloud_factor." + row.name),
		scaledTime:  pricing.Rounding{Step: c.BillingRule(row.name, row.scaled, "duration_step_ms", 0) / 1000},
		unitsOfRead: c.BillingRule(row.name, row.keyValue, "units_per_read", 1),
		up: sla[float64]{up(s.region), up(s.container), up(s.function), up(s.balancer), up(s.gateway), up(s.cluster),
			up(s.relational), up(s.keyValue)},
	}
}

// sla are the monthly service levels that a provider promises, as shares, or the assumptions that hold them, without
// "sla." and the name of the cloud. They are thresholds for refunds, used as inputs and labelled so.
type sla[T string | float64] struct {
	region, container, function, balancer, gateway, cluster, relational, keyValue T
}
