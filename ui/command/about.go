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
	return s.tells("version", "Print the version", func(_ *cobra.Command, w io.Writer) error {
		text := "archadvisor " + Version + "\n"
		if info, ok := debug.ReadBuildInfo(); ok {
			for _, s := range info.Settings {
				if s.Key == "vcs.revision" {
					text += "commit " + s.Value + "\n"
				}
			}
		}
		_, err := fmt.Fprintf(w, "%s%s %s/%s\n", text, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return err
	})
}

func newMan(s Streams) *cobra.Command {
	return s.tells("man", "Print the manual page", func(c *cobra.Command, w io.Writer) error {
		_, err := io.WriteString(w, manual.Page(c.Root(), Version))
		return err
	})
}

func newSchema(s Streams) *cobra.Command {
	sub := func(use, short string, schema func() map[string]any) *cobra.Command {
		return s.tells(use, short, func(_ *cobra.Command, w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetIndent("", "  ")
			return e.Encode(schema())
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
		s.tells("path", "Print where settings and drafts are kept", func(_ *cobra.Command, w io.Writer) error {
			project, err := filepath.Abs(settings.ProjectFile())
			if err == nil {
				_, err = fmt.Fprintf(w, "user     %s\nproject  %s\ndrafts   %s\n", cmp.Or(settings.UserFile(), homeless), project, cmp.Or(settings.StateDir(), homeless))
			}
			return err
		}),
		s.tells("show", "Print every setting and where it comes from", func(c *cobra.Command, w io.Writer) error {
			set, err := readSettings(c.Flags())
			if err != nil {
				return err
			}
			text := ""
			for _, name := range settings.All {
				text += fmt.Sprintf("%-11s %-14s %s\n", name, cmp.Or(profile.Clean(set.text(name)), "-"), profile.Clean(set.found[name].From))
			}
			_, err = io.WriteString(w, text)
			return err
		}))
}

// tells makes a command without arguments that prints.
func (s Streams) tells(use, short string, text func(*cobra.Command, io.Writer) error) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: takes, RunE: s.prints(text)}
}

func newCompletion(s Streams) *cobra.Command {
	script := func(shell string, write func(root *cobra.Command, w io.Writer) error) *cobra.Command {
		return s.tells(shell, "Print the script for "+shell, func(c *cobra.Command, w io.Writer) error { return write(c.Root(), w) })
	}
	return group("completion", "Scripts by which a shell completes commands, flags and fields",
		script("bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }),
		script("fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }),
		script("powershell", (*cobra.Command).GenPowerShellCompletionWithDesc),
		script("zsh", (*cobra.Command).GenZshCompletion))
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

func completeFormat(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	return formatsOf(c), cobra.ShellCompDirectiveNoFileComp
}

func allFormats() []string {
	all := slices.Concat(slices.Collect(maps.Values(formats))...)
	slices.Sort(all)
	return slices.Compact(all)
}
