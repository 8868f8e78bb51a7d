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
	text := "A profile is a TOML file. Only schema and name are required; a field that is left out is unknown,\na number may be a range, [low, high], a list is an array of words.\n"
	section := "-"
	for _, f := range profile.Fields() {
		if f.Section != section {
			if section = f.Section; section != "" {
				text += "\n[" + section + "]"
			}
			text += "\n"
		}
		takes := f.Takes()
		if f.Numeric() {
			takes = strings.ReplaceAll(takes, " ", unbroken)
		}
		text += strings.ReplaceAll(document.Wrap(f.Key+": "+f.About()+" ("+takes+")", 96, "  ", "      "), unbroken, " ") + "\n"
	}
	return text
}

// unbroken stands for a blank at which no line is broken, so that ranges stay whole.
const unbroken = "\x1f"

// FiguresHelp lists the figures of the books.
func FiguresHelp() string {
	c, err := pricing.Load()
	if err != nil {
		return "" // embedded: tests read the books
	}
	text := ""
	for _, table := range []string{"price", "quirk", "limit", "assumption"} {
		rows := say.Each(c.Figures()[table], func(p *pricing.Price) []string { return []string{p.Name(), fmt.Sprint(p.Value), p.Unit} })
		text += "\n[[" + table + "]]\n" + document.Columns(rows)
	}
	return text
}

// GlossaryHelp lists the terms of the explanations.
func GlossaryHelp() string {
	text := ""
	for _, t := range say.Glossary() {
		text += document.Wrap(t.Key+": "+t.Meaning, 96, "", "  ") + "\n"
	}
	return text
}

// ModelsHelp is a screen for each model, with what it rests on.
func ModelsHelp(pack *rules.Pack) string {
	text := ""
	for i, e := range estimate.Essays() {
		if i > 0 {
			text += "\n\n"
		}
		text += strings.ToUpper(e.Title) + "\n\n" + strings.TrimSpace(e.Text) + "\n\nSources\n"
		for _, id := range e.Sources {
			text += document.Wrap("- "+pack.Cite([]string{id}), 96, "", "  ") + "\n"
		}
	}
	return text
}
