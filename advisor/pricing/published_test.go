package pricing

import (
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// published is a file of bills and claims of others, each with its source: see the
// head of testdata/cost-cases.toml.
type published struct {
	Cases       []publishedCase  `toml:"case"`
	Directional []publishedClaim `toml:"directional"`
}

type publishedCase struct {
	ID      string             `toml:"id"`
	Kind    string             `toml:"kind"`
	Source  string             `toml:"source"`
	USD     float64            `toml:"published_usd"`
	TolAbs  float64            `toml:"tol_abs"`
	TolRel  float64            `toml:"tol_rel"`
	Quality string             `toml:"quality"`
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

func readPublished(t *testing.T, name string) published {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all published
	if err := toml.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// publishedFiles are the files of published bills: ours and, named by the variable
// ARCHADVISOR_BILLS, one of somebody else's.
func publishedFiles() []string {
	files := []string{"testdata/cost-cases.toml"}
	if more := os.Getenv("ARCHADVISOR_BILLS"); more != "" {
		files = append(files, more)
	}
	return files
}

// withOtherPrices are the books with prices beside them that published bills name
// and the program does not bill with: x86, other regions and sizes, extras.
func withOtherPrices(t testing.TB) *Catalogue {
	t.Helper()
	c := Load().clone()
	c.tiers = maps.Clone(c.tiers)
	names, err := filepath.Glob("testdata/other-prices/*.toml")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d books, %v", len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c.file(decodeBook(data))
	}
	return c
}

// TestPublishedBills reproduces every published bill at its own tolerance with the
// tariffs that the program bills with, and each printed line to the cent. "derived"
// cases are arithmetic of those who collected them; they hold too.
func TestPublishedBills(t *testing.T) {
	c := withOtherPrices(t)
	for _, file := range publishedFiles() {
		cases := readPublished(t, file).Cases
		if len(cases) == 0 {
			t.Errorf("%s: no cases", file)
		}
		for _, p := range cases {
			if p.Quality == "known_bad" || p.Kind == "ratio" {
				continue
			}
			t.Run(p.ID, func(t *testing.T) {
				lines, err := compute(c, p.Kind, p.Inputs)
				if err != nil {
					t.Fatalf("%s (%s): %v", p.Kind, p.Source, err)
				}
				if got := total(lines); !(math.Abs(got-p.USD) <= p.tolerance()) {
					t.Errorf("%s: got %.6f, published %.6f, tolerance %.4f (%s)\n%+v", p.Kind, got, p.USD, p.tolerance(), p.Source, lines)
				}
				checkLines(t, lines, p.Lines)
			})
		}
	}
}

// lineItems are the names of lines in published bills.
var lineItems = map[string]string{
	"compute": "function duration", "requests": "function requests", "ephemeral": "function disk",
	"provisioned": "provisioned concurrency", "compute_pc": "function duration, provisioned", "compute_od": "function duration, on demand",
	"gbs": "function duration", "executions": "function executions",
}

func checkLines(t *testing.T, lines []Line, want map[string]float64) {
	t.Helper()
	for name, usd := range want {
		if got := lineUSD(lines, lineItems[name]); !(math.Abs(got-usd) <= 0.006) {
			t.Errorf("%s is %.4f, published %.2f", lineItems[name], got, usd)
		}
	}
}

func lineUSD(lines []Line, item string) float64 {
	for _, l := range lines {
		if l.Item == item {
			return l.MonthlyUSD
		}
	}
	return math.NaN()
}

// TestKnownBad holds the bills that are wrong at their source against the right
// ones: the tariffs must not reproduce them.
func TestKnownBad(t *testing.T) {
	right := map[string]struct {
		usd    float64
		reason string
	}{
		"sendgrid-lambda-35rps":       {105.7949, "Python 2 integer division drops 0.72M requests"},
		"sendgrid-ec2-m3.medium":      {168.984, "one load balancer per instance, and capacity units not multiplied by hours"},
		"sendgrid-ec2-m5.xlarge":      {438.984, "one load balancer per instance, and capacity units not multiplied by hours"},
		"infracost-gcp-lb-100gb":      {19.05, "the first five forwarding rules cost 0.025 an hour, not 0.01"},
		"cloudwebschool-cloudrun-10M": {48.96, "the grants of CPU and memory are swapped"},
		"novacalc-lambda-10M":         {18.6667, "the printed figure follows from no rate"},
	}
	c, seen := withOtherPrices(t), 0
	for _, p := range readPublished(t, "testdata/cost-cases.toml").Cases {
		if p.Quality != "known_bad" {
			continue
		}
		seen++
		want, ok := right[p.ID]
		if !ok {
			t.Errorf("%s: no reason on record", p.ID)
			continue
		}
		lines, err := compute(c, p.Kind, p.Inputs)
		if err != nil {
			t.Fatal(err)
		}
		if got := total(lines); math.Abs(got-want.usd) > 0.001 {
			t.Errorf("%s: got %.5f, right is %.5f (%s)", p.ID, got, want.usd, want.reason)
		}
		if math.Abs(total(lines)-p.USD) <= p.tolerance() {
			t.Errorf("%s: reproduces the wrong figure %.2f: %s", p.ID, p.USD, want.reason)
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
	c := withOtherPrices(t)
	bill := func(kind string, inputs map[string]any) []Line {
		t.Helper()
		lines, err := compute(c, kind, inputs)
		if err != nil {
			t.Fatal(err)
		}
		return lines
	}
	machine := total(bill("vm", map[string]any{"instance_type": "c6g.medium", "hours": 720, "gp3_gb": 1}))
	arm := bill("lambda", map[string]any{"requests": 1e6, "duration_ms": 1000, "memory_mb": 1769, "arch": "arm64"})
	x86 := bill("lambda", map[string]any{"requests": 1e6, "duration_ms": 1000, "memory_mb": 128})
	second := lineUSD(arm, "function duration") / 1e6
	millis := lineUSD(x86, "function duration") / 1e9
	for _, tt := range []struct {
		name      string
		got, want float64
	}{
		{"EC2 c6g.medium with 1 GB of disk, % of Lambda arm", machine / 720 / 3600 / second * 100, 41.136238846997045},
		{"request fee in ms of a 128 MB function", lineUSD(x86, "function requests") / 1e6 / millis, 96},
	} {
		if math.Abs(tt.got-tt.want) > math.Max(0.015, 0.001*tt.want) {
			t.Errorf("%s: got %.4f, want %.4f", tt.name, tt.got, tt.want)
		}
	}
}

// TestTariffsAreTested lists, in testdata/tariffs.md, which published bills test the
// arithmetic of each tariff of the program, and which tariffs have none.
func TestTariffsAreTested(t *testing.T) {
	c, tested := withOtherPrices(t), map[TariffID][]string{}
	for _, p := range readPublished(t, "testdata/cost-cases.toml").Cases {
		if p.Kind == "ratio" || p.Quality == "known_bad" {
			continue
		}
		lines, err := compute(c, p.Kind, p.Inputs)
		if err != nil {
			t.Fatalf("%s: %v", p.ID, err)
		}
		for _, l := range lines {
			if ids := tested[l.Tariff]; l.Tariff != "" && !slices.Contains(ids, p.ID) {
				tested[l.Tariff] = append(ids, p.ID)
			}
		}
	}
	var with, without strings.Builder
	for _, id := range allTariffs(t) {
		if ids := tested[id]; len(ids) > 0 {
			fmt.Fprintf(&with, "| %s | %s |\n", id, strings.Join(ids, ", "))
			continue
		}
		fmt.Fprintf(&without, "- %s\n", id)
	}
	compareFile(t, "testdata/tariffs.md", "Tariffs whose arithmetic published bills test:\n\n| tariff | published bills |\n|---|---|\n"+
		with.String()+"\nTariffs that no published bill tests; one price times a quantity unless the book says otherwise:\n\n"+without.String())
}

// allTariffs are the ids of all tariffs that a bill of the program can carry.
func allTariffs(t *testing.T) []TariffID {
	t.Helper()
	seen := map[TariffID]bool{}
	for _, cloud := range cloudsOf(Load()) {
		l := Load().List(cloud)
		for i := range l.tariffs {
			if l.tariffs[i].tiers[0].of != nil {
				seen[l.tariffs[i].ID] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}
