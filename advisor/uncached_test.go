package advisor

import (
	"slices"
	"testing"

	"archadvisor/advisor/profile"
)

// A cache that nobody mentioned answers requests only; a stated one acts on any work.
func TestAnOpenCacheAnswersRequestsOnly(t *testing.T) {
	a := core(t)
	for _, tt := range []struct {
		text   string
		cached bool
	}{
		{"", true},
		{"work.interaction = \"request\"\n", true},
		{"work.interaction = [\"event\", \"request\"]\n", true},
		{"work.interaction = \"batch\"\n", false},
		{"work.interaction = \"event\"\n", false},
		{"work.interaction = [\"stream\", \"websocket\"]\n", false},
		{"work.interaction = \"batch\"\nload.cacheable_share = 0.4\n", true},
	} {
		r := a.Draw(parse(t, "load.mean_rps = 20\n"+tt.text), Options{Draws: 32})
		for _, pt := range append(r.Points(8), r.Central) {
			if got := pt[profile.CacheableShare] > 0; got != tt.cached {
				t.Errorf("%q: a cache takes off %v", tt.text, pt[profile.CacheableShare])
				break
			}
		}
		if r.Profile.Known(profile.CacheableShare) != (tt.cached && r.Profile.Get(profile.CacheableShare).Low == 0.4) {
			t.Errorf("%q: the profile states a share that nobody stated", tt.text)
		}
		r.Done()
		told := slices.ContainsFunc(a.Advise(parse(t, tt.text), Default).Assumed, func(x *Assumption) bool {
			return x.Field == "load.cacheable_share" && x.How == "default"
		})
		if told == tt.cached {
			t.Errorf("%q: that no cache is taken for granted is told: %v", tt.text, told)
		}
	}
}
