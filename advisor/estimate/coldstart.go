package estimate

import "math"

// Cold is what the cold-start model says.
type Cold struct {
	Probability   float64   // share of requests that start an instance, 0..1
	MeanInstances float64   // warm instances, busy or idle
	MeanBusy      float64   // instances that work: the offered load
	AtLeast       []float64 // AtLeast[n-1] is the probability of n instances or more
}

// ColdStart is the share of requests that meet a cold start and the mean number
// of instances, for requests per second, seconds of service and seconds that an
// idle instance is kept.
func ColdStart(rate, service, idle float64) (pCold, meanInstances float64) {
	d := ColdStartDetail(rate, service, idle)
	return d.Probability, d.MeanInstances
}

// ColdStartDetail is the same, slot by slot.
func ColdStartDetail(rate, service, idle float64) Cold {
	a := rate * service
	y, r, cold, inst := 1.0, 1.0, 0.0, 0.0
	var d Cold
	for n := 1.0; ; n++ {
		b := 1 / y
		yn := 1 + n/a*y
		u := a * (b - 1/yn)
		e := math.Exp(-idle * rate / r)
		cold += (1 - u) * e / r
		w := 1 - (1-u)*e
		inst += w
		d.AtLeast = append(d.AtLeast, w)
		if n > a && w < 1e-10 {
			break
		}
		r = yn + r*(1-1/yn)
		y = yn
	}
	d.Probability, d.MeanInstances, d.MeanBusy = math.Min(1, cold), inst, a
	return d
}
