package pricing

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"
)

// TestEveryFigureHasProvenance: a figure without a source or a date cannot be
// checked by anybody.
func TestEveryFigureHasProvenance(t *testing.T) {
	c := mustLoad(t)
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
	c := mustLoad(t)
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
	for k, p := range mustLoad(t).figures {
		if k.kind == price && p.Value == 0 && !free[p.Name()] {
			t.Errorf("%s costs nothing", p.Name())
		}
	}
}

func TestMissing(t *testing.T) {
	c := mustLoad(t)
	_, err := c.price("aws", "ec2", "c7g.larg")
	var missing *MissingError
	if !errors.As(err, &missing) || err.Error() != "no price for aws ec2 c7g.larg (did you mean aws ec2 c7g.large?)" {
		t.Errorf("got %v", err)
	}
	if _, err := c.Limit("aws", "function_duration"); err == nil || !strings.Contains(err.Error(), "function_duration_s") {
		t.Errorf("limit: %v", err)
	}
	if _, err := c.Assumption("qqqqqqqqqqqqqqqqqqqqqq"); err == nil || err.Error() != "no assumption for assumptions qqqqqqqqqqqqqqqqqqqqqq" {
		t.Errorf("assumption: %v", err)
	}
	if _, err := c.resolve("gcp", "gce", "m7g.large"); err == nil {
		t.Error("a tariff out of nothing")
	}
}

func TestLabelAndAge(t *testing.T) {
	c := mustLoad(t)
	for cloud, want := range map[string]string{"aws": "aws 2026-11", "gcp": "gcp 2026-11", "azure": "azure 2026-11", "self-hosted": "self-hosted 2026-11", "none": "none"} {
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
		if got := c.Stale("aws", today); got != tt.stale {
			t.Errorf("stale on %s: %v", tt.today, got)
		}
	}
}

// TestLimits pins the limits that gates read.
func TestLimits(t *testing.T) {
	c := mustLoad(t)
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
		if got, err := c.Limit(tt.cloud, tt.item); err != nil || got.Value != tt.want {
			t.Errorf("%s %s: %v, %v; want %v", tt.cloud, tt.item, got.Value, err, tt.want)
		}
	}
	for _, item := range []string{"function_duration_s", "function_memory_mb", "payload_mb", "concurrency", "ramp_per_s", "gateway_timeout_s"} {
		for _, cloud := range []string{"aws", "gcp", "azure", "self-hosted"} {
			if _, err := c.Limit(cloud, item); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestTiers(t *testing.T) {
	graded := Tariff{n: 3, tiers: [maxTiers]tier{{10, 3}, {30, 2}, {math.Inf(1), 1}}}
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

func TestBrokenBooks(t *testing.T) {
	head := "cloud = \"x\"\nregion = \"-\"\nas_of = \"2026-01-01\"\n"
	tests := []struct{ name, book, want string }{
		{"unknown key", head + "[[price]]\nvlaue = 1\n", "unknown key price.vlaue"},
		{"no date", "cloud = \"x\"\n", "as_of"},
		{"twice", head + strings.Repeat("[[price]]\nservice = \"s\"\nitem = \"i\"\nvalue = 1\n", 2), "x s i is there twice"},
		{"tiers fall", head + "[[tiers]]\nservice = \"s\"\nitem = \"t\"\nsteps = [{up_to = 5, price = \"i\"}, {up_to = 4, price = \"i\"}]\n", "do not rise"},
		{"tiers end", head + "[[tiers]]\nservice = \"s\"\nitem = \"t\"\nsteps = [{up_to = 5, price = \"i\"}]\n", "have no last step"},
		{"tiers without price", head + "[[tiers]]\nservice = \"s\"\nitem = \"t\"\nsteps = [{price = \"i\"}]\n", "no price for x s i"},
	}
	for _, tt := range tests {
		c := newCatalogue()
		b, err := decodeBook([]byte(tt.book))
		if err == nil {
			err = c.addBook(b)
		}
		if err == nil {
			err = c.checkTiers()
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

// finite says that v can be a figure.
func finite(v float64) bool { return v >= 0 && !math.IsInf(v, 0) && !math.IsNaN(v) }
