package ui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"archadvisor/advisor/profile"
	"archadvisor/ui/accessible"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// plainly runs the accessible mode on a script of lines.
func plainly(t *testing.T, p *profile.Profile, lines ...string) (*driver, view.Config, view.Outcome, string) {
	t.Helper()
	d := &driver{tb: t, saved: map[string]*profile.Profile{}}
	store := session.Folder{Path: t.TempDir()}
	cfg := d.testConfig(session.New(p, store, "one"), "mono")
	var out bytes.Buffer
	outcome, err := accessible.Run(context.Background(), cfg, strings.NewReader(strings.Join(lines, "\n")), &out)
	if err != nil {
		t.Fatal(err)
	}
	if left, err := session.Resume(store, "one"); err == nil {
		cfg.Session = left
	}
	return d, cfg, outcome, out.String()
}

func TestAccessibleGivesTheSameResult(t *testing.T) {
	_, cfg, outcome, text := plainly(t, profile.New("shop"), "8", "120", "bursty", "$2k", "stop")
	if !cfg.Session.Profile().Equal(shop(t)) {
		t.Errorf("the answers differ:\n%s", text)
	}
	want := fakeEngine{}.Advise(shop(t), cfg.Options)
	if got := outcome.Decision; got == nil || got.Recommendation != want.Recommendation || got.Ranking[0].Score != want.Ranking[0].Score {
		t.Errorf("the decision differs: %+v", got)
	}
	for _, part := range []string{"How many engineers", "1: steady", "5: I don't know", "Noted: engineers, 8 people.", "Result. Monolith is recommended.", "It would change: with engineers = 34 people"} {
		if !strings.Contains(text, part) {
			t.Errorf("not said: %q\n%s", part, text)
		}
	}
	if i := strings.IndexAny(text, "█░├│╭▸\x1b"); i >= 0 {
		t.Errorf("something is drawn: %q", text[i:min(len(text), i+40)])
	}
}

func TestAccessibleWords(t *testing.T) {
	d, _, outcome, text := plainly(t, profile.New("shop"),
		"?", "zebra", "8", "back", "skip", "unknown", "3", "undo", "redo", "list",
		"go cloud", "gcp", "go nowhere", "export madr", "save mine.toml", "quit")
	for _, part := range []string{"Why it is asked:", "Not taken: ", "Your answer now: 8 people. Type skip to keep it.",
		"mean rps, unknown", "pattern, bursty", "undo: load pattern is –", "redo: load pattern is bursty", "load.mean_rps: I don't know",
		"cloud, gcp", "There is no question \"nowhere\"", "Written: docs/decisions/", "Saved: mine.toml"} {
		if !strings.Contains(text, part) {
			t.Errorf("not said: %q\n%s", part, text)
		}
	}
	if strings.Contains(text, "Result.") {
		t.Error("quit shows a result that nobody asked for")
	}
	want := profile.New("shop")
	for _, set := range []string{"team.engineers=8", "load.pattern=bursty", "constraints.cloud=gcp"} {
		if err := want.SetString(set); err != nil {
			t.Fatal(err)
		}
	}
	if p := d.saved["mine.toml"]; p == nil || !p.Equal(want) {
		t.Error("the saved answers differ")
	}
	if len(d.wrote) != 1 || d.wrote[0].Format != "madr" || len(outcome.Exported) != 1 {
		t.Errorf("written: %+v", d.wrote)
	}
}

func TestAccessibleEndsWithItsInput(t *testing.T) {
	for _, lines := range [][]string{nil, {""}, {"8"}, {"8", "", ""}, {strings.Repeat("9", 100000)}} {
		_, _, outcome, text := plainly(t, profile.New("shop"), lines...)
		if !strings.Contains(text, "Result. ") || outcome.Decision == nil {
			t.Errorf("%d lines: no result\n%s", len(lines), text)
		}
	}
}

func TestAccessibleOverwritesOnlyItsOwn(t *testing.T) {
	d := &driver{tb: t, saved: map[string]*profile.Profile{"shop.toml": profile.New("other")}}
	cfg := d.testConfig(session.New(profile.New("shop"), nil, ""), "mono")
	var out bytes.Buffer
	script := "8\nsave\nsave mine.toml\n9\nsave\nquit\n"
	if _, err := accessible.Run(context.Background(), cfg, strings.NewReader(script), &out); err != nil {
		t.Fatal(err)
	}
	if got := d.saved["shop.toml"]; got.Name() != "other" {
		t.Error("somebody else's file was overwritten")
	}
	if got := d.saved["mine.toml"]; got == nil || got.Get(profile.MeanRPS).Low != 9 {
		t.Errorf("the second save did not reach the file:\n%s", out.String())
	}
}

func TestAccessibleThroughAllQuestions(t *testing.T) {
	lines := make([]string, len(profile.Fields()))
	for i := range lines {
		lines[i] = "unknown"
	}
	_, cfg, _, text := plainly(t, profile.New("shop"), lines...)
	if !cfg.Session.Done() || !strings.Contains(text, "What next?") {
		t.Errorf("the questions have no end:\n%s", text)
	}
}

type deaf struct{}

func (deaf) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestAccessibleBrokenOutput(t *testing.T) {
	d := &driver{tb: t, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(profile.New("shop"), nil, ""), "mono")
	if _, err := accessible.Run(context.Background(), cfg, strings.NewReader("8\n"), deaf{}); err == nil {
		t.Error("a closed output is no error")
	}
}

func TestAccessibleInterrupted(t *testing.T) {
	d := &driver{tb: t, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(profile.New("shop"), nil, ""), "mono")
	r, w := io.Pipe() // nothing is ever typed
	defer w.Close()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out, err := accessible.Run(ctx, cfg, r, io.Discard)
	if err != nil || !out.Interrupted {
		t.Errorf("interrupted: %v, %v", out.Interrupted, err)
	}
}
