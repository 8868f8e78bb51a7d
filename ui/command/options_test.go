package command

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// parse gives a command its arguments, below a root that has the common flags.
func parse(t *testing.T, c *cobra.Command, args ...string) {
	t.Helper()
	root := &cobra.Command{Use: "archadvisor", SilenceErrors: true, SilenceUsage: true}
	commonFlags(root.PersistentFlags())
	root.AddCommand(c)
	root.SetArgs(append([]string{c.Name()}, args...))
	if err := root.ExecuteContext(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// Flags, a variable and arguments reach the options of a command, without the
// command being run.
func TestOptionsOfScore(t *testing.T) {
	private(t)
	t.Setenv("ARCHADVISOR_DRAWS", "7")
	t.Setenv("ARCHADVISOR_FORMAT", "junit") // none of score's formats: its own default stands
	var got scoreOptions
	c := newScore(Streams{strings.NewReader(""), io.Discard, io.Discard}, func(_ context.Context, o *scoreOptions) error {
		got = *o
		return nil
	})
	parse(t, c, "a.toml", "b", "--flips", "--set", "team.engineers=3", "--quiet")
	if len(got.paths) != 2 || !got.flips || got.format != "table" {
		t.Errorf("score is asked for %v, flips %v, format %q", got.paths, got.flips, got.format)
	}
	if got.set.draws != 7 || !got.set.quiet || got.set.strict || len(got.set.sets) != 1 {
		t.Errorf("score has the settings %+v", *got.set)
	}
}

func TestOptionsOfExport(t *testing.T) {
	private(t)
	var got exportOptions
	c := newExport(Streams{strings.NewReader(""), io.Discard, io.Discard}, func(_ context.Context, o *exportOptions) error {
		got = *o
		return nil
	})
	parse(t, c, "shop.toml", "--format", "nygard", "--dir", "doc", "--number", "7", "--supersedes", "3,4", "--dry-run", "--name", "shop")
	if got.path != "shop.toml" || got.name != "shop" || got.Format != "nygard" || got.Dir != "doc" || got.Number != "7" || len(got.Supersedes) != 2 || !got.Dry {
		t.Errorf("export is asked for %+v", got)
	}
}
