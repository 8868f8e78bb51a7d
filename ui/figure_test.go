package ui

import (
	"context"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/session"
	"archadvisor/ui/setup"
	"archadvisor/ui/theme"
)

// many is how often a test tries: some, or as often as a variable says.
func many(t *testing.T, some int, variable string) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		return n
	}
	return some
}

// sparse is a random profile of which about half is left open.
func sparse(i int) *profile.Profile {
	p, r := precedent.Population(7, i), rand.New(rand.NewPCG(uint64(i), 9))
	for _, f := range profile.Fields() {
		if r.IntN(2) == 0 && f.ID != profile.Schema && f.ID != profile.Name {
			p.Clear(f.ID)
		}
	}
	return p
}

// realViews are the screens on a profile with the real engine, wide enough that
// nothing is dropped, and the record that they would write.
func realViews(t *testing.T, a *explain.Explainer, p *profile.Profile) *driver {
	d := &driver{tb: t}
	cfg := setup.Screens(a, a.Pack(), advisor.Default, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), session.New(p, session.Folder{}, ""), "")
	cfg.Mixture = func(*profile.Profile) *mixture.Mixture { return nil } // no profile of these has components
	cfg.Theme, cfg.Pause, cfg.Copy = theme.New("mono", 0), 0, func(text string) error { d.copy = text; return nil }
	d.m = New(context.Background(), &cfg)
	d.run(d.m.Init())
	d.size(200, 70)
	return d
}

// The spellings of a number with its unit, and what numeral makes of it.
var units = []struct {
	pattern *regexp.Regexp
	write   []func(float64) string
}{
	{regexp.MustCompile(`\$(\d+(?:,\d{3})*(?:\.\d+)?)([MBk]?| million| billion)`), []func(float64) string{numeral.Money, numeral.MoneyExact, cents, plainMoney}},
	{regexp.MustCompile(`()(\d+(?:,\d{3})*(?:\.\d+)?) ms\b`), []func(float64) string{numeral.Milliseconds, func(x float64) string { return numeral.With(x, "ms", numeral.Exact) }, plainMillis}},
	{regexp.MustCompile(`()(\d+(?:,\d{3})*(?:\.\d+)?) req/s`), []func(float64) string{func(x float64) string { return numeral.Figure(x) + " req/s" }, func(x float64) string { return numeral.Exact(x) + " req/s" }}},
	{regexp.MustCompile(`()(\d+(?:,\d{3})*(?:\.\d+)?) %`), []func(float64) string{numeral.Availability, func(x float64) string { return numeral.Exact(x) + " %" }}},
}

func cents(x float64) string { return numeral.Cents(int64(x*100 + 0.5)) }

func plainMoney(x float64) string { return numeral.With(x, "USD", numeral.Plain) }

func plainMillis(x float64) string { return numeral.Plain(x) + " ms" }

// misspelt are the numbers of a text that numeral would write in another way.
func misspelt(text string) []string {
	var out []string
	for _, u := range units {
		for _, m := range u.pattern.FindAllStringSubmatch(text, -1) {
			digits, factor := m[1]+m[2], 1.0
			for unit, by := range map[string]float64{"M": 1e6, " million": 1e6, "B": 1e9, " billion": 1e9, "k": 1e3} {
				if rest, ok := strings.CutSuffix(digits, unit); ok {
					digits, factor = rest, by
				}
			}
			x, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
			ok := false
			for _, write := range u.write {
				ok = ok || err == nil && write(x*factor) == m[0]
			}
			if !ok {
				out = append(out, m[0])
			}
		}
	}
	return out
}

// TestOneFigure: for random profiles, every number with a unit is written in one
// way in every view, and the cost, the latency, the availability and the people of
// each option are the same figures in the result, the chart, the comparison,
// what-if, the explanation and the record.
func TestOneFigure(t *testing.T) {
	a := realAdvisor(t)
	for i := range many(t, 8, "ARCHADVISOR_PROFILES") {
		p := sparse(i)
		x, err := a.Explain(context.Background(), p, advisor.Default)
		if err != nil {
			t.Fatal(err)
		}
		d := realViews(t, a, p)
		views := map[string]string{"explanation": say.Explanation(x, nil).Plain(200, false)}
		for _, v := range [][]string{{"result", "ctrl+r"}, {"chart", "2"}, {"latency", "a"}, {"people", "a"}, {"what-if", "3"}, {"compare", "c"}, {"sensitivity", "4"}, {"export", "5", "Y"}} {
			views[v[0]] = d.press(v[1:]...).text()
		}
		views["record"] = d.copy
		for name, text := range views {
			if wrong := misspelt(text); len(wrong) > 0 {
				t.Errorf("profile %d, %s: %q\n%s", i, name, wrong, text)
			}
		}
		for at, q := range say.Estimated() {
			in := []string{"explanation", "record", "what-if", "compare", []string{"chart", "latency", "result", "people"}[at]}
			for k := range x.Ranking {
				for _, name := range in {
					figure := strings.TrimSuffix(q.Figure(&x.Ranking[k]), " a run") // which stands behind the range
					if !strings.Contains(views[name], figure) && !(name == "result" && (k > 0 || say.Undecided(x.Decision))) {
						t.Errorf("profile %d: %s of %s is %s, not in %s:\n%s", i, q.ID, x.Ranking[k].Architecture, figure, name, views[name])
					}
				}
			}
		}
	}
}
