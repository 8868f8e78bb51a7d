package ui

import (
	"strings"
	"testing"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// to moves the cursor of what-if to an answer.
func (d *driver) to(id profile.ID) *driver {
	d.tb.Helper()
	d.press("home")
	for range 80 {
		if d.onRow(theme.Cursor+" "+say.Label(id)) || d.onRow(theme.Cursor+"*"+say.Label(id)) {
			return d
		}
		d.press("down")
	}
	d.tb.Fatalf("%s cannot be tried:\n%s", id, d.text())
	return d
}

// tried holds what what-if shows of an answer.
func (d *driver) tried(id profile.ID, v profile.Value) *driver {
	d.tb.Helper()
	want := wording.ShortValue(id, v, 14)
	for _, l := range strings.Split(d.text(), "\n") {
		if cells := strings.Split(l, "│"); len(cells) > 1 && strings.HasPrefix(strings.TrimLeft(cells[1], " *"+theme.Cursor), say.Label(id)) &&
			strings.HasSuffix(strings.TrimRight(cells[1], " "), want) {
			return d
		}
	}
	d.tb.Fatalf("%s is not %s:\n%s", id, want, d.text())
	return d
}

func TestWhatifSlides(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("3")
	d.want("As answered: monolith", "8 people", "$2,000", "bursty", "120 req/s")
	d.to(profile.Engineers).press("right").tried(profile.Engineers, profile.Number(10)).want("8 people → 10 people", "It makes no difference: still monolith")
	d.press("+", "+").tried(profile.Engineers, profile.Number(100)).want("This changes the answer: monolith →")
	d.press("-").tried(profile.Engineers, profile.Number(30))
	d.press("r").tried(profile.Engineers, profile.Number(8)).want("As answered")
	for range 60 {
		d.press("-")
	}
	d.tried(profile.Engineers, profile.Number(1))
	d.to(profile.Pattern).press("right", "-").tried(profile.Pattern, profile.Number(0))
	d.press("R")
	d.want("As answered").reject("changed:")
	if !d.m.session().Profile().Equal(shop(t)) {
		t.Error("the answers themselves changed")
	}
}

func TestWhatifTypedValues(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("3").to(profile.MeanRPS)
	d.press("enter", "5M/day").want("= 57.9").press("enter").want("*average load", "57.9 req/s")
	d.press("enter", "100-2k", "enter").tried(profile.MeanRPS, profile.Between(100, 2000)).want("━")
	d.press("enter", "many", "enter").want("✗").press("esc").tried(profile.MeanRPS, profile.Between(100, 2000))
	if d.m.front != indexOf("what-if") {
		t.Error("esc while typing left the view")
	}
	d.press("enter", "unknown", "enter").tried(profile.MeanRPS, profile.Value{}).want("open")
	d.to(profile.BudgetMonthlyUSD).press("enter", "$3k", "enter").tried(profile.BudgetMonthlyUSD, profile.Number(3000))
	d.press("u").tried(profile.BudgetMonthlyUSD, profile.Value{})
}

// TestWhatifContradiction: what cannot be is said and not tried; a peak follows
// the mean.
func TestWhatifContradiction(t *testing.T) {
	p := shop(t)
	for _, set := range []string{"work.cpu_ms=20", "work.duration_ms=100", "load.peak_rps=360"} {
		if err := p.SetString(set); err != nil {
			t.Fatal(err)
		}
	}
	d := study(t, p, "dark", 100, 30).press("3").to(profile.CPUMillis)
	d.press("enter", "200ms", "enter").want("✗", "cannot be").tried(profile.CPUMillis, profile.Number(20))
	d.to(profile.MeanRPS).press("enter", "1.2k", "enter").tried(profile.PeakRPS, profile.Number(3600)).want("*peak load")
	d.press("right", "right", "left", "r").tried(profile.MeanRPS, profile.Number(120)).tried(profile.PeakRPS, profile.Number(360))
}

// TestWhatifOpenLoad: an average load that nobody answered follows from the users where they are.
func TestWhatifOpenLoad(t *testing.T) {
	p := shop(t)
	p.Clear(profile.MeanRPS)
	study(t, p, "dark", 120, 30).press("3").to(profile.MeanRPS).want("average load: open, tried over 0.1 to 200 req/s")
	p.Set(profile.Users, profile.Number(20000))
	study(t, p, "dark", 120, 30).press("3").to(profile.MeanRPS).want("average load: open, tried over what follows from 20,000 users")
}

func TestWhatifFlips(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("3").to(profile.Engineers)
	d.want("╂", "76 engineers or more → microservices")
	d.press("f").want("This changes the answer").press("f").want("still monolith")
	d.tried(profile.Engineers, profile.Number(74))
	d.to(profile.GPU).press("f")
	if d.m.note.Text == "" {
		t.Error("nothing is said where there is no flip")
	}
}

func TestWhatifSavesAndCompares(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("3").to(profile.Engineers).press("right", "s", "enter")
	if len(d.saved) != 1 {
		t.Fatalf("saved: %v", d.saved)
	}
	for _, p := range d.saved {
		if !p.Get(profile.Engineers).Equal(profile.Number(10)) {
			t.Error("what was tried is not what was saved")
		}
	}
	d.press("c").want("your answers", "what-if", "One answer differs", "8 people", "10 people")
	d.press("esc").want("Try answers").press("R", "c").want("No answers differ")
}
