package command

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"
)

func newConfig(s Streams) *cobra.Command {
	path := &cobra.Command{Use: "path", Short: "Print where settings and drafts are kept", Args: takes(0, 0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			project, err := filepath.Abs(projectFile)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(s.Out, "user     %s\nproject  %s\ndrafts   %s\n", userConfig(), project, stateDir())
			return err
		}}
	show := &cobra.Command{Use: "show", Short: "Print every setting and where it comes from", Args: takes(0, 0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			set, err := readSettings(c.Flags())
			if err != nil {
				return err
			}
			for _, k := range set.listed {
				if _, err := fmt.Fprintf(s.Out, "%-11s %-14v %s\n", k.name, k.shown(), k.from); err != nil {
					return err
				}
			}
			return nil
		}}
	return group("config", "Settings, and where each one comes from", path, show)
}

// shown is a setting's value, a dash where it is empty.
func (k setting) shown() any {
	if text := fmt.Sprint(k.value); text == "" || text == "<nil>" || text == "[]" {
		return "-"
	}
	return k.value
}
