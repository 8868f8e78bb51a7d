package command

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/fact"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/ui/manual"
	"archadvisor/ui/render"
	"archadvisor/ui/settings"
)

// Version is the program's version, of which decision records keep a copy.
const Version = "0.1.0"

func newVersion(s Streams) *cobra.Command {
	return s.tells("version", "Print the version", func(*cobra.Command) (string, error) {
		text := "archadvisor " + Version + "\n"
		if info, ok := debug.ReadBuildInfo(); ok {
			for _, s := range info.Settings {
				if s.Key == "vcs.revision" {
					text += "commit " + s.Value + "\n"
				}
			}
		}
		return text + runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH + "\n", nil
	})
}

func newMan(s Streams) *cobra.Command {
	return s.tells("man", "Print the manual page", func(c *cobra.Command) (string, error) { return manual.Page(c.Root(), Version), nil })
}

func newSchema(s Streams) *cobra.Command {
	sub := func(use, short string, schema func() map[string]any) *cobra.Command {
		return s.tells(use, short, func(*cobra.Command) (string, error) {
			data, err := json.MarshalIndent(schema(), "", "  ")
			return string(data) + "\n", err
		})
	}
	return group("schema", "JSON Schema for editors and other programs",
		sub("profile", "of a profile", render.ProfileSchema),
		sub("pack", "of a rule pack", func() map[string]any { return render.PackSchema(fact.Schema()) }),
		sub("prices", "of a price file", render.PriceSchema),
		sub("settings", "of archadvisor.toml and config.toml", func() map[string]any { return render.SettingsSchema(allFormats()) }),
		sub("cases", "of a file of documented decisions", render.CasesSchema),
		sub("decision", "of what score and explain print as JSON", render.DecisionSchema))
}

// homeless stands for a folder of a user who has none.
const homeless = "none: neither HOME nor the XDG_ variable of it names a folder"

func newConfig(s Streams) *cobra.Command {
	return group("config", "Settings, and where each one comes from",
		s.tells("path", "Print where settings and drafts are kept", func(*cobra.Command) (string, error) {
			project, err := filepath.Abs(settings.ProjectFile())
			return fmt.Sprintf("user     %s\nproject  %s\ndrafts   %s\n", cmp.Or(settings.UserFile(), homeless), project, cmp.Or(settings.StateDir(), homeless)), err
		}),
		s.tells("show", "Print every setting and where it comes from", func(c *cobra.Command) (string, error) {
			set, err := readSettings(c.Flags())
			if err != nil {
				return "", err
			}
			text := ""
			for _, name := range settings.All {
				text += fmt.Sprintf("%-11s %-14s %s\n", name, cmp.Or(profile.Clean(set.text(name)), "-"), profile.Clean(set.found[name].From))
			}
			return text, nil
		}))
}

func newCompletion(s Streams) *cobra.Command {
	script := func(shell string, write func(root *cobra.Command, w io.Writer) error) *cobra.Command {
		return s.tells(shell, "Print the script for "+shell, func(c *cobra.Command) (string, error) {
			var b strings.Builder
			err := write(c.Root(), &b)
			return b.String(), err
		})
	}
	return group("completion", "Scripts by which a shell completes commands, flags and formats",
		script("bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }),
		script("fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }),
		script("powershell", (*cobra.Command).GenPowerShellCompletionWithDesc),
		script("zsh", (*cobra.Command).GenZshCompletion))
}

// tells makes a command without arguments that prints, and needs no setting but where its text goes.
func (s Streams) tells(use, short string, text func(*cobra.Command) (string, error)) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: takes, RunE: func(c *cobra.Command, _ []string) error {
		said, err := text(c)
		if err != nil {
			return err
		}
		return s.put(c, said)
	}}
}

// put writes a text to where --output says.
func (s Streams) put(c *cobra.Command, text string) error {
	path, err := c.Flags().GetString("output")
	if err != nil {
		return err
	}
	o := options{Streams: s, set: &choices{found: settings.Found{"output": {Said: "--output", Values: []string{path}}}}}
	return o.write(text)
}

// formats are what --format may be, by command; the first is the default.
var formats = map[string][]string{
	"score":          {"table", "json", "ndjson", "csv", "markdown"},
	"explain":        {"text", "markdown", "json"},
	"export":         append([]string{"auto"}, record.FormatNames()...),
	"check":          {"text", "json", "junit", "github", "sarif"},
	"list":           {"text", "json"},
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

func allFormats() []string {
	all := slices.Concat(slices.Collect(maps.Values(formats))...)
	slices.Sort(all)
	return slices.Compact(all)
}
