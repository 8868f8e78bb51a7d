package cond

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// FactKind is the type of a fact.
type FactKind uint8

// The types of facts.
const (
	FactNumber FactKind = iota
	FactBool
	FactOption
	FactList // words, none to all of Options; conditions ask whether it holds one

	factString // of a word in a condition, never of a fact
)

// String is the word that messages use for the type.
func (k FactKind) String() string {
	return [...]string{"a number", "yes or no", "an option", "a list", "a string"}[k]
}

// Fact is one named value that rules read.
type Fact struct {
	Name     string   // lower case with dots: "team.engineers"
	Kind     FactKind //
	Unit     string   // of a number, one of the units of the package comment, or ""
	Min, Max float64  // domain of a number, both allowed; 0, 0 means unbounded
	Options  []string // of an option or a list: its words; the value is the index, or a set of bits
	Doc      string   // one line for people
}

// Domain is the closed interval of values that the fact can take.
func (f *Fact) Domain() (lo, hi float64) {
	switch f.Kind {
	case FactBool:
		return 0, 1
	case FactOption:
		return 0, float64(len(f.Options) - 1)
	case FactList:
		return 0, math.Exp2(float64(len(f.Options))) - 1
	}
	if f.Min == 0 && f.Max == 0 {
		return math.Inf(-1), math.Inf(1)
	}
	return f.Min, f.Max
}

// Schema is the namespace that a pack is checked against: the facts, whose values come as a []float64 in the
// same order (not-a-number is unknown, a yes-or-no is 0 or 1, an option its index, a list the set of the bits
// of its words), and the names of the options that are given points. It is immutable.
type Schema struct {
	Facts   []Fact
	Options []string
	byName  map[string]int
	units   []unit
}

// NewSchema indexes facts and options: each name stands once, a fact's is lower-case words joined by dots, its unit is
// known, its domain is not empty; a list has at most 52 words, since its value is a set of bits in a float64.
func NewSchema(facts []Fact, options []string) *Schema {
	s := &Schema{Facts: facts, Options: options, byName: make(map[string]int, len(facts)), units: make([]unit, len(facts))}
	for i := range facts {
		s.byName[facts[i].Name] = i
		s.units[i], _ = unitByName(facts[i].Unit)
	}
	return s
}

// Index returns the place of a fact in the value vector.
func (s *Schema) Index(name string) (int, bool) {
	i, ok := s.byName[name]
	return i, ok
}

// Names are the names of the facts.
func (s *Schema) Names() []string {
	names := make([]string, len(s.Facts))
	for i := range s.Facts {
		names[i] = s.Facts[i].Name
	}
	return names
}

// factName is the name of a fact as it could be written in a condition.
var factName = source.Pattern(`^[a-z_][a-z0-9_-]*(\.[a-z_][a-z0-9_-]*)*$`)

func isFactName(name string) bool {
	return factName().MatchString(strings.ReplaceAll(name, "{option}", "option"))
}

// unit is a multiple of the base of its dimension, num/den of it: both are kept so that a conversion rounds once.
// Different dimensions are never added or compared, but for counts.
type unit struct {
	name, dim string
	num, den  float64
}

// measured are the dimensions that are no counts, with what a number of each is called; "" is that of a plain number.
var measured = map[string]string{"": "share", "money": "amount", "time": "time", "size": "size", "load": "rate", "frequency": "rate"}

func (u unit) isCount() bool { return measured[u.dim] == "" }

const hour = 3600 // in seconds; a month is 730 h and a year 8,760 h, the convention of infracost, Google and Azure

// units are all units by their names, of each those of one row; the first is that of a plain number.
var units = func() (out []unit) {
	for _, row := range []unit{
		{",share,ratio,x", "", 1, 1}, {"%", "", 1, 100}, {"us,µs", "time", 1, 1e6}, {"ms", "time", 1, 1000},
		{"s,sec,second,seconds", "time", 1, 1}, {"min,minute,minutes", "time", 60, 1}, {"h,hour,hours", "time", hour, 1},
		{"day,days", "time", 24 * hour, 1}, {"week,weeks", "time", 168 * hour, 1}, {"month,months", "time", 730 * hour, 1},
		{"year,years", "time", 8760 * hour, 1}, {"B", "size", 1, 1}, {"kB,KB", "size", 1e3, 1}, {"MB", "size", 1e6, 1}, {"GB", "size", 1e9, 1},
		{"TB", "size", 1e12, 1}, {"KiB", "size", 1 << 10, 1}, {"MiB", "size", 1 << 20, 1}, {"GiB", "size", 1 << 30, 1}, {"TiB", "size", 1 << 40, 1},
		{"req/s,rps,requests/s", "load", 1, 1}, {"req/min,rpm,requests/min", "load", 1, 60}, {"req/h,requests/h", "load", 1, hour},
		{"req/day,requests/day", "load", 1, 24 * hour}, {"req/month,requests/month", "load", 1, 730 * hour},
		{"per second", "frequency", 1, 1}, {"per minute", "frequency", 1, 60}, {"per hour", "frequency", 1, hour}, {"per day", "frequency", 1, 24 * hour},
		{"per week", "frequency", 1, 168 * hour}, {"per month", "frequency", 1, 730 * hour}, {"per year", "frequency", 1, 8760 * hour},
		{"USD", "money", 1, 1}, {"kUSD", "money", 1000, 1}, {"people,person,engineer,engineers", "people", 1, 1}, {"team,teams", "teams", 1, 1},
		{"module,modules,part,parts", "modules", 1, 1}, {"service,services", "services", 1, 1}, {"environment,environments", "environments", 1, 1},
		{"instance,instances", "instances", 1, 1}, {"request,requests", "requests", 1, 1}, {"user,users", "users", 1, 1},
		{"connection,connections", "connections", 1, 1}, {"region,regions", "regions", 1, 1}, {"person day,person days", "work", 1, 21},
		{"engineer-month,engineer-months", "work", 1, 1}, {"importance", "importance", 1, 1},
	} {
		for name := range strings.SplitSeq(row.name, ",") {
			out = append(out, unit{name, row.dim, row.num, row.den})
		}
	}
	return out
}()

func unitByName(name string) (unit, bool) {
	i := slices.IndexFunc(units, func(u unit) bool { return u.name == name })
	return units[max(i, 0)], i >= 0
}

func likeUnit(name string) string {
	var names []string
	for _, u := range units[1:] {
		names = append(names, u.name)
	}
	return source.DidYouMean(name, names...)
}

// convert turns a number of unit u into unit to, with one rounding where the factors are whole.
func (u unit) convert(v float64, to unit) float64 {
	if u.num == to.num && u.den == to.den {
		return v
	}
	return v * (u.num * to.den) / (u.den * to.num)
}

func (u unit) title() string { return cmp.Or(u.name, "a plain number") }
