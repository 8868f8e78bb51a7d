package command

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"archadvisor/advisor/fact"
	"archadvisor/advisor/profile"
	"archadvisor/ui/manual"
	"archadvisor/ui/render"
	"archadvisor/ui/settings"
)

// Version is the program's version, of which decision records keep a copy.
const Version = "0.1.0"

// build is what the binary knows of itself.
type build struct {
	Version string `json:"version"`
	Commit  string `json:"commit,omitempty"`
	Date    string `json:"date,omitempty"`
	Go      string `json:"go"`
	System  string `json:"system"`
}

func newVersion(s Streams) *cobra.Command {
	return s.tells("version", "Print the version", func(c *cobra.Command, w io.Writer) error {
		b := build{Version: Version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
		if info, ok := debug.ReadBuildInfo(); ok {
			for _, s := range info.Settings {
				switch s.Key {
				case "vcs.revision":
					b.Commit = s.Value
				case "vcs.time":
					b.Date = s.Value
				}
			}
		}
		if format, _ := c.Flags().GetString("format"); format == "json" {
			return json.NewEncoder(w).Encode(b)
		} else if format != "" && format != "text" {
			return usage("version knows --format text and json, not %q", format)
		}
		text := "archadvisor " + b.Version + "\n"
		if b.Commit != "" {
			text += fmt.Sprintf("commit %s of %s\n", b.Commit, b.Date)
		}
		_, err := fmt.Fprintf(w, "%s%s %s\n", text, b.Go, b.System)
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
				k := set.found[name]
				text += fmt.Sprintf("%-11s %-14s %s\n", name, set.shown(k), profile.Clean(k.From))
			}
			_, err = io.WriteString(w, text)
			return err
		}))
}

func (s *choices) shown(k *settings.Setting) string {
	preset := map[string]string{"draws": fmt.Sprint(s.draws), "seed": fmt.Sprint(s.seed), "color": s.color, "theme": s.theme,
		"quiet": "false", "strict": "false", "no-input": "false", "accessible": "false", "no-mouse": "false"}
	return cmp.Or(profile.Clean(k.Text()), preset[k.Name], "-")
}

// tells makes a command without arguments that prints.
func (s Streams) tells(use, short string, text func(*cobra.Command, io.Writer) error) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: takes(0, 0, "nothing"), RunE: s.prints(text)}
}
