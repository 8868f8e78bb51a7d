package manual

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Page is one page in roff (man(7)) about the whole program, made from the commands themselves.
func Page(root *cobra.Command, version string) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH ARCHADVISOR 1 \"\" \"archadvisor %s\"\n", version)
	fmt.Fprintf(&b, ".SH NAME\narchadvisor \\- %s\n", roff(root.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B archadvisor\n[\\fIPROFILE\\fR]\n.br\n.B archadvisor\n\\fICOMMAND\\fR [\\fIARGUMENT\\fR...] [\\fIOPTION\\fR...]\n")
	fmt.Fprintf(&b, ".SH DESCRIPTION\n%s\n", roff(root.Long))
	b.WriteString(".SH COMMANDS\n")
	manCommands(&b, root)
	b.WriteString(".SH OPTIONS OF EVERY COMMAND\n")
	root.PersistentFlags().VisitAll(func(f *pflag.Flag) { fmt.Fprintf(&b, ".TP\n%s\n%s\n", manFlag(f), roff(f.Usage)) })
	b.WriteString(".SH EXIT STATUS\n" + manPre(page("exit-codes")()))
	b.WriteString(".SH ENVIRONMENT\n" + manPre(page("environment")()))
	b.WriteString(".SH EXAMPLES\n" + manPre(root.Example))
	return b.String()
}

// manCommands writes every command that does something, with its own options.
func manCommands(b *strings.Builder, c *cobra.Command) {
	for _, sub := range c.Commands() {
		if sub.Hidden || sub.Name() == "help" || sub.Name() == "completion" || !sub.Runnable() {
			continue
		}
		if sub.HasSubCommands() {
			manCommands(b, sub)
			continue
		}
		_, path, _ := strings.Cut(sub.CommandPath(), " ")
		_, args, _ := strings.Cut(sub.Use, " ")
		fmt.Fprintf(b, ".TP\n\\fB%s\\fR %s\n%s.\n", roff(path), roff(args), roff(sub.Short))
		sub.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" {
				fmt.Fprintf(b, ".RS\n.TP\n%s\n%s\n.RE\n", manFlag(f), roff(f.Usage))
			}
		})
	}
}

func manFlag(f *pflag.Flag) string {
	text := "\\fB" + roff("--"+f.Name) + "\\fR"
	if f.Shorthand != "" {
		text = "\\fB" + roff("-"+f.Shorthand) + "\\fR, " + text
	}
	if kind := f.Value.Type(); kind != "bool" {
		text += " \\fI" + roff(kind) + "\\fR"
	}
	return text
}

func manPre(text string) string { return ".nf\n" + roff(strings.Trim(text, "\n")) + "\n.fi\n" }

// roff escapes what troff would take for a request: backslashes, hyphens, and
// a dot or quote at the start of a line.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
