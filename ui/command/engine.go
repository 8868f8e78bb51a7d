package command

import (
	"slices"
	"strings"
	"time"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/fact"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// engine decides what a command is asked for.
type engine struct {
	*options
	*explain.Explainer
	how  advisor.Options // of a decision
	date time.Time       // today
}

// newEngine loads what the settings name. Faults of a user's pack or price file are all reported, with places.
func newEngine(o *options) (*engine, error) {
	pack, err := loadPack(o)
	if err != nil {
		return nil, err
	}
	learned, err := loadStrengths(o, pack)
	if err != nil {
		return nil, err
	}
	return engineOf(o, pack, learned)
}

func engineOf(o *options, pack *rules.Pack, learned *advisor.Strengths) (*engine, error) {
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
	var faults []string // of --set, that no profile could mend
	for _, assign := range o.set.sets {
		faults = append(faults, setAll(profile.New("any"), assign)...)
	}
	return &engine{o, explain.New(a), o.set.options(), today}, refuse("", faults)
}

// loadPrices is the embedded books with the user's overlay; a book or a price older than a year gets a remark.
func loadPrices(o *options, today time.Time) (*pricing.Catalogue, error) {
	c := pricing.Load()
	if file := o.set.text("prices"); file != "" {
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
		if asOf := c.Stale(cloud, today); asOf != "" {
			o.remark("archadvisor: prices of %s are of %s, more than 12 months old; --prices FILE overlays newer ones", cloud, asOf)
		}
	}
	return c, nil
}

func loadPack(o *options) (*rules.Pack, error) {
	pack, issues := rules.Load(packs.Core())
	for _, f := range o.set.found["pack"].Values {
		data, err := o.file(o.set.found["pack"].Said+" ", f)
		if err != nil {
			return nil, err
		}
		own, more := rules.LoadFile(f, data)
		issues = append(issues, more...)
		if own != nil {
			issues = append(issues, pack.Add(own)...)
		}
	}
	if err := packError(issues); err != nil {
		return nil, err
	}
	if len(o.set.found["pack"].Values) == 0 {
		return pack, nil // the embedded pack is checked by its own tests
	}
	return pack, packError(pack.Check(fact.Schema()))
}

// packError reports the errors among the issues, all of them; warnings are for lint.
func packError(issues []rules.Issue) error {
	var lines []string
	for _, i := range issues {
		if i.Severity == rules.Error {
			lines = append(lines, i.String())
		}
	}
	return refuse("the rule pack is invalid\n", lines)
}

// userPack reads a user's file as what it is: a pack of its own, or statements on top of the core pack,
// whichever makes it less wrong. Issues and tests are those of the file, not of the core pack under it.
func userPack(o *options, name string) (*rules.Pack, []rules.Issue, error) {
	data, err := o.file("", name)
	if err != nil {
		return nil, nil, err
	}
	own, faults := rules.LoadFile(name, data)
	if own == nil {
		return nil, faults, nil
	}
	alone := slices.Concat(faults, own.Check(fact.Schema()))
	core, _ := rules.Load(packs.Core())
	onTop, _ := rules.LoadFile(name, data)
	over := slices.Concat(faults, core.Add(onTop), core.Check(fact.Schema()))
	over = slices.DeleteFunc(over, func(i rules.Issue) bool { return i.File != name })
	wrongAlone, _ := rules.Severities(alone)
	wrongOver, _ := rules.Severities(over)
	if len(own.Criteria) > 0 && wrongAlone <= wrongOver {
		return own, alone, nil
	}
	core.Tests = own.Tests
	return core, over, nil
}

// loadStrengths are those that the settings name, for which the shipped frequencies are not quoted, or the shipped.
func loadStrengths(o *options, pack *rules.Pack) (*advisor.Strengths, error) {
	file := o.set.text("strengths")
	if file == "" {
		fit, _ := precedent.Decode(packs.StrengthsFile, packs.Strengths()) // embedded: tests read it
		s, _ := fit.For(pack)
		return s, nil
	}
	data, err := o.file(o.set.found["strengths"].Said+" ", file)
	if err != nil {
		return nil, err
	}
	fit, faults := precedent.Decode(profile.Clean(file), data)
	if len(faults) > 0 {
		return nil, usage("the file of strengths is invalid\n%s", faults.Error())
	}
	s, unknown := fit.For(pack)
	if s == nil {
		o.remark("archadvisor: --strengths %s: learned for pack %s, not for %s, and not used", profile.Clean(file), profile.Clean(fit.Pack), profile.Clean(pack.Name))
		return nil, nil
	}
	if len(unknown) > 0 {
		o.remark("archadvisor: --strengths %s: the pack has no %s", profile.Clean(file), profile.Clean(strings.Join(unknown, ", ")))
	}
	s.Bands = nil
	return s, nil
}
