package ui

import (
	"cmp"
	"context"
	"os"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// driver runs the screens without a terminal: every command at once, so that a
// frame is what a user sees when all is computed.
type driver struct {
	tb    testing.TB
	m     Model
	w, h  int
	quit  bool
	saved map[string]*profile.Profile
	wrote []view.ExportRequest
	copy  string
}

// testConfig is the configuration of a session that has a fake engine and
// writes nothing.
func (d *driver) testConfig(s session.Session, th string) view.Config {
	colours := termenv.TrueColor
	return view.Config{Engine: fakeEngine{}, Session: s, Mixture: fakeMixture,
		Options: advisor.Default, Typing: advisor.Options{Draws: 64}, Theme: theme.New(th, colours), SavePath: func(name string) string { return "shop.toml" },
		Rule: func(id string) (view.Rule, bool) {
			return view.Rule{Condition: "team.engineers <= 12 and team.teams <= 2", Points: "monolith +18, microservices -14", Source: "Newman 2019", Where: "team.toml:41", Fields: []profile.ID{profile.Engineers}}, strings.HasPrefix(id, "R-TEAM")
		},
		Save: func(path string, p *profile.Profile, overwrite bool) error {
			if _, ok := d.saved[path]; ok && !overwrite {
				return os.ErrExist
			}
			d.saved[path] = p
			return nil
		},
		Export: func(_ context.Context, r view.ExportRequest) (view.ExportResult, error) {
			if !r.Dry {
				d.wrote = append(d.wrote, r)
			}
			title := r.Title
			if title == "" {
				title = "Use a " + r.Explanation.Recommendation + " for " + r.Profile.Name()
			}
			return view.ExportResult{Path: "docs/decisions/0001-use-a-monolith.md", Note: "madr: the folder has none yet",
				Command: "archadvisor export " + cmp.Or(r.File, "PROFILE.toml") + " --format " + r.Format,
				Text:    "# " + title + "\n\n## Context and Problem Statement\n\n" + strings.Repeat("People build a shop. ", 12) + "\n"}, nil
		},
		Copy: func(text string) error { d.copy = text; return nil },
	}
}

func drive(tb testing.TB, p *profile.Profile, th string, w, h int) *driver {
	tb.Helper()
	d := &driver{tb: tb, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(p, session.Folder{}, ""), th)
	d.m = New(context.Background(), &cfg)
	d.run(d.m.Init())
	d.size(w, h)
	return d
}

func (d *driver) size(w, h int) {
	d.w, d.h = w, h
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
}

func (d *driver) send(msg tea.Msg) {
	next, cmd := d.m.Update(msg)
	d.m = next.(Model)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, tea.SuspendMsg:
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	default:
		d.send(msg)
	}
}

// press presses keys by name; words are typed letter by letter.
func (d *driver) press(keys ...string) *driver {
	for _, k := range keys {
		if _, named := namedKeys[k]; named || k == " " {
			d.send(press(k))
			continue
		}
		for _, r := range k {
			d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		}
	}
	return d
}

// ask passes questions over until one is at hand.
func (d *driver) ask(id profile.ID) *driver {
	d.tb.Helper()
	for n := 0; d.m.session().Current() != id; n++ {
		if n > 100 {
			d.tb.Fatalf("%s is not asked", id)
		}
		d.press("tab")
	}
	return d
}

// first is a new interview at its first number.
func first(tb testing.TB, th string, w, h int) *driver {
	tb.Helper()
	return drive(tb, profile.New("shop"), th, w, h).ask(profile.Engineers)
}

// frame draws and holds the two invariants.
func (d *driver) frame() string {
	d.tb.Helper()
	view := d.m.View()
	lines := strings.Split(view, "\n")
	if len(lines) > d.h {
		d.tb.Fatalf("%dx%d: %d lines\n%s", d.w, d.h, len(lines), ansi.Strip(view))
	}
	for i, l := range lines {
		if got := ansi.StringWidth(l); got > d.w {
			d.tb.Fatalf("%dx%d: line %d is %d wide: %q", d.w, d.h, i+1, got, ansi.Strip(l))
		}
	}
	return view
}

// text is the frame without its colours.
func (d *driver) text() string { return ansi.Strip(d.frame()) }

func (d *driver) want(parts ...string) *driver {
	d.tb.Helper()
	text := d.text()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			d.tb.Fatalf("the screen does not show %q:\n%s", p, text)
		}
	}
	return d
}

// onRow reports whether the cursor is on a line with a text.
func (d *driver) onRow(text string) bool {
	for _, l := range strings.Split(d.text(), "\n") {
		if strings.Contains(l, theme.Cursor) && strings.Contains(l, text) {
			return true
		}
	}
	return false
}

func (d *driver) reject(parts ...string) *driver {
	d.tb.Helper()
	text := d.text()
	for _, p := range parts {
		if strings.Contains(text, p) {
			d.tb.Fatalf("the screen shows %q:\n%s", p, text)
		}
	}
	return d
}

// shop is a profile with the answers of the opening.
func shop(tb testing.TB) *profile.Profile {
	tb.Helper()
	p := profile.New("shop")
	for _, set := range []string{"team.engineers=8", "load.mean_rps=120", "load.pattern=bursty", "budget.monthly_usd=2000"} {
		if err := p.SetString(set); err != nil {
			tb.Fatal(err)
		}
	}
	return p
}
