package profile

import (
	"math"
	"slices"
	"strings"

	"archadvisor/advisor/profile/distribution"
	"archadvisor/advisor/profile/prior"
)

// Point is one fully drawn profile: a number per field, ready for the models and for the rule engine. Numbers
// are in the units of the field table, booleans are 0 or 1, an option is its index in the field's Options,
// the runtime is its index in Runtimes, a list is a set of bits over its Options, compliance the count of its
// names. NaN means unknown (a field that is not drawn and was not answered). MeanRPS and PeakRPS are always
// filled, whichever of their aliases the profile stated.
type Point [NumFields + 1]float64

// Unaudited is the place in a Point of how many of the names of compliance nobody audits machines for.
const Unaudited = NumFields

// Runtimes are the families of languages: see prior.Runtimes.
func Runtimes() []string { return prior.Runtimes }

// Unknown is the value of a field of a Point that nobody answered.
var Unknown = math.NaN()

// Architectures are the options that the program decides between; of a tie the first, the simpler one.
var Architectures = [3]string{"monolith", "serverless", "microservices"}

// span is an interval with a uniform distribution, in the logarithm if Log.
type span = distribution.Span

func within(x, lo, hi float64) float64 { return min(max(x, lo), hi) }

// basePoint is what needs no drawing: exact answers, the defaults of fields that are not drawn, else Unknown.
func (p *Profile) basePoint() Point {
	pt := table.unanswered
	for id := range NumFields {
		if p.Settled(id) {
			pt[id] = p.baseValue(id)
		}
	}
	for _, name := range Compliance.Field().Unaudited {
		if slices.ContainsFunc(p.values[Compliance].List, func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), name) }) {
			pt[Unaudited]++
		}
	}
	return pt
}

func (p *Profile) baseValue(id ID) float64 {
	f, c := id.Field(), &p.values[id]
	switch {
	case c.State == Open:
		return 1 // what customers run they install
	case id == Runtime:
		return prior.RuntimeIndex(p.values[id].Text)
	case f.Kind == Text:
		return Unknown
	case f.Kind == TextList && f.Options == nil:
		return distinct(p.values[id].List)
	case c.State == Exact:
		return c.Low
	}
	return Unknown
}

// unanswered is the value of a field that is not drawn and that nothing implies: the default.
func (f *Field) unanswered() float64 {
	switch {
	case f.ID == Exclude:
		return 0
	case f.Default == "":
		return Unknown
	case f.Kind == Bool:
		return 0 // the only default of a bool is false
	case f.Kind == TextList:
		return f.bits([]string{f.Default})
	}
	if i, ok := f.Option(f.Default); ok {
		return float64(i)
	}
	return f.number
}

// States reports whether the profile gives this word, alone, to a field.
func (p *Profile) States(id ID, word string) bool {
	v, ok := Choice(id, word)
	return ok && p.exact(id) && p.values[id].Low == v.Low
}

// FromPoint returns the profile in which every drawn field has the exact value it has in a point that a
// Sampler of p drew. Of a pair of fields that say the same, the one that p states is written; of mean, peak
// and ratio, mean and ratio unless p states the peak.
func (p *Profile) FromPoint(pt *Point) *Profile {
	q := p.Clone()
	for id := ID(0); id < NumFields; id++ {
		f := id.Field()
		x := pt[id]
		if x != x || p.exact(id) || !(f.Drawn || p.Known(id)) || f.Kind == Text || f.Kind == TextList {
			continue
		}
		if c := &p.values[id]; c.State == Range { // the units of a pair may differ by rounding
			x = within(x, c.Low, c.High)
		}
		q.put(id, Number(x))
	}
	mean, peak := RequestsPerMonth, PeakRPS // of each pair one goes, so that rounding cannot make them disagree
	if p.Known(RequestsPerMonth) && !p.Known(MeanRPS) {
		mean = MeanRPS
	}
	if p.Known(PeakRPS) {
		peak = PeakToMean
	}
	q.Clear(mean)
	q.Clear(peak)
	return q
}

// distinct counts names, equal ones once, whatever the case and blanks around.
func distinct(names []string) float64 {
	seen := map[string]bool{}
	for _, name := range names {
		seen[strings.ToLower(strings.TrimSpace(name))] = true
	}
	return float64(len(seen))
}
