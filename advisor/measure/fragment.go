// Package measure holds facts that were measured instead of answered: values of profile fields, each with where it
// comes from. It writes them as a fragment of a profile, and puts them into one without disturbing what stands there.
//
//	f := measure.Fragment{Facts: []measure.Fact{{ID: profile.MeanRPS, Value: profile.Number(3.1), Note: "counted, 14 days"}}}
//	f.TOML()                            // [load] mean_rps = 3.1  # measured: counted, 14 days
//	f.Into(text, "shop.toml")           // the text of the profile with what it did not state
//
// What is measured, and how, is the matter of the packages below: logs, git, bill.
package measure

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Mark begins the comment at a value that was measured.
const Mark = "# measured: "

// Fact is the measured value of one field.
type Fact struct {
	ID    profile.ID
	Value profile.Value
	Note  string // from what, over which days, how sure
	Hint  bool   // not sure enough to count: written as a comment, never merged
}

// Fragment is what one measurement found.
type Fragment struct {
	Head  []string // what was read, and what to keep in mind
	Facts []Fact
}

// Add notes a fact unless the field cannot take the value.
func (f *Fragment) Add(id profile.ID, v profile.Value, format string, args ...any) {
	f.add(Fact{ID: id, Value: v, Note: fmt.Sprintf(format, args...)})
}

// Hint notes a fact that people should look at before they use it.
func (f *Fragment) Hint(id profile.ID, v profile.Value, format string, args ...any) {
	f.add(Fact{ID: id, Value: v, Note: fmt.Sprintf(format, args...), Hint: true})
}

func (f *Fragment) add(x Fact) {
	if profile.New("x").Set(x.ID, x.Value) == nil && x.Value.Known() {
		f.Facts = append(f.Facts, x)
	}
}

// Say adds a line to the head.
func (f *Fragment) Say(format string, args ...any) {
	f.Head = append(f.Head, fmt.Sprintf(format, args...))
}

// TOML writes the fragment in the order of a profile, the provenance as a comment at every value.
func (f *Fragment) TOML() []byte {
	var b strings.Builder
	for _, line := range f.Head {
		b.WriteString("# " + profile.Clean(line) + "\n")
	}
	section := ""
	for _, x := range f.sorted() {
		if s := x.ID.Field().Section; s != section {
			section = s
			b.WriteString("\n[" + s + "]\n")
		}
		if x.Hint {
			b.WriteString("# ")
		}
		b.WriteString(x.line("") + "\n")
	}
	return []byte(b.String())
}

// line is the fact as a line of a file, its key behind the name of its section.
func (x *Fact) line(prefix string) string {
	return prefix + x.ID.Field().Key + " = " + profile.TOML(x.ID, x.Value) + "  " + Mark + profile.Clean(x.Note)
}

// sorted are the facts in the order of the contract.
func (f *Fragment) sorted() []Fact {
	place := map[profile.ID]int{}
	for i, row := range profile.Fields() {
		place[row.ID] = i
	}
	list := slices.Clone(f.Facts)
	slices.SortStableFunc(list, func(a, b Fact) int { return place[a.ID] - place[b.ID] })
	return list
}

// Number is an exact value, rounded; what is no number is unknown.
func Number(x float64) profile.Value { return Span(x, x) }

// Span is a range of two numbers, rounded; what is no number is unknown.
func Span(low, high float64) profile.Value {
	if math.IsNaN(low+high) || math.IsInf(low+high, 0) {
		return profile.Value{}
	}
	return profile.Between(numeral.Round(min(low, high), 6), numeral.Round(max(low, high), 6))
}

// Count writes a whole number for people: "10,000".
func Count[T int | int64](n T) string { return numeral.Plain(float64(n)) }

// Percent writes a share for people: "12.3 %".
func Percent(share float64) string {
	return strconv.FormatFloat(math.Round(share*1000)/10, 'f', -1, 64) + " %"
}

// Plural is "1 day", "2 days".
func Plural[T int | int64](n T, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return Count(n) + " " + word + "s"
}
