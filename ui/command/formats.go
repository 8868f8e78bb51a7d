package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/record"
)

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

// formatsOf are the formats of a command.
func formatsOf(c *cobra.Command) []string {
	_, path, _ := strings.Cut(c.CommandPath(), " ")
	return formats[path]
}

func completeFormat(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	return formatsOf(c), cobra.ShellCompDirectiveNoFileComp
}

// allFormats are what any command can print, sorted.
func allFormats() []string {
	var all []string
	for _, words := range formats {
		all = append(all, words...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
