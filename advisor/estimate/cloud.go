package estimate

import (
	"fmt"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// cloud is what the models must know of a cloud beside its price book: how things
// are called on a screen, which of the book's services and assumptions are meant,
// and the shapes that are offered. A new cloud is a file with its row, a line in
// the table below, a price book and an option of the profile.
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
	sla        slaItems
	shapes     []Shape
}

// clouds is the table of all clouds.
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
	slas        slas
}

// readCloud resolves all figures of a cloud.
func readCloud(c *pricing.Catalogue, row *cloud) (cloudData, error) {
	d := cloudData{cloud: row}
	var err error
	if d.list, err = c.List(row.name); err != nil {
		return d, fmt.Errorf("price the shapes of %s: %w", row.name, err)
	}
	if d.limits, err = newLimits(c, row.name); err != nil {
		return d, fmt.Errorf("read the limits of %s: %w", row.name, err)
	}
	r := &reader{c: c}
	d.idle, d.coldFactor = r.num("idle_lifetime_s."+row.name), r.num("cold_cloud_factor."+row.name)
	d.scaledTime.Step = c.BillingRule(row.name, row.scaled, "duration_step_ms", 0) / 1000
	d.unitsOfRead = c.BillingRule(row.name, row.keyValue, "units_per_read", 1)
	d.slas = row.sla.read(r, row.name)
	return d, r.err
}

// slaItems are the assumptions that hold the service levels of a cloud, without
// "sla." and its name.
type slaItems struct {
	machine, region, container, function, balancer, gateway, cluster, relational, keyValue string
}

// slas are the monthly service levels that providers promise, as shares. They
// are thresholds for refunds, used as inputs and labelled so.
type slas struct {
	machine, region, container, function, balancer, gateway, cluster, relational, keyValue float64
}

func (s *slaItems) read(r *reader, cloud string) slas {
	share := func(item string) float64 {
		if item == "" {
			return 1 // nothing that fails apart from the rest
		}
		return r.share("sla." + cloud + "." + item)
	}
	return slas{share(s.machine), share(s.region), share(s.container), share(s.function), share(s.balancer),
		share(s.gateway), share(s.cluster), share(s.relational), share(s.keyValue)}
}

// cloudsByOption maps the options of constraints.cloud to the table.
func cloudsByOption() ([]int, error) {
	var byOption []int
	for _, option := range profile.Cloud.Field().Options {
		found := -1
		for i, c := range clouds {
			if c.name == option {
				found = i
			}
		}
		if found < 0 {
			return nil, fmt.Errorf("no shapes for the cloud %s", option)
		}
		byOption = append(byOption, found)
	}
	return byOption, nil
}
