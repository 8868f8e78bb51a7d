package explain

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// TestNoOpenFieldStopsTheLeaderUnasked: for random profiles and every gate, an
// open field that can still stop the leader is asked for by a gate.
// ARCHADVISOR_PROFILES sets how many profiles (10,000 in CI).
func TestNoOpenFieldStopsTheLeaderUnasked(t *testing.T) {
	n := 60
	if s := os.Getenv("ARCHADVISOR_PROFILES"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	a := core(t)
	found := make([]int, n)
	advisor.Parallel(n, func(i int) {
		p := precedent.Sparse(precedent.Population(populationSeed, i), populationSeed, i, 2+i%14)
		lead := a.Leader(p, asking)
		if lead < 0 {
			return
		}
		q, err := a.Inquire(t.Context(), p, asking)
		if err != nil {
			t.Error(err)
			return
		}
		for g := range a.Gates {
			if !a.Gates[g].Stops[lead] {
				continue
			}
			for _, id := range a.GateFields(g) {
				if !stopsBy(a, p, g, lead, id) {
					continue
				}
				found[i]++
				if !asksFor(&q, a.Gates[g].ID) {
					t.Errorf("profile %d: %s may stop %v by %s, and nobody asks", i, a.Gates[g].ID, lead, id)
				}
			}
		}
	})
	sum := 0
	for _, f := range found {
		sum += f
	}
	if sum < n/15 {
		t.Errorf("only %d open fields of %d profiles can stop a leader: the test says little", sum, n)
	}
}

// stopsBy reports whether some answer to an open field makes a gate rule out the
// leader: one of the whole domain for a hard limit, one within its prior for a
// gate on an estimate.
func stopsBy(a *Explainer, p *profile.Profile, gate, lead int, id profile.ID) bool {
	if other, ok := profile.Partner(id); ok && p.Known(other) {
		return false
	}
	if p.Known(id) || !Relevant(p, id) || fieldNeeded(a, gate) == id {
		return false
	}
	f := id.Field()
	values := scanValues(id, profile.Value{})
	if a.Gates[gate].Estimated {
		if f.Kind == profile.Numeric && !f.Drawn {
			return false
		}
		if f.Kind == profile.Numeric {
			r := a.read(a.Draw(p, asking))
			values = r.openSpan(id)
			r.Done()
		}
	}
	for _, v := range values {
		q := p.Clone()
		if q.Set(id, v) != nil || len(q.Validate()) > 0 {
			continue
		}
		r := a.Draw(q, advisor.Options{Draws: 64})
		stopped := r.RuledOut[lead] && r.GateShare[gate] == 1
		r.Done()
		if stopped {
			return true
		}
	}
	return false
}

func asksFor(q *Inquiry, gate string) bool {
	for _, g := range q.Gates {
		if g.ID == gate && len(g.Fields) > 0 {
			return true
		}
	}
	return false
}

// TestTheLongestJobIsAskedBeforeAnyStop: three people, 10,000 requests a day,
// extreme, nothing else: functions lead, and what could rule them out is asked
// first; with a job of 901 s they are out.
func TestTheLongestJobIsAskedBeforeAnyStop(t *testing.T) {
	a := core(t)
	p := parse(t, "[team]\nengineers = 3\n[load]\nmean_rps = 0.1157\npattern = \"extreme\"\n")
	q, err := a.Inquire(t.Context(), p, advisor.Default)
	if err != nil {
		t.Fatal(err)
	}
	first := map[string]string{}
	for _, x := range q.Questions[:len(q.Gates)] {
		first[x.Field] = x.Gate
	}
	if first["work.longest_job_s"] != "job-longer-than-a-function" {
		t.Errorf("asked first: %v, want the longest job", q.Questions[:len(q.Gates)])
	}
	for _, x := range q.Questions {
		if x.Field == "quality.p99_ms" && x.Gate != "" || x.Field == "constraints.exclude" {
			t.Errorf("%s is asked by gate %q", x.Field, x.Gate)
		}
	}
	if err := p.SetString("work.longest_job_s=901"); err != nil {
		t.Fatal(err)
	}
	for _, o := range a.Advise(p, advisor.Default).Ranking {
		if o.Architecture == "serverless" && o.Feasible {
			t.Error("a job of 901 s leaves serverless in")
		}
	}
}

// TestALimitThatACloudBreaksAsksForTheCloud: memory that was told as a range fits
// into the functions of one cloud and not of another.
func TestALimitThatACloudBreaksAsksForTheCloud(t *testing.T) {
	q, err := core(t).Inquire(t.Context(), parse(t, "[team]\nengineers = 3\n[load]\nmean_rps = 0.1157\npattern = \"extreme\"\n[work]\nmemory_mb = [500, 5000]\n"), advisor.Default)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range q.Gates {
		if g.ID == "memory-beyond-a-function" && slices.Contains(g.Fields, profile.Cloud) {
			return
		}
	}
	t.Errorf("the cloud is not asked for: %v", q.Gates)
}

// TestIrrelevantQuestionsAreNotAsked: the first release of a mature product, the services of a monolith, what hurts
// where nothing runs, the parts of a nightly job. What may matter is asked.
func TestIrrelevantQuestionsAreNotAsked(t *testing.T) {
	for _, c := range []struct {
		text, never string
		asked       bool
	}{
		{text: "[domain]\nstage = \"mature\"\n", never: "budget.months_to_launch"},
		{text: "[domain]\ncurrent = \"monolith\"\n", never: "domain.services_now"},
		{text: "[domain]\ncurrent = \"none\"\n", never: "today.trouble team.deploys_per_week domain.stable_boundaries domain.lockstep_changes"},
		{text: "[team]\nengineers = 1\n", never: "team.release_bottleneck"},
		{text: "[team]\nengineers = 6\n", never: "team.release_bottleneck team.independent_releases team.teams"},
		{text: "[team]\nengineers = 300\n", never: "team.release_bottleneck", asked: true},
		{text: "[team]\nengineers = 3\n[work]\ninteraction = \"batch\"\n",
			never: "domain.stable_boundaries team.headcount_growth domain.modules domain.data_coupling constraints.regions quality.p99_ms load.response_kb"},
		{text: "[team]\nengineers = 60\n[work]\ninteraction = \"batch\"\n", never: "domain.stable_boundaries", asked: true},
		{text: "[team]\nengineers = 3\n[work]\ninteraction = [\"request\", \"batch\"]\n", never: "quality.p99_ms", asked: true},
	} {
		q, err := core(t).Inquire(t.Context(), parse(t, c.text), advisor.Default)
		if err != nil {
			t.Fatal(err)
		}
		for name := range strings.FieldsSeq(c.never) {
			if got := slices.ContainsFunc(q.Questions, func(x Question) bool { return x.Field == name }); got != c.asked {
				t.Errorf("%q: %s is asked: %v", c.text, name, got)
			}
		}
	}
}

// TestWhatIsPassedOverIsNotAskedAgain: what nobody knows is worth no question.
func TestWhatIsPassedOverIsNotAskedAgain(t *testing.T) {
	a, p := core(t), parse(t, "[team]\nengineers = 6\n[domain]\ncurrent = \"none\"\n")
	all, err := a.Inquire(t.Context(), p, advisor.Default)
	if err != nil {
		t.Fatal(err)
	}
	passed := []profile.ID{profile.Operators, profile.RelationalQueries, profile.PeakRPS, profile.PeakToMean}
	rest, err := a.Inquire(t.Context(), p, advisor.Default, passed...)
	if err != nil {
		t.Fatal(err)
	}
	for _, first := range []int{0, 4} { // of those that would be told
		skipped := []profile.ID{}
		for _, q := range all.Questions[:first] {
			id, _ := profile.Lookup(q.Field)
			skipped = append(skipped, id)
		}
		x, err := a.Explain(t.Context(), p, advisor.Options{Draws: 64}, skipped...)
		if err != nil || len(x.NextQuestions) == 0 || slices.ContainsFunc(x.NextQuestions, func(q Question) bool { return q.Field == all.Questions[0].Field }) != (first == 0) {
			t.Errorf("%d skipped: %v is told as worth answering, %v", first, x.NextQuestions, err)
		}
	}
	for _, q := range rest.Questions {
		if id, _ := profile.Lookup(q.Field); slices.Contains(passed, id) {
			t.Errorf("%s is asked again", q.Field)
		}
	}
	if rest.Gain == all.Gain || len(rest.Questions) != len(all.Questions)-3 {
		t.Errorf("%d questions are worth %.3f, %.3f of all %d", len(rest.Questions), rest.Gain, all.Gain, len(all.Questions))
	}
}

// TestAGateOnAnEstimateIsAskedAtTheEnds: a budget that holds unless an answer lies
// at the end of what is usual keeps the gate open, with the fields that decide it.
func TestAGateOnAnEstimateIsAskedAtTheEnds(t *testing.T) {
	a := core(t)
	r := a.read(a.Draw(parse(t, "[team]\nengineers = 3\n[load]\nmean_rps = 3\n[domain]\ncurrent = \"monolith\"\n[budget]\nmonthly_usd = 10\n"), asking))
	defer r.Done()
	found := r.openAnswers(nil).gatesAtEnds(nil)
	for _, g := range found {
		for _, id := range g.Fields {
			if !slices.ContainsFunc(ends(id), func(v profile.Value) bool {
				q := r.Profile.Clone()
				return q.Set(id, v) == nil && a.Leader(q, asking) != r.Leader()
			}) {
				t.Errorf("%s is asked by %s and changes nothing", id, g.ID)
			}
		}
	}
	if len(found) != 1 || found[0].ID != "monolith-over-budget" || len(found[0].Fields) == 0 {
		t.Errorf("open are %v, want the budget", found)
	}
}

// TestAGateThatOnlyARangeLeavesOpenIsAskedAtTheEnds: where the draws find but a stated range to let the budget stop the
// leader, which nobody is asked for again, the ends of the other answers are looked at all the same.
func TestAGateThatOnlyARangeLeavesOpenIsAskedAtTheEnds(t *testing.T) {
	a := core(t)
	p := parse(t, "[team]\nteams = 1\n[load]\nmean_rps = [10582, 15873]\nidle_share = 0.04\nsurge_per_minute = 1.2\ncacheable_share = 0.15\nresponse_kb = 8.8\n"+
		"[work]\ncpu_ms = 17.9\nduration_ms = 22.8\ninteraction = \"request\"\nhandoffs = \"many\"\nstate = \"none\"\nrelational_queries = false\n"+
		"[domain]\ncurrent = \"microservices\"\nstage = \"idea\"\n[budget]\nmonthly_usd = 9670\n[constraints]\ncloud = \"gcp\"\n")
	r := a.read(a.Draw(p, asking))
	defer r.Done()
	only := []OpenGate{{ID: "monolith-over-budget", Fields: []profile.ID{profile.MeanRPS}}}
	for _, known := range [][]OpenGate{nil, only} {
		found := r.openAnswers(nil).gatesAtEnds(known)
		if !slices.ContainsFunc(found, func(g OpenGate) bool {
			return g.ID == only[0].ID && slices.Contains(g.Fields, profile.PeakToMean)
		}) {
			t.Errorf("beside %v open are %v, want the budget by the peak", known, found)
		}
	}
	only[0].Fields = []profile.ID{profile.Pattern} // that is asked for
	if found := r.openAnswers(nil).gatesAtEnds(only); len(found) > 0 {
		t.Errorf("%v are open, too", found)
	}
}

// TestWhatIsNotDrawnIsWorthAsking: fields without a prior have a worth, too.
func TestWhatIsNotDrawnIsWorthAsking(t *testing.T) {
	q, err := core(t).Inquire(t.Context(), parse(t, ""), advisor.Default)
	if err != nil {
		t.Fatal(err)
	}
	worth := 0
	for _, x := range q.Questions {
		if id, ok := profile.Lookup(x.Field); ok && !id.Field().Drawn && x.Value > 0 {
			worth++
		}
	}
	if worth < 2 {
		t.Errorf("%d fields that are not drawn are worth asking, want at least 2", worth)
	}
	if q.Gain <= 0 || q.Enough {
		t.Errorf("all open answers are worth %v, enough %v", q.Gain, q.Enough)
	}
}

// fieldNeeded is the field that must be stated for a gate to fire, Schema if none.
func fieldNeeded(a *Explainer, gate int) profile.ID {
	if id, ok := profile.Lookup(a.Pack().Gates[gate].Needs); ok {
		return id
	}
	return profile.Schema
}
