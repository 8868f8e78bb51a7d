package command

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say"
	"archadvisor/rules"
	"archadvisor/rules/packs"
	"archadvisor/ui/render"
	"archadvisor/ui/terminal"
)

func completions(root *cobra.Command) {
	fixed := func(words ...string) cobra.CompletionFunc {
		return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
	}
	for flag, f := range map[string]cobra.CompletionFunc{
		"set": completeSet, "color": fixed("auto", "always", "never"), "theme": fixed(terminal.ThemeNames()...),
		"format": completeFormat, "draws": fixed("0", "512", "2048"),
	} {
		// The flag exists: it is declared a few lines above the only call.
		_ = root.RegisterFlagCompletionFunc(flag, f)
	}
}

// completionScripts makes the scripts for shells follow --output, as all that is printed.
func (s Streams) completionScripts(root *cobra.Command) {
	var to struct{ io.Writer }
	root.SetOut(&to) // the commands keep it
	root.InitDefaultCompletionCmd()
	root.SetOut(s.Out)
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		holds(c)
		for _, sub := range c.Commands() {
			script := sub.RunE
			sub.RunE = s.prints(func(c *cobra.Command, w io.Writer) error {
				to.Writer = w
				return script(c, nil)
			})
		}
	}
}

func offers(list func() []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) (words []string, _ cobra.ShellCompDirective) {
		if len(args) == 0 {
			words = list()
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

func statementIDs() []string {
	pack, _ := rules.Load(packs.Core(), "*.toml")
	if pack == nil {
		return nil
	}
	return say.Each(render.Statements(pack), func(k render.Statement) string { return k.ID + "\t" + k.Kind })
}

// completeSet offers fields, and after the = what a field of words may be.
func completeSet(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	name, _, values := strings.Cut(typed, "=")
	if values {
		return fieldValues(name), cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, f := range profile.Fields() {
		if f.ID != profile.Schema {
			out = append(out, f.Name()+"=\t"+f.About())
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func fieldValues(name string) []string {
	id, ok := profile.Lookup(name)
	if !ok {
		return nil
	}
	words := id.Field().Options
	if id.Field().Kind == profile.Bool {
		words = []string{"true", "false"}
	}
	return say.Each(words, func(word string) string { return name + "=" + word })
}

// formats are what --format may be, by command; the first is the default.
var formats = map[string][]string{
	"score":          {"table", "json", "ndjson", "csv", "markdown"},
	"explain":        {"text", "markdown", "json"},
	"export":         append([]string{"auto"}, record.FormatNames()...),
	"check":          {"text", "json", "junit", "github", "sarif"},
	"list":           {"text", "json"},
	"version":        {"text", "json"},
	"rules list":     {"text", "markdown", "json"},
	"rules show":     {"text", "markdown", "json"},
	"rules lint":     {"text", "json"},
	"rules test":     {"text", "markdown", "json"},
	"cases list":     {"text", "markdown", "json"},
	"cases show":     {"text", "markdown", "json"},
	"cases similar":  {"text", "markdown", "json"},
	"rules coverage": {"text", "markdown", "json"},
}

func formatsOf(c *cobra.Command) []string {
	_, path, _ := strings.Cut(c.CommandPath(), " ")
	return formats[path]
}

func completeFormat(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	return formatsOf(c), cobra.ShellCompDirectiveNoFileComp
}

func allFormats() []string {
	all := slices.Concat(slices.Collect(maps.Values(formats))...)
	slices.Sort(all)
	return slices.Compact(all)
}
