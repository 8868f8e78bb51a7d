package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// helpTopics are pages of `archadvisor help TOPIC` that belong to no command.
func helpTopics() []*cobra.Command {
	return []*cobra.Command{
		topic("exit-codes", "What the exit codes mean", constant(exitCodeHelp)),
		topic("environment", "Variables that the program reads", constant(environmentHelp)),
		topic("units", "How numbers may be written in answers", constant(unitsHelp)),
		topic("accessibility", "The questionnaire as plain lines", constant(accessibilityHelp)),
		topic("formatting", "Output formats, and which stream gets what", formattingHelp),
		topic("profile", "Every field of a profile", profileHelp),
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

func constant(text string) func() string { return func() string { return text } }

const exitCodeHelp = `
0    fine
1    the program or the system failed
2    wrong usage, an invalid pack, or an invalid profile in explain, export and the questionnaire
3    score printed at least one error row (every row is always printed)
4    check found a decision that no longer holds
5    --strict, and a verdict is not a plain recommendation
130  interrupted`

const environmentHelp = `
ARCHADVISOR_*         any setting: ARCHADVISOR_DRAWS, ARCHADVISOR_THEME, ARCHADVISOR_PRICES, ...
                      (flag > variable > archadvisor.toml here > config.toml of the user > default)
ARCHADVISOR_FORCE_TTY width of text in columns, for documents and tests
ACCESSIBLE            1: the questionnaire as plain lines
NO_COLOR              not empty: no colour and no bold
CLICOLOR              0: no colour on a terminal
CLICOLOR_FORCE        not 0: colour even when piped
TERM                  dumb: no colour, plain lines
COLORFGBG             tells a light terminal from a dark one
SOURCE_DATE_EPOCH     the date of decision records, in seconds since 1970
XDG_CONFIG_HOME       archadvisor/config.toml lives here (default ~/.config)
XDG_STATE_HOME        archadvisor/ holds drafts here (default ~/.local/state)`

const unitsHelp = `
In the questionnaire numbers take the units that people use:

  1.5k  2M  200 rps  90k/min  5M/day  30M/month      rates, written as requests per second
  200ms  1.5s  15 min                                times
  512 MB  2 GB                                       sizes
  $3k  3000 USD                                      money
  99.9%  35%                                         shares
  100-2k  8..20                                      "somewhere in between"
  unknown                                            never a silent default: it is drawn from its usual range

Files and --set take the plain number in the unit of the field (archadvisor help profile).`

const accessibilityHelp = `
archadvisor --accessible (or ACCESSIBLE=1, or TERM=dumb) asks one question per prompt as plain lines: no
drawing, no colour, numbers in words. The words back, unknown, why, save and stop work at every
question. It can be driven through a pipe. Under NO_COLOR every state still has a sign of its own, and
--theme contrast and --theme mono need no colour to be read.`

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
		b.WriteString(say.Wrap(f.Key+": "+f.Technical+" ("+f.Takes()+")", 96, "  ", "      ") + "\n")
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
