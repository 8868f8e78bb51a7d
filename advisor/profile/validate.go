package profile

import (
	"fmt"
	"slices"

	"archadvisor/rules/numeral"
)

// fault is something wrong with what a field says.
type fault struct {
	id   ID
	text string
}

// Validate returns what is wrong with the profile as a whole: values out of
// range, fields that contradict each other, no name. The faults have no
// positions: Decode reports the same ones with theirs. A rule between two
// fields is broken only if no point of both ranges satisfies it.
func (p *Profile) Validate() Errors {
	var es Errors
	if !p.Known(Schema) || !p.Known(Name) {
		es = append(es, Error{Message: "a profile needs schema and name"})
	}
	for _, f := range table.rows {
		if !p.Known(f.ID) {
			continue
		}
		if err := check(f, p.Get(f.ID)); err != nil {
			es = append(es, Error{Message: f.Name() + ": " + err.Error()})
		}
	}
	for _, f := range p.contradictions() {
		es = append(es, Error{Message: f.text})
	}
	for _, part := range p.Parts() {
		for _, f := range part.contradictions() {
			es = append(es, Error{Message: fmt.Sprintf("component %s: %s", Clean(part.Name()), f.text)})
		}
	}
	return es
}

// contradictions applies the rules between fields.
func (p *Profile) contradictions() []fault {
	var out []fault
	for _, rule := range [...]func(*Profile) (fault, bool){
		(*Profile).wallBelowCPU, (*Profile).peakBelowMean, (*Profile).meansDisagree,
		(*Profile).peaksDisagree, (*Profile).strayServices, (*Profile).strayOperators, (*Profile).noneAlone,
	} {
		if f, broken := rule(p); broken {
			out = append(out, f)
		}
	}
	return out
}

func (p *Profile) wallBelowCPU() (fault, bool) {
	wall, cpu := &p.cells[DurationMillis], &p.cells[CPUMillis]
	if wall.state == Open || cpu.state == Open || wall.high >= cpu.low {
		return fault{}, false
	}
	return fault{DurationMillis, fmt.Sprintf("%s is below %s: the wall time of a request includes its CPU time",
		p.says(DurationMillis), p.says(CPUMillis))}, true
}

func (p *Profile) peakBelowMean() (fault, bool) {
	peak := &p.cells[PeakRPS]
	if peak.state == Open {
		return fault{}, false
	}
	if mean := &p.cells[MeanRPS]; mean.state != Open && peak.high < mean.low {
		return fault{PeakRPS, fmt.Sprintf("%s is below %s: the busiest minute is at least the average",
			p.says(PeakRPS), p.says(MeanRPS))}, true
	}
	const rounding = 1 + 1e-9 // of the division
	if month := &p.cells[RequestsPerMonth]; month.state != Open && peak.high*rounding < month.low/secondsPerMonth {
		return fault{PeakRPS, fmt.Sprintf("%s is below %s, which is %s req/s on average: the busiest minute is at least that",
			p.says(PeakRPS), p.says(RequestsPerMonth), numeral.Exact(month.low/secondsPerMonth))}, true
	}
	return fault{}, false
}

func (p *Profile) meansDisagree() (fault, bool) {
	mean, month := &p.cells[MeanRPS], &p.cells[RequestsPerMonth]
	if mean.state == Open || month.state == Open {
		return fault{}, false
	}
	lo, hi := month.low/secondsPerMonth*agreement, month.high/secondsPerMonth/agreement
	if mean.low <= hi && mean.high >= lo {
		return fault{}, false
	}
	return fault{RequestsPerMonth, fmt.Sprintf("%s contradicts %s (2628000 seconds a month): give one of the two, or both within 5 %%",
		p.says(RequestsPerMonth), p.says(MeanRPS))}, true
}

func (p *Profile) peaksDisagree() (fault, bool) {
	peak, ratio := &p.cells[PeakRPS], &p.cells[PeakToMean]
	if peak.state == Open || ratio.state == Open {
		return fault{}, false
	}
	mean, known := p.meanSpan()
	if !known || (peak.low <= mean.Hi*ratio.high/agreement && peak.high >= mean.Lo*ratio.low*agreement) {
		return fault{}, false
	}
	return fault{PeakToMean, fmt.Sprintf("%s contradicts %s at a mean of %s req/s: give one of the two, or both within 5 %%",
		p.says(PeakToMean), p.says(PeakRPS), shortSpan(mean))}, true
}

func (p *Profile) strayServices() (fault, bool) {
	now, _ := Choice(Current, "microservices")
	if !p.Known(ServicesNow) || (p.Known(Current) && p.cells[Current].low == now.Low) {
		return fault{}, false
	}
	return fault{ServicesNow, `domain.services_now counts the services that run today: it needs domain.current = "microservices"`}, true
}

func (p *Profile) strayOperators() (fault, bool) {
	if !p.states(Operators, "customers") || !p.Known(InstalledByCustomers) || p.Get(InstalledByCustomers).Bool() {
		return fault{}, false
	}
	return fault{InstalledByCustomers, `constraints.installed_by_customers = false contradicts team.operators = "customers"`}, true
}

func (p *Profile) noneAlone() (fault, bool) {
	list := *p.list(Trouble)
	if len(list) < 2 || !slices.Contains(list, "none") {
		return fault{}, false
	}
	return fault{Trouble, `today.trouble: "none" stands alone: leave it out, or leave out the others`}, true
}

// says writes a field and its value as in a file: "work.cpu_ms = [5, 9]".
func (p *Profile) says(id ID) string { return id.String() + " = " + shortSpan(p.mustSpan(id)) }

func (p *Profile) mustSpan(id ID) span {
	return span{Lo: p.cells[id].low, Hi: p.cells[id].high}
}

func shortSpan(s span) string {
	if s.Lo == s.Hi {
		return shortest(s.Lo)
	}
	return "[" + shortest(s.Lo) + ", " + shortest(s.Hi) + "]"
}
