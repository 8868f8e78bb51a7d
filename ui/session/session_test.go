package session

import (
	"strings"
	"testing"
	"time"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// start is an interview at its first number.
func start(t *testing.T) *live {
	t.Helper()
	return alive(t, New(profile.New("shop"), Folder{}, "")).to(profile.Engineers)
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
	s := alive(t, New(profile.New("shop"), Folder{}, ""))
	for _, want := range []profile.ID{profile.Interaction, profile.Current, profile.Trouble, profile.Engineers, profile.Operators,
		profile.MeanRPS, profile.Pattern} {
		wantAt(t, s, want)
		s.DontKnow()
		s.Session = s.Session.Next()
	}
	if !s.Waiting() || s.Done() {
		t.Fatal("a question is asked before it is known which limits are open")
	}
	long := explain.OpenGate{ID: "long", Hard: true, Fields: []profile.ID{profile.LongestJobS}, Within: profile.Between(0.1, 900)}
	gpu := explain.OpenGate{ID: "gpu", Hard: true, Fields: []profile.ID{profile.GPU}, Within: profile.Flag(false)}
	s.SetOrder(explain.Inquiry{Gates: []explain.OpenGate{long, gpu}})
	wantAt(t, s, profile.LongestJobS)
	if got := s.Sheet(); len(got) != 2 {
		t.Errorf("the sheet of limits is %v", got)
	}
	s.Next() // passed over
	wantAt(t, s, profile.BudgetMonthlyUSD)
	s.Next()
	wantAt(t, s, profile.PriorityCost)
	if got := s.Sheet(); len(got) != 9 {
		t.Errorf("what matters most is asked of %v", got)
	}
	s.Next()
	for !s.Done() {
		if id := s.Current(); id == profile.GPU || id == profile.PriorityAutonomy {
			t.Errorf("%s is asked again, alone", id)
		}
		s.Next()
	}
	if n := s.Answers(); n != 0 {
		t.Errorf("passing stored %d answers", n)
	}
}

func TestOrderByValue(t *testing.T) {
	s := start(t)
	s.SetOrder(asking(false, "quality.p99_ms", "team.engineers", "no.such_field", "domain.modules"))
	for s.Current() != profile.PriorityCost {
		s.Next()
	}
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
// was not asked for, not while what is open is worth asking. It stays until an
// answer really reopens the case, and that answer is named.
func TestCanStop(t *testing.T) {
	worth := func(gain float64, gates ...explain.OpenGate) explain.Inquiry {
		return explain.Inquiry{Gain: gain, Worth: 0.02, Enough: gain < 0.02, Gates: gates}
	}
	s := alive(t, New(profile.New("shop"), Folder{}, ""))
	say := func(id profile.ID, v profile.Value, q explain.Inquiry) {
		t.Helper()
		s.Jump(id)
		if err := s.Answer(v); err != nil {
			t.Fatal(err)
		}
		s.Session = s.Session.SetOrder(q).Next()
	}
	say(profile.Engineers, profile.Number(8), worth(0.3))
	before := s.More()
	for _, id := range []profile.ID{profile.MeanRPS, profile.BudgetMonthlyUSD, profile.Current, profile.Trouble} {
		say(id, profile.Value{}, worth(0.01))
	}
	if s.CanStop() {
		t.Error("may stop before the kind of work was asked")
	}
	if n := s.More(); n != 1 || n >= before {
		t.Errorf("about %d are left, %d before", n, before)
	}
	say(profile.Interaction, profile.List("request"), worth(0.01))
	if !s.CanStop() || s.More() != 0 {
		t.Error("may not stop although everything that counts was asked")
	}
	say(profile.Teams, profile.Number(2), worth(0.03))
	if !s.CanStop() {
		t.Error("a little more to gain takes back that one may stop")
	}
	say(profile.DataCoupling, choice(profile.DataCoupling, "high"), worth(0.05))
	if s.CanStop() || s.Reopened() != profile.DataCoupling {
		t.Errorf("may stop although what is open is worth asking, or %s reopened it", s.Reopened())
	}
	long := explain.OpenGate{ID: "long", Hard: true, Fields: []profile.ID{profile.LongestJobS}, Within: profile.Between(1, 900)}
	say(profile.Modules, profile.Number(4), worth(0.01, long))
	if s.CanStop() {
		t.Error("may stop while a gate is open")
	}
	say(profile.LongestJobS, profile.Value{}, worth(0.01, long))
	if !s.CanStop() || s.Reopened() != None {
		t.Error("may not stop although the open gate was asked for")
	}
}

func TestPrefilledIsNotAskedAgain(t *testing.T) {
	p := profile.New("shop")
	if err := p.Set(profile.Engineers, profile.Number(8)); err != nil {
		t.Fatal(err)
	}
	s := alive(t, New(p, Folder{}, "")).to(profile.Operators)
	s.Jump(profile.Engineers)
	if got := s.Value(profile.Engineers); !got.Equal(profile.Number(8)) {
		t.Errorf("the prefilled answer is %v", got)
	}
	s.Next()
	wantAt(t, s, profile.Operators)
}

func TestBackFromAnInvalidAnswer(t *testing.T) {
	s := alive(t, New(profile.New("shop"), Folder{}, ""))
	if s.Back() {
		t.Error("went back before the first question")
	}
	answer(t, s.to(profile.Engineers), profile.Number(8))
	if err := s.to(profile.MeanRPS).Answer(profile.Number(-1)); err == nil {
		t.Fatal("a load below zero was taken")
	}
	wantAt(t, s, profile.MeanRPS)
	if !s.Back() {
		t.Fatal("no way back from a refused answer")
	}
	wantAt(t, s, profile.Operators)
	s.Next()
	wantAt(t, s, profile.MeanRPS)
}

func TestChangingAnEarlyAnswerLate(t *testing.T) {
	s := start(t)
	answer(t, s, profile.Number(8))
	answer(t, s.to(profile.MeanRPS), profile.Number(100))
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
}

func TestUndoAndRedo(t *testing.T) {
	s := start(t)
	answer(t, s, profile.Number(8))
	answer(t, s.to(profile.MeanRPS), profile.Number(100))
	if s.Changes() != 2 {
		t.Fatalf("%d changes", s.Changes())
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
		{profile.Trouble, "2, 4", profile.List("cost", "releases")},
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

// Users a month answer the question of the requests, for those who know no more.
func TestUsersInsteadOfRequests(t *testing.T) {
	s := start(t).to(profile.MeanRPS)
	g, err := Read(s.Current(), "50k users a month")
	if err != nil || g.ID != profile.Users || g.Value.Low != 50000 {
		t.Fatalf("read %v, %v", g, err)
	}
	if err := s.Set(g.ID, g.Value); err != nil {
		t.Fatal(err)
	}
	s.Next()
	for ; !s.Done(); s.Next() {
		if id := s.Current(); id == profile.Users || id == profile.MeanRPS {
			t.Errorf("%s is asked again", id)
		}
	}
	if g, err := Read(profile.BudgetMonthlyUSD, "None"); err != nil || g.Value.Known() {
		t.Errorf("no ceiling is a budget of %v, %v", g, err)
	}
	if _, err := Read(profile.MeanRPS, "50k parsecs"); err == nil || !strings.Contains(err.Error(), "5M/day") {
		t.Errorf("the fault is of the users: %v", err)
	}
}

// TestSessionIsAValue: what was returned before a change is as it was, whatever
// the sessions that came of it do.
func TestSessionIsAValue(t *testing.T) {
	s := start(t)
	answer(t, s, profile.Number(8))
	answer(t, s.to(profile.MeanRPS), profile.Number(100))
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
	if before.Current() != profile.Pattern || before.Value(profile.Pattern).Known() || before.Value(profile.MeanRPS).Low != 100 || before.Changes() != 2 {
		t.Error("a change of a copy changed the session")
	}
	if one.Current() != profile.Cloud || one.Value(profile.MeanRPS).Low != 100 || one.Changes() != 3 {
		t.Error("two sessions that came of one are mixed up")
	}
	if other.Value(profile.MeanRPS).Low != 7 || other.Changes() != 2 {
		t.Error("the session after undo is wrong")
	}
}

func TestLongChineseName(t *testing.T) {
	store := Folder{t.TempDir()}
	name := strings.Repeat("订单服务", 50)
	s := alive(t, New(profile.New(name), store, Fresh(time.Unix(0, 0))))
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
		if got := New(p, Folder{}, "").Visible(tt.id); got != tt.asked {
			t.Errorf("%s: %s asked is %v", tt.assign, tt.id, got)
		}
	}
}
