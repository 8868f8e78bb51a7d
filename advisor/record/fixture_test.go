package record

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// set states a field of a profile or ends the test.
func set(t testing.TB, p *profile.Profile, id profile.ID, v profile.Value) {
	t.Helper()
	if err := p.Set(id, v); err != nil {
		t.Fatal(err)
	}
}

// sampleProfile is a small shop.
func sampleProfile(t testing.TB) *profile.Profile {
	t.Helper()
	p := profile.New("order-service")
	set(t, p, profile.Summary, profile.Words("takes orders & payments for a shop"))
	set(t, p, profile.Engineers, profile.Number(9))
	set(t, p, profile.Teams, profile.Between(1, 2))
	set(t, p, profile.ReleaseBottleneck, profile.Flag(false))
	set(t, p, profile.MeanRPS, profile.Number(40))
	set(t, p, profile.PeakToMean, profile.Number(4))
	set(t, p, profile.BudgetMonthlyUSD, profile.Number(3000))
	set(t, p, profile.Compliance, profile.List("pci", "gdpr"))
	set(t, p, profile.PriorityCost, profile.Number(4))
	return p
}

// sampleExplanation is an explanation as the advisor gives it, worked by hand.
func sampleExplanation() *explain.Explanation {
	d := &explain.Decision{Decision: advisor.Decision{
		Name: "order-service", Verdict: advisor.Recommended, Recommendation: "monolith", Probability: 0.87,
		Ranking: []advisor.Option{
			sampleOption("monolith", 61.2, 0.87, 240, 180, 99.95, 0.5, [4]float64{12, 5, 0, 20}),
			sampleOption("serverless", 52, 0.1, 310, 420, 99.9, 0.4, [4]float64{10, 0, -4, 18}),
			sampleOption("microservices", 31.5, 0.03, 905, 240, 99.93, 1.6, [4]float64{4, -6, 0, 15}),
		},
		Assumed: []*advisor.Assumption{{Field: "work.cpu_ms", How: "drawn"}},
		Pack:    "core@1.0.0", PackHash: "sha256:0123abcd", Prices: "aws 2026-11", Version: "0.1.0",
		Robustness: advisor.Robustness{Draws: 1024},
	},
		Reasons: []explain.Reason{
			{ID: "team-fits", Criterion: "simplicity", For: "monolith", Against: "serverless", Points: 5, Share: 1, Quotes: []explain.Quote{{Architecture: "monolith", Because: "A team of 9 fits one code base."}}},
			{ID: "cost-of-infrastructure", Criterion: "cost", For: "monolith", Against: "serverless", Points: 2, Share: 1, Quotes: []explain.Quote{{Architecture: "monolith", Because: "About $240 a month, of $3,000 allowed."}, {Architecture: "serverless", Because: "About $310 a month, of $3,000 allowed."}}},
		},
		Flips: []explain.Flip{
			flip("microservices", explain.Change{Field: profile.Engineers, From: profile.Number(9), To: profile.Number(34)}),
			flip("microservices", explain.Change{Field: profile.ReleaseBottleneck, From: profile.Flag(false), To: profile.Flag(true)}),
			{Changes: []explain.Change{{Field: profile.CPUMillis, To: profile.Number(0.5)}}, Recommendation: "serverless", About: true},
			flip("serverless", explain.Change{Field: profile.Teams, From: profile.Between(1, 2), To: profile.Number(6)},
				explain.Change{Field: profile.MeanRPS, From: profile.Number(40), To: profile.Number(2.5)}),
		},
		NextQuestions: []explain.Question{{Field: "load.pattern", Value: 0.21}},
		Notes:         []explain.Note{{Kind: explain.NoOption, Share: 0.3}},
	}
	return &explain.Explanation{
		Decision: d,
		Details: []explain.Detail{{Architecture: "monolith", Bill: []explain.LineItem{
			{Item: "compute", MonthlyUSD: 200, Source: "https://aws.amazon.com/ec2/pricing/ (2026-11)"},
			{Item: "load balancer", MonthlyUSD: 40, Source: "https://aws.amazon.com/elasticloadbalancing/pricing/"},
		}}},
		Objections: []explain.Reason{{ID: "idle-cost", Criterion: "cost", For: "serverless", Share: 1, Quotes: []explain.Quote{{Architecture: "monolith", Because: "You pay nothing while it sleeps."}}}},
		Migration:  []explain.Step{{Action: explain.BuildOn, Target: "monolith"}},
		Open:       []explain.OpenField{{Field: "work.cpu_ms", Explains: 0.32}},
	}
}

func sampleOption(name string, score, win, cost, p99, up, people float64, points [4]float64) advisor.Option {
	about := func(v float64) advisor.Band { return advisor.Band{Low: v * 0.8, Expected: v, High: v * 1.5} }
	return advisor.Option{
		Architecture: name, Score: score, Low: score - 5, High: score + 5, Probability: win, Feasible: true,
		Shape: "shape of " + name + ", 2 x c7g.large",
		Estimates: advisor.Estimates{Cost: about(cost), P99: about(p99), OpsFTE: about(people), OpsUSD: about(12000 * people), Together: about(cost + 12000*people),
			Availability: advisor.Band{Low: up - 0.05, Expected: up, High: up + 0.02}},
		Central: estimate.Estimate{OwnLow: 0.1, OwnHigh: 0.25, RotaHeads: 5},
		Contributions: []advisor.Contribution{
			{ID: "cost-of-infrastructure", Kind: "measure", Criterion: "cost", Weight: 0.4, Points: points[0], State: "fired", Answered: true, Because: fmt.Sprintf("About $%g a month, of $3,000 allowed.", cost), Facts: map[string]any{"cost." + name + ".monthly_usd": cost, "budget.monthly_usd": 3000.0}, Sources: []string{"Models", "https://example.org/a|b"}},
			{ID: "team-fits", Kind: "rule", Criterion: "simplicity", Weight: 0.6, Points: points[1], State: "fired", Answered: true, Because: "A team of 9 fits one code base.", Sources: []string{"Evidence 3"}},
			{ID: "cold-start", Kind: "rule", Criterion: "performance", Weight: 0.2, Points: points[2], State: "undecided", Share: 0.4, Margin: advisor.Margin{Terms: []advisor.Term{
				{Name: "load.mean_rps", Op: "<", Shown: "40 req/s", Wanted: "50 req/s", Away: "10 req/s"}, {Name: "work.cpu_ms", Open: true, Op: "<", Wanted: "5 ms"}}}, Answered: true, Because: "Cold starts are felt.", Sources: []string{"Evidence 5"}},
			{ID: "latency", Kind: "measure", Criterion: "performance", Weight: 0.2, Points: points[3], State: "undecided", Because: "what you left open", Sources: []string{"Models"}},
			{ID: "asleep", Kind: "rule", Criterion: "autonomy", Weight: 0.1, State: "asleep", Answered: true, Because: "Never said.", Sources: []string{"nobody"}},
		},
	}
}

// flip is a flip that another seed confirms.
func flip(to string, changes ...explain.Change) explain.Flip {
	return explain.Flip{Changes: changes, Recommendation: to}
}

// saying is a reason of a rule.
func saying(id, winner, loser, because string) explain.Reason {
	return explain.Reason{ID: id, For: winner, Against: loser, Share: 1, Quotes: []explain.Quote{{Architecture: winner, Because: because}}}
}

// sampleMeta is what the sample record says of itself.
func sampleMeta() Meta {
	return Meta{Date: "2026-11-23", Number: 2, Deciders: []string{"Ana Ruiz", "Jo Smith"}}
}

// mustWrite writes a record or ends the test.
func mustWrite(t *testing.T, f Format, p *profile.Profile, m Meta) []byte {
	t.Helper()
	data, err := Write(f, sampleExplanation(), p, m)
	if err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return data
}

// nasty are the fragments that hostile texts are made of: Markdown, HTML,
// YAML, tables, templates, control characters and scripts.
func nasty() []string {
	return []string{
		"<script>alert(1)</script>", "<T>", "</details>", "<!-- x", "-->", "<b", "&lt;", "&amp", "&#x41;", "R&D",
		"*", "**bold**", "_", "__x__", "_a", "b_", "a_b", "`", "``", "```", "~~~", "~~x~~", "~", "[a](b)", "[", "]", "](", "![i](j)", "[x]: y", "[^1]", "[x] ",
		"# ", "#", "##", "#tag", "C#", "- ", "-", "--", "---", "+ ", "* ", "1. ", "2) ", "> ", ">", "=", "===", "| a | b |", "|", "| --- |",
		"http://evil.example/a_b*c", "https://x.y", "HTTP://A.B", "www.evil.example", "WWW.X.Y", "ftp://h/f", "a@b.example", "mailto:a@b.c", "@jo", "xmpp:a@b.c",
		"\n", "\r\n", "\n\n", "\t", "\x00", "\x1b[31m", "\u2028", "\u202e", "\u200b", "\u00a0", "\ufeff", "\u200d", "\x7f", "\u0085", "\xff", "\U000e0041",
		": ", ":", ": |", "key: value", "{", "}", "{{ x }}", "{% y %}", "${z}", "$x$", "$$", "\\", "\\\\", "\\n", "\"", "'", "'''", "\"\"\"", "!", "?", ".", ",", ";", "...",
		"Status: accepted", "* Status: accepted", "## Status", "Accepted", "Date: 1999-01-01", "status: accepted", "superseded by [x](y.md)", "Superseded by",
		"true", "null", "~", "yes", "0x1f", "1e3", "2026-11-23", "---\nstatus: accepted\n---\n", "!!str", "%", "@", "&a", "*a",
		"Ünïcödé", "日本語", "Привет", "עברית", "العربية", "हिन्दी", "Ελληνικά", "🦊", "👩‍👩‍👧", "ﬁ", "ß", "İ", "。", "：", "！", "，",
		"word", "order service", " ", "   ", ":smile:", "::x", ":::note", ":a[b]", "(text)[link]", "here", "link", "100%", "$240", "a\\|b", "\\|", "x^2^", "H~2~O",
	}
}

// hostile makes a random text of nasty fragments.
func hostile(r *rand.Rand) string {
	fragments := nasty()
	var b strings.Builder
	for range 1 + r.IntN(8) {
		b.WriteString(fragments[r.IntN(len(fragments))])
		if r.IntN(2) == 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// hostileCase is a profile and a head full of hostile text, and an
// explanation of it whose own texts are hostile where packs could be.
func hostileCase(t *testing.T, seed uint64) (*profile.Profile, *explain.Explanation, Meta) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 6))
	p := sampleProfile(t)
	text := func() string { // profiles take nothing else
		if s := strings.ToValidUTF8(hostile(r), "?"); strings.TrimSpace(s) != "" {
			return s
		}
		return "?"
	}
	set(t, p, profile.Name, profile.Words(text()))
	set(t, p, profile.Summary, profile.Words(text()))
	set(t, p, profile.Runtime, profile.Words(text()))
	set(t, p, profile.Region, profile.Words(text()))
	set(t, p, profile.Compliance, profile.List(text(), text()))
	e := sampleExplanation()
	e.Name, e.Pack, e.Prices = p.Name(), hostile(r), hostile(r)
	for i := range e.Ranking {
		for j := range e.Ranking[i].Contributions {
			c := &e.Ranking[i].Contributions[j]
			c.Because, c.Sources = hostile(r), []string{hostile(r)}
		}
	}
	e.Objections[0].Quotes[0].Because, e.Reasons[0].Quotes[0].Because = hostile(r), hostile(r)
	e.Verdict = []advisor.Verdict{advisor.Recommended, advisor.CloseCall, advisor.NotEnough}[seed%3]
	m := Meta{Date: "2026-11-23", Number: 1 + int(seed%9000), Deciders: []string{hostile(r), hostile(r)}}
	if seed%2 == 0 {
		m.Title = hostile(r)
	}
	if seed%4 == 0 {
		m.Supersedes = []Ref{{Number: 7, Title: hostile(r), File: "0007-old-way.md"}}
	}
	return p, e, m
}
