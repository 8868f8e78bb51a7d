package profile

import (
	"math"
	"slices"
	"testing"

	"archadvisor/advisor/profile/prior"
)

// stating builds a valid profile from assignments.
func stating(t testing.TB, assigns ...string) *Profile {
	t.Helper()
	p := New("x")
	for _, a := range assigns {
		if err := p.SetString(a); err != nil {
			t.Fatal(err)
		}
	}
	if es := p.Validate(); es != nil {
		t.Fatal(es)
	}
	return p
}

// column draws one field n times.
func column(p *Profile, id ID, n int) []float64 {
	s := NewSampler(p, 11)
	var pt Point
	out := make([]float64, n)
	for k := range out {
		s.Draw(k, &pt)
		out[k] = pt[id]
	}
	return out
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

func share(x []float64, want float64) float64 {
	n := 0
	for _, v := range x {
		if v == want {
			n++
		}
	}
	return float64(n) / float64(len(x))
}

// The population as a whole has the odds that the field table gives.
func TestOverallOdds(t *testing.T) {
	p := New("x")
	const n = 4096
	for _, id := range []ID{ReleaseBottleneck, IndependentReleases, LockstepChanges, IndependentScaling, FailureIsolation} {
		if got := mean(column(p, id, n)); math.Abs(got-0.25) > 0.02 {
			t.Errorf("%s: true in %.3f, want 0.25", id, got)
		}
	}
	for _, id := range []ID{RelationalQueries, StableBoundaries, OpsMaturity, DistributedExperience, ServerlessExperience,
		Pattern, Handoffs, DataCoupling, Stage, LockIn} {
		x := column(p, id, n)
		options := max(2, len(id.Field().Options))
		for i := range options {
			if got, want := share(x, float64(i)), 1/float64(options); math.Abs(got-want) > 0.02 {
				t.Errorf("%s: option %d in %.3f, want %.3f", id, i, got, want)
			}
		}
	}
}

// What rises with the organisation does.
func TestRisingPriors(t *testing.T) {
	small, large := stating(t, "team.engineers=4"), stating(t, "team.engineers=600")
	for _, id := range []ID{Teams, PlatformEngineers, Modules, OpsMaturity, DistributedExperience, ServerlessExperience,
		DeploysPerWeek, ReleaseBottleneck, IndependentReleases, BudgetMonthlyUSD} {
		a, b := mean(column(small, id, 512)), mean(column(large, id, 512))
		if !(a < b) {
			t.Errorf("%s: mean %.3g with 4 engineers, %.3g with 600", id, a, b)
		}
	}
	for _, id := range []ID{ReleaseBottleneck, IndependentReleases} {
		if got := mean(column(stating(t, "team.teams=1"), id, 512)); got != 0 {
			t.Errorf("%s: true in %.3f of the draws of one team", id, got)
		}
	}
}

// What is known restricts what is not: each field stays inside these bounds in
// every draw.
func TestKnownPartners(t *testing.T) {
	tests := []struct {
		name   string
		assign []string
		id     ID
		lo, hi float64
	}{
		{"engineers give teams", []string{"team.engineers=90"}, Teams, 10, 18},
		{"few engineers give teams", []string{"team.engineers=13"}, Teams, 2, 2},
		{"very few engineers", []string{"team.engineers=4"}, Teams, 1, 1},
		{"engineers give platform people", []string{"team.engineers=90"}, PlatformEngineers, 0, 9},
		{"teams give engineers", []string{"team.teams=40"}, Engineers, 200, 360},
		{"one team gives engineers", []string{"team.teams=1"}, Engineers, 2, 9},
		{"waiting takes two teams", []string{"team.release_bottleneck=true"}, Teams, 2, 200},
		{"platform people give engineers", []string{"team.platform_engineers=8"}, Engineers, 80, 1000},
		{"payroll gives the budget", []string{"team.engineers=10", "budget.engineer_month_usd=10000"}, BudgetMonthlyUSD, 2000, 10000},
		{"steady", []string{"load.pattern=steady"}, PeakToMean, 1.2, 2},
		{"diurnal", []string{"load.pattern=diurnal"}, PeakToMean, 2, 5},
		{"bursty", []string{"load.pattern=bursty"}, PeakToMean, 4, 20},
		{"extreme", []string{"load.pattern=extreme"}, PeakToMean, 10, 100},
		{"mean beyond its prior", []string{"load.mean_rps=300000"}, MeanRPS, 300000, 300000},
		{"mean beyond its prior gives the peak", []string{"load.mean_rps=300000", "load.pattern=steady"}, PeakRPS, 360000, 600000},
		{"month gives the mean", []string{"load.requests_per_month=2.628M"}, MeanRPS, 1, 1},
		{"peak gives the mean", []string{"load.peak_rps=350", "load.pattern=extreme"}, MeanRPS, 3.5, 35},
		{"peak and ratio give the mean", []string{"load.peak_rps=350"}, PeakRPS, 350, 350},
		{"peak and mean give the ratio", []string{"load.peak_rps=350", "load.mean_rps=70"}, PeakToMean, 5, 5},
		{"ratio bounds the idle share", []string{"load.peak_to_mean=1.25"}, IdleShare, 0, 0.2},
		{"idle share gives the pattern", []string{"load.idle_share=0.98"}, Pattern, 3, 3},
		{"idle share bounds the ratio", []string{"load.idle_share=0.98"}, PeakToMean, 50, 100},
		{"ratio gives the pattern", []string{"load.peak_to_mean=1.5"}, Pattern, 0, 0},
		{"ratio beyond all patterns", []string{"load.peak_to_mean=500"}, Pattern, 3, 3},
		{"surge gives the pattern", []string{"load.surge_per_minute=3"}, Pattern, 2, 2},
		{"ranges of mean and peak", []string{"load.mean_rps=10-100", "load.peak_rps=20-50"}, MeanRPS, 10, 50},
		{"a peak of more than the mean", []string{"load.mean_rps=10-100", "load.peak_rps=20-50"}, PeakToMean, 1, 5},
		{"mean in both units", []string{"load.mean_rps=1-10"}, MeanRPS, 1, 10},
		{"cpu bounds the duration", []string{"work.cpu_ms=300"}, DurationMillis, 300, 1200},
		{"cpu beyond its prior", []string{"work.cpu_ms=5000"}, DurationMillis, 5000, 20000},
		{"duration bounds cpu", []string{"work.duration_ms=5"}, CPUMillis, 1, 5},
		{"short duration", []string{"work.duration_ms=0.2"}, CPUMillis, 0.05, 0.2},
		{"ranges of cpu and duration", []string{"work.cpu_ms=10-100", "work.duration_ms=5-50"}, CPUMillis, 10, 50},
		{"ranges of duration and cpu", []string{"work.cpu_ms=10-100", "work.duration_ms=5-50"}, DurationMillis, 10, 50},
		{"long requests are jobs", []string{"work.duration_ms=90000"}, LongestJobS, 90, 360},
		{"short jobs are short requests", []string{"work.longest_job_s=0.1"}, DurationMillis, 20, 100},
		{"long requests are accepted", []string{"work.duration_ms=1000"}, P99Millis, 1000, 4000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := column(stating(t, tt.assign...), tt.id, 1024)
			const ulp = 1e-12
			if lo, hi := slices.Min(x), slices.Max(x); lo < tt.lo*(1-ulp) || hi > tt.hi*(1+ulp) || math.IsNaN(lo) {
				t.Errorf("%s: drawn from %v to %v, want %v to %v", tt.id, lo, hi, tt.lo, tt.hi)
			}
		})
	}
}

func TestMeanInBothUnits(t *testing.T) {
	p := New("x")
	p.put(MeanRPS, Between(1, 10))
	p.put(RequestsPerMonth, Between(5*secondsPerMonth, 50*secondsPerMonth))
	x := column(p, MeanRPS, 512)
	if lo, hi := slices.Min(x), slices.Max(x); lo < 5*agreement || hi > 10 {
		t.Errorf("drawn from %v to %v, want 4.75 to 10", lo, hi)
	}
}

func TestCentral(t *testing.T) {
	central := func(p *Profile) (pt Point) {
		NewSampler(p, 1).Central(&pt)
		return pt
	}
	open := central(New("x"))
	for id, want := range map[ID]float64{
		Engineers: 45, Teams: 7, Environments: 3, MeanRPS: math.Sqrt(20), Pattern: 1, PeakToMean: math.Sqrt(10),
		GrowthPerYear: 2, CacheableShare: 0.25, CPUMillis: math.Sqrt(50), DurationMillis: math.Sqrt(8000), MemoryMB: math.Sqrt(128 * 1024),
		EngineerMonthUSD: 12000, BudgetMonthlyUSD: 45 * 12000 * math.Sqrt(0.002), P99Millis: math.Sqrt(400000),
		AvailabilityPct: 99.725, ReleaseBottleneck: 0, RelationalQueries: 0, OpsMaturity: 2, DistributedExperience: 1, ServerlessExperience: 1,
		Handoffs: 1, DataCoupling: 1, State: 1, Cloud: 0, Interaction: 1, Regions: 1, RequestLogs: 2, GPU: 0, Current: 0, Scope: 0, Exclude: 0,
	} {
		if math.Abs(open[id]-want) > 1e-9*math.Abs(want) {
			t.Errorf("%s: got %v, want %v", id, open[id], want)
		}
	}
	for _, id := range []ID{Runtime, Region, Compliance, ServicesNow, Name, PriorityCost} {
		if !math.IsNaN(open[id]) {
			t.Errorf("%s: got %v, want unknown", id, open[id])
		}
	}
	ranged := central(stating(t, "team.engineers=8-20", "load.growth_per_year=1-2", "priorities.cost=2-4"))
	for id, want := range map[ID]float64{Engineers: 13, GrowthPerYear: 1.5, PriorityCost: 3} {
		if ranged[id] != want {
			t.Errorf("range of %s: got %v, want %v", id, ranged[id], want)
		}
	}
}

// An answer shifts no other field of the draws.
func TestAnswersShiftNothing(t *testing.T) {
	a := NewSampler(New("x"), 5)
	b := NewSampler(stating(t, "load.growth_per_year=2", "work.cpu_ms=1", "constraints.lock_in=avoid", "name=y"), 5)
	for k := range 256 {
		var p, q Point
		a.Draw(k, &p)
		b.Draw(k, &q)
		for id := ID(0); id < NumFields; id++ {
			switch id {
			case GrowthPerYear, CPUMillis, LockIn, DurationMillis: // answered, or bounded by the answer
				continue
			}
			if p[id] != q[id] && !(math.IsNaN(p[id]) && math.IsNaN(q[id])) {
				t.Fatalf("draw %d: %s moved from %v to %v", k, id, p[id], q[id])
			}
		}
	}
}

// A draw that is written out and read again is the same point in every draw.
func TestWrittenDrawsStay(t *testing.T) {
	p := stating(t, "load.peak_rps=100-300", "team.engineers=8-20")
	s := NewSampler(p, 3)
	for k := range 64 {
		var want, got Point
		s.Draw(k, &want)
		full := NewSampler(p.FromPoint(&want), 99)
		if open := full.Open(); len(open) != 0 {
			t.Fatalf("still open: %v", open)
		}
		full.Draw(k+1, &got)
		for id := ID(0); id < NumFields; id++ {
			if !near(got[id], want[id]) && !(math.IsNaN(got[id]) && math.IsNaN(want[id])) {
				t.Fatalf("draw %d: %s is %v, was %v", k, id, got[id], want[id])
			}
		}
	}
}

// A range is drawn evenly, on the scale of its prior.
func TestRangesAreDrawnEvenly(t *testing.T) {
	const n = 1024
	for _, tt := range []struct {
		assign string
		id     ID
		median float64
	}{
		{"load.mean_rps=10-1000", MeanRPS, 100},
		{"load.requests_per_month=[2.628e6, 2.628e8]", MeanRPS, 10},
		{"load.growth_per_year=2-4", GrowthPerYear, 3},
		{"load.mean_rps=[0, 10]", MeanRPS, 5},
		{"work.duration_ms=100-400", DurationMillis, 200},
	} {
		below := 0
		for _, x := range column(stating(t, tt.assign), tt.id, n) {
			if x < tt.median {
				below++
			}
		}
		if below < n/2-1 || below > n/2+1 {
			t.Errorf("%s: %d of %d draws below %v", tt.assign, below, n, tt.median)
		}
	}
}

func TestCountsAreWhole(t *testing.T) {
	for _, id := range []ID{Engineers, Teams, Modules, Environments} {
		for _, x := range column(New("x"), id, 512) {
			if x != math.Trunc(x) {
				t.Fatalf("%s drawn as %v", id, x)
			}
		}
	}
	for _, x := range column(stating(t, "team.engineers=[2.2, 2.7]"), Engineers, 64) {
		if x < 2.2 || x > 2.7 {
			t.Fatalf("engineers drawn as %v outside the stated range", x)
		}
	}
}

func TestOpen(t *testing.T) {
	all := NewSampler(New("x"), 1).Open()
	var drawn []ID
	for _, f := range Fields() {
		if f.Drawn {
			drawn = append(drawn, f.ID)
		}
	}
	if !slices.Equal(all, drawn) {
		t.Errorf("open is %v, want %v", all, drawn)
	}
	for _, tt := range []struct {
		assign []string
		id     ID
		want   bool
	}{
		{nil, PeakRPS, false},
		{nil, PeakToMean, true},
		{[]string{"load.peak_rps=5"}, PeakToMean, false},
		{[]string{"load.peak_rps=5"}, MeanRPS, true},
		{[]string{"load.requests_per_month=5M"}, MeanRPS, false},
		{[]string{"load.requests_per_month=5M-9M"}, RequestsPerMonth, true},
		{[]string{"team.engineers=5"}, Engineers, false},
		{[]string{"team.engineers=5-9"}, Engineers, true},
		{[]string{"priorities.cost=1-2"}, PriorityCost, true},
	} {
		open := NewSampler(stating(t, tt.assign...), 1).Open()
		if got := slices.Contains(open, tt.id); got != tt.want {
			t.Errorf("%v: %s open: %v, want %v", tt.assign, tt.id, got, tt.want)
		}
	}
}

func TestDrawsDoNotAllocate(t *testing.T) {
	for _, p := range []*Profile{New("x"), stating(t, "load.mean_rps=1-100", "load.peak_rps=10-200", "work.cpu_ms=1-90")} {
		s := NewSampler(p, 1)
		var pt Point
		for k := range commonDraws { // what they have in common is kept from the first time on
			s.Draw(k, &pt)
		}
		k := 0
		if n := testing.AllocsPerRun(2*commonDraws, func() { s.Draw(k, &pt); k++ }); n != 0 {
			t.Errorf("a draw allocates %v times", n)
		}
	}
}

func TestRuntimeFamilies(t *testing.T) {
	families := Runtimes()
	for text, want := range map[string]string{
		"go": "go", "Go 1.24": "go", "golang1.x": "go", "Java 21": "java", "Kotlin/JVM": "java", "nodejs22.x": "node", "TypeScript": "node",
		"python3.12": "python", "C#": "dotnet", ".NET 8": "dotnet", "Ruby on Rails": "ruby", "rust": "rust",
		"PHP 8": "other", "mongo": "other", "": "other", "Erlang": "other",
	} {
		if got := families[int(prior.RuntimeIndex(text))]; got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}
