package say

import (
	"fmt"
	"strings"
)

// spoken is what every sentence of this package passes on its way out. Tests put
// another function in its place to prove that nothing reads sentences.
var spoken = func(sentence string) string { return sentence }

// text makes a sentence, or a part of one.
func text(format string, args ...any) string { return spoken(fmt.Sprintf(format, args...)) }

// Text makes a sentence for the packages below this one.
func Text(format string, args ...any) string { return text(format, args...) }

// Name is an architecture at the start of a sentence: "Monolith".
func Name(architecture string) string { return spoken(Capital(architecture)) }

// Option is an architecture as the heading of an option: "Modular monolith".
func Option(architecture string) string {
	switch architecture {
	case "monolith":
		return text("Modular monolith")
	case "microservices":
		return text("Microservices")
	case "serverless":
		return text("Serverless functions")
	}
	return Sentence(architecture)
}

// OptionInside is the same inside a sentence: "modular monolith".
func OptionInside(architecture string) string { return strings.ToLower(Option(architecture)) }

// WithArticle is an architecture as what is built: "a modular monolith".
func WithArticle(architecture string) string {
	if architecture == "monolith" {
		return text("a modular monolith")
	}
	return OptionInside(architecture)
}

// Built is a shape as what would run: "a modular monolith, 2 x 0.5 vCPU on
// Fargate".
func Built(shape string) string {
	shape = Line(shape)
	if strings.HasPrefix(shape, "modular monolith") {
		return text("a %s", shape)
	}
	return shape
}

// definite is an architecture as what runs already: "the monolith".
func definite(architecture string) string {
	if architecture == "monolith" {
		return text("the monolith")
	}
	return OptionInside(architecture)
}

// Criterion makes words of a criterion's id, "time to market"; a gate, which has
// none, is a limit.
func Criterion(id string) string {
	if id == "" {
		return text("limit")
	}
	return spoken(strings.ReplaceAll(Line(id), "_", " "))
}
