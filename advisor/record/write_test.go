package record

import (
	"encoding/json"
	"errors"
	"maps"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/say"
)

// The first sentence of the outcome says when it is not a recommendation.
func TestCaveatComesFirst(t *testing.T) {
	starts := map[Format]string{MADR: "## Decision Outcome\n\n", MADR2: "## Decision Outcome\n\n", Log4brains: "## Decision Outcome\n\n", Nygard: "## Decision\n\n", Y: ""}
	verdicts := map[advisor.Verdict]string{
		advisor.CloseCall: "This is a close call: a modular monolith leads, but 87 % is below the 90 % from",
		advisor.NotEnough: "There is not enough information to decide: the answers that matter most are load pattern;",
	}
	for verdict, want := range verdicts {
		for f, start := range starts {
			e := sampleExplanation()
			e.Verdict, e.Enough = verdict, 0.9
			data, err := Write(f, e, sampleProfile(t), sampleMeta())
			if err != nil {
				t.Fatal(err)
			}
			_, after, _ := strings.Cut(string(data), start)
			if !strings.HasPrefix(after, want) {
				t.Errorf("%s, %s: the outcome starts %.90q", f, verdict, after)
			}
		}
	}
}

// Where what runs today stays although another option leads, that is the title and comes
// first; no sentence says that the other one is built.
func TestStayComesFirst(t *testing.T) {
	e := sampleExplanation()
	e.Advice = &explain.Advice{Action: explain.Keep, From: "microservices", To: "monolith", Payback: 380}
	stay := "Built anew it would be a modular monolith; what runs works, and a move would pay back in 32 years: stay. Staying costs this: "
	anew := "If it is built anew after all, the choice is another, and what follows is about that."
	for f, wants := range map[Format][]string{
		MADR:   {"# Stay on microservices for ", "## Decision Outcome\n\n" + stay, anew + "\n\nChosen option: \"Modular monolith\", because "},
		Nygard: {"# 1. Stay on microservices for ", "## Decision\n\n" + stay, anew + "\n\nBuilt anew, it would be a modular monolith, because "},
		Y:      {"we decided for staying on microservices, with a modular monolith if it is built anew and against serverless functions, to"},
		JSON:   {`"decision": "` + stay, anew + ` Chosen option: `},
	} {
		data, err := Write(f, e, sampleProfile(t), Meta{Date: "2026-11-23", Number: 1})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(string(data), want) {
				t.Errorf("%s lacks %q", f, want)
			}
		}
		if n := strings.Count(string(data), "what runs works"); f != Y && n != 1 {
			t.Errorf("%s says %d times that what runs works", f, n)
		}
	}
}

func TestInfeasible(t *testing.T) {
	e := sampleExplanation()
	e.Verdict, e.Recommendation = advisor.Infeasible, ""
	relaxation := change(profile.P99Millis, profile.Number(2), profile.Number(40))
	e.Relaxation = &relaxation
	_, err := Write(MADR, e, sampleProfile(t), sampleMeta())
	var infeasible *InfeasibleError
	if !errors.As(err, &infeasible) || !strings.Contains(err.Error(), "with p99 latency at 40 ms or more (now 2 ms) (--set quality.p99_ms=40), then modular monolith") {
		t.Errorf("got %v", err)
	}
}

func TestMetaErrors(t *testing.T) {
	cases := []struct {
		change func(*Meta)
		want   string
	}{
		{func(m *Meta) { m.Status = "done" }, `status "done": want proposed, accepted, rejected, deprecated`},
		{func(m *Meta) { m.Status = "superseded by x" }, "status"},
		{func(m *Meta) { m.Date = "23.11.2026" }, `date "23.11.2026": want YYYY-MM-DD`},
		{func(m *Meta) { m.Date = "2026-02-30" }, "date"},
		{func(m *Meta) { m.Number = 100000 }, "number 100000"},
		{func(m *Meta) { m.Number = -1 }, "number -1"},
	}
	for _, c := range cases {
		m := sampleMeta()
		c.change(&m)
		if _, err := Write(MADR, sampleExplanation(), sampleProfile(t), m); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

// What a person states about a record appears in it.
func TestStatedHead(t *testing.T) {
	m := sampleMeta()
	m.Title, m.Status = "Split the shop: now!", "accepted"
	m.Tags = []string{"shop"}
	data := string(mustWrite(t, MADR, sampleProfile(t), m))
	want := "---\nstatus: accepted\ndate: 2026-11-23\ndecision-makers: Ana Ruiz, Jo Smith\nnumber: 2\ntags: [shop]\n---\n# Split the shop: now\n\n## Context"
	if !strings.HasPrefix(data, want) {
		t.Errorf("head:\n%.400s", data)
	}
	for _, f := range []Format{Nygard, Log4brains, MADR2} {
		text := string(mustWrite(t, f, sampleProfile(t), m))
		for _, part := range []string{"Ana Ruiz, Jo Smith", "ccepted"} {
			if !strings.Contains(text, part) {
				t.Errorf("%s lacks %q", f, part)
			}
		}
	}
}

// A record answers what an outsider asks of it, in every Markdown format.
func TestContent(t *testing.T) {
	parts := []string{
		"The code is written by 9 people and it is owned end to end by 1 to 2 teams.", "It must comply with pci and gdpr.", // context
		"Performance\n", "(importance 4 of 5, as stated)", // drivers
		`because a team of 9 fits one code base. Its infrastructure costs less than that of serverless functions: about \$240 a month, of \$3,000 allowed (serverless functions: about \$310 a month, of \$3,000 allowed).`, // chosen
		"Against serverless functions: it may be, as CPU time was left open, that cold starts are felt.", "Against microservices: a team of 9 fits one code base.",
		`infrastructure typically costs \$240 (\$190 to \$360) a month, a dedicated staff of 0.5 (0.4 to 0.8) another \$6,000 (\$4,800 to \$9,000), together \$6,200 (\$5,000 to \$9,400).`, "Probability 87 %.",
		`Good, because its infrastructure costs less than that of the others: \$240 against \$310 and \$900 a month.`, "Bad, because this speaks for serverless functions: you pay nothing while it sleeps.", // consequences
		"Look again when things change: microservices would lead with 34 engineers or more (now 9 people); ",
		"Good, because a team of 9 fits one code base.\n",                                                 // arguments
		`| Infrastructure | \$240 (\$190 to \$360) | \$310 (\$250 to \$460) | \$900 (\$720 to \$1,400) |`, // table
		`compute \$200; load balancer \$40`,                                                               // bill
		"of a modular monolith being the right choice is 87 %",
		"CPU time was left open, taken as 1 to 50 ms, of Go and Rust 0.5 to 20, of Python and PHP 5 to 100, of Ruby 10 to 200; at most the duration", // assumptions
		"Serverless functions would probably lead with CPU time at 0.5 ms or more (left open).",                                                      // revisit
		"Serverless functions would lead with 6 teams or more (now 1 to 2 teams) and with average load at 2.5 req/s or less (now 40 req/s).",
		"| team-fits | +5.0 | 0.0 | −6.0 |", `<https://example.org/a>\|b (cost-of-infrastructure)`, "(when the second team starts)",
		"`archadvisor check ", "<https://aws.amazon.com/ec2/pricing/> (2026-11) (prices)", "core\\@1.0.0",
	}
	for _, f := range []Format{MADR, Nygard, Log4brains, MADR2} {
		text := string(mustWrite(t, f, sampleProfile(t), sampleMeta()))
		for _, part := range parts {
			if !strings.Contains(text, part) {
				t.Errorf("%s lacks %q", f, part)
			}
		}
		if strings.Contains(text, "Never said") {
			t.Errorf("%s quotes a rule that did not fire", f)
		}
	}
}

// JSON-ADR v1 allows no other keys and these types; see schema/json-adr/v1.json
// of joshrotenberg/adrs.
func TestJSONSchema(t *testing.T) {
	m := sampleMeta()
	m.Supersedes = []Ref{{Number: 1, Title: "Old", File: "0001-old.json"}}
	var file struct {
		Version string
		ADR     map[string]any
	}
	if err := json.Unmarshal(mustWrite(t, JSON, sampleProfile(t), m), &file); err != nil {
		t.Fatal(err)
	}
	allowed := " number title status date deciders consulted informed tags source_uri context decision_drivers considered_options decision consequences confirmation links custom_sections path "
	for key := range file.ADR {
		if !strings.Contains(allowed, " "+key+" ") {
			t.Errorf("key %q is not in the schema", key)
		}
	}
	if file.Version != "1.0.0" || file.ADR["number"] != 2.0 || file.ADR["status"] != "proposed" || file.ADR["date"] != "2026-11-23" || file.ADR["title"] != sampleTitle {
		t.Errorf("head: %v", file)
	}
	for key, v := range file.ADR["custom_sections"].(map[string]any) {
		if _, ok := v.(string); !ok {
			t.Errorf("section %q is no string", key)
		}
	}
	for key := range file.ADR["consequences"].(map[string]any) {
		if !strings.Contains(" positive negative risks ", " "+key+" ") {
			t.Errorf("consequences have %q", key)
		}
	}
	options := file.ADR["considered_options"].([]any)
	if first := options[0].(map[string]any); len(options) != 3 || first["name"] != "Modular monolith" || first["pros"] == nil {
		t.Errorf("options: %v", options)
	}
	link := file.ADR["links"].([]any)[0].(map[string]any)
	if link["type"] != "supersedes" || link["target"] != 1.0 {
		t.Errorf("link: %v", link)
	}
}

func TestYStatement(t *testing.T) {
	got := string(mustWrite(t, Y, sampleProfile(t), sampleMeta()))
	want := "In the context of order-service, facing performance as the heaviest concern, we decided for a modular monolith and against serverless functions and microservices, to achieve the best balance because a team of 9 fits one code base, accepting that this speaks for serverless functions: you pay nothing while it sleeps.\n"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestYAML(t *testing.T) {
	for _, s := range append(nasty(), "Ana Ruiz", "Ana: lead", "@jo", "#ops", "O'Neil", "a, b", "Jean-Luc", "a -- b", "1.5", "no", "Zoë", "") {
		line := say.Line(s)
		var back map[string]any
		if err := yaml.Unmarshal([]byte("k: "+markup.YAML(s)+"\nl: "+markup.YAMLList([]string{line, "x, y"})+"\nm: "+markup.YAMLNames([]string{line, "z"})+"\n"), &back); err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		if back["k"] != line || scalar(back["l"]) != line+", x, y" || scalar(back["m"]) != line+", z" {
			t.Errorf("%q came back as %v", line, back)
		}
	}
	for _, s := range []string{"Ana Ruiz", "Ana Ruiz, Jo Smith", "architecture-style"} {
		if markup.YAML(s) != s {
			t.Errorf("%q is quoted without need", s)
		}
	}
}

func TestInline(t *testing.T) {
	cases := []struct{ text, want string }{
		{"plain words, 2.0 (beta) - yes!", "plain words, 2.0 (beta) - yes!"},
		{"order_service", "order_service"}, {"_x_", `\_x\_`}, {"a*b", `a\*b`}, {"<b>", `\<b\>`}, {"R&D", "R&D"}, {"&lt;", `\&lt;`}, {"&lt", "&lt"},
		{"http://x.y", `http\://x.y`}, {"a@b.c", `a\@b.c`}, {"@jo", "@jo"}, {"www.x.y", `www\.x.y`}, {"# x", `\# x`}, {"C#", `C\#`}, {"issue #12 x", "issue #12 x"},
		{"- x", `\- x`}, {"-5", "-5"}, {"1. x", `1\. x`}, {"1.5 x", "1.5 x"}, {"a\nb\tc", "a b c"}, {"a\x1b[31m", `a\[31m`}, {"{{x}}", `\{\{x\}\}`}, {"a\\", `a\\`},
		{"[x](y.md)", `\[x\]\(y.md)`}, {"$5", `\$5`}, {"\u202eevil", "evil"}, {"  x  ", "x"},
	}
	for _, c := range cases {
		if got := markup.Inline(c.text); got != c.want {
			t.Errorf("Inline(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	for _, s := range nasty() {
		if got := markup.Plain(markup.Inline(s)); got != say.Line(s) {
			t.Errorf("Plain(markup.Inline(%q)) = %q", s, got)
		}
	}
}

func TestProse(t *testing.T) {
	cases := []struct{ text, want string }{
		{"see https://a.b/c_d, and _x_", `see <https://a.b/c_d>, and \_x\_`},
		{"(https://a.b)", "(<https://a.b>)"},
		{"https://", `https\://`}, {"at <https://a.b>.", "at <https://a.b>."}, {"<b> <https://>", `\<b\> \<https\://\>`},
		{"xhttps://a.b", `xhttps\://a.b`},
	}
	for _, c := range cases {
		if got := markup.Prose(c.text); got != c.want {
			t.Errorf("Prose(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestJSONSections: what the schema has no key for stands in sections of the program, as in the records for people.
func TestJSONSections(t *testing.T) {
	data, err := writeJSON(&Document{Assumptions: []string{"taken by default: cloud = aws"}, Attempts: []string{"First try: a cache."},
		Precedents: []Precedent{{"a chose b.", "https://a.example"}, {"c chose d.", "https://c.example"}}, Block: "x"})
	if err != nil {
		t.Fatal(err)
	}
	var f jsonFile
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{jsonKey: "x", "assumptions": "Taken by default: cloud = aws.", "first_try": "First try: a cache.",
		"precedents": "a chose b. https://a.example\nc chose d. https://c.example"}
	if !maps.Equal(f.ADR.CustomSections, want) {
		t.Errorf("got %q, want %q", f.ADR.CustomSections, want)
	}
}
