package command

import (
	"time"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// engine is the advisor that the settings ask for.
type engine struct {
	*explain.Explainer
	options advisor.Options
	flips   bool      // fill flips and questions
	sets    []string  // --set, in order
	date    time.Time // today
}

// newEngine loads the packs and the prices that the settings name. Faults of a
// user's pack or price file are all reported, with their position.
func newEngine(o *common) (*engine, error) {
	pack, err := loadPack(o)
	if err != nil {
		return nil, err
	}
	return engineOf(o, pack)
}

// engineOf is newEngine with a pack of the caller's.
func engineOf(o *common, pack *rules.Pack) (*engine, error) {
	learned, err := loadStrengths(o, pack)
	if err != nil {
		return nil, err
	}
	return engineWith(o, pack, learned)
}

// engineWith is engineOf with strengths of the caller's.
func engineWith(o *common, pack *rules.Pack, learned *advisor.Strengths) (*engine, error) {
	today, err := o.set.today()
	if err != nil {
		return nil, err
	}
	prices, err := loadPrices(o, today)
	if err != nil {
		return nil, err
	}
	a, err := advisor.New(pack, learned, prices, Version)
	if err != nil {
		return nil, usage("%v", err)
	}
	return &engine{Explainer: explain.New(a), options: o.set.options(), sets: o.set.sets, date: today}, refuse(checkSets(o.set.sets))
}

// loadPrices is the embedded books with the user's overlay; a book older than a
// year gets a remark.
func loadPrices(o *common, today time.Time) (*pricing.Catalogue, error) {
	c, err := pricing.Load()
	if err != nil {
		return nil, err
	}
	if file := o.set.prices; file != "" {
		data, err := o.file(o.set.found["prices"].Said+" ", file)
		if err != nil {
			return nil, err
		}
		over, errs := c.Overlay(file, data)
		if len(errs) > 0 {
			return nil, usage("the price file is invalid\n%v", errs)
		}
		c = over
	}
	for _, cloud := range profile.Cloud.Field().Options {
		if c.Stale(cloud, today) {
			o.remark("archadvisor: the prices of %s are of %s, more than 12 months old; --prices FILE overlays newer ones",
				cloud, c.AsOf(cloud).Format("2006-01"))
		}
	}
	return c, nil
}
