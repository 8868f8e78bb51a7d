package pricing

import (
	"maps"
	"math"
	"os"
	"testing"

	"github.com/BurntSushi/toml"
)

// published is testdata/cost-cases.toml: bills and claims of others, each with
// its source, collected on 2026-11-23.
type published struct {
	Cases       []publishedCase  `toml:"case"`
	Directional []publishedClaim `toml:"directional"`
}

type publishedCase struct {
	ID      string             `toml:"id"`
	Group   string             `toml:"group"`
	Kind    string             `toml:"kind"`
	Source  string             `toml:"source"`
	Date    string             `toml:"date"`
	USD     float64            `toml:"published_usd"`
	TolAbs  float64            `toml:"tol_abs"`
	TolRel  float64            `toml:"tol_rel"`
	Quality string             `toml:"quality"`
	Note    string             `toml:"note"`
	Inputs  map[string]any     `toml:"inputs"`
	Lines   map[string]float64 `toml:"published_lines"`
}

type publishedClaim struct {
	ID     string  `toml:"id"`
	Claim  string  `toml:"claim"`
	Low    float64 `toml:"low"`
	High   float64 `toml:"high"`
	Source string  `toml:"source"`
	Date   string  `toml:"date"`
}

func (p publishedCase) tolerance() float64 { return math.Max(p.TolAbs, p.TolRel*p.USD) }

func readPublished(t *testing.T) published {
	t.Helper()
	data, err := os.ReadFile("testdata/cost-cases.toml")
	if err != nil {
		t.Fatal(err)
	}
	var all published
	if err := toml.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.Cases) < 80 {
		t.Fatalf("only %d cases", len(all.Cases))
	}
	return all
}

// TestPublishedBills reproduces every published bill at its own tolerance.
// "derived" cases are arithmetic of those who collected them; they hold too.
func TestPublishedBills(t *testing.T) {
	seen := 0
	for _, c := range readPublished(t).Cases {
		if c.Quality == "known_bad" || c.Kind == "ratio" {
			continue
		}
		seen++
		t.Run(c.ID, func(t *testing.T) {
			bill, err := Compute(c.Kind, c.Inputs)
			if err != nil {
				t.Fatalf("%s (%s): %v", c.Kind, c.Source, err)
			}
			if got := bill.Total(); !(math.Abs(got-c.USD) <= c.tolerance()) {
				t.Errorf("%s: got %.6f, published %.6f, tolerance %.4f (%s)\n%+v", c.Kind, got, c.USD, c.tolerance(), c.Source, bill.Lines)
			}
		})
	}
	if seen < 75 {
		t.Errorf("only %d published bills computed", seen)
	}
}

// TestPublishedLines compares line items, where the source prints them, to the
// cent.
func TestPublishedLines(t *testing.T) {
	items := map[string]string{
		"compute": "function duration", "requests": "function requests", "ephemeral": "function disk",
		"provisioned": "provisioned concurrency", "compute_pc": "function duration, provisioned", "compute_od": "function duration, on demand",
		"ec2": "managed instances", "management": "management fee", "gbs": "function duration", "executions": "function executions",
	}
	for _, c := range readPublished(t).Cases {
		if len(c.Lines) == 0 {
			continue
		}
		bill, err := Compute(c.Kind, c.Inputs)
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range c.Lines {
			if got := lineUSD(bill, items[name]); math.Abs(got-want) > 0.006 {
				t.Errorf("%s: %s is %.4f, published %.2f", c.ID, items[name], got, want)
			}
		}
	}
}

func lineUSD(b Bill, item string) float64 {
	for _, l := range b.Lines {
		if l.Item == item {
			return l.MonthlyUSD
		}
	}
	return math.NaN()
}

// TestKnownBad holds the bills that are wrong at their source against the right
// ones: the engine must not reproduce them.
func TestKnownBad(t *testing.T) {
	right := map[string]struct {
		usd    float64
		reason string
		fix    map[string]any
	}{
		"aws-lambda-11-esm-kafka":     {1147.13532, "30M invocations are billed as 60M requests, and the free requests are left out", map[string]any{"requests": 30e6, "billed_requests": 30e6, "free_requests": 1e6}},
		"sendgrid-lambda-35rps":       {105.7949, "Python 2 integer division drops 0.72M requests", nil},
		"sendgrid-ec2-m3.medium":      {168.984, "one load balancer per instance, and capacity units not multiplied by hours", nil},
		"sendgrid-ec2-m5.xlarge":      {438.984, "one load balancer per instance, and capacity units not multiplied by hours", nil},
		"infracost-gcp-lb-100gb":      {19.05, "the first five forwarding rules cost 0.025 an hour, not 0.01", nil},
		"cloudwebschool-cloudrun-10M": {48.96, "the grants of CPU and memory are swapped", nil},
		"novacalc-lambda-10M":         {18.6667, "the printed figure follows from no rate", nil},
	}
	seen := 0
	for _, c := range readPublished(t).Cases {
		if c.Quality != "known_bad" {
			continue
		}
		seen++
		want, ok := right[c.ID]
		if !ok {
			t.Errorf("%s: no reason on record", c.ID)
			continue
		}
		inputs := maps.Clone(c.Inputs)
		maps.Copy(inputs, want.fix)
		bill, err := Compute(c.Kind, inputs)
		if err != nil {
			t.Fatal(err)
		}
		if got := bill.Total(); math.Abs(got-want.usd) > 0.001 {
			t.Errorf("%s: got %.5f, right is %.5f (%s)", c.ID, got, want.usd, want.reason)
		}
		if math.Abs(bill.Total()-c.USD) <= c.tolerance() {
			t.Errorf("%s: reproduces the wrong figure %.2f: %s", c.ID, c.USD, want.reason)
		}
	}
	if seen != len(right) {
		t.Errorf("%d bad bills, %d reasons", seen, len(right))
	}
}

// TestResearchRatios checks the prices against ratios printed by EuroSys 26:
// what a vCPU-second of EC2 costs beside one of Lambda, and how long a run the
// request fee is worth.
func TestResearchRatios(t *testing.T) {
	c := mustLoad(t)
	arm, err := c.Lambda("arm64")
	if err != nil {
		t.Fatal(err)
	}
	x86, err := c.Lambda("x86")
	if err != nil {
		t.Fatal(err)
	}
	mb, err := c.Price("aws", "lambda", "mb_per_vcpu")
	if err != nil {
		t.Fatal(err)
	}
	m, err := c.Machine("aws", "c6g.medium")
	if err != nil {
		t.Fatal(err)
	}
	second := arm.Duration.Cost(mb.Value / arm.MBPerGB)
	tests := []struct {
		name      string
		got, want float64
	}{
		{"EC2 c6g.medium with 1 GB of disk, % of Lambda arm", m.Cost(MachineUse{Machines: 1, Hours: 720, DiskGB: 1}) / 720 / 3600 / second * 100, 41.136238846997045},
		{"request fee in ms of a 128 MB function", x86.Requests.Cost(1) / x86.Duration.Cost(0.125) * 1000, 96},
	}
	for _, tt := range tests {
		if math.Abs(tt.got-tt.want) > math.Max(0.015, 0.001*tt.want) {
			t.Errorf("%s: got %.4f, want %.4f", tt.name, tt.got, tt.want)
		}
	}
}

func mustLoad(t testing.TB) *Catalogue {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}
