package explain

import (
	"slices"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// TestFlipsSayHowFarTheyReach: "or more" and "or fewer" are told of a number only where the last value that is tried on
// its side changes the recommendation, too.
func TestFlipsSayHowFarTheyReach(t *testing.T) {
	a, sided, alone := core(t), 0, 0
	for _, k := range precedent.Corpus()[:30] {
		p := k.Profile
		flips, err := a.EachFlip(t.Context(), p, advisor.Default)
		if err != nil {
			t.Fatal(err)
		}
		base := a.Leader(p, advisor.Default)
		for _, f := range flips {
			c := f.Changes[0]
			if c.Relation() == Is {
				alone += map[bool]int{true: 1}[c.Alone]
				continue
			}
			sided++
			values := scanValues(c.Field, profile.Number(c.Middle))
			v := slices.MaxFunc(values, func(x, y profile.Value) int {
				if by := x.Low - y.Low; (by < 0) == (c.Relation() == AtLeast) {
					return -1
				}
				return 1
			})
			q := p.Clone()
			if q.Set(c.Field, v) == nil && len(q.Validate()) == 0 && a.Leader(q, advisor.Default) == base {
				t.Errorf("%s: %s %s %v, but at %v the recommendation is what it was", k.ID, c.Field, c.Relation(), c.To.Low, v.Low)
			}
		}
	}
	if sided < 10 || alone == 0 {
		t.Errorf("%d flips with a side, %d without: too few to show anything", sided, alone)
	}
}

// TestNoReasonThatIsTakenBack: that one program runs is neither a reason nor an objection where what hurts takes it back.
func TestNoReasonThatIsTakenBack(t *testing.T) {
	for trouble, want := range map[string]bool{"latency": true, "releases": false} {
		text := "[team]\nengineers = 4\n[domain]\ncurrent = \"monolith\"\n[load]\nmean_rps = 0.02\n[work]\nlongest_job_s = 7200\ninteraction = \"batch\"\n[today]\ntrouble = [\"" + trouble + "\"]\n"
		d := core(t).Advise(parse(t, text), advisor.Default)
		if got := slices.ContainsFunc(d.Reasons, func(r Reason) bool { return r.ID == "one-program-is-proven" }); got != want {
			t.Errorf("with trouble %s it is a reason: %t", trouble, got)
		}
	}
	for text, twice := range map[string]string{
		"[team]\nengineers = 20\nteams = 3\nrelease_bottleneck = true\n[domain]\ncurrent = \"monolith\"\n[today]\ntrouble = [\"releases\"]\n": "the-queue-is-what-hurts",
		"[work]\ninteraction = \"batch\"\n[load]\nidle_share = 0.9\n":                                                                         "jobs-and-idle-hours-are-one-thing",
	} {
		x, err := core(t).Explain(t.Context(), parse(t, text), advisor.Default)
		if err != nil || x.Ranking[0].Contribution(twice) == nil || len(x.Reasons) == 0 {
			t.Fatalf("%s: %v, %d reasons", twice, err, len(x.Reasons))
		}
		if slices.ContainsFunc(slices.Concat(x.Reasons, x.Objections), func(r Reason) bool { return r.ID == twice }) {
			t.Errorf("%s corrects another rule and is told as a reason or an objection", twice)
		}
	}
	x, err := core(t).Explain(t.Context(), parse(t, "[team]\nengineers = 9\n[load]\nmean_rps = 150\npeak_to_mean = 12\ncacheable_share = 0.8\n[domain]\ncurrent = \"monolith\"\n[today]\ntrouble = [\"scaling\", \"outages\"]\n"), advisor.Default)
	if err != nil || x.Recommendation != "serverless" || len(x.Objections) == 0 {
		t.Fatalf("%v, %d objections", err, len(x.Objections))
	}
	if slices.ContainsFunc(x.Objections, func(r Reason) bool { return r.ID == "one-program-is-proven" }) {
		t.Error("it is an objection although what hurts takes it back")
	}
}
