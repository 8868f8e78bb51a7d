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

// Flags, a variable and arguments reach the options of a command before it runs.
func TestCommonOptions(t *testing.T) {
	private(t)
	t.Setenv("ARCHADVISOR_DRAWS", "7")
	t.Setenv("ARCHADVISOR_FORMAT", "junit") // none of score's formats: its own default stands
	var got *options
	c := newOptions(Streams{strings.NewReader(""), io.Discard, io.Discard}).command("score PATH...", "", func(o *options, _ context.Context) error {
		got = o
		return nil
	})
	parse(t, c, "a.toml", "b", "--set", "team.engineers=3", "--quiet")
	if got == nil || len(got.args) != 2 || got.format != "table" {
		t.Fatalf("is asked for %+v", got)
	}
	if got.set.options().Draws != 7 || !got.set.is("quiet") || got.set.strict() != "" || len(got.set.sets) != 1 {
		t.Errorf("the settings are %+v", *got.set)
	}
}

// The page about formats has those that the commands take.
func TestFormattingHelpIsComplete(t *testing.T) {
	private(t)
	var out strings.Builder
	Run(context.Background(), []string{"help", "formatting"}, Streams{strings.NewReader(""), &out, io.Discard})
	for _, name := range []string{"score", "explain", "export", "check"} {
		if want := strings.Join(formats[name], ", "); !strings.Contains(out.String(), want+"\n") {
			t.Errorf("%s: %s is not in\n%s", name, want, out.String())
		}
	}
}
