package profile

import (
	"fmt"
	"slices"

	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

type fault struct {
	id   ID
	text string
}

// Validate returns what is wrong with the profile as a whole: values out of range, fields that contradict
// each other, no name. The faults have no positions: Decode reports the same ones with theirs. A rule between
// two fields is broken only if no point of both ranges satisfies it.
func (p *Profile) Validate() source.Errors {
	var es source.Errors
	if !p.Known(Schema) || !p.Known(Name) {
		es = append(es, source.Fault{Message: "a profile needs schema and name"})
	}
	for _, id := range p.Answered() {
		if err := check(id.Field(), p.Get(id)); err != nil {
			es = append(es, source.Fault{Message: id.String() + ": " + err.Error()})
		}
	}
	for _, f := range p.contradictions() {
		es = append(es, source.Fault{Message: f.text})
	}
	for _, part := range p.Parts() {
		for _, f := range part.contradictions() {
			es = append(es, source.Fault{Message: fmt.Sprintf("component %s: %s", Clean(part.Name()), f.text)})
		}
	}
	return es
}

// between are the rules between fields: each says what is wrong, "" if nothing, and is told at its field.
var between = [...]struct {
	id     ID
	broken func(*Profile) string
}{{DurationMillis, (*Profile).wallBelowCPU}, {PeakRPS, (*Profile).peakBelowMean}, {RequestsPerMonth, (*Profile).meansDisagree},
	{PeakToMean, (*Profile).peaksDisagree}, {ServicesNow, (*Profile).strayServices}, {InstalledByCustomers, (*Profile).strayOperators},
	{Trouble, (*Profile).noneAlone}, {PriorityCost, (*Profile).nothingMatters}}

func (p *Profile) contradictions() []fault {
	var out []fault
	for _, rule := range between {
		if text := rule.broken(p); text != "" {
			out = append(out, fault{rule.id, text})
		}
	}
	return out
}

// below reports whether all of a number is below another one, which is counted in a unit of so many.
func (p *Profile) below(id, other ID, unit float64) bool {
	x, least := &p.values[id], &p.values[other]
	return x.State != Open && least.State != Open && x.High*(1+1e-9) < least.Low*unit
}

func (p *Profile) wallBelowCPU() string {
	if !p.below(DurationMillis, CPUMillis, 1) {
		return ""
	}
	return fmt.Sprintf("%s is below %s: the wall time of a request includes its CPU time",
		p.says(DurationMillis), p.says(CPUMillis))
}

func (p *Profile) peakBelowMean() string {
	switch {
	case p.below(PeakRPS, MeanRPS, 1):
		return fmt.Sprintf("%s is below %s: the busiest minute is at least the average", p.says(PeakRPS), p.says(MeanRPS))
	case p.below(PeakRPS, RequestsPerMonth, 1/secondsPerMonth):
		return fmt.Sprintf("%s is below %s, which is %s req/s on average: the busiest minute is at least that",
			p.says(PeakRPS), p.says(RequestsPerMonth), numeral.Exact(p.values[RequestsPerMonth].Low/secondsPerMonth))
	}
	return ""
}

func (p *Profile) meansDisagree() string {
	mean, month := &p.values[MeanRPS], &p.values[RequestsPerMonth]
	if mean.State == Open || month.State == Open {
		return ""
	}
	lo, hi := month.Low/secondsPerMonth*agreement, month.High/secondsPerMonth/agreement
	if mean.Low <= hi && mean.High >= lo {
		return ""
	}
	return fmt.Sprintf("%s contradicts %s (2628000 seconds a month): give one of the two, or both within 5 %%",
		p.says(RequestsPerMonth), p.says(MeanRPS))
}

func (p *Profile) peaksDisagree() string {
	peak, ratio := &p.values[PeakRPS], &p.values[PeakToMean]
	if peak.State == Open || ratio.State == Open {
		return ""
	}
	mean, known := p.meanSpan()
	if !known || (peak.Low <= mean.Hi*ratio.High/agreement && peak.High >= mean.Lo*ratio.Low*agreement) {
		return ""
	}
	return fmt.Sprintf("%s contradicts %s at a mean of %s req/s: give one of the two, or both within 5 %%",
		p.says(PeakToMean), p.says(PeakRPS), shortSpan(mean))
}

func (p *Profile) strayServices() string {
	now, _ := Choice(Current, "microservices")
	if !p.Known(ServicesNow) || (p.Known(Current) && p.values[Current].Low == now.Low) {
		return ""
	}
	return `domain.services_now counts the services that run today: it needs domain.current = "microservices"`
}

func (p *Profile) strayOperators() string {
	if !p.States(Operators, "customers") || !p.Known(InstalledByCustomers) || p.Get(InstalledByCustomers).Bool() {
		return ""
	}
	return `constraints.installed_by_customers = false contradicts team.operators = "customers"`
}

func (p *Profile) noneAlone() string {
	if list := p.values[Trouble].List; len(list) < 2 || !slices.Contains(list, "none") {
		return ""
	}
	return `today.trouble: "none" stands alone: leave it out, or leave out the others`
}

// nothingMatters: one priority of 0 leaves the others; when each of several is 0, it was probably meant otherwise.
func (p *Profile) nothingMatters() string {
	stated := Where(func(f *Field) bool { return f.Section == PriorityCost.Field().Section && p.Known(f.ID) })
	if len(stated) < 2 || slices.ContainsFunc(stated, func(id ID) bool { return p.values[id].High > 0 }) {
		return ""
	}
	return "every priority that is stated is 0, so none of them counts: give what matters 1 to 5, or leave it out"
}

// says writes a field and its value as in a file: "work.cpu_ms = [5, 9]".
func (p *Profile) says(id ID) string {
	return id.String() + " = " + shortSpan(span{Lo: p.values[id].Low, Hi: p.values[id].High})
}

func shortSpan(s span) string {
	if s.Lo == s.Hi {
		return shortest(s.Lo)
	}
	return "[" + shortest(s.Lo) + ", " + shortest(s.Hi) + "]"
}
