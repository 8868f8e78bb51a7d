package say

import (
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// decided is a close call between two options.
func decided(p, q, enough float64) *explain.Explanation {
	return &explain.Explanation{Decision: &explain.Decision{Decision: advisor.Decision{Name: "shop", Verdict: advisor.CloseCall, Recommendation: "monolith",
		Probability: p, Enough: enough, Robustness: advisor.Robustness{Draws: 512},
		Ranking: []advisor.Option{{Architecture: "monolith", Feasible: true, Probability: p}, {Architecture: "serverless", Feasible: true, Probability: q}}}}}
}

// A rival is within reach only if it is; a close call without one says why.
func TestCloseCallSaysWhy(t *testing.T) {
	far := decided(0.83, 0.17, 0.85)
	texts := []string{headline(far), Verdict(far.Decision), VerdictShort(far.Decision), howSure(far)}
	for i, got := range texts {
		if strings.Contains(got, "reach") || i%2 == 1 && i != 3 && !strings.Contains(got, "below the 85 %") {
			t.Errorf("%d: %q", i, got)
		}
	}
	if got := howSure(far); !strings.Contains(got, "83 % is below the 85 % from which recommendations are made plainly") {
		t.Errorf("got %q", got)
	}
	near := decided(0.55, 0.45, 0.85)
	if got := Verdict(near.Decision); got != "Close call: Monolith leads, but Serverless is within reach" {
		t.Errorf("got %q", got)
	}
	if got := ShortOf(decided(0.848, 0.15, 0.85).Decision); !strings.HasPrefix(got, "84.8 % is below the 85 %") {
		t.Errorf("got %q", got)
	}
	far.Enough, far.Ranking[0].Gates = 0.5, []advisor.GateHit{{Share: 0.3}}
	if got := Verdict(far.Decision); got != "Close call: Monolith leads, but what was left open may still rule it out" {
		t.Errorf("got %q", got)
	}
}

// Where little is known no option is said to lead; where two are alike, both are named.
func TestNobodyLeadsBeforeAnythingIsKnown(t *testing.T) {
	for _, c := range []struct {
		p, q, third float64
		want        string
	}{
		{0.35, 0.33, 0.32, "Not enough information yet: no option leads"},
		{0.45, 0.42, 0.13, "Not enough information yet: Monolith and Serverless are about as probable"},
		{0.51, 0.3, 0.19, "Not enough information yet: Monolith leads"},
	} {
		x := decided(c.p, c.q, 0.85)
		x.Verdict, x.Ranking = advisor.NotEnough, append(x.Ranking, advisor.Option{Architecture: "microservices", Feasible: true, Probability: c.third})
		if got := Verdict(x.Decision); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
		if leads := strings.Contains(headline(x), "leads so far"); leads != (c.p > 0.5) || Undecided(x.Decision) != (c.third > 0.3) {
			t.Errorf("%q, undecided %v", headline(x), Undecided(x.Decision))
		}
	}
}

// A target that no option meets is told first, and is no note any more.
func TestUnmetTargets(t *testing.T) {
	x := decided(0.9, 0.1, 0.85)
	x.Verdict, x.Notes = advisor.Recommended, []explain.Note{{Kind: explain.MissedTarget, Option: "monolith", Field: profile.BudgetMonthlyUSD, Target: 200, Got: 361},
		{Kind: explain.MissedTarget, Option: "monolith", Field: profile.P99Millis, Target: 200, Got: 361, MetBy: []string{"serverless"}}}
	if sentence, short := Blocked(x.Decision); !strings.HasPrefix(sentence, "No option meets your target of $200 a month") || short != "no option meets your monthly budget" {
		t.Errorf("got %q, %q", sentence, short)
	}
	x.Notes[0] = explain.Note{Kind: explain.UnlikelyTarget, Option: "monolith", Field: profile.BudgetMonthlyUSD, Target: 200, Share: 0.3}
	if sentence, short := Blocked(x.Decision); sentence != "No option is likely to meet your target of $200 a month." || short != "no option is likely to meet your monthly budget" ||
		Note(&x.Notes[0]) != sentence+" Monolith does most often, in 30 % of the draws." {
		t.Errorf("got %q, %q, %q", sentence, short, Note(&x.Notes[0]))
	}
	x.Notes[0] = explain.Note{Kind: explain.MissedTarget, Option: "monolith", Field: profile.BudgetMonthlyUSD, Target: 200, Got: 361}
	got := Explanation(x, nil).Plain(200, false)
	at := strings.Index(got, "No option meets your target of $200 a month: typical is $360 (monolith).")
	if at < 0 || at > strings.Index(got, "Why monolith") || strings.Count(got, "misses your target") != 1 {
		t.Errorf("got\n%s", got)
	}
}

// What is worth an answer or flips the recommendation is nowhere told as of little weight, nor is it said that no
// answer changes the recommendation where one does.
func TestWhatMattersIsSaidOnce(t *testing.T) {
	x := decided(0.9, 0.1, 0.85)
	x.Verdict, x.NextQuestions = advisor.Recommended, []explain.Question{{Field: "load.pattern", Value: 0.1}}
	x.Flips = []explain.Flip{{Changes: []explain.Change{{Field: profile.Engineers, To: profile.Number(40)}}, Recommendation: "microservices"}}
	x.Open = []explain.OpenField{{Field: "load.pattern"}, {Field: "team.engineers"}, {Field: "team.teams"}}
	x.Profile = profile.New("x")
	got := Explanation(x, nil).Plain(200, false)
	if !strings.Contains(got, "- load.pattern: ") || !strings.Contains(got, "- team.engineers: ") || !strings.Contains(got, "1 more that hardly matter") {
		t.Errorf("got\n%s", got)
	}
	x.Sensitivity.Tornado = []explain.Swing{{Field: "team.teams"}}
	if got := HangsOn(x); got != "No answer changes it within its usual range; beyond it one does: 40 engineers or more → microservices" {
		t.Errorf("got %q", got)
	}
}

// A frequency names its band; that there is none is said of what was drawn.
func TestOftenNamesTheBand(t *testing.T) {
	for want, f := range map[string]advisor.Frequency{
		"of 68 documented decisions that were given at least 90 %, 66 went this way":  {Agreed: 66, Of: 68, From: 0.9, To: 1},
		"of 81 documented decisions that were given 70 to 90 %, 66 went this way":     {Agreed: 66, Of: 81, From: 0.7, To: 0.9},
		"of 34 documented decisions that were given less than 50 %, 21 went this way": {Agreed: 21, Of: 34, To: 0.5},
	} {
		x := decided(0.55, 0.3, 0.85)
		x.Frequency = &f
		if got := Often(x.Decision); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if x.Probability = 0.4; Often(x.Decision) != "" {
			t.Errorf("a leader who is less probable than not is told %q", Often(x.Decision))
		}
	}
	const none = "which no count of documented decisions backs"
	x := decided(0.9, 0.1, 0.85)
	if got := howSure(x); !strings.Contains(got, none) || strings.Contains(got, "give or take") {
		t.Errorf("got %q", got)
	}
	x.Robustness = advisor.Robustness{Draws: 512, Precision: 0.012}
	x.Frequency = &advisor.Frequency{Agreed: 66, Of: 68, From: 0.9, To: 1}
	if got := howSure(x); strings.Contains(got, none) || !strings.Contains(got, "give or take 1 %.)") {
		t.Errorf("got %q", got)
	}
	x.Frequency, x.Robustness.Draws = nil, 1
	if got := howSure(x); strings.Contains(got, none) {
		t.Errorf("without draws: %q", got)
	}
}

// Of a source that holds several addresses or remarks the first address is shown.
func TestAddress(t *testing.T) {
	for source, want := range map[string]string{
		"https://a.org/1 and /2220":               "https://a.org/1",
		"https://a.org/1 ; https://b.org/2":       "https://a.org/1",
		"https://a.org/1; Native ch. 14":          "https://a.org/1",
		"Talk at a conference, https://a.org/1_2": "https://a.org/1_2",
		"a book, chapter 14":                      "a book, chapter 14",
	} {
		if got := Address(source); got != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
	}
}

// Work is told to two digits, in months if it is much.
func TestWork(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      string
	}{{40, 90, "40 to 90 days of work"}, {7.3, 7.3, "about 7.3 days of work"}, {10584, 10584, "about 500 engineer-months"}, {210, 2100, "10 to 100 engineer-months"}} {
		if got := work(c.low, c.high); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// A break-even says which option costs less where, in infrastructure and with staff: of many crossings the first and
// the last.
func TestBreakEvenWords(t *testing.T) {
	stretch := func(names string, ends ...float64) (list []explain.Interval) {
		from := 0.1
		for i, end := range append(ends, 1e5) {
			list = append(list, explain.Interval{FromRPS: from, ToRPS: end, Cheaper: map[byte]string{'m': "monolith", 's': "serverless"}[names[i]]})
			from = end
		}
		return list
	}
	for _, c := range []struct {
		list []explain.Interval
		want string
	}{
		{nil, "not compared"}, {stretch("m"), "monolith costs less at any load"},
		{stretch("sm", 18.9), "serverless costs less below 18.9 requests a second, monolith above; the servers are then 24 % busy"},
		{stretch("msm", 0.2, 37), "monolith costs less, but from 0.2 to 37 requests a second serverless does"},
		{stretch("smsm", 5, 6, 9), "serverless costs less below 5 requests a second, monolith above 9, between the two now one, now the other"},
		{stretch("msmsm", 2, 5, 6, 9), "monolith costs less, but from 2 to 9 requests a second now one does, now the other"},
	} {
		b := &explain.BreakEven{Pair: [2]string{"monolith", "serverless"}, Intervals: c.list, Together: stretch("m"), Utilisation: 0.24}
		if got := BreakEven(b); got != "monolith or serverless, infrastructure alone: "+c.want+". With staff: monolith costs less at any load" {
			t.Errorf("got %q", got)
		}
	}
}

// A range tells its mean where that is more than a fifth off, and its unit once.
func TestBand(t *testing.T) {
	for want, b := range map[string]advisor.Band{
		"240 ms (180 to 420 ms)":              {Low: 180, Expected: 240, High: 420, Mean: 280},
		"240 ms (180 to 420 ms, mean 300 ms)": {Low: 180, Expected: 240, High: 420, Mean: 300},
		"240 ms":                              {Low: 240, Expected: 240, High: 240, Mean: 240},
		"9,000 ms (8,000 ms to 12 s)":         {Low: 8000, Expected: 9000, High: 12000, Mean: 9000},
	} {
		if got := Band(b, numeral.Milliseconds); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// People are staff; developers' own time and the heads of a rota are said.
func TestStaffSaysWhatItCounts(t *testing.T) {
	d := &explain.Decision{Decision: advisor.Decision{Ranking: []advisor.Option{{Architecture: "monolith"}, {Architecture: "serverless"}}}}
	d.Ranking[0].Estimates.OpsFTE.Expected = 1.1
	d.Ranking[0].Central.OwnLow, d.Ranking[0].Central.OwnHigh, d.Ranking[0].Central.RotaHeads = 0.1, 0.25, 5
	d.Ranking[1].Central.OwnLow, d.Ranking[1].Central.OwnHigh = 0.05, 0.25
	got := Staff(d)
	for _, want := range []string{"Staff is dedicated", "10 to 25 % on monolith and 5 to 25 % on serverless", "a rota takes 5 heads, more than 1.1"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	d.Ranking[0].Estimates.OpsFTE.Expected = 5
	if got, want := Staff(d), "A group of its own that is called around the clock has 5 heads at least"; !strings.Contains(got, want) {
		t.Errorf("%q is not in %q", want, got)
	}
	d.Ranking[0].Estimates.OpsFTE.Expected = 6
	if strings.Contains(Staff(d), "rota") {
		t.Error("six people are a rota")
	}
}
