package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// formats are what --format may be, by command; the first is the default.
var formats = map[string][]string{
	"score":          {"table", "json", "ndjson", "csv", "markdown"},
	"explain":        {"text", "markdown", "json"},
	"export":         {"auto", "madr", "nygard", "log4brains", "madr2", "json", "y"},
	"check":          {"text", "json", "junit"},
	"list":           {"text", "json"},
	"version":        {"text", "json"},
	"rules list":     {"text", "markdown", "json"},
	"rules show":     {"text", "markdown", "json"},
	"rules lint":     {"text", "json"},
	"rules test":     {"text", "markdown", "json"},
	"rules coverage": {"text", "markdown", "json"},
	"rules fit":      {"text", "markdown", "json"},
}

// formatsOf are the formats of a command.
func formatsOf(c *cobra.Command) []string {
	_, path, _ := strings.Cut(c.CommandPath(), " ")
	return formats[path]
}

// format is --format, checked against what the command can print.
func (s *settings) format(c *cobra.Command) (string, error) {
	words := formatsOf(c)
	got := s.v.GetString("format")
	asked := c.Flags().Changed("format")
	if got == "" || !asked && (!slices.Contains(words, got) || c.Name() == "export") {
		return words[0], nil // a setting for what others print is not one for records
	}
	return s.choice("format", words...)
}

func completeFormat(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	return formatsOf(c), cobra.ShellCompDirectiveNoFileComp
}
