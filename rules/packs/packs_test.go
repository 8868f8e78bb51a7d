package packs_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// founding are the statements of "Scalable Backend Architectures for Modern
// Systems" that the pack must hold, each in at least one measure, rule or gate.
var founding = []string{
	"monolith: low latency",
	"monolith: faster to deploy at first",
	"monolith: easier to manage with fewer services",
	"monolith: hard to scale single parts",
	"monolith: single point of failure",
	"monolith: harder to maintain as it grows",
	"monolith: expensive to scale",
	"monolith: best for small teams or simple applications with little need to scale",
	"microservices: better scalability and maintainability",
	"microservices: one failure risks less",
	"microservices: independent development and deployment",
	"microservices: more complex communication",
	"microservices: higher latency between functions",
	"microservices: many services are hard to manage",
	"microservices: ideal for large, complex applications that need independent scaling and frequent updates",
	"microservices: containers run each service",
	"serverless: pay as you go",
	"serverless: scales with little management",
	"serverless: faster development and deployment",
	"serverless: limited resources compared with VMs",
	"serverless: cold starts",
	"serverless: limited language support",
	"serverless: perfect for unpredictable load and minimal infrastructure management",
}

// evidence names what published decisions add to the founding text: drivers,
// reversals, vetoes and findings, each by the words that its statement holds.
var evidence = []string{
	"driver: per-request state in memory", "driver: more than one orchestrated step", "driver: large intermediate data",
	"driver: gateway priced separately", "driver: working set or job exceeds", "driver: ad-hoc relational queries",
	"driver: load zero for most of the year", "driver: surge of three times", "driver: idle cost times environments",
	"driver: cacheable share", "driver: the same team releases", "driver: service count scales",
	"driver: shared libraries or coordinated deploys", "driver: at least 85 engineers", "driver: parts of different criticality",
	"driver: no operations skill", "driver: unproven product", "driver: platform staffing ratio", "driver: frequent releases from one code base",
	"reversal: one team operates", "reversal: shared libraries", "reversal: service count grows", "reversal: the organisation changed shape", "reversal: unproven product",
	"veto: chatty hand-offs", "veto: latency target below", "veto: per-request gateway pricing", "veto: function limits",
	"finding: head-count is necessary", "finding: the release bottleneck", "finding: services per engineer", "finding: bursty load",
	"finding: migration cost", "finding: reported savings", "finding: stage-dependence",
}

func load(t *testing.T) *rules.Pack {
	t.Helper()
	pack, issues := rules.Load(packs.Core())
	for _, i := range issues {
		t.Error(i.String())
	}
	if pack == nil || t.Failed() {
		t.Fatal("the core pack does not load")
	}
	return pack
}

func held(p *rules.Pack) []string {
	var all []string
	for i := range p.Measures {
		all = append(all, p.Measures[i].Statements...)
	}
	for i := range p.Rules {
		all = append(all, p.Rules[i].Statements...)
	}
	for i := range p.Gates {
		all = append(all, p.Gates[i].Statements...)
	}
	return all
}

func TestCoreHoldsTheFoundingText(t *testing.T) {
	all := held(load(t))
	for _, want := range founding {
		if !slices.Contains(all, want) {
			t.Errorf("no statement holds %q", want)
		}
	}
	for _, s := range all {
		if i := strings.IndexByte(s, ':'); i > 0 && slices.Contains([]string{"monolith", "microservices", "serverless"}, s[:i]) && !slices.Contains(founding, s) {
			t.Errorf("%q is not a founding statement: a slip of the pen?", s)
		}
	}
}

func TestCoreHoldsTheEvidence(t *testing.T) {
	all := held(load(t))
	for _, want := range evidence {
		if !slices.ContainsFunc(all, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("no statement holds %q", want)
		}
	}
}

// TestCoreLosesNoStatement: strengths and records are made anew without a word; a statement goes, and comes, with its
// line in a list that nothing writes.
func TestCoreLosesNoStatement(t *testing.T) {
	p := load(t)
	var got []string
	for _, m := range p.Measures {
		got = append(got, m.ID)
	}
	for _, r := range p.Rules {
		got = append(got, r.ID)
	}
	for _, g := range p.Gates {
		got = append(got, g.ID)
	}
	for _, c := range p.Cures {
		got = append(got, c.ID)
	}
	data, err := os.ReadFile("testdata/statements.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(string(data))
	for _, id := range want {
		if !slices.Contains(got, id) {
			t.Errorf("%s is gone: if that is meant, delete its line in testdata/statements.txt", id)
		}
	}
	for _, id := range got {
		if !slices.Contains(want, id) {
			t.Errorf("%s is new: add a line to testdata/statements.txt", id)
		}
	}
}

func TestCoreIsLargeEnoughAndComplete(t *testing.T) {
	p := load(t)
	if n := len(p.Measures) + len(p.Rules) + len(p.Gates); n < 80 {
		t.Errorf("got %d statements, want at least 80", n)
	}
	if len(p.Tests) < 12 {
		t.Errorf("got %d tests, want at least 12", len(p.Tests))
	}
	perCriterion := map[string]int{}
	for i := range p.Measures {
		perCriterion[p.Measures[i].Criterion]++
	}
	for i := range p.Rules {
		perCriterion[p.Rules[i].Criterion]++
	}
	for _, c := range []string{"cost", "time_to_market", "performance", "scalability", "reliability", "simplicity", "autonomy", "portability", "operations"} {
		if !slices.ContainsFunc(p.Criteria, func(k rules.Criterion) bool { return k.ID == c }) {
			t.Errorf("criterion %s is missing", c)
		}
		if perCriterion[c] < 4 {
			t.Errorf("criterion %s has %d measures and rules, want at least 4", c, perCriterion[c])
		}
	}
	for _, s := range []string{"enough", "worth_asking", "gate_risk"} {
		if len(p.Settings[s].Sources) == 0 {
			t.Errorf("setting %s is missing or has no source", s)
		}
	}
}

// TestMechanismsCountOnce asserts that a mechanism lives in one criterion only
// and that no rule repeats what a measure covers.
func TestMechanismsCountOnce(t *testing.T) {
	p := load(t)
	home, covered := map[string]string{}, map[string]string{}
	for i := range p.Measures {
		m := &p.Measures[i]
		home[m.Mechanism] = m.Criterion
		for _, c := range append([]string{m.Mechanism}, m.Covers...) {
			covered[c] = m.ID
		}
	}
	for i := range p.Rules {
		r := &p.Rules[i]
		if by := covered[r.Mechanism]; by != "" {
			t.Errorf("rule %s counts %s again, which measure %s covers", r.ID, r.Mechanism, by)
		}
		if at := home[r.Mechanism]; at != "" && at != r.Criterion {
			t.Errorf("mechanism %s counts under %s and under %s", r.Mechanism, at, r.Criterion)
		}
		home[r.Mechanism] = r.Criterion
	}
}

// TestCoreReadsNoImportance: importances act on what is shown, once.
func TestCoreReadsNoImportance(t *testing.T) {
	for _, r := range load(t).Rules {
		if strings.Contains(r.When, "priorities.") || strings.Contains(r.When, "compliance") {
			t.Errorf("%s reads %s", r.ID, r.When)
		}
	}
}

// TestCoreSizesAreClasses: the gap between the option that a rule favours most
// and the one it speaks most against is a size class, and nothing else.
func TestCoreSizesAreClasses(t *testing.T) {
	for _, r := range load(t).Rules {
		lo, hi := 0.0, 0.0
		for _, p := range r.Points {
			lo, hi = min(lo, p), max(hi, p)
		}
		if !slices.Contains([]float64{5, 15, 30}, hi-lo) || len(r.Points) != 3 {
			t.Errorf("%s: points %v span %g, want all three options and a span of 5, 15 or 30", r.ID, r.Points, hi-lo)
		}
	}
}

func TestCoreIsDataOnly(t *testing.T) {
	entries, err := fs.ReadDir(packs.Core(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".toml") {
			t.Errorf("%s is embedded and is no pack file", e.Name())
		}
	}
	if len(entries) < 9 {
		t.Errorf("got %d files, want one per criterion and more", len(entries))
	}
}
