package ui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/accessible"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// plainly runs the accessible mode on a script of lines.
func plainly(t *testing.T, p *profile.Profile, lines ...string) (*driver, view.Config, view.Outcome, string) {
	t.Helper()
	return plainlyWith(t, fakeEngine{}, p, lines...)
}

// plainlyWith is plainly with another engine.
func plainlyWith(t *testing.T, e session.Engine, p *profile.Profile, lines ...string) (*driver, view.Config, view.Outcome, string) {
	t.Helper()
	d := &driver{tb: t, saved: map[string]*profile.Profile{}}
	store := session.Folder{Path: t.TempDir()}
	cfg := d.testConfig(session.New(p, store, "one"), "mono")
	cfg.Engine = e
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
	_, cfg, outcome, text := plainly(t, profile.New("shop"), "skip", "", "", "next", "8", "review", "skip", "120", "bursty", "$2k", "stop")
	if !cfg.Session.Profile().Equal(shop(t)) {
		t.Errorf("the answers differ:\n%s", text)
	}
	want := fakeEngine{}.Advise(shop(t), cfg.Options)
	if got := outcome.Decision; got == nil || got.Recommendation != want.Recommendation || got.Ranking[0].Score != want.Ranking[0].Score {
		t.Errorf("the decision differs: %+v", got)
	}
	for _, part := range []string{"How many engineers", "1 answer. Type go", "1: steady", "5: I don't know", "Noted: engineers, 8 people.", "Result. Monolith is recommended.", "34 engineers or more it would be microservices", "Nothing is answered yet", "So far: Monolith is recommended (monolith 7"} {
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
		"help", "zebra", "1, 5", "skip", "skip", "8", "back", "skip", "skip", "I don't know", "3", "undo", "redo", "review",
		"go cloud", "gcp", "go nowhere", "undo", "export madr", "save mine.toml", "quit")
	for _, part := range []string{"Why it is asked:", "Not taken: ", "Your answer now: 8 people. Type skip to keep it.", "kind of work, request, batch",
		"average load, I don't know", "pattern, bursty", "undo: load pattern is –", "redo: load pattern is bursty", "load.mean_rps: I don't know",
		"cloud, gcp", "undo: cloud is –", "There is no question \"nowhere\"", "Written: docs/decisions/", "Saved: mine.toml"} {
		if !strings.Contains(text, part) {
			t.Errorf("not said: %q\n%s", part, text)
		}
	}
	if strings.Contains(text, "Result.") {
		t.Error("quit shows a result that nobody asked for")
	}
	want := profile.New("shop")
	for _, set := range []string{"team.engineers=8", "load.pattern=bursty", `work.interaction=["request", "batch"]`} {
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
	cfg := d.testConfig(session.New(profile.New("shop"), session.Folder{}, ""), "mono")
	var out bytes.Buffer
	script := "go engineers\n8\nsave\nsave mine.toml\ngo mean_rps\n9\nsave\nquit\n"
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
		lines[i] = "skip"
	}
	_, _, _, text := plainly(t, profile.New("shop"), append(lines, "details")...)
	if !strings.Contains(text, "What next?") {
		t.Errorf("the questions have no end:\n%s", text)
	}
	if strings.Contains(text, "Worth answering next") {
		t.Errorf("what was passed is told as worth answering:\n%s", text)
	}
}

// TestAccessibleSheet: the limits are one question, answered in turn or at once.
func TestAccessibleSheet(t *testing.T) {
	long := explain.OpenGate{Hard: true, Fields: []profile.ID{profile.LongestJobS}, Within: profile.Between(1, 900)}
	gpu := explain.OpenGate{Hard: true, Fields: []profile.ID{profile.GPU}, Within: profile.Flag(false)}
	engine := gated{gates: []explain.OpenGate{long, gpu}}
	d := &driver{tb: t, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(shop(t), session.Folder{}, ""), "mono")
	cfg.Engine = engine
	var out bytes.Buffer
	script := "skip\nskip\nskip\nskip\nzebra\n1 = 30 min\nnone\nhelp\n1, 3\nsave\nquit\n"
	if _, err := accessible.Run(context.Background(), cfg, strings.NewReader(script), &out); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"1: longest job over 900 s", "2: it needs a GPU", "type none, or a number", "Noted: longest job, 1,800 s", "Noted: GPU, no", "What matters most", "Why it is asked: What is important", "Noted: weight of cost, 5"} {
		if !strings.Contains(out.String(), part) {
			t.Errorf("not said: %q\n%s", part, out.String())
		}
	}
	if p := d.saved["shop.toml"]; p == nil || p.Get(profile.LongestJobS).Low != 1800 || !p.Known(profile.GPU) || p.Get(profile.PriorityPerformance).Low != 5 {
		t.Errorf("saved:\n%s", out.String())
	}
}

// gated is an engine with open hard limits.
type gated struct {
	fakeEngine
	gates []explain.OpenGate
}

func (g gated) Inquire(_ context.Context, p *profile.Profile, _ advisor.Options, _ ...profile.ID) (explain.Inquiry, error) {
	q := explain.Inquiry{Gain: 0.1, Worth: 0.02}
	for _, one := range g.gates {
		if !p.Known(one.Fields[0]) {
			q.Gates = append(q.Gates, one)
		}
	}
	return q, nil
}

type deaf struct{}

func (deaf) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestAccessibleBrokenOutput(t *testing.T) {
	d := &driver{tb: t, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(profile.New("shop"), session.Folder{}, ""), "mono")
	if _, err := accessible.Run(context.Background(), cfg, strings.NewReader("8\n"), deaf{}); err == nil {
		t.Error("a closed output is no error")
	}
}

func TestAccessibleInterrupted(t *testing.T) {
	d := &driver{tb: t, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(profile.New("shop"), session.Folder{}, ""), "mono")
	r, w := io.Pipe() // nothing is ever typed
	defer w.Close()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out, err := accessible.Run(ctx, cfg, r, io.Discard)
	if err != nil || !out.Interrupted {
		t.Errorf("interrupted: %v, %v", out.Interrupted, err)
	}
}
