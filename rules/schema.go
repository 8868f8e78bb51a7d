package rules

import "archadvisor/rules/cond"

// The namespace that a pack is checked against, and the truth values of its
// conditions, are those of the language of conditions.
type (
	Schema     = cond.Schema
	Fact       = cond.Fact
	Tri        = cond.Tri
	AtomMargin = cond.Margin
)

// The types of facts.
const (
	FactNumber = cond.FactNumber
	FactBool   = cond.FactBool
	FactOption = cond.FactOption
	FactList   = cond.FactList
)

// True is the truth of a condition that holds.
const True = cond.True

// NewSchema checks and indexes the facts: see cond.NewSchema.
func NewSchema(facts []Fact, options []string) (*Schema, error) {
	return cond.NewSchema(facts, options)
}
