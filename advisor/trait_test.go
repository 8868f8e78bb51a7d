package advisor

import (
	"math"
	"testing"

	"archadvisor/advisor/profile"
)

// stated are the traits of a profile by name.
func stated(t *testing.T, text string) map[string]float64 {
	t.Helper()
	p, faults := profile.Decode([]byte("schema = 2\nname = \"x\"\n"+text), "x.toml")
	if faults != nil {
		t.Fatal(faults)
	}
	out := map[string]float64{}
	for _, s := range traits(nil, p[0]) {
		out[s.String()] = s.Weight
		if back, ok := ParseTrait(s.String()); !ok || back != s.Trait {
			t.Errorf("%q is read as %q", s, back)
		}
	}
	return out
}

// TestTraits: words count whole, a number is shared by its two neighbours, and what acts for itself is no trait.
func TestTraits(t *testing.T) {
	got := stated(t, `[team]
engineers = 30
[load]
mean_rps = [9, 99]
[work]
interaction = ["request", "event"]
[constraints]
cloud = "aws"
exclude = ["serverless"]
[priorities]
cost = 5
`)
	for name, want := range map[string]float64{
		"work.interaction = request": 1, "work.interaction = event": 1, "constraints.cloud = aws": 1,
		"load.mean_rps # 1": 0.5, "load.mean_rps # 2": 0.5, // log10 of 10 and of 100, in the middle
		"team.engineers # 1": 2 - math.Log10(31), "team.engineers # 2": math.Log10(31) - 1,
	} {
		if math.Abs(got[name]-want) > 1e-9 {
			t.Errorf("%s counts %v, want %v", name, got[name], want)
		}
		delete(got, name)
	}
	if len(got) > 0 {
		t.Errorf("%v are traits, too", got)
	}
	for _, bad := range []string{"", "load.mean_rps", "load.mean_rps # x", "lod.mean_rps # 1", "domain.kind = "} {
		if _, ok := ParseTrait(bad); ok {
			t.Errorf("%q is read as a trait", bad)
		}
	}
}

// TestManyTraitsCountLess: of a profile that states much all traits together count as those of a documented decision.
func TestManyTraitsCountLess(t *testing.T) {
	sum := 0.0
	for _, weight := range stated(t, `[today]
trouble = ["releases", "scaling", "cold_starts", "cost"]
[work]
interaction = ["request", "event", "batch", "websocket"]
[constraints]
compliance = ["gdpr", "pci", "hipaa"]
`) {
		sum += weight
	}
	if math.Abs(sum-documented) > 1e-9 {
		t.Errorf("11 words count %v, want %d", sum, documented)
	}
}

// TestTraitsAreOfWhatIsSaid: the same load is the same trait, in whichever fields it is stated.
func TestTraitsAreOfWhatIsSaid(t *testing.T) {
	want := stated(t, "[load]\nmean_rps = 99\npeak_rps = 999\n")
	if len(want) != 2 || want["load.mean_rps # 2"] != 1 || want["load.peak_rps # 3"] != 1 {
		t.Fatal(want) // log10 of 100 and of 1,000
	}
	for _, text := range []string{
		"requests_per_month = 260172000\npeak_rps = 999\n", // 99 in each of 2,628,000 s
		"mean_rps = 99\npeak_to_mean = 10.090909090909092\n",
		"requests_per_month = 260172000\npeak_to_mean = 10.090909090909092\n",
		"peak_rps = 999\npeak_to_mean = 10.090909090909092\n",
		"mean_rps = 99\nrequests_per_month = 260172000\npeak_rps = 999\npeak_to_mean = 10.090909090909092\n",
	} {
		got := stated(t, "[load]\n"+text)
		for name, weight := range want {
			if math.Abs(got[name]-weight) > 1e-9 {
				t.Errorf("%q: %v, want %v", text, got, want)
			}
		}
	}
	if got := stated(t, "[load]\npeak_to_mean = 9\n"); got["load.peak_to_mean # 1"] != 1 {
		t.Errorf("a ratio of nothing known: %v", got)
	}
}
