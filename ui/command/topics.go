package command

import (
	"embed"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// helpTopics are pages of `archadvisor help TOPIC` that belong to no command.
func helpTopics() []*cobra.Command {
	return []*cobra.Command{
		topic("exit-codes", "What the exit codes mean", page("exit-codes")),
		topic("environment", "Variables that the program reads", page("environment")),
		topic("units", "How numbers may be written in answers", page("units")),
		topic("accessibility", "The questionnaire as plain lines", page("accessibility")),
		topic("formatting", "Output formats, and which stream gets what", formattingHelp),
		topic("profile", "Every field of a profile", profileHelp),
		topic("prices", "How to write a price file, and the figures that it may replace", pricesHelp),
		topic("templates", "What a template of your own gets, for export --template", record.TemplateHelp),
		topic("glossary", "What the words of an explanation mean", glossaryHelp),
		topic("models", "What is computed, from what, and where it stops being true", modelsHelp),
	}
}

// topic makes a page whose text is made only when somebody reads it.
func topic(name, short string, text func() string) *cobra.Command {
	c := &cobra.Command{Use: name, Short: short}
	c.SetHelpFunc(func(c *cobra.Command, _ []string) {
		fmt.Fprintln(c.OutOrStdout(), strings.TrimSpace(text()))
	})
	return c
}

//go:embed help/*.txt
var pages embed.FS

// page is the text of a topic that is a file.
func page(name string) func() string {
	return func() string {
		text, _ := pages.ReadFile("help/" + name + ".txt") // embedded: a test reads them all
		return string(text)
	}
}

// formattingHelp lists the formats of the commands that write results.
func formattingHelp() string {
	text := "Results go to standard output, everything else to standard error; - is standard input or output.\n\n"
	for _, name := range []string{"score", "explain", "export", "check"} {
		text += fmt.Sprintf("  %-8s --format %s\n", name, strings.Join(formats[name], ", "))
	}
	return text + `
Floats in JSON have six significant digits. The same input, flags and version give the same bytes.
Text is as wide as the terminal, 100 columns when piped; --output FILE writes whole files or nothing.`
}

// profileHelp lists every field from the field table.
func profileHelp() string {
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
		b.WriteString(strings.ReplaceAll(say.Wrap(f.Key+": "+f.Technical+" ("+takes+")", 96, "  ", "      "), unbroken, " ") + "\n")
	}
	return b.String()
}

// unbroken stands for a blank at which no line is broken, so that ranges stay whole.
const unbroken = "\x1f"

// pricesHelp is the page with the figures of the books.
func pricesHelp() string {
	var b strings.Builder
	b.WriteString(page("prices")())
	c, err := pricing.Load()
	if err != nil {
		return b.String() // embedded: tests read the books
	}
	for _, table := range []string{"price", "quirk", "limit", "assumption"} {
		rows := [][]string{}
		for _, p := range c.Figures()[table] {
			rows = append(rows, []string{p.Name(), fmt.Sprint(p.Value), p.Unit})
		}
		b.WriteString("\n[[" + table + "]]\n" + say.Columns(rows))
	}
	return b.String()
}

// glossaryHelp lists the terms of the explanations.
func glossaryHelp() string {
	var b strings.Builder
	for _, t := range say.Glossary() {
		b.WriteString(say.Wrap(t.Key+": "+t.Meaning, 96, "", "  ") + "\n")
	}
	return b.String()
}

// modelsHelp is a screen for each model, with what it rests on.
func modelsHelp() string {
	pack, _ := rules.Load(packs.Core(), "*.toml")
	var b strings.Builder
	for i, e := range estimate.Essays() {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(strings.ToUpper(e.Title) + "\n\n" + strings.TrimSpace(e.Text) + "\n\nSources\n")
		for _, id := range e.Sources {
			b.WriteString(say.Wrap("- "+pack.Cite([]string{id}), 96, "", "  ") + "\n")
		}
	}
	return b.String()
}
