package command

import (
	"cmp"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/ui/settings"
)

func newConfig(s Streams) *cobra.Command {
	path := &cobra.Command{Use: "path", Short: "Print where settings and drafts are kept", Args: takes(0, 0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			project, err := filepath.Abs(settings.ProjectFile())
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(s.Out, "user     %s\nproject  %s\ndrafts   %s\n", settings.UserFile(), project, settings.StateDir())
			return err
		}}
	show := &cobra.Command{Use: "show", Short: "Print every setting and where it comes from", Args: takes(0, 0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			set, err := readSettings(c.Flags())
			if err != nil {
				return err
			}
			for _, name := range settings.All {
				k := set.found[name]
				if _, err := fmt.Fprintf(s.Out, "%-11s %-14s %s\n", name, set.shown(k), profile.Clean(k.From)); err != nil {
					return err
				}
			}
			return nil
		}}
	return group("config", "Settings, and where each one comes from", path, show)
}

// shown is a setting's value, a dash where it has none.
func (s *choices) shown(k *settings.Setting) string {
	preset := map[string]string{"draws": fmt.Sprint(s.draws), "seed": fmt.Sprint(s.seed), "color": s.color, "theme": s.theme,
		"quiet": "false", "strict": "false", "no-input": "false", "accessible": "false", "no-mouse": "false"}
	return cmp.Or(profile.Clean(k.Text()), preset[k.Name], "-")
}
