package pricing

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// inputs reads the named quantities of a published bill. It remembers what was
// asked for, so that a name that nobody asked for is an error, and collects
// every problem instead of stopping at the first.
type inputs struct {
	values   map[string]any
	asked    map[string]bool
	problems []error
}

// sourceWords are inputs that describe a published bill without changing it;
// so does every input whose name begins with "note".
var sourceWords = []string{"source", "unit", "title", "name", "comment", "description", "currency", "os", "days", "hours"}

func newInputs(values map[string]any) *inputs {
	in := &inputs{values: values, asked: map[string]bool{}}
	in.context(sourceWords...)
	return in
}

// has says that an input is given.
func (in *inputs) has(name string) bool {
	in.asked[name] = true
	_, ok := in.values[name]
	return ok
}

// context accepts inputs that describe how a quantity came about but that
// carry no price themselves.
func (in *inputs) context(names ...string) {
	for _, name := range names {
		in.asked[name] = true
	}
}

// number is an input that is a finite number and not negative.
func (in *inputs) number(name string, fallback float64) float64 {
	if !in.has(name) {
		return fallback
	}
	v, ok := source.Number(in.values[name])
	if n, whole := in.values[name].(int); whole {
		v, ok = float64(n), true
	}
	if !ok || v < 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		in.problem("%s = %v: a number of 0 or more is expected", name, in.values[name])
		return fallback
	}
	return v
}

// need is a number without which the bill makes no sense.
func (in *inputs) need(name string) float64 {
	if !in.has(name) {
		in.problem("%s is missing", name)
	}
	return in.number(name, 0)
}

// first is the first of several names that is given.
func (in *inputs) first(fallback float64, names ...string) float64 {
	value, found := fallback, false
	for _, name := range names {
		if in.has(name) && !found {
			value, found = in.number(name, fallback), true
		}
	}
	return value
}

func (in *inputs) text(name, fallback string) string {
	if !in.has(name) {
		return fallback
	}
	s, ok := in.values[name].(string)
	if !ok {
		in.problem("%s = %v: a word is expected", name, in.values[name])
		return fallback
	}
	return s
}

func (in *inputs) flag(name string, fallback bool) bool {
	if !in.has(name) {
		return fallback
	}
	b, ok := in.values[name].(bool)
	if !ok {
		in.problem("%s = %v: true or false is expected", name, in.values[name])
		return fallback
	}
	return b
}

// hours is the length of the month.
func (in *inputs) hours() float64 {
	return in.first(HoursPerMonth, "hours", "hours_per_month", "month_hours")
}

// word is the first of several words that is given, "" if none is.
func (in *inputs) word(names ...string) string {
	found := ""
	for _, name := range names {
		if word := in.text(name, ""); found == "" {
			found = word
		}
	}
	return found
}

func (in *inputs) problem(format string, args ...any) {
	in.problems = append(in.problems, fmt.Errorf(format, args...))
}

// finish reports all problems, unknown names among them.
func (in *inputs) finish() error {
	known := slices.Sorted(maps.Keys(in.asked))
	for _, name := range slices.Sorted(maps.Keys(in.values)) {
		if in.asked[name] || strings.HasPrefix(name, "note") {
			continue
		}
		if near := source.Nearest(name, known...); near != "" {
			in.problem("unknown input %s (did you mean %s?)", name, near)
			continue
		}
		in.problem("unknown input %s (known: %s)", name, strings.Join(slices.Sorted(maps.Keys(in.asked)), ", "))
	}
	return errors.Join(in.problems...)
}
