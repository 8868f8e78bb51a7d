package render

import (
	"fmt"
	"strings"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
)

// ProfileHelp lists every field from the field table.
func ProfileHelp() string {
	var b strings.Builder
	b.WriteString("A profile is a TOML file. Only schema and name are required; a field that is left out is unknown,\na number may be a range, [low, high], a list is an array of words.\n")
	section := "-"
	for _, f := range profile.Fields() {
		if f.Section != section {
			section = f.Section
			if section != "" {
				b.WriteString("\n[" + section + "]\n")
			} else {
				b.WriteString("\n")
			}
		}
		takes := f.Takes()
		if f.Kind == profile.Numeric || f.Kind == profile.Integer {
			takes = strings.ReplaceAll(takes, " ", unbroken)
		}
		b.WriteString(strings.ReplaceAll(document.Wrap(f.Key+": "+f.About()+" ("+takes+")", 96, "  ", "      "), unbroken, " ") + "\n")
	}
	return b.String()
}

// unbroken stands for a blank at which no line is broken, so that ranges stay whole.
const unbroken = "\x1f"

// FiguresHelp lists the figures of the books.
func FiguresHelp() string {
	var b strings.Builder
	c, err := pricing.Load()
	if err != nil {
		return "" // embedded: tests read the books
	}
	for _, table := range []string{"price", "quirk", "limit", "assumption"} {
		rows := [][]string{}
		for _, p := range c.Figures()[table] {
			rows = append(rows, []string{p.Name(), fmt.Sprint(p.Value), p.Unit})
		}
		b.WriteString("\n[[" + table + "]]\n" + document.Columns(rows))
	}
	return b.String()
}

// GlossaryHelp lists the terms of the explanations.
func GlossaryHelp() string {
	var b strings.Builder
	for _, t := range say.Glossary() {
		b.WriteString(document.Wrap(t.Key+": "+t.Meaning, 96, "", "  ") + "\n")
	}
	return b.String()
}

// ModelsHelp is a screen for each model, with what it rests on.
func ModelsHelp(pack *rules.Pack) string {
	var b strings.Builder
	for i, e := range estimate.Essays() {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(strings.ToUpper(e.Title) + "\n\n" + strings.TrimSpace(e.Text) + "\n\nSources\n")
		for _, id := range e.Sources {
			b.WriteString(document.Wrap("- "+pack.Cite([]string{id}), 96, "", "  ") + "\n")
		}
	}
	return b.String()
}
