package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

func newConfig(set *settings, s Streams) *cobra.Command {
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
			if err := set.load(c.Flags()); err != nil {
				return err
			}
			for _, name := range settingNames {
				if _, err := fmt.Fprintf(s.Out, "%-11s %-14v %s\n", name, shown(set, name), set.comesFrom(name)); err != nil {
					return err
				}
			}
			return nil
		}}
	return group("config", "Settings, and where each one comes from", path, show)
}

// shown is a setting's value, quoted where it is empty.
func shown(set *settings, name string) any {
	v := set.v.Get(name)
	if text := fmt.Sprint(v); text == "" || text == "<nil>" || text == "[]" {
		return "-"
	}
	return v
}

// comesFrom names the source of a setting, by precedence.
func (s *settings) comesFrom(name string) string {
	if f := s.flags.Lookup(name); f != nil && f.Changed {
		return "flag --" + name
	}
	key := envPrefix + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
	if os.Getenv(key) != "" {
		return "variable " + key
	}
	if file, ok := s.origin[name]; ok {
		return "file " + file
	}
	return "default"
}
