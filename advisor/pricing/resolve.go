package pricing

import "math"

// resolver looks up what a set of rates needs and keeps the first error, so
// that a constructor reads as the list of its prices.
type resolver struct {
	c   *Catalogue
	err error
}

func (r *resolver) tariff(cloud, service, item string) Tariff {
	t, err := r.c.Tariff(cloud, service, item)
	if err != nil {
		r.keep(err)
		return Tariff{Per: 1, Price: &Price{}}
	}
	return t
}

// value is a price that is a plain number: a grant, a percentage.
func (r *resolver) value(cloud, service, item string) float64 {
	p, err := r.c.Price(cloud, service, item)
	if err != nil {
		r.keep(err)
		return 0
	}
	return p.Value
}

func (r *resolver) quirk(cloud, service, item string) float64 {
	p, err := r.c.Quirk(cloud, service, item)
	if err != nil {
		r.keep(err)
		return 0
	}
	return p.Value
}

func (r *resolver) keep(err error) {
	if r.err == nil {
		r.err = err
	}
}

// Billing is how a service rounds what it meters: up to the next Step, never
// below Min; a Step of 0 rounds nothing.
type Billing struct {
	Step, Min float64
}

// Up is the billed amount of a metered one.
func (b Billing) Up(q float64) float64 {
	if b.Step > 0 {
		// A quantity that is a whole number of steps but for the last bit of
		// the float is that number of steps.
		q = math.Ceil(q/b.Step-1e-9) * b.Step
	}
	return math.Max(q, b.Min)
}
