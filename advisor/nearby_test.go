package advisor

import "testing"

// Profiles near one that was drawn are decided the same with its estimates as
// without them, whatever was changed and whatever the seed.
func TestNearDecidesTheSame(t *testing.T) {
	a := core(t)
	for _, text := range []string{"", "[load]\npattern = \"bursty\"\n[team]\nengineers = [4, 9]\n"} {
		p := parse(t, text)
		r := a.Draw(p, Default)
		o := r.Near(Default)
		for _, change := range []string{"team.engineers=30", "load.mean_rps=200", "team.run_servers=avoid",
			"constraints.cloud=gcp", "work.longest_job_s=901", "domain.stage=mature", "quality.p99_ms=50"} {
			q := p.Clone()
			if err := q.SetString(change); err != nil {
				t.Fatal(err)
			}
			for _, seed := range []uint64{0, 5} {
				plain, with := Options{Draws: 96, Seed: seed}, o.AtMost(96)
				with.Seed = seed
				for base := range numOptions {
					if got, want := a.MarginOf(q, with, base), a.MarginOf(q, plain, base); got != want {
						t.Errorf("%s, seed %d: margin %v with the estimates of before, %v without", change, seed, got, want)
					}
				}
			}
		}
		r.Done()
	}
}
