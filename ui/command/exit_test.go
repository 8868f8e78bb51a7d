package command

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"archadvisor/ui/terminal"
)

// run runs the program in this process and returns what it printed.
func run(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Run(context.Background(), args, Streams{strings.NewReader(""), &o, &e})
	return code, o.String(), e.String()
}

// private gives a test a home of its own, so that nobody's settings matter.
func private(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, dir)
	}
	t.Setenv("NO_COLOR", "")
	t.Setenv("SOURCE_DATE_EPOCH", "1795392000")
	return dir
}

func file(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const tiny = "schema = 1\nname = \"tiny\"\n"

func TestExitCodes(t *testing.T) {
	dir := private(t)
	good := file(t, dir, "good.toml", tiny+"[team]\nengineers = 3\nteams = 1\n[domain]\ndata_coupling = \"high\"\nlockstep_changes = true\n[work]\nstate = \"memory\"\nrelational_queries = true\n")
	open := file(t, dir, "open.toml", tiny)
	bad := file(t, dir, "bad.toml", "schema = 2\n")
	for _, c := range []struct {
		name string
		want int
		args []string
	}{
		{"fine", exitFine, []string{"score", good}},
		{"help", exitFine, []string{"--help"}},
		{"help of a topic", exitFine, []string{"help", "units"}},
		{"no such command", exitUsage, []string{"scroe"}},
		{"no such flag", exitUsage, []string{"score", "--what", good}},
		{"a value that is none", exitUsage, []string{"score", "--draws", "many", good}},
		{"no argument", exitUsage, []string{"explain"}},
		{"no terminal", exitUsage, []string{}},
		{"an error row", exitErrorRows, []string{"score", good, bad}},
		{"only error rows", exitErrorRows, []string{"score", bad}},
		{"error rows come before strict", exitErrorRows, []string{"score", "--strict", open, bad}},
		{"strict", exitStrict, []string{"score", "--strict", open}},
		{"an invalid profile", exitUsage, []string{"explain", bad}},
		{"a missing profile", exitUsage, []string{"export", filepath.Join(dir, "none.toml")}},
		{"a missing pack", exitUsage, []string{"score", "--pack", filepath.Join(dir, "none.toml"), good}},
		{"a missing record", exitFailed, []string{"check", filepath.Join(dir, "none.md")}},
		{"nothing to check", exitUsage, []string{"check", dir}},
		{"a record that cannot be listed", exitFailed, []string{"list", filepath.Join(dir, "none.md")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if code, _, errs := run(t, c.args...); code != c.want {
				t.Errorf("%v: exit code %d, want %d\n%s", c.args, code, c.want, errs)
			}
		})
	}
}

// A list says why a record cannot be read.
func TestListSaysWhatIsUnreadable(t *testing.T) {
	dir := private(t)
	missing := filepath.Join(dir, "none.md")
	if _, out, errs := run(t, "list", missing); !strings.Contains(out, "unreadable") || !strings.Contains(errs, missing+": no such file or directory") {
		t.Errorf("printed %q and %q", out, errs)
	}
}

// Who misspells the organisation of a decision hears which one was probably meant.
func TestCaseOfAnOrganisation(t *testing.T) {
	private(t)
	if code, _, errs := run(t, "cases", "show", "optipay"); code != exitUsage || !strings.Contains(errs, `did you mean "optiopay"?`) {
		t.Errorf("exit code %d and %q", code, errs)
	}
	if code, _, errs := run(t, "cases", "show", "optiopay"); code != exitFine {
		t.Errorf("exit code %d and %q", code, errs)
	}
}

// Who finds nothing to tell of leaves what a run before wrote; whoever allows that writes that it is nothing.
func TestNothingReplacesNoFile(t *testing.T) {
	dir := private(t)
	empty := filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"check", "list", "score", "report"} {
		old := file(t, dir, command, "old")
		if code, _, errs := run(t, command, empty, "-o", old); code != exitUsage || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: exit code %d and %q", command, code, errs)
		}
		if got, _ := os.ReadFile(old); string(got) != "old" {
			t.Errorf("%s: the file is %q", command, got)
		}
		if code, _, errs := run(t, command, empty, "-o", old, "--allow-empty"); code != exitFine || strings.Count(errs, "--allow-empty") != 0 {
			t.Errorf("%s --allow-empty: exit code %d and %q", command, code, errs)
		}
		if got, _ := os.ReadFile(old); command != "report" && string(got) == "old" {
			t.Errorf("%s --allow-empty left the old file", command)
		}
	}
}

// report is the one place where errors become exit codes.
func TestReport(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, c := range []struct {
		name string
		ctx  context.Context
		err  error
		want int
		text string
	}{
		{"none", context.Background(), nil, exitFine, ""},
		{"interrupted", cancelled, fmt.Errorf("decide: %w", context.Canceled), terminal.Interrupted, ""},
		{"the reader left", context.Background(), fmt.Errorf("write: %w", syscall.EPIPE), exitFine, ""},
		{"usage", context.Background(), usage("no %s", "profile"), exitUsage, "archadvisor: no profile\n"},
		{"a code alone", context.Background(), exitIf(true, exitDrifted), exitDrifted, ""},
		{"anything else", context.Background(), errors.New("disk full"), exitFailed, "archadvisor: disk full\n"},
		{"escapes", context.Background(), errors.New("a \x1b[31m b"), exitFailed, "archadvisor: a \\u001B[31m b\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			if got := complain(c.ctx, c.err, &b); got != c.want || b.String() != c.text {
				t.Errorf("got %d and %q, want %d and %q", got, b.String(), c.want, c.text)
			}
		})
	}
}

// An interrupted batch ends with 130 and prints whole rows only.
func TestInterrupted(t *testing.T) {
	dir := private(t)
	for i := range 40 {
		file(t, dir, fmt.Sprintf("%02d.toml", i), tiny)
	}
	ctx, cancel := context.WithCancel(context.Background())
	var out, errs bytes.Buffer
	stop := writerFunc(func(p []byte) (int, error) {
		cancel()
		return out.Write(p)
	})
	if code := Run(ctx, []string{"score", dir, "--format", "ndjson"}, Streams{strings.NewReader(""), stop, &errs}); code != terminal.Interrupted {
		t.Errorf("exit code %d, want %d: %s", code, terminal.Interrupted, errs.String())
	}
	if text := out.String(); text == "" || !strings.HasSuffix(text, "}\n") || strings.Count(text, "\n") == 40 {
		t.Errorf("printed %d rows, ending in %q", strings.Count(text, "\n"), text[max(0, len(text)-20):])
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// Learning that a signal ends writes nothing and says which one.
func TestInterruptedLearning(t *testing.T) {
	dir := private(t)
	for _, args := range [][]string{{"rules", "fit", "-o", filepath.Join(dir, "strengths.toml")}, {"rules", "test", "--cases", "shipped"}} {
		for _, wait := range []time.Duration{0, 50 * time.Millisecond, 500 * time.Millisecond} {
			ctx, cancel := context.WithCancelCause(context.Background())
			time.AfterFunc(wait, func() { cancel(terminal.Ended(143)) })
			var out, errs bytes.Buffer
			if code := Run(ctx, args, Streams{strings.NewReader(""), &out, &errs}); code != 143 || out.Len() > 0 {
				t.Errorf("%v after %v: exit code %d, printed %q and %q", args, wait, code, out.String(), errs.String())
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "strengths.toml")); err == nil {
		t.Error("strengths were written")
	}
}

// A run that a signal ended says which one, and leaves an array that can be read.
func TestInterruptedArrayIsClosed(t *testing.T) {
	dir := private(t)
	file(t, dir, "a.toml", tiny)
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(terminal.Ended(143))
	var out, errs bytes.Buffer
	code := Run(ctx, []string{"score", dir, "--format", "json"}, Streams{strings.NewReader(""), &out, &errs})
	if code != 143 {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	var rows []any
	if err := json.Unmarshal(out.Bytes(), &rows); err != nil {
		t.Errorf("%q: %v", out.String(), err)
	}
}

// Help that cannot be printed is a failure.
func TestHelpOnAFullDisk(t *testing.T) {
	private(t)
	for _, args := range [][]string{{"help", "units"}, {"--help"}, {"score", "--help"}, {"completion", "bash"}} {
		var errs bytes.Buffer
		if code := Run(context.Background(), args, Streams{strings.NewReader(""), full{}, &errs}); code != exitFailed {
			t.Errorf("%v: exit code %d", args, code)
		}
	}
}

// full is a writer that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }
