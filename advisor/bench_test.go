package advisor

import (
	"math"
	"testing"
	"time"

	"archadvisor/advisor/profile"
)

// loads are complete profiles along the load, from 0.1 to 100,000 req/s, with
// the bytes that they are decoded from.
func loads(t testing.TB) (points []*profile.Profile, files [][]byte) {
	t.Helper()
	for i := 0; i < 61; i++ {
		p := complete(4 * i)
		if err := p.Set(profile.MeanRPS, profile.Number(math.Round(math.Pow(1e6, float64(i)/60))/10)); err != nil {
			t.Fatal(err)
		}
		points, files = append(points, p), append(files, profile.Encode(p))
	}
	return points, files
}

// evaluation is one evaluation of a point: all shapes of its cloud, then facts,
// rules and values.
func evaluation(e *evaluator, pt *profile.Point, active []bool) float64 {
	shapes := e.chooseShapes(pt, active, &e.elsewhere)
	c := e.at(pt, e.a.models.CentralScenario(), shapes)
	return e.a.value(e.a.start, c, c.fired, e.keep.w[:len(e.a.Criteria)])[0]
}

// central points of the profiles, ready to be evaluated.
func centrals(profiles []*profile.Profile) []profile.Point {
	points := make([]profile.Point, len(profiles))
	for i, p := range profiles {
		profile.NewSampler(p, DefaultSeed).Central(&points[i])
	}
	return points
}

// mostOfDecoding bounds one evaluation, as a share of decoding its profile: 0.40 to 0.96 in single runs beside other work,
// 0.6 on a quiet machine.
const mostOfDecoding = 1.0

// TestEvaluationCostsLessThanDecoding compares both in one run; the best of a
// few tries, because the machine does other things too.
func TestEvaluationCostsLessThanDecoding(t *testing.T) {
	a := core(t)
	profiles, files := loads(t)
	points := centrals(profiles)
	e := newEvaluator(a)
	active := e.activeGates(profiles[0])
	best := math.Inf(1)
	for try := 0; try < 8 && best > mostOfDecoding; try++ {
		evaluate := fastest(func() {
			for i := range points {
				evaluation(e, &points[i], active)
			}
		})
		decode := fastest(func() {
			for _, f := range files {
				if _, errs := profile.Decode(f, "f"); len(errs) > 0 {
					t.Fatal(errs)
				}
			}
		})
		best = math.Min(best, float64(evaluate)/float64(decode))
	}
	t.Logf("one evaluation costs %.2f of decoding its profile", best)
	if best > slack*mostOfDecoding {
		t.Errorf("one evaluation costs %.2f of decoding its profile, want at most %g", best, mostOfDecoding)
	}
}

// fastest is the shortest of a few runs.
func fastest(f func()) time.Duration {
	best := time.Duration(math.MaxInt64)
	for i := 0; i < 5; i++ {
		start := time.Now()
		f()
		best = min(best, time.Since(start))
	}
	return best
}

func TestDrawsDoNotAllocate(t *testing.T) {
	a := core(t)
	e := newEvaluator(a)
	r := e.begin(parse(t, "[team]\nengineers = 12\n"), Default)
	r.extend(256)
	var w [maxCriteria]float64
	k := 0
	if n := testing.AllocsPerRun(200, func() {
		r.Sampler.Draw(k, &e.point)
		c := e.at(&e.point, r.Scenario(k), r.Shapes)
		r.imp.draw(w[:len(a.Criteria)], a, r.seed, k)
		a.value(a.start, c, e.keep.opinions.speaking(c), w[:len(a.Criteria)])
		k = (k + 1) % 256
	}); n != 0 {
		t.Errorf("a draw allocates %v times", n)
	}
}

func BenchmarkEvaluate(b *testing.B) {
	a := core(b)
	profiles, _ := loads(b)
	points := centrals(profiles)
	e := newEvaluator(a)
	active := e.activeGates(profiles[0])
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		evaluation(e, &points[i%len(points)], active)
	}
}

func BenchmarkDecode(b *testing.B) {
	_, files := loads(b)
	for i := 0; i < b.N; i++ {
		profile.Decode(files[i%len(files)], "f")
	}
}

func BenchmarkAdvise(b *testing.B) {
	a := core(b)
	profiles, _ := loads(b)
	for i := 0; i < b.N; i++ {
		a.Advise(profiles[i%len(profiles)], Default)
	}
}

func BenchmarkAdviseSparse(b *testing.B) {
	a := core(b)
	p := parse(b, "[load]\npattern = \"bursty\"\n")
	for i := 0; i < b.N; i++ {
		a.Advise(p, Options{Draws: 512})
	}
}
