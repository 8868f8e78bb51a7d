// Package say turns what was computed into text for people. It is the only place where a statement, a quantity or a
// verdict becomes English; nothing parses what it returns (rewritten_test.go takes all words out and looks at the
// rest).
//
// The functions of a statement (Reason, Gate, Note, Flip, Margin, Do) speak to whoever answered the questions,
// Explanation is the text of `explain`; package paper addresses nobody, as a record does, row is JSON, and document is
// text before it has a form. Numbers are written by rules/numeral.
package say

import (
	"fmt"
	"strings"
)

// spoken is what every sentence passes on its way out. Tests replace it to prove that nothing reads sentences.
var spoken = func(sentence string) string { return sentence }

func text(format string, args ...any) string { return spoken(fmt.Sprintf(format, args...)) }

// Text makes a sentence for the packages below this one.
func Text(format string, args ...any) string { return text(format, args...) }

// Sentences that have one form, for Text with the values in their places.
const (
	Before = "Decided before in similar circumstances" // the heading over documented decisions that resemble a profile
	NoFlip = "no value of it alone changes this"       // said of the answer that is picked
	More   = "… and %s more, surer than these"         // profiles that are not listed
	System = "%s, by its components: %s"               // its name and its mixture, in one line

	// Why a recorded decision drifted.
	Edited       = "the profile in the record was edited"
	OtherPack    = "the rule pack changed (%s, now %s)"
	OtherPrices  = "prices were of %s, now of %s"
	OtherVerdict = "the verdict was %s (%s) and is %s (%s)" // with the probabilities
	PartsMoved   = "components moved"
	Fell         = "no longer recommended" // another option is within reach of it

	// Of a record: its title and outcome, the strongest argument for another option and the same as a consequence.
	Unnamed      = "this system" // a workload without a name
	MixtureTitle = "Adopt %s, for %s"
	AllLeave     = "each of its components is better so by itself, though all of it as one would be %s"
	OfTheWhole   = "Verdict, probability, points and the tables below are those of all components as one; the table above is that of the mixture."
	AsksFirst    = "it asks for this first: %s"
	SpeaksFor    = "this speaks for %s: %s"
	Outcome      = "Chosen option: \"%s\", because %s."
	Confirmation = "\"%s\" scores the profile at the end of this record again with the rules and prices of the day and fails when the recommendation no longer holds."
)

// Each is what of gives for every entry of a list.
func Each[T, U any](list []T, of func(T) U) []U {
	out := make([]U, len(list))
	for i, entry := range list {
		out[i] = of(entry)
	}
	return out
}

// All is Each for a function that takes the place of an entry.
func All[T, U any](list []T, of func(*T) U) []U {
	out := make([]U, len(list))
	for i := range list {
		out[i] = of(&list[i])
	}
	return out
}

// style is an architecture in words: as an option, as what is built, as what runs today, as what was tried,
// as components of their own, as a whole system, and as what is kept.
type style struct{ option, built, running, tried, apart, whole, kept string }

var styles = map[string]style{
	"monolith":      {"Modular monolith", "a modular monolith", "the monolith", "a monolith", "as an application of its own", "everything in one monolith", "the modular monolith"},
	"microservices": {"Microservices", "microservices", "microservices", "a system of microservices", "as services", "everything as microservices", "microservices"},
	"serverless":    {"Serverless functions", "serverless functions", "serverless functions", "a system of functions", "as functions", "everything as functions", "serverless functions"},
	"none":          {tried: "nothing of it"},
}

// Name is an architecture at the start of a sentence: "Monolith".
func Name(architecture string) string { return spoken(Capital(architecture)) }

// Option is an architecture as the heading of an option: "Modular monolith".
func Option(architecture string) string { return spoken(styles[architecture].option) }

// OptionInside is the same inside a sentence: "modular monolith".
func OptionInside(architecture string) string { return strings.ToLower(Option(architecture)) }

// WithArticle is an architecture as what is built: "a modular monolith".
func WithArticle(architecture string) string { return spoken(styles[architecture].built) }

// EverythingIn is a system in one style.
func EverythingIn(architecture string) string { return spoken(styles[architecture].whole) }

// Built is a shape as what would run: "a modular monolith, 2 x 0.5 vCPU on Fargate".
func Built(shape string) string {
	shape = Line(shape)
	if strings.HasPrefix(shape, "modular monolith") {
		return text("a %s", shape)
	}
	return shape
}

// Criterion makes words of a criterion's id, "time to market"; a gate, which has none, is a limit.
func Criterion(id string) string {
	if id == "" {
		return text("limit")
	}
	return spoken(strings.ReplaceAll(Line(id), "_", " "))
}
