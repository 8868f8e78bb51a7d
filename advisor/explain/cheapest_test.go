package explain

import "testing"

// TestCheapest puts comparisons of two together; the boundaries are known by
// hand: 150 + r/2 = 5 + 4r, 150 + r/2 = 600 + 0.4 r, 5 + 4r = 600 + 0.4 r.
func TestCheapest(t *testing.T) {
	pair := func(a, b string, at float64, first, then string) BreakEven {
		return BreakEven{Pair: [2]string{a, b}, Intervals: []Interval{{FromRPS: 0.1, ToRPS: at, Cheaper: first}, {FromRPS: at, ToRPS: 1e5, Cheaper: then}}}
	}
	got := Cheapest([]BreakEven{pair("monolith", "serverless", 145/3.5, "serverless", "monolith"),
		pair("monolith", "microservices", 4500, "monolith", "microservices"), pair("serverless", "microservices", 595/3.6, "serverless", "microservices")})
	want := []Interval{{0.1, 145 / 3.5, "serverless", false}, {145 / 3.5, 4500, "monolith", false}, {4500, 1e5, "microservices", false}}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%d: %v, want %v", i, got[i], want[i])
		}
	}
	if len(Cheapest(nil)) != 0 {
		t.Error("nothing is cheapest among none")
	}
}
