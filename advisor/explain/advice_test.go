package explain

import (
	"slices"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

func adviceOf(t *testing.T, text string) *Advice {
	t.Helper()
	d := core(t).Advise(parse(t, text), advisor.Default)
	if d.Advice == nil {
		t.Fatalf("%q: no advice", text)
	}
	return d.Advice
}

// TestAMonolithThatDoesNotHurtStays: 180 engineers, growing, nothing hurts.
func TestAMonolithThatDoesNotHurtStays(t *testing.T) {
	a := adviceOf(t, "[team]\nengineers = 180\nheadcount_growth = 1.3\n[domain]\ncurrent = \"monolith\"\n[today]\ntrouble = [\"none\"]\n")
	if a.Action != Keep || a.From != "monolith" {
		t.Errorf("got %+v, want to stay", a)
	}
}

// TestReleasesHurtTwelveTeams: what a move cures is named, and what to try first.
func TestReleasesHurtTwelveTeams(t *testing.T) {
	a := adviceOf(t, "[team]\nengineers = 110\nteams = 12\nrelease_bottleneck = true\n[domain]\ncurrent = \"monolith\"\n[today]\ntrouble = [\"releases\"]\n")
	if a.To != "microservices" || a.Action != Move || !slices.Contains(a.Cures, "releases") {
		t.Errorf("got %s from %s to %s, cures %v", a.Action, a.From, a.To, a.Cures)
	}
	if slices.Contains(a.Remains, "releases") {
		t.Error("a trouble is cured and remains")
	}
	if len(a.Attempts) != 1 || a.Attempts[0].Try == "" || len(a.Attempts[0].Sources) == 0 {
		t.Errorf("what to try first: %v", a.Attempts)
	}
}

// TestWaitingTeamsTryFirst: teams that wait for one another are told what to try, as those that call releases a trouble.
func TestWaitingTeamsTryFirst(t *testing.T) {
	a := adviceOf(t, "[team]\nteams = 15\nrelease_bottleneck = true\n[domain]\ncurrent = \"monolith\"\n")
	if !slices.Equal(a.Cures, []string{"releases"}) || len(a.Attempts) != 1 || a.Attempts[0].Trouble != "releases" {
		t.Errorf("cures %v, to try first %v", a.Cures, a.Attempts)
	}
}

// TestColdStartsHaveACure: a team that runs functions well is told what cures
// cold starts where they are.
func TestColdStartsHaveACure(t *testing.T) {
	a := adviceOf(t, "[team]\nengineers = 6\nserverless_experience = \"strong\"\n[load]\nmean_rps = 2\npattern = \"bursty\"\n[domain]\ncurrent = \"serverless\"\n[today]\ntrouble = [\"cold_starts\"]\n")
	if len(a.Attempts) == 0 || a.Attempts[0].Trouble != "cold_starts" {
		t.Errorf("what to try: %v", a.Attempts)
	}
	if got := append(slices.Clone(a.Cures), a.Remains...); !slices.Equal(got, []string{"cold_starts"}) {
		t.Errorf("weighed: %v", got)
	}
}

// TestStayingNamesWhatHurts: where what runs today leads, nothing that was said to hurt goes without a word, also what
// another style would cure.
func TestStayingNamesWhatHurts(t *testing.T) {
	a := adviceOf(t, "[team]\nengineers = 8\n[load]\nmean_rps = 500\n[domain]\ncurrent = \"monolith\"\ndata_coupling = \"high\"\n[today]\ntrouble = [\"idle\", \"latency\"]\n")
	if a.From != a.To || !slices.Equal(a.Remains, []string{"idle", "latency"}) {
		t.Errorf("from %s to %s, remains %v", a.From, a.To, a.Remains)
	}
}

// TestNothingRunsIsBuilt: without anything to move from there is no move.
func TestNothingRunsIsBuilt(t *testing.T) {
	for _, text := range []string{"", "[domain]\ncurrent = \"none\"\n"} {
		if a := adviceOf(t, text); a.Action != Build || a.From != "" {
			t.Errorf("%q: %+v", text, a)
		}
	}
}

// TestWhatRunsTodayFails: a limit that today's style breaks is a reason to move.
func TestWhatRunsTodayFails(t *testing.T) {
	a := adviceOf(t, "[work]\nlongest_job_s = 4000\n[domain]\ncurrent = \"serverless\"\n")
	if a.Action != Move || !slices.Contains(a.Stops, "job-longer-than-a-function") {
		t.Errorf("%+v", a)
	}
}

// TestASavingThatPays: a bill that a move ends pays the move back, and one that is
// not there does not.
func TestASavingThatPays(t *testing.T) {
	text := "[team]\nengineers = 4\nrun_servers = \"avoid\"\n[load]\npattern = \"extreme\"\nmean_rps = 0.05\nidle_share = 0.95\n[domain]\ncurrent = \"monolith\"\n[today]\ntrouble = [\"none\"]\nmonthly_usd = "
	dear, cheap := adviceOf(t, text+"20000\n"), adviceOf(t, text+"20\n[budget]\neffort_days = 4000\n")
	if dear.To != "serverless" {
		t.Fatalf("%s leads, want serverless", dear.To)
	}
	if dear.Action != Move || dear.Payback <= 0 || dear.Payback > 24 {
		t.Errorf("$20,000 a month: %s, payback %v months", dear.Action, dear.Payback)
	}
	if cheap.Action != Keep {
		t.Errorf("$20 a month and 4,000 days: %s, payback %v months", cheap.Action, cheap.Payback)
	}
	if b := dear.Saving; !(b.Low <= b.Expected && b.Expected <= b.High && b.Low > 19000) || dear.Effort[0] > dear.Effort[1] {
		t.Errorf("saving %v, effort %v", b, dear.Effort)
	}
}

// TestMoneyAloneMovesOnlyWhatPays: a trouble with the bill, and a budget that is
// missed, are no reason for a move that pays back in decades.
func TestMoneyAloneMovesOnlyWhatPays(t *testing.T) {
	a := adviceOf(t, "[team]\nengineers = 6\n[domain]\ncurrent = \"microservices\"\nservices_now = 5\n[load]\nmean_rps = 5\n[today]\ntrouble = [\"cost\"]\n[budget]\nmonthly_usd = 100\n")
	if a.Payback <= 24 {
		t.Fatalf("it pays back in %v months: the case shows nothing", a.Payback)
	}
	if a.Action != Keep || !slices.Contains(a.Remains, "cost") || len(a.Cures) > 0 || !slices.Equal(a.Misses, []profile.ID{profile.BudgetMonthlyUSD}) {
		t.Errorf("%s; cures %v, remains %v, misses %v", a.Action, a.Cures, a.Remains, a.Misses)
	}
}

// TestHintsOfTrouble: answers that are not the question of what hurts, but say that something does, are told.
func TestHintsOfTrouble(t *testing.T) {
	for text, want := range map[string][]profile.ID{
		"[domain]\ncurrent = \"serverless\"\nlockstep_changes = true\n":                                    {profile.LockstepChanges},
		"[team]\ntried = [\"serverless\"]\n[domain]\ncurrent = \"serverless\"\nlockstep_changes = false\n": {profile.Tried},
		"[team]\ntried = [\"monolith\"]\nrelease_bottleneck = true\n[domain]\ncurrent = \"serverless\"\n":  {profile.ReleaseBottleneck},
		"[domain]\ncurrent = \"serverless\"\n":                                                             nil,
	} {
		if a := adviceOf(t, text); !slices.Equal(a.Hints, want) {
			t.Errorf("%s: %v, want %v", text, a.Hints, want)
		}
	}
}

// TestUnknownTroubleNamesWhatWouldTurnIt: with trouble unknown and a stay, the
// words that would make it a move are told, and they do.
func TestUnknownTroubleNamesWhatWouldTurnIt(t *testing.T) {
	text := "[team]\nengineers = 4\nrun_servers = \"avoid\"\n[load]\npattern = \"extreme\"\nmean_rps = 0.05\nidle_share = 0.95\n[domain]\ncurrent = \"monolith\"\n"
	a := adviceOf(t, text+"[today]\nmonthly_usd = 20\n[budget]\neffort_days = 4000\n")
	if a.Action != Keep || len(a.Turns) == 0 || !a.Unsaid {
		t.Fatalf("%s, turned by %v", a.Action, a.Turns)
	}
	p := parse(t, text+"[today]\nmonthly_usd = 20\n[budget]\neffort_days = 4000\n")
	if err := p.Set(profile.Trouble, profile.List(a.Turns[0])); err != nil {
		t.Fatal(err)
	}
	if d := core(t).Advise(p, advisor.Default); d.Advice.To == a.To && d.Advice.Action != Move {
		t.Errorf("with trouble %s: %s", a.Turns[0], d.Advice.Action)
	}
}

// TestAMoveIsOpposedByWhatRuns: the arguments against a move speak for what runs
// today, whatever comes second.
func TestAMoveIsOpposedByWhatRuns(t *testing.T) {
	x := explanationOf(t, core(t), examples(t)["marketplace-400.toml"])
	if x.Advice.Action != Move || x.RunnerUp().Architecture == x.Advice.From {
		t.Fatalf("%s from %s, second is %s: the test needs a move from the third", x.Advice.Action, x.Advice.From, x.RunnerUp().Architecture)
	}
	if len(x.Objections) == 0 {
		t.Fatal("no objections")
	}
	for _, o := range x.Objections {
		if o.For != x.Advice.From {
			t.Errorf("%s speaks for %s, not for %s", o.ID, o.For, x.Advice.From)
		}
	}
}

// TestPartOfAPersonPaysNothing: four services that hurt none of five people stay,
// though one program would take four fifths of a person less; whole people
// count, and more work counts in full.
func TestPartOfAPersonPaysNothing(t *testing.T) {
	a := adviceOf(t, "[team]\nengineers = 5\n[load]\nmean_rps = 0.5\n[domain]\ncurrent = \"microservices\"\nservices_now = 4\nmodules = 4\n[today]\ntrouble = [\"none\"]\nmonthly_usd = 10\n")
	if a.To != "monolith" || a.Action != Keep || a.People.Expected != 0 || a.Payback != 0 {
		t.Errorf("to %s: %s, people %v, payback %v months", a.To, a.Action, a.People, a.Payback)
	}
	for _, c := range [][3]float64{{2400, 0.2, 0}, {30000, 2.5, 24000}, {-2400, -0.2, -2400}, {12000, 1, 12000}} {
		if got := freed(c[0], c[1]); got != c[2] {
			t.Errorf("%v people, $%v: counts as $%v, want $%v", c[1], c[0], got, c[2])
		}
	}
}
