package record

import (
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/rules/numeral"
)

// optionName is an architecture as a heading and as the chosen option.
func optionName(architecture string) string {
	switch architecture {
	case "monolith":
		return "Modular monolith"
	case "microservices":
		return "Microservices"
	case "serverless":
		return "Serverless functions"
	}
	return Sentence(architecture)
}

// withArticle is an architecture inside a sentence: "a modular monolith".
func withArticle(architecture string) string {
	if architecture == "monolith" {
		return "a modular monolith"
	}
	return strings.ToLower(optionName(architecture))
}

// criterionName makes words of a criterion's id: "time to market".
func criterionName(id string) string { return strings.ReplaceAll(Line(id), "_", " ") }

// band writes a quantity with its range: "$240 ($180 to $420)".
func band(b advisor.Band, write func(float64) string) string {
	return numeral.Between(b.Low, b.Expected, b.High, write)
}

// plainNumber writes a number as TOML and --set read it, without exponent.
func plainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
