package command

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	_ "archadvisor/ui/noprobe"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"archadvisor": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// The stories of users, one a file. Beside the usual commands there is
// `exits CODE PROGRAM...`, which runs a program and demands its exit code.
func TestScripts(t *testing.T) {
	profiles, err := filepath.Abs("../../testdata/profiles")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Setup: func(e *testscript.Env) error {
			e.Setenv("PROFILES", profiles)
			e.Setenv("ESC", "\x1b")
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, ".config"))
			e.Setenv("XDG_STATE_HOME", filepath.Join(e.WorkDir, ".state"))
			e.Setenv("SOURCE_DATE_EPOCH", "1795392000")
			e.Setenv("ARCHADVISOR_DRAWS", "32") // the stories are about the outside; few draws make them quick
			return os.MkdirAll(filepath.Join(e.WorkDir, ".config"), 0o755)
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := err.(*exec.ExitError)
		if !ok {
			ts.Fatalf("%s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}
