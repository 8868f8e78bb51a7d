package ui

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// to moves the cursor to an answer.
func (d *driver) to(id profile.ID) *driver {
	d.tb.Helper()
	i := slices.Index(d.m.whatif.rows, id)
	if i < 0 {
		d.tb.Fatalf("%s cannot be tried", id)
	}
	d.press("home")
	for range i {
		d.press("down")
	}
	return d
}

func (d *driver) tried(id profile.ID, v profile.Value) *driver {
	d.tb.Helper()
	if got := d.m.whatif.p.Get(id); !got.Equal(v) {
		d.tb.Fatalf("%s is %s, want %s", id, profile.Format(id, got), profile.Format(id, v))
	}
	return d
}

func TestWhatifSlides(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("3")
	d.want("As answered: monolith", "8 people", "$2,000", "bursty", "120 req/s")
	d.to(profile.Engineers).press("right").tried(profile.Engineers, profile.Number(10)).want("8 people → 10 people", "still monolith")
	d.press("+", "+").tried(profile.Engineers, profile.Number(100)).want("╂ monolith → microservices")
	d.press("-").tried(profile.Engineers, profile.Number(30))
	d.press("r").tried(profile.Engineers, profile.Number(8)).want("As answered")
	for range 60 {
		d.press("-")
	}
	d.tried(profile.Engineers, profile.Number(1))
	d.to(profile.Pattern).press("right", "right", "right").tried(profile.Pattern, profile.Number(0))
	d.press("R")
	if len(d.m.whatif.changed()) != 0 {
		t.Error("not all was reset")
	}
	if !d.m.cfg.Session.Profile().Equal(shop(t)) {
		t.Error("the answers themselves changed")
	}
}

func TestWhatifTypedValues(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("3").to(profile.MeanRPS)
	d.press("enter", "5M/day").want("= 57.87").press("enter").want("*mean rps", "57.8704 req/s")
	d.press("enter", "100-2k", "enter").tried(profile.MeanRPS, profile.Between(100, 2000)).want("━")
	d.press("enter", "many", "enter").want("✗").press("esc").tried(profile.MeanRPS, profile.Between(100, 2000))
	if d.m.screen != whatifScreen {
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
	d.to(profile.MeanRPS).press("enter", "1.2k", "enter").tried(profile.PeakRPS, profile.Number(3600)).want("*peak rps")
	d.press("right", "right", "left", "r").tried(profile.MeanRPS, profile.Number(120)).tried(profile.PeakRPS, profile.Number(360))
}

func TestWhatifFlips(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("3").to(profile.Engineers)
	d.want("╂", "about 76 people → microservices") // the explanation's own, unchanged
	d.press("right")
	list := d.m.whatif.marks[profile.Engineers]
	if len(list) != 1 || list[0].to != "microservices" || list[0].beyond < studyFlip || list[0].beyond > studyFlip*1.1 {
		t.Fatalf("%+v, want one at %v", list, studyFlip)
	}
	d.press("f").want("monolith → microservices").press("f").want("still monolith")
	if got := d.m.whatif.p.Get(profile.Engineers).Low; got > studyFlip || got < studyFlip*0.9 {
		t.Errorf("back at %v, want just below %v", got, studyFlip)
	}
	d.to(profile.GPU).press("f")
	if d.m.note.text == "" {
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
	d.press("c").want("your answers: shop", "what-if: shop", "One answer differs", "8 people", "10 people")
	if d.m.screen != compareScreen {
		t.Error("the comparison is not shown")
	}
	d.press("x").want("what-if: shop").press("n").want("at the start: shop", "No answers differ")
	d.press("o", "none.toml", "enter").want("no such file").press("ctrl+u", "other.toml", "enter").want("other 订单", "2 answers differ", "microservices")
	d.press("d").want("pattern").press("y")
	if d.copy == "" {
		t.Error("nothing was copied")
	}
}

// slowEngine takes as long as a test lets it.
type slowEngine struct {
	studyEngine
	calls, release chan struct{}
}

func (e slowEngine) Advise(p *profile.Profile, o advisor.Options) *advisor.Decision {
	e.calls <- struct{}{}
	<-e.release
	return e.studyEngine.Advise(p, o)
}

// TestWhatifNeverWaits: keys move the slider while the engine is busy, the last
// answer stays on the screen, and what newer input made useless never starts.
func TestWhatifNeverWaits(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("3").to(profile.Engineers)
	m := d.m.whatif
	e := slowEngine{calls: make(chan struct{}, 99), release: make(chan struct{})}
	m.cfg.Engine, m.cfg.Pause = e, time.Minute
	results := make(chan tea.Msg, 99)
	shown := m.now
	for range 20 {
		var cmd tea.Cmd
		m, cmd = m.act("more")
		if m.now != shown || !m.busy {
			t.Fatal("the last answer is not shown until the new one is ready")
		}
		go func() { results <- cmd() }()
	}
	close(e.release)
	last := 0
	for range 20 {
		if msg, ok := (<-results).(triedMsg); ok {
			last = max(last, msg.seq)
		}
	}
	if last != m.work.look.seq {
		t.Errorf("the last computation was %d, want %d", last, m.work.look.seq)
	}
	if n := len(e.calls); n > 10 {
		t.Errorf("%d decisions were computed for 20 keys", n)
	}
	old, _ := m.Update(triedMsg{now: &advisor.Decision{}, from: &advisor.Decision{}, seq: last - 1})
	if old.now != shown {
		t.Error("an answer to an old question was taken")
	}
}

// TestWhatifRests: what takes long does not start while the keys do not rest.
func TestWhatifRests(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if pause(ctx, time.Hour) || !pause(t.Context(), time.Microsecond) {
		t.Error("a pause ends early when it is cancelled, and is kept otherwise")
	}
	d := study(t, shop(t), "dark", 100, 30).press("3")
	m := d.m.whatif
	m, _ = m.act("more")
	old := m.work.look.seq
	m, _ = m.act("more")
	if _, cmd := m.Update(triedMsg{now: m.now, from: m.from, seq: old}); cmd != nil {
		t.Error("slower work starts after an answer that is not the last")
	}
}

func TestSliderSteps(t *testing.T) {
	s := sliderOf(profile.MeanRPS)
	if s.stops[0] != 0.1 || s.stops[len(s.stops)-1] != 1e5 || !slices.IsSorted(s.stops) {
		t.Fatalf("%v", s.stops)
	}
	for _, v := range []struct {
		from float64
		by   int
		want float64
	}{{120, 1, 150}, {120, -1, 100}, {130, 1, 150}, {130, -1, 120}, {100, 5, 300}, {1e5, 1, 1e5}, {0.1, -5, 0.1}, {0.01, 1, 0.12}, {1e9, -1, 8e4}} {
		if got := s.step(v.from, v.by); math.Abs(got-v.want) > 1e-9*v.want {
			t.Errorf("%v by %d: %v, want %v", v.from, v.by, got, v.want)
		}
	}
	if got := sliderOf(profile.MeanRPS, profile.Number(5e6)).stops; got[len(got)-1] != 5e6 {
		t.Errorf("an answer beyond the slider is not on it: %v", got[len(got)-1])
	}
	for id := range profile.NumFields {
		f := id.Field()
		if f.Kind != profile.Numeric && f.Kind != profile.Bool && f.Kind != profile.Option {
			continue
		}
		stops := sliderOf(id).stops
		if len(stops) < 2 || !slices.IsSorted(stops) {
			t.Errorf("%s: %v", id, stops)
		}
		for _, v := range stops {
			if err := profile.New("x").Set(id, valueOn(id, v)); err != nil {
				t.Errorf("%s: a stop at %v: %v", id, v, err)
			}
		}
	}
}

func TestSliderDraws(t *testing.T) {
	s := slider{profile.MeanRPS, []float64{1, 2, 3, 4, 5}}
	mark := []flipMark{{at: 4, beyond: 4}}
	for want, got := range map[string]string{
		"●─────╂─┤": s.draw(profile.Number(1), profile.Number(1), 1, mark, 9),
		"○───●─╂─┤": s.draw(profile.Number(3), profile.Number(1), 1, mark, 9),
		"├─━━━━━─┤": s.draw(profile.Between(2, 4), profile.Between(2, 3), 1, nil, 9),
		"├───?───┤": s.draw(profile.Value{}, profile.Value{}, 3, nil, 9),
		"  ":        s.draw(profile.Number(1), profile.Number(1), 1, nil, 2),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
