package estimate

import (
	"fmt"

	"archadvisor/rules/numeral"
)

// Describe names what the shape comes to, as it is billed: "modular monolith, 2 to 6 x c7g.large behind an
// ALB, 2.8 on average", "6 services on Fargate, 2 x 0.25 vCPU each", "functions behind an HTTP API".
func (p *plan) Describe() string {
	title := p.title()
	if p.w.gpu && len(p.list.GPUs) > 0 { // beside it, as the bill has them
		title += ", GPU work on " + numeral.Whole(p.copies()) + " x " + p.list.GPUs[0].Label
	}
	if p.w.regions > 1 {
		title += ", in each of " + numeral.Whole(p.w.regions) + " regions"
	}
	return title
}

// fed is what starts work that nobody waits for, in place of a front end that is not billed for it either.
func (w *Inputs) fed() string {
	if w.interaction == batch {
		return "started by the clock"
	}
	return "fed by a queue"
}

func (p *plan) title() string {
	count, mean := p.counted()
	switch {
	case p.s.Form == onOneServer && p.w.paidHost:
		return "modular monolith and its database on a server that is paid for anyway"
	case p.s.Form == onOneServer:
		return "modular monolith and its database on " + count
	case (p.s.Lone || p.s.Vendor) && (p.s.Form == onVMs || p.s.Form == onContainers):
		return p.s.Title + ", " + count + mean
	case p.s.Form == onVMs && !p.w.waits:
		return "modular monolith, " + count + " " + p.w.fed() + mean
	case p.s.Form == onFunctions && !p.w.waits && !p.s.Vendor:
		return "functions " + p.w.fed()
	case p.s.Form == onWarm && !p.w.waits:
		return "functions " + p.w.fed() + ", kept warm"
	case p.s.Form == onVMs:
		return "modular monolith, " + count + " " + p.c.Front + mean
	case p.s.Form == onContainers:
		return "modular monolith, " + count + " on " + p.host() + mean
	case p.s.Form == perService:
		return fmt.Sprintf("%s services on %s, %s each%s", numeral.Whole(p.services), p.host(), count, mean)
	case p.s.Form == onKubernetes:
		return fmt.Sprintf("%s services on %s, %s%s", numeral.Whole(p.services), p.c.Cluster, count, mean)
	case p.s.Form == onOwnPlatform:
		return "functions on an own scale-to-zero platform, " + count + mean
	}
	return p.s.Title
}

// counted is how many machines or containers there are, from, to and on average, as the bill pays for them.
func (p *plan) counted() (count, mean string) {
	f := &p.fleet
	if f.size == nil {
		return "", ""
	}
	if f.jobs {
		return "jobs of " + f.size.Label, ""
	}
	least := f.active
	if p.w.idle > 0 {
		least = f.resting
	}
	if f.paid == f.peak || least == f.peak {
		return numeral.Whole(f.peak) + " x " + f.size.Label, ""
	}
	return numeral.Whole(least) + " to " + numeral.Whole(f.peak) + " x " + f.size.Label, ", " + numeral.Tenth(f.paid) + " on average"
}

// host is what runs managed containers or jobs.
func (p *plan) host() string {
	if p.fleet.size.Container == nil {
		return p.c.Batch
	}
	return p.c.Containers
}
