package ui

import (
	"context"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/measure"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

func TestInterviewByKeys(t *testing.T) {
	d := drive(t, profile.New("shop"), "dark", 100, 30)
	d.want("What kind of work is it", "about ").ask(profile.Engineers).press("8")
	d.want("= 8 people", "If this is your answer", "65 %, was 61 %")
	d.press("enter").ask(profile.MeanRPS).press("1.5k")
	d.want("= 1,500 req/s")
	d.press("enter", "down", "down", "down", "enter")
	p := d.m.session().Profile()
	if got := profile.Format(profile.Pattern, p.Get(profile.Pattern)); got != "bursty" {
		t.Errorf("the third choice is %q", got)
	}
	d.press("enter").want("Nothing is answered yet").press("enter") // said once, then a way to skip
	if got := d.m.session().Status(profile.BudgetMonthlyUSD); got != session.Open || d.m.session().Current() == profile.BudgetMonthlyUSD {
		t.Errorf("the budget is %v", got)
	}
}

// TestPassingStoresNothing: no key but an answer answers, wherever it is pressed.
// TestRatesAreReadBack: a rate is told back in the unit that it was said in.
func TestRatesAreReadBack(t *testing.T) {
	for said, want := range map[string]string{"once a day": "= 1 request a day", "twice a month": "= 2 requests a month", "10/week": "= 1.43 requests a day", "5M/day": "= 57.9 req/s"} {
		drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.MeanRPS).press(said).want(want)
	}
	for kind, want := range map[string]string{"batch": "1 run a day", "event": "1 event a day", "event, batch": "1 run a day", "request, batch": "1 request a day"} {
		p := profile.New("job")
		if err := p.SetString("work.interaction=" + kind); err != nil {
			t.Fatal(err)
		}
		d := drive(t, p, "mono", 100, 30).ask(profile.MeanRPS).press("1 a day").want("= "+want).press("enter", "ctrl+r", "2").want("At your rate of "+want, "you "+strings.TrimSuffix(want, " a day"))
		d.press("3").want(" a day").reject("e-05")
	}
}

func TestPassingStoresNothing(t *testing.T) {
	for _, keys := range [][]string{{"enter"}, {"tab"}, {"esc", "tab", "tab"}, {"down", "up", "tab"}, {"3", "tab"}, {"x", "backspace", "tab"}, {"?", "esc", "enter"}, {"ctrl+g", "esc", "tab"}, {"ctrl+z", "enter"}, {"ctrl+r", "esc", "enter"}} {
		d := drive(t, profile.New("shop"), "mono", 80, 24)
		for n := 0; !d.m.session().Done(); n++ {
			if n > 400 {
				t.Fatalf("%v: no end of questions at %s", keys, d.m.session().Current())
			}
			d.press(keys...)
		}
		if s := d.m.session(); s.Answers() != 0 || s.Changes() != 0 {
			t.Errorf("%v stored %d answers:\n%s", keys, s.Answers(), profile.Encode(s.Profile()))
		}
	}
}

// TestMeaningsAreReadWhole: a meaning that a low window cuts is whole on the row
// under the cursor; space without one selects the first row and ticks nothing.
func TestMeaningsAreReadWhole(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {100, 30}} {
		d := drive(t, shop(t), "mono", size[0], size[1]).press("ctrl+g", "hurts about what runs", "enter")
		if d.m.session().Current() != profile.Trouble {
			t.Fatalf("at %s", d.m.session().Current())
		}
		if d.press(" ").reject("[x]"); !d.onRow(theme.Cursor + " 1 [ ] none") {
			t.Fatalf("space selects no row:\n%s", d.frame())
		}
		for _, meaning := range profile.Trouble.Field().Meanings[1:] {
			d.press("down")
			if left := strings.Fields(meaning); !shows(d.frame(), left) {
				t.Errorf("%v cuts %q:\n%s", size, meaning, d.frame())
			}
		}
	}
}

// TestResultSaysStayOrMove: before the reasons, in every window with a frame.
func TestResultSaysStayOrMove(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}} {
		d := drive(t, shop(t), "mono", size[0], size[1]).press("ctrl+r")
		decision := fakeEngine{}.Advise(shop(t), advisor.Default)
		for want, advice := range map[string]explain.Advice{
			"It runs as a modular monolith today: stay.":                         {Action: explain.Keep, From: "monolith", To: "monolith"},
			"Move from a modular monolith to microservices: it cures what hurts": {Action: explain.Move, From: "monolith", To: "microservices", Cures: []string{"releases"}, Effort: [2]float64{400, 500}},
		} {
			decision.Advice = &advice
			d.m, _ = d.m.send(indexOf(view.Result), view.ExplainedMsg{Profile: shop(t), Explanation: &explain.Explanation{Decision: decision}})
			if says, why := strings.Index(d.frame(), want), strings.Index(d.frame(), "Explanation"); says < 0 || says > why {
				t.Errorf("%v: %q is not before the reasons:\n%s", size, want, d.frame())
			}
		}
	}
}

// TestHelpNamesAllKeys: the column of keys is as wide as they are.
func TestHelpNamesAllKeys(t *testing.T) {
	d := drive(t, shop(t), "mono", 80, 24).press("?", "pgdown").want("ctrl+z, ctrl+_, alt+u, u undo")
	if strings.Contains(d.frame(), "…") {
		t.Errorf("help is cut:\n%s", d.frame())
	}
}

// shows reports whether a frame has words in this order, one column of it alone.
func shows(frame string, words []string) bool {
	var column strings.Builder
	for _, l := range strings.Split(frame, "\n") {
		if cells := strings.Split(l, "║"); len(cells) > 1 {
			column.WriteString(cells[1] + " ")
		}
	}
	return strings.Contains(strings.Join(strings.Fields(column.String()), " "), strings.Join(words, " "))
}

// TestOptionsAreSelected: by number, by letters, by arrows; a preview is marked and
// goes when the answer is taken back, and nothing changes on arrival.
func TestOptionsAreSelected(t *testing.T) {
	for keys, want := range map[string]string{"3": "bursty", "b": "bursty", "day": "day/night", "up": "", "minutes": "extreme"} {
		d := drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.Pattern)
		d.reject("If this is your answer").press(keys).press("enter")
		if got := d.m.session().Value(profile.Pattern); want != "" && profile.Format(profile.Pattern, got) != want || want == "" && got.Known() {
			t.Errorf("%s: %s", keys, profile.Format(profile.Pattern, got))
		}
		if d.press("ctrl+z"); want != "" {
			d.want("What does the load look like").reject("(•)", theme.Cursor, "If this is your answer")
		}
	}
	d := drive(t, profile.New("shop"), "mono", 100, 30)
	d.press("2", "5", "enter")
	if got := d.m.session().Value(profile.Interaction).List; len(got) != 2 {
		t.Errorf("ticked: %v", got)
	}
	d.press("u")
	if d.m.session().Current() != profile.Interaction || d.m.session().Answers() != 0 {
		t.Error("u does not undo where nothing is typed")
	}
	if d.press("1", "1", "enter"); d.m.session().Answers() != 0 {
		t.Error("a tick that was taken back is an answer")
	}
}

// TestTypedAheadWaits: the next question does not depend on how fast somebody
// types, and gets what was typed for it.
func TestTypedAheadWaits(t *testing.T) {
	slow := drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.PriorityCost)
	slow.press("tab").want("Which of these are true?")
	d := drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.Pattern)
	next, cmd := d.m.Update(press("b"))
	d.m = next.(Model)
	var late []tea.Cmd
	for _, k := range []string{"enter", "2", "k", "enter", "tab", "2"} {
		next, more := d.m.Update(press(k))
		d.m, late = next.(Model), append(late, more)
	}
	d.want("Choosing the next question").reject("Which of these are true?")
	d.run(tea.Batch(append([]tea.Cmd{cmd}, late...)...))
	if got := d.m.session().Value(profile.BudgetMonthlyUSD); got.Low != 2000 {
		t.Errorf("the budget that was typed ahead is %v", got)
	}
	d.want("Which of these are true?", "2 [x]")
}

// TestOrderOfOlderAnswersIsNotTaken: an order that arrives between an answer and the
// word that it was given asks nothing.
func TestOrderOfOlderAnswersIsNotTaken(t *testing.T) {
	d := drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.Pattern)
	before := d.m.session().Asked()
	for _, k := range []string{"b", "enter"} {
		next, _ := d.m.Update(press(k))
		d.m = next.(Model)
	}
	next, _ := d.m.Update(computedMsg{orderedMsg{of: before}, d.m.work.answers.Seq})
	d.m = next.(Model)
	d.want("Choosing the next question")
	next, _ = d.m.Update(computedMsg{orderedMsg{of: d.m.session().Asked(), passed: d.m.session().Passed(), ctx: context.Background()}, d.m.work.answers.Seq})
	d.m = next.(Model)
	d.reject("Choosing the next question")
}

func TestBackFromInvalidText(t *testing.T) {
	d := first(t, "dark", 80, 24)
	d.press("8", "enter").ask(profile.MeanRPS).press("zebra", "enter")
	d.want("✗", "zebra")
	d.press("esc", "esc")
	d.want("How many engineers", "8")
	d.press("enter").ask(profile.MeanRPS)
	d.want("requests").reject("zebra")
}

func TestChangeAnEarlyAnswerFromTheResult(t *testing.T) {
	d := drive(t, shop(t), "dark", 100, 30)
	d.press("ctrl+r")
	d.want("Monolith is recommended")
	d.press("/", "engineers", "enter")
	d.want("How many engineers")
	d.press("ctrl+u", "900", "enter", "ctrl+r")
	d.want("Microservices is recommended")
	d.press("esc", "ctrl+z").want("Undone: engineers")
	d.press("ctrl+r")
	d.want("Monolith is recommended")
	d.press("esc", "ctrl+y", "ctrl+r")
	d.want("Microservices is recommended")
}

func TestNoAnswersAtAll(t *testing.T) {
	d := drive(t, profile.New("shop"), "dark", 100, 30)
	d.press("ctrl+r")
	d.want("is recommended", "Why monolith")
}

func TestSkippingEverything(t *testing.T) {
	d := drive(t, profile.New("shop"), "dark", 60, 20)
	for n := 0; !d.m.session().Done(); n++ {
		if n > 400 {
			t.Fatalf("no end of questions at %s", d.m.session().Current())
		}
		d.press("up")
		if d.onRow("I don't know") || d.onRow("Not yet") || d.onRow("Nothing in particular") {
			d.press("enter")
		}
		d.frame()
	}
	d.want("That was the last question")
	if n := len(d.m.session().Profile().Answered()); n != 2 {
		t.Errorf("%d fields are known, want schema and name", n)
	}
	d.press("enter")
	d.want("is recommended")
	d.size(100, 200)
	d.reject("Worth asking next")
}

func TestAnsweringEverything(t *testing.T) {
	d := drive(t, profile.New("shop"), "light", 100, 30)
	typed := map[profile.ID]string{profile.AvailabilityPct: "99.9", profile.DurationMillis: "80", profile.CPUMillis: "8",
		profile.IdleShare: "0.2", profile.Utilisation: "0.2", profile.CacheableShare: "0.2", profile.PeakRPS: "400", profile.PlatformEngineers: "1", profile.Runtime: "go", profile.Compliance: "gdpr"}
	for n := 0; !d.m.session().Done(); n++ {
		if n > 400 {
			t.Fatalf("no end of questions at %s", d.m.session().Current())
		}
		at := d.m.session().Current()
		if len(session.Choices(at)) == 0 && d.m.session().Sheet() == nil {
			text, ok := typed[at]
			if !ok {
				text = "3"
			}
			d.press(text)
		} else {
			d.press("1")
		}
		d.press("enter")
		if d.m.session().Current() == at {
			t.Fatalf("%s: the answer was not taken\n%s", at, d.text())
		}
	}
	if n := d.m.session().Answers(); n < 60 {
		t.Errorf("%d answers", n)
	}
	if errs := d.m.session().Profile().Validate(); len(errs) > 0 {
		t.Errorf("the profile is not valid: %v", errs)
	}
	d.press("enter").want("Why ")
	again := drive(t, d.m.session().Profile(), "light", 100, 30) // starts with the result
	again.want("[1 Result]", "But: ").reject("being computed")
}

func TestLongChineseName(t *testing.T) {
	name := strings.Repeat("电商订单", 50)
	for _, size := range frameSizes {
		d := drive(t, profile.New(name), "dark", size[0], size[1])
		d.want("电商")
		for _, keys := range []string{"ctrl+r", "5", "esc", "ctrl+s"} {
			d.press(keys)
			d.frame()
		}
		d.press("enter")
		if p := d.saved["shop.toml"]; p == nil || p.Name() != name {
			t.Errorf("%v: the saved name is not the one given", size)
		}
	}
}

func TestResizeWhileTyping(t *testing.T) {
	d := first(t, "dark", 100, 30)
	d.press("12")
	d.size(45, 14)
	d.want("12")
	d.press("5")
	d.size(20, 5)
	d.want("enlarge")
	d.size(100, 30)
	d.want("125")
	d.press("enter")
	if got := d.m.session().Value(profile.Engineers).Low; got != 125 {
		t.Errorf("engineers are %v, want 125", got)
	}
}

func TestLettersBelongToTheTextField(t *testing.T) {
	d := first(t, "dark", 100, 30)
	d.press("/", "runtime", "enter") // "/" is typed, since a number may hold it
	d.press("esc")
	d.press("ctrl+g", "runtime", "enter", "q1/y")
	d.want("q1/y")
	if d.quit {
		t.Error("q in a text field quits")
	}
	for _, help := range []string{"f1", "?"} { // no answer needs a question mark
		d.press(help).want("Why it is asked").press("esc").want("q1/y").reject("?y", "y?")
	}
}

// A value that was measured says so, and help offers the measurement; another value
// is the user's own.
func TestMeasuredValues(t *testing.T) {
	d := &driver{tb: t}
	cfg := d.testConfig(session.New(shop(t), session.Folder{}, ""), "dark")
	cfg.Measured = measure.Known{profile.MeanRPS: {ID: profile.MeanRPS, Value: profile.Number(120), Note: "access log, 9 days"}}
	d.m = New(context.Background(), &cfg)
	d.run(d.m.Init())
	d.size(100, 30)
	d.press("ctrl+g", "requests come in", "enter").want("measured: access log, 9 days")
	d.press("f1").want("archadvisor measure logs ACCESS.LOG --into PROFILE").press("esc")
	d.press("ctrl+u", "7", "enter", "ctrl+g", "requests come in", "enter").reject("measured: access log")
	d.press("ctrl+g", "availability", "enter", "f1").reject("Measure it")
}

func TestTreeFoldsAndUnfolds(t *testing.T) {
	d := drive(t, shop(t), "dark", 100, 30)
	d.press("ctrl+r", "/", "R-TEAM-02", "enter")
	d.want("R-TEAM-02", "team.engineers <= 12", "Newman")
	d.press("ctrl+g", "M-COST-01", "enter")
	d.want("$240 a month against a budget", "Threshold")
	d.press("left", "left")
	d.reject("Threshold")
	d.press("home", "pgdown").reject("▾ Monolith against").want("Worth asking next") // a page of lines; tab turns the detail
	d.press("pgup").want("▾ Monolith against")
}

func TestRuledOut(t *testing.T) {
	p := shop(t)
	if err := p.SetString("work.longest_job_s=1200"); err != nil {
		t.Fatal(err)
	}
	for _, size := range frameSizes {
		d := drive(t, p, "mono", size[0], size[1])
		d.want("✗")
		d.press("ctrl+r", "/", "G-JOB", "enter")
		d.frame()
	}
	d := drive(t, p, "mono", 100, 30)
	d.want("✗ ruled out")
	d.press("ctrl+r").want("Why not serverless", "✗ ruled out")
	d.press("/", "G-JOB", "enter")
	d.want("✗ one job of 1,200 s", "This rules serverless out")
}

func TestNothingPasses(t *testing.T) {
	p := shop(t)
	if err := p.Set(profile.Exclude, profile.List("monolith", "serverless", "microservices")); err != nil {
		t.Fatal(err)
	}
	for _, size := range frameSizes {
		d := drive(t, p, "dark", size[0], size[1])
		if size[1] > 12 {
			d.want("no option passes").reject("more to be sure")
		}
		d.press("ctrl+r")
		d.want("No option passes")
		for range 6 {
			d.press("down", "right")
			d.frame()
		}
	}
	drive(t, p, "dark", 100, 30).press("ctrl+r").want("But: without excluding monolith")
	_, _, _, text := plainly(t, p, "stop")
	if !strings.Contains(text, "Result. No option passes") || !strings.Contains(text, "without excluding monolith it passes") {
		t.Errorf("%s", text)
	}
}

// TestStartOffersWhatWasBegun: a plain start names what was begun, and opens it.
// TestUpdateTouchesNoDisk: an answer is written by a command, and at the end
// where the program ends before that was done.
