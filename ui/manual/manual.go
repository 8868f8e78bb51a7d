// Package manual holds the pages about the program: topics of help, texts and examples of commands, the manual page.
package manual

import (
	"embed"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// Topics are the pages of help that belong to no command.
func Topics() []*cobra.Command {
	return []*cobra.Command{
		topic("exit-codes", "What the exit codes mean", page("exit-codes")),
		topic("environment", "Variables that the program reads", page("environment")),
		topic("units", "How numbers may be written in answers", page("units")),
		topic("measuring", "What archadvisor measure counts, and how", page("measuring")),
		topic("accessibility", "The questionnaire as plain lines", page("accessibility")),
		topic("formatting", "Output formats, and which stream gets what", page("formatting")),
		topic("profile", "Every field of a profile", profileHelp),
		topic("packs", "How to write a rule pack: statements, conditions, units, texts", page("packs")),
		topic("prices", "How to write a price file, and the figures that it may replace", func() string { return page("prices")() + figuresHelp() }),
		topic("glossary", "What the words of an explanation mean", glossaryHelp),
		topic("models", "What is computed, from what, and where it stops being true", modelsHelp),
	}
}

func topic(name, short string, text func() string) *cobra.Command {
	c := &cobra.Command{Use: name, Short: short}
	c.SetHelpFunc(func(c *cobra.Command, _ []string) {
		fmt.Fprintln(c.OutOrStdout(), strings.TrimSpace(text()))
	})
	return c
}

//go:embed help/*.txt
var pages embed.FS

// Describe gives the commands their long texts and their examples, the lines that begin with two blanks.
func Describe(root *cobra.Command) {
	for _, section := range strings.Split(page("commands")(), "== archadvisor")[1:] {
		path, text, _ := strings.Cut(section, "\n")
		c, _, err := root.Find(strings.Fields(path))
		if err != nil {
			panic(err) // the text is the program's own: a test builds the tree
		}
		var long, examples []string
		for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
			if strings.HasPrefix(line, "  ") {
				examples = append(examples, line)
			} else {
				long = append(long, line)
			}
		}
		c.Long, c.Example = strings.Join(long, "\n"), strings.Join(examples, "\n")
	}
}

func page(name string) func() string {
	return func() string {
		text, _ := pages.ReadFile("help/" + name + ".txt") // embedded: a test reads them all
		return string(text)
	}
}

func profileHelp() string {
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

const unbroken = "\x1f" // stands for a blank at which no line is broken, so that ranges stay whole

func figuresHelp() string {
	c, text := pricing.Load(), ""
	for _, table := range []string{"price", "quirk", "limit", "assumption"} {
		rows := say.Each(c.Figures()[table], func(p *pricing.Price) []string { return []string{p.Name(), fmt.Sprint(p.Value), p.Unit} })
		text += "\n[[" + table + "]]\n" + document.Columns(rows, 0)
	}
	return text
}

func glossaryHelp() string {
	text := ""
	for _, t := range say.Glossary {
		text += document.Wrap(t.Key+": "+t.Meaning, 96, "", "  ") + "\n"
	}
	return text
}

func modelsHelp() string {
	pack, _ := rules.Load(packs.Core())
	text := ""
	for _, e := range estimate.Essays() {
		text += "\n\n" + strings.ToUpper(e.Title) + "\n\n" + strings.TrimSpace(e.Text) + "\n\nSources\n"
		for _, id := range e.Sources {
			text += document.Wrap("- "+pack.Cite([]string{id}), 96, "", "  ") + "\n"
		}
	}
	return text
}

// Page is one page in roff (man(7)) about the whole program, made from the commands themselves.
func Page(root *cobra.Command, version string) string {
	escape := strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n.", "\n\\&.", "\n'", "\n\\&'") // a dot or quote that starts a line is a command
	text := fmt.Sprintf(".TH ARCHADVISOR 1 \"\" \"archadvisor %s\"\n", version)
	for _, section := range [][2]string{
		{"NAME", "archadvisor - " + root.Short},
		{"SYNOPSIS", "archadvisor [PROFILE]\narchadvisor COMMAND [ARGUMENT...] [OPTION...]"},
		{"DESCRIPTION", root.Long},
		{"COMMANDS", commands(root)},
		{"OPTIONS OF EVERY COMMAND", root.PersistentFlags().FlagUsagesWrapped(pageWidth)},
		{"EXIT STATUS", page("exit-codes")()},
		{"ENVIRONMENT", page("environment")()},
		{"EXAMPLES", root.Example},
	} {
		text += ".SH " + section[0] + "\n.nf" + escape.Replace("\n"+strings.Trim(section[1], "\n")) + "\n.fi\n"
	}
	return text
}

const pageWidth = 72 // of 80 columns, less the margin of a section

// commands tells of each command what it takes, what it does and its own flags.
func commands(c *cobra.Command) (text string) {
	for _, sub := range c.Commands() {
		switch {
		case sub.Name() == "help" || sub.Name() == "man" || !sub.Runnable():
		case sub.HasSubCommands():
			text += commands(sub)
		default:
			text += fmt.Sprintf("%s %s\n  %s.\n%s\n", c.CommandPath(), sub.Use, sub.Short, sub.LocalNonPersistentFlags().FlagUsagesWrapped(pageWidth))
		}
	}
	return text
}
