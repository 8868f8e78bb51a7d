package pricing

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/directional.md")

const secondsPerMonth = 2.628e6

// claim is what these books give where somebody published a rule of thumb.
// low and high bound what we get over the assumptions named in forWhat.
type claim struct {
	id        string
	says      string
	unit      string
	low, high float64
	forWhat   string
	verdict   string
}

// TestDirectional computes the published claims that prices alone can decide
// and keeps them beside what they say, in testdata/directional.md. The verdict
// is a judgement; that the numbers support it is checked here.
func TestDirectional(t *testing.T) {
	c := withOtherPrices(t)
	published := map[string]publishedClaim{}
	for _, p := range readPublished(t, "testdata/cost-cases.toml").Directional {
		published[p.ID] = p
	}
	var b strings.Builder
	b.WriteString("| claim | it says | we get | for | agrees |\n|---|---|---|---|---|\n")
	for _, k := range claims(t, c) {
		p, ok := published[k.id]
		if !ok {
			t.Errorf("%s is no published claim", k.id)
			continue
		}
		checkVerdict(t, k, p)
		fmt.Fprintf(&b, "| %s, %s (%s) | %s | %s | %s | %s |\n", k.id, p.Date, p.Source, k.says, k.span(), k.forWhat, k.verdict)
		delete(published, k.id)
	}
	b.WriteString("\nNot decided by prices:\n\n")
	for _, id := range slices.Sorted(maps.Keys(published)) {
		why, ok := undecided[id]
		if !ok {
			t.Errorf("%s is neither computed nor excused", id)
		}
		fmt.Fprintf(&b, "- %s: %s.\n", id, why)
	}
	compareFile(t, "testdata/directional.md", b.String())
}

// undecided says why the other published claims are not computed here.
var undecided = map[string]string{
	"aws-lmi-threshold":       "with three instances, 45 requests/s or more justify Managed Instances; no shape of the program runs on them",
	"timercheck-lambda-share": "Lambda under 2 % of the bill of a service behind a REST API; no shape of the program has one",
	"waqar-serverless":        "a $430 bill of three servers cut by 40 % with functions behind a REST API; no shape of the program has one",
	"adzic-chatley-2017":      "66 to 95 % less hosting cost after two migrations; the loads and the bills before them were not published",
	"mono-vs-micro-perf":      "a monolith is more efficient on one machine; a measurement of programs, which the models take as a range",
	"primevideo-2023":         "over 90 % less after leaving functions; the state transitions and storage calls per second were not published",
	"villamizar-2016-2017":    "70 % less or better on Lambda; the table per million requests was not found",
}

func (k claim) span() string {
	if k.low == k.high {
		return fmt.Sprintf("%.3g %s", k.low, k.unit)
	}
	return fmt.Sprintf("%.3g to %.3g %s", k.low, k.high, k.unit)
}

// checkVerdict: "yes" means that our span meets the published one.
func checkVerdict(t *testing.T, k claim, p publishedClaim) {
	t.Helper()
	if !(k.low > 0) || k.high < k.low || math.IsInf(k.high, 0) {
		t.Errorf("%s: %v to %v", k.id, k.low, k.high)
	}
	high := p.High
	if high == 0 {
		high = math.Inf(1)
	}
	if p.Low == 0 && p.High == 0 { // no bounds were printed
		return
	}
	scale := 1.0
	if k.unit == "%" {
		scale = 100
	}
	meets := k.high >= p.Low*scale && k.low <= high*scale
	if meets != (strings.HasPrefix(k.verdict, "yes")) {
		t.Errorf("%s: %s against %v..%v, verdict %q", k.id, k.span(), p.Low*scale, high*scale, k.verdict)
	}
}

// biller makes one bill's total, or ends the test.
type biller func(kind string, inputs map[string]any) float64

func claims(t *testing.T, c *Catalogue) []claim {
	t.Helper()
	usd := func(kind string, inputs map[string]any) float64 {
		t.Helper()
		lines, err := compute(c, kind, inputs)
		if err != nil {
			t.Fatal(err)
		}
		return total(lines)
	}
	time := Rounding{Step: c.BillingRule("gcp", "cloud_run", "duration_step_ms", 0)}
	return append(append(breakEvens(usd), shares(usd)...), claim{
		"eurosys26-inflation", "100 ms rounding and allocation bill 3.63 times the CPU used", "times",
		time.Up(58.19) / 58.19, (58.19 + 77.1) / 51.77,
		"rounding alone: of the mean run of 58.19 ms (low), with the measured 77.1 ms added to each run over 51.77 ms of CPU (high)", "partly: the rest is CPU that was allocated and not used",
	})
}

// breakEvens compares one vCPU for a month, with 2 GB, in several forms.
func breakEvens(usd biller) []claim {
	const busy = secondsPerMonth * 1000 // ms in a month
	lambda := usd("lambda", map[string]any{"requests": busy / 100, "duration_ms": 100, "memory_mb": 1769, "arch": "arm64"})
	gateway := usd("apigw_http", map[string]any{"requests": busy / 100})
	fargateARM := usd("fargate_month", map[string]any{"vcpu": 1, "memory_gb": 2, "arch": "arm64"})
	fargateX86 := usd("fargate_month", map[string]any{"vcpu": 1, "memory_gb": 2})
	machine := func(name, plan string) float64 {
		return usd("vm", map[string]any{"instance_type": name, "savings_plan": plan}) / 2
	}
	return []claim{
		{"dezentech-breakeven", "Lambda passes an always-on container or VM at 10-15 % utilisation", "%",
			100 * machine("t4g.medium", "none") / (lambda + gateway), 100 * fargateARM / lambda,
			"one arm vCPU with 2 GB, 100 ms requests: t4g and an HTTP API (low) to Fargate without a front door (high)", "yes, at the low end: only a burstable machine against Lambda with its gateway"},
		{"pulse-breakeven", "containers win above 30-40 % utilisation", "%",
			100 * machine("c7g.large", "compute_sp_3yr") / lambda, 100 * machine("c7g.large", "none") / lambda,
			"c7g on a three-year plan (low) and on demand (high) against Lambda arm", "yes"},
		{"factualminds-breakeven", "ECS on EC2 beats Fargate above about 55 %", "%",
			100 * machine("c7i.large", "compute_sp_1yr") / fargateX86, 100 * machine("c7i.large", "none") / fargateX86,
			"c7i on a one-year plan (low) and on demand (high) against Fargate x86 with 2 GB a vCPU", "yes, and rather later than it says"},
	}
}

// shares compares whole bills with one of their lines.
func shares(usd biller) []claim {
	fargate := func(tasks float64) float64 {
		compute := usd("fargate_month", map[string]any{"tasks": tasks, "vcpu": 1, "memory_gb": 2})
		rest := usd("alb", map[string]any{"gb_per_hour": 0.5}) + usd("nat", map[string]any{"gb": 50}) + usd("logs", map[string]any{"ingest_gb": 20}) + 2*730*0.005
		return compute / (compute + rest)
	}
	return []claim{
		{"cloudburn-fargate-share", "Fargate compute is about 68 % of a service's bill", "%",
			100 * fargate(2), 100 * fargate(6),
			"two to six tasks of 1 vCPU and 2 GB behind an ALB, with a NAT gateway, two addresses and 20 GB of logs", "yes"},
	}
}

// compareFile holds text against a golden file; -update rewrites it.
func compareFile(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is stale; run the test with -update\n%s", name, got)
	}
}
