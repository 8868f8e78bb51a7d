package pricing

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// TestEveryFigureHasProvenance: a figure without a source or a date cannot be
// checked by anybody.
func TestEveryFigureHasProvenance(t *testing.T) {
	c := Load()
	words := map[figure]string{
		price:       " verified derived other_region memory ",
		billingRule: " verified derived memory ",
		limit:       " verified derived memory assumption ",
		assumption:  " measured published verified derived memory assumption ",
	}
	for k, p := range c.figures {
		if len(p.Sources) == 0 || p.AsOf == "" || p.Unit == "" || p.Region == "" {
			t.Errorf("%s: %+v", p.Name(), *p)
		}
		if !strings.Contains(words[k.kind], " "+p.Confidence+" ") {
			t.Errorf("%s: confidence %q", p.Name(), p.Confidence)
		}
		if !finite(p.Value) || p.Low > p.Value || p.High < p.Value {
			t.Errorf("%s: %v in %v..%v", p.Name(), p.Value, p.Low, p.High)
		}
	}
	if n := len(c.figures); n < 300 {
		t.Errorf("only %d figures", n)
	}
}

// TestOtherRegionsAreMarked: a price that was seen for another region than that of its book is
// told so wherever it is shown, unless the same price was seen in the country of the book.
func TestOtherRegionsAreMarked(t *testing.T) {
	c := Load()
	for k, p := range c.figures {
		home := c.Region(k.cloud)
		if k.kind == price && p.Region != home && !strings.Contains(p.Region, "us") && p.Region != "all" && p.Confidence != otherRegion {
			t.Errorf("%s: a price of %s in the book of %s, marked %s", p.Name(), p.Region, home, p.Confidence)
		}
	}
}

// TestFreePricesAreMeant: a price of zero is a fact about a few services, not a
// gap.
func TestFreePricesAreMeant(t *testing.T) {
	free := map[string]bool{
		"aws ecs control_plane": true, "azure aks free_tier": true, "azure egress cross_zone": true,
		"gcp egress_premium free_gib": true,
	}
	for k, p := range Load().figures {
		if k.kind == price && p.Value == 0 && !free[p.Name()] {
			t.Errorf("%s costs nothing", p.Name())
		}
	}
}

func TestLabelAndAge(t *testing.T) {
	c := Load()
	for cloud, want := range map[string]string{"aws": "aws 2026-11", "gcp": "gcp 2026-11", "azure": "azure 2026-11", "self-hosted": "self-hosted 2026-11"} {
		if got := c.Label(cloud); got != want {
			t.Errorf("label %q, want %q", got, want)
		}
	}
	tests := []struct {
		today string
		stale bool
	}{{"2026-11-23", false}, {"2027-11-23", false}, {"2027-11-24", true}}
	for _, tt := range tests {
		today, err := time.Parse(time.DateOnly, tt.today)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Stale("aws", today); (got == "2026-11-23") != tt.stale {
			t.Errorf("stale on %s: %v", tt.today, got)
		}
	}
}

// TestLimits pins the limits that gates read.
func TestLimits(t *testing.T) {
	c := Load()
	tests := []struct {
		cloud, item string
		want        float64
	}{
		{"aws", "function_duration_s", 900}, {"aws", "function_memory_mb", 10240}, {"aws", "payload_mb", 6},
		{"aws", "concurrency", 1000}, {"aws", "ramp_per_s", 100}, {"aws", "gateway_timeout_s", 30},
		{"gcp", "function_duration_s", 3600}, {"gcp", "function_memory_mb", 32768}, {"gcp", "payload_mb", 32},
		{"azure", "function_memory_mb", 4096},
	}
	for _, tt := range tests {
		if got := c.Limit(tt.cloud, tt.item); got != tt.want {
			t.Errorf("%s %s: %v; want %v", tt.cloud, tt.item, got, tt.want)
		}
	}
	for _, item := range []string{"function_duration_s", "function_memory_mb", "payload_mb", "concurrency", "ramp_per_s", "gateway_timeout_s"} {
		for _, cloud := range []string{"aws", "gcp", "azure", "self-hosted"} {
			if c.Limit(cloud, item) <= 0 {
				t.Errorf("%s of %s", item, cloud)
			}
		}
	}
}

func TestTiers(t *testing.T) {
	graded := Tariff{tiers: [4]tier{{10, 3, nil}, {30, 2, nil}, {math.Inf(1), 1, nil}}}
	for _, tt := range []struct{ q, cost float64 }{{-1, 0}, {0, 0}, {5, 15}, {10, 30}, {20, 50}, {30, 70}, {100, 140}} {
		if got := graded.Cost(tt.q); got != tt.cost {
			t.Errorf("cost of %v: %v, want %v", tt.q, got, tt.cost)
		}
	}
	graded.free = 5
	if got := graded.Cost(15); got != 30 {
		t.Errorf("with 5 granted, 15 cost %v", got)
	}
	if none := (&Tariff{}); none.Cost(5) != 0 {
		t.Error("a tariff without a price costs nothing")
	}
}

// TestBooksAreWellFormed: every key of a book means something, no figure stands twice, tiers rise to no end and every
// row is of a known meter.
func TestBooksAreWellFormed(t *testing.T) {
	files, _ := embedded.ReadDir("books")
	written := 0
	for _, file := range files {
		data, _ := embedded.ReadFile("books/" + file.Name())
		var b book
		meta, err := toml.Decode(string(data), &b)
		if err != nil || len(meta.Undecoded()) > 0 {
			t.Errorf("%s: %v, unknown keys %v", file.Name(), err, meta.Undecoded())
		}
		if _, err := time.Parse(time.DateOnly, b.AsOf); err != nil {
			t.Errorf("%s: %v", file.Name(), err)
		}
		written += len(b.Prices) + len(b.Quirks) + len(b.Limits) + len(b.Assumption)
		for _, row := range b.Tariffs {
			if row.Meter >= numMeters {
				t.Errorf("%s: no meter is called as %q says", file.Name(), row.Name)
			}
		}
	}
	c := Load()
	if written != len(c.figures) {
		t.Errorf("%d figures of %d names", written, len(c.figures))
	}
	for k, row := range c.tiers {
		last := 0.0
		for _, step := range row.Steps {
			if upTo(step.UpTo) <= last {
				t.Errorf("tiers of %v do not rise", k)
			}
			last = upTo(step.UpTo)
		}
		if last != upTo(0) || len(row.Steps) > len(Tariff{}.tiers) {
			t.Errorf("tiers of %v: no last step, or too many", k)
		}
	}
}

// finite says that v can be a figure.
func finite(v float64) bool { return v >= 0 && !math.IsInf(v, 0) && !math.IsNaN(v) }
