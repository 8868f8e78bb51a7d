package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

func TestSaveAsksBeforeItOverwrites(t *testing.T) {
	d := drive(t, shop(t), "dark", 80, 24)
	d.saved["shop.toml"] = profile.New("other")
	d.press("ctrl+s", "enter")
	d.want("enter again overwrites")
	if d.saved["shop.toml"].Name() != "other" {
		t.Fatal("the file was overwritten without a question")
	}
	d.press("enter")
	d.want("Saved: shop.toml")
	if !d.saved["shop.toml"].Equal(d.m.session().Profile()) {
		t.Error("something else was saved")
	}
	if out := d.m.end(); len(out.Saved) != 1 || out.Draft != "" {
		t.Errorf("outcome: %+v", out)
	}
	d.press("ctrl+s", "ctrl+u", "other.toml", "enter").want("Saved: other.toml")
}

func TestExport(t *testing.T) {
	d := drive(t, shop(t), "dark", 100, 30)
	d.press("ctrl+r", "5")
	d.want("# Use a monolith for shop", "Same as: archadvisor export PROFILE.toml", "--format auto").press("ctrl+s", "enter")
	d.want("Same as: archadvisor export shop.toml")
	d.press("right")
	d.want("madr ▸")
	d.press("down", "Keep it 2 gether") // letters and digits are text here
	d.want("# Keep it 2 gether")
	d.press("down", "down", "right", "down", "ana, bo", "down", "down", "enter")
	if len(d.wrote) != 1 {
		t.Fatalf("%d records were written", len(d.wrote))
	}
	r := d.wrote[0]
	if r.Format != "madr" || r.Title != "Keep it 2 gether" || r.Status != "accepted" || r.Deciders != "ana, bo" || r.Number != "" {
		t.Errorf("written: %+v", r)
	}
	if !r.Profile.Equal(d.m.session().Profile()) {
		t.Error("the record is of other answers")
	}
	d.want("Written: docs/decisions/")
	d.press("Y")
	if !strings.HasPrefix(d.copy, "# Keep it") {
		t.Errorf("copied %q", d.copy)
	}
}

func TestCopyTheResult(t *testing.T) {
	d := drive(t, shop(t), "dark", 100, 30)
	d.press("ctrl+r", "y")
	if !strings.HasPrefix(d.copy, "# shop: monolith") || !strings.Contains(d.copy, "8 people are few enough") {
		t.Errorf("copied %q", d.copy)
	}
}

func TestDiskFaultIsSaid(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := drive(t, profile.New("shop"), "dark", 80, 24)
	cfg := d.testConfig(session.New(profile.New("shop"), session.Folder{Path: filepath.Join(file, "drafts")}, "one"), "dark")
	d.m = New(t.Context(), &cfg)
	d.run(d.m.Init())
	d.size(80, 24)
	d.ask(profile.Engineers).press("8", "enter")
	d.want("✗ Not kept on disk").reject("✓ kept")
}

func TestQuitting(t *testing.T) {
	d := drive(t, profile.New("shop"), "dark", 80, 24).press("q").ask(profile.Engineers).press("q")
	if d.quit {
		t.Error("q quits the interview")
	}
	d.press("backspace", "8", "enter", "ctrl+r", "q")
	if !d.quit || d.m.end().Interrupted {
		t.Errorf("q in the result: quit %v, outcome %+v", d.quit, d.m.end())
	}
	d.quit = false
	d.press("ctrl+c")
	if !d.quit || !d.m.end().Interrupted {
		t.Error("ctrl+c does not interrupt")
	}
}

func TestDraftSurvives(t *testing.T) {
	store := session.Folder{Path: t.TempDir()}
	d := drive(t, profile.New("shop"), "dark", 80, 24)
	cfg := d.testConfig(session.New(profile.New("shop"), store, "one"), "dark")
	d.m = New(t.Context(), &cfg)
	d.run(d.m.Init())
	d.size(80, 24)
	d.reject("kept").press(" ", "tab").reject("kept") // nothing is answered yet
	d.ask(profile.Engineers).press("8", "enter").want("✓ kept", "Every answer is kept").ask(profile.MeanRPS).press("120", "enter", "1", "enter")
	again, err := session.Resume(store, "one")
	if err != nil {
		t.Fatal(err)
	}
	if !again.Profile().Equal(d.m.session().Profile()) || again.SetOrder(explain.Inquiry{}).Current() != profile.BudgetMonthlyUSD {
		t.Errorf("resumed at %s", again.Current())
	}
	if out := d.m.end(); out.Draft != "one" {
		t.Errorf("the draft is %q", out.Draft)
	}
	if d.press("ctrl+s", "enter"); d.m.end().Draft != "" {
		t.Error("what was saved is told to be a draft")
	}
	if again, err = session.Resume(store, "one"); err != nil || filepath.Base(again.File()) != "shop.toml" {
		t.Errorf("what was saved is not found again: %q, %v", again.File(), err)
	}
}

func TestStartOffersWhatWasBegun(t *testing.T) {
	d := &driver{tb: t}
	cfg := d.testConfig(session.New(profile.New("my system"), session.Folder{}, ""), "mono")
	cfg.Offers = []view.Offer{{Title: "billing", About: "4 answers", Open: func() (session.Session, string, error) {
		return session.New(shop(t), session.Folder{}, ""), "shop.toml", nil
	}}}
	d.m = New(t.Context(), &cfg)
	d.run(d.m.Init())
	d.size(80, 24)
	d.want("Begin anew", "billing", "4 answers").press("4", "enter")
	if d.m.session().Answers() != 0 {
		t.Error("a number alone has opened a draft")
	}
	d.press("backspace", "billing", "enter")
	if d.m.session().Answers() != 4 || d.m.file != "shop.toml" {
		t.Errorf("%d answers of %q", d.m.session().Answers(), d.m.file)
	}
	d.want("shop").reject("Begin anew")
}

func TestUpdateTouchesNoDisk(t *testing.T) {
	store := session.Folder{Path: t.TempDir()}
	d := &driver{tb: t}
	cfg := d.testConfig(session.New(profile.New("shop"), store, "one"), "dark")
	d.m = New(t.Context(), &cfg)
	d.size(80, 24)
	d.ask(profile.Engineers)
	before := d.m
	for _, key := range []string{"8", "enter"} {
		next, _ := d.m.Update(press(key)) // its commands are never run
		d.m = next.(Model)
	}
	if list, err := store.List(); err != nil || len(list) != 0 {
		t.Errorf("Update wrote a draft: %v, %v", list, err)
	}
	d.reject("✓ kept").want("Every answer is kept")
	if before.session().Value(profile.Engineers).Known() {
		t.Error("Update changed the screens that it was given")
	}
	d.m.end()
	if again, err := session.Resume(store, "one"); err != nil || again.Value(profile.Engineers).Low != 8 {
		t.Errorf("the last answer was lost at the end: %v", err)
	}
}
