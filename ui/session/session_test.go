package session

import (
	"strings"
	"testing"
	"time"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

func start(t *testing.T) *live {
	t.Helper()
	return alive(t, New(profile.New("shop"), nil, ""))
}

func answer(t *testing.T, s *live, v profile.Value) {
	t.Helper()
	if err := s.Answer(v); err != nil {
		t.Fatalf("answering %s: %v", s.Current(), err)
	}
	s.Next()
}

func wantAt(t *testing.T, s *live, want profile.ID) {
	t.Helper()
	if got := s.Current(); got != want {
		t.Fatalf("the question at hand is %s, want %s", got, want)
	}
}

func TestOpening(t *testing.T) {
	s := start(t)
	for _, want := range []profile.ID{profile.Engineers, profile.MeanRPS, profile.Pattern, profile.BudgetMonthlyUSD} {
		wantAt(t, s, want)
		s.DontKnow()
		s.Next()
	}
}

func TestOrderByValue(t *testing.T) {
	s := start(t)
	for range 3 {
		s.DontKnow()
		s.Next()
	}
	s.SetOrder(asking(true, "quality.p99_ms", "team.engineers", "no.such_field", "domain.modules"))
	s.Next() // past the budget
	wantAt(t, s, profile.Name)
	s.DontKnow()
	s.Next()
	wantAt(t, s, profile.P99Millis)
	s.Next()
	wantAt(t, s, profile.Modules)
}

// asking is an inquiry with these questions.
func asking(enough bool, fields ...string) explain.Inquiry {
	q := explain.Inquiry{Enough: enough}
	for _, f := range fields {
		q.Questions = append(q.Questions, explain.Question{Field: f})
	}
	return q
}

// TestCanStop: not before the basics were asked, not while a gate is open that
// was not asked for, not while what is open is worth asking.
func TestCanStop(t *testing.T) {
	gate := asking(true)
	gate.Gates = []explain.OpenGate{{ID: "long", Hard: true, Fields: []profile.ID{profile.LongestJobS}}}
	s := start(t)
	skip := func(ids ...profile.ID) {
		for _, id := range ids {
			s.Jump(id)
			s.DontKnow()
			s.Next()
		}
	}
	skip(profile.Engineers, profile.MeanRPS, profile.BudgetMonthlyUSD, profile.Current, profile.Trouble)
	s.SetOrder(asking(true))
	if s.CanStop() {
		t.Error("may stop before the kind of work was asked")
	}
	skip(profile.Interaction)
	if !s.CanStop() {
		t.Error("may not stop although everything that counts was asked")
	}
	s.SetOrder(asking(false))
	if s.CanStop() {
		t.Error("may stop although what is open is worth asking")
	}
	s.SetOrder(gate)
	if s.CanStop() {
		t.Error("may stop while a gate is open")
	}
	skip(profile.LongestJobS)
	if !s.CanStop() {
		t.Error("may not stop although the open gate was asked for")
	}
}

func TestPrefilledIsNotAskedAgain(t *testing.T) {
	p := profile.New("shop")
	if err := p.Set(profile.Engineers, profile.Number(8)); err != nil {
		t.Fatal(err)
	}
	s := alive(t, New(p, nil, ""))
	wantAt(t, s, profile.MeanRPS)
	s.Jump(profile.Engineers)
	if got := s.Value(profile.Engineers); !got.Equal(profile.Number(8)) {
		t.Errorf("the prefilled answer is %v", got)
	}
	s.Next()
	wantAt(t, s, profile.MeanRPS)
}

func TestBackFromAnInvalidAnswer(t *testing.T) {
	s := start(t)
	answer(t, s, profile.Number(8))
	if err := s.Answer(profile.Number(-1)); err == nil {
		t.Fatal("a load below zero was taken")
	}
	wantAt(t, s, profile.MeanRPS)
	if !s.Back() {
		t.Fatal("no way back from a refused answer")
	}
	wantAt(t, s, profile.Engineers)
	if s.Back() {
		t.Error("went back before the first question")
	}
	s.Next()
	wantAt(t, s, profile.MeanRPS)
}

func TestChangingAnEarlyAnswerLate(t *testing.T) {
	s := start(t)
	answer(t, s, profile.Number(8))
	answer(t, s, profile.Number(100))
	answer(t, s, choice(profile.Pattern, "bursty"))
	wantAt(t, s, profile.BudgetMonthlyUSD)
	s.Jump(profile.Engineers)
	answer(t, s, profile.Number(80))
	wantAt(t, s, profile.BudgetMonthlyUSD)
	p := s.Profile()
	if got := p.Get(profile.Engineers); got.Low != 80 {
		t.Errorf("engineers are %v, want 80", got.Low)
	}
	if got := p.Get(profile.MeanRPS); got.Low != 100 {
		t.Errorf("the load is %v, want 100", got.Low)
	}
}

func TestJumpToAQuestionNotSeenYet(t *testing.T) {
	s := start(t)
	s.Jump(profile.Cloud)
	answer(t, s, choice(profile.Cloud, "gcp"))
	wantAt(t, s, profile.Engineers)
	s.Jump(profile.P99Millis)
	if !s.Back() {
		t.Fatal("no way back from a jump")
	}
	wantAt(t, s, profile.Engineers)
}

func TestSkippingEverythingEnds(t *testing.T) {
	s := start(t)
	seen := map[profile.ID]bool{}
	for n := 0; !s.Done(); n++ {
		if seen[s.Current()] {
			t.Fatalf("%s is asked twice", s.Current())
		}
		seen[s.Current()] = true
		s.DontKnow()
		s.Next()
	}
	if len(seen) < 40 {
		t.Errorf("only %d questions were asked", len(seen))
	}
	if got := s.Profile().Answered(); len(got) != 2 { // schema and name
		t.Errorf("skipping everything left answers: %v", got)
	}
	done, total := s.Progress()
	if done == 0 || done > total {
		t.Errorf("progress is %d of %d", done, total)
	}
}

func TestUndoAndRedo(t *testing.T) {
	s := start(t)
	answer(t, s, profile.Number(8))
	answer(t, s, profile.Number(100))
	if len(s.Revisions()) != 2 {
		t.Fatalf("revisions: %v", s.Revisions())
	}
	if id, ok := s.Undo(); !ok || id != profile.MeanRPS {
		t.Fatalf("undo changed %s, %v", id, ok)
	}
	wantAt(t, s, profile.MeanRPS)
	if s.Status(profile.MeanRPS) != Open || s.Status(profile.Engineers) != Answered {
		t.Error("undo took back too much or too little")
	}
	if _, ok := s.Redo(); !ok || s.Value(profile.MeanRPS).Low != 100 {
		t.Error("redo did not bring the answer back")
	}
	s.Undo()
	s.Undo()
	if _, ok := s.Undo(); ok {
		t.Error("undid more than there was")
	}
	answer(t, s, profile.Number(9))
	if _, ok := s.Redo(); ok {
		t.Error("redo survived a new answer")
	}
}

func TestVisibility(t *testing.T) {
	s := start(t)
	if s.Visible(profile.ServicesNow) {
		t.Error("services_now is asked of somebody who runs none")
	}
	set := func(id profile.ID, v profile.Value) {
		t.Helper()
		if err := s.Set(id, v); err != nil {
			t.Fatal(err)
		}
	}
	set(profile.Current, choice(profile.Current, "microservices"))
	if !s.Visible(profile.ServicesNow) {
		t.Error("services_now is hidden from somebody who runs microservices")
	}
	set(profile.ServicesNow, profile.Number(12))
	set(profile.Current, choice(profile.Current, "monolith"))
	if s.Status(profile.ServicesNow) != Open {
		t.Error("the count of services outlived them")
	}
	set(profile.Teams, profile.Number(1))
	if s.Visible(profile.IndependentReleases) {
		t.Error("one team is asked whether teams release independently")
	}
	set(profile.PeakToMean, profile.Number(4))
	if s.Visible(profile.PeakRPS) {
		t.Error("the peak is asked for twice")
	}
	set(profile.PeakRPS, profile.Number(40))
	if s.Status(profile.PeakToMean) != Open {
		t.Error("both of a pair are answered")
	}
}

func TestContradictionIsRefused(t *testing.T) {
	s := start(t)
	if err := s.Set(profile.CPUMillis, profile.Number(100)); err != nil {
		t.Fatal(err)
	}
	err := s.Set(profile.DurationMillis, profile.Number(10))
	if err == nil {
		t.Fatal("a duration below the CPU time was taken")
	}
	if s.Status(profile.DurationMillis) != Open {
		t.Error("the refused answer stayed")
	}
}

func TestGroups(t *testing.T) {
	s := start(t)
	answer(t, s, profile.Number(8))
	groups := s.Groups()
	if len(groups) < 8 {
		t.Fatalf("groups: %v", groups)
	}
	current := 0
	for _, g := range groups {
		if g.Answered+g.Unknown > g.Total {
			t.Errorf("%s: %d of %d", g.Name, g.Answered, g.Total)
		}
		if g.Current {
			current++
		}
	}
	if current != 1 {
		t.Errorf("%d groups are current", current)
	}
}

func TestParsedAnswers(t *testing.T) {
	s := start(t)
	for _, step := range []struct {
		id   profile.ID
		text string
		want profile.Value
	}{
		{profile.Engineers, "8", profile.Number(8)},
		{profile.Pattern, "2", choice(profile.Pattern, "diurnal")},
		{profile.Pattern, "bursty", choice(profile.Pattern, "bursty")},
		{profile.Pattern, "5", profile.Value{}},
		{profile.ReleaseBottleneck, "yes", profile.Flag(true)},
		{profile.ReleaseBottleneck, "2", profile.Flag(false)},
		{profile.ReleaseBottleneck, "3", profile.Value{}},
		{profile.MeanRPS, "1.5k", profile.Number(1500)},
		{profile.MeanRPS, "unknown", profile.Value{}},
	} {
		s.Jump(step.id)
		v, err := Parse(step.id, step.text)
		if err == nil {
			err = s.Answer(v)
		}
		if err != nil {
			t.Errorf("%s %q: %v", step.id, step.text, err)
		}
		if got := s.Value(step.id); !got.Equal(step.want) {
			t.Errorf("%s %q: %v, want %v", step.id, step.text, got, step.want)
		}
	}
	for _, text := range []string{"6", "0", "sometimes"} {
		if _, err := Parse(profile.Pattern, text); err == nil {
			t.Errorf("%q was taken as a pattern", text)
		}
	}
}

// TestSessionIsAValue: what was returned before a change is as it was, whatever
// the sessions that came of it do.
func TestSessionIsAValue(t *testing.T) {
	s := start(t)
	answer(t, s, profile.Number(8))
	answer(t, s, profile.Number(100))
	before := s.Session
	one, _, err := before.Answer(choice(profile.Pattern, "bursty"))
	if err != nil {
		t.Fatal(err)
	}
	one = one.Next().Jump(profile.Cloud)
	other, _, _ := before.Undo()
	other, _, err = other.Answer(profile.Number(7))
	if err != nil {
		t.Fatal(err)
	}
	if before.Current() != profile.Pattern || before.Value(profile.Pattern).Known() || before.Value(profile.MeanRPS).Low != 100 || len(before.Revisions()) != 2 {
		t.Error("a change of a copy changed the session")
	}
	if one.Current() != profile.Cloud || one.Value(profile.MeanRPS).Low != 100 || len(one.Revisions()) != 3 {
		t.Error("two sessions that came of one are mixed up")
	}
	if other.Value(profile.MeanRPS).Low != 7 || len(other.Revisions()) != 2 {
		t.Error("the session after undo is wrong")
	}
}

func TestLongChineseName(t *testing.T) {
	store := Folder{t.TempDir()}
	name := strings.Repeat("订单服务", 50)
	s := alive(t, New(profile.New(name), store, store.Fresh(time.Unix(0, 0))))
	answer(t, s, profile.Number(8))
	again, err := Resume(store, s.Draft())
	if err != nil {
		t.Fatal(err)
	}
	if again.Name() != name {
		t.Errorf("the name came back with %d characters", len([]rune(again.Name())))
	}
}

// A question that an answer makes pointless is not asked.
func TestPointlessQuestions(t *testing.T) {
	for _, tt := range []struct {
		assign string
		id     profile.ID
		asked  bool
	}{
		{"load.requests_per_month=1M", profile.Users, false},
		{"load.pattern=bursty", profile.Users, true},
		{"work.interaction=request", profile.Connections, false},
		{`work.interaction=["request", "websocket"]`, profile.Connections, true},
		{"team.operators=customers", profile.InstalledByCustomers, false},
		{"team.operators=nobody", profile.InstalledByCustomers, true},
		{"domain.stage=mature", profile.MonthsToLaunch, false},
		{"domain.current=none", profile.Utilisation, false},
		{"domain.current=monolith", profile.Utilisation, true},
	} {
		p := profile.New("x")
		if err := p.SetString(tt.assign); err != nil {
			t.Fatal(err)
		}
		if got := New(p, nil, "").Visible(tt.id); got != tt.asked {
			t.Errorf("%s: %s asked is %v", tt.assign, tt.id, got)
		}
	}
}
