package people

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"archadvisor/advisor/pricing"
)

func newModel(t *testing.T) *Model {
	t.Helper()
	var book struct{ Staff Model }
	pricing.Load().Assume(&book)
	return &book.Staff
}

type finding struct {
	ID, Platform, Maturity, Source, Quote, Note string
	Engineers, Staff, Services, Machines        float64
}

func findings(t *testing.T) []finding {
	t.Helper()
	var file struct{ Finding []finding }
	if _, err := toml.DecodeFile("testdata/findings.toml", &file); err != nil {
		t.Fatal(err)
	}
	return file.Finding
}

// TestPublishedHeadCounts: three quarters of the findings lie within a factor of
// two of the model, which is off by the factor that its essay tells.
func TestPublishedHeadCounts(t *testing.T) {
	m := newModel(t)
	platforms := map[string]Platform{"servers": Servers, "cluster": Cluster, "functions": Functions}
	within, squares := 0.0, 0.0
	list := findings(t)
	for _, f := range list {
		maturity := slices.Index([]string{"none", "basic", "established", "advanced"}, f.Maturity)
		if maturity < 0 || f.Staff <= 0 || f.Engineers <= 0 || f.Source == "" || f.Quote == "" {
			t.Fatalf("%s: incomplete", f.ID)
		}
		got := m.Staff(&Load{Platform: platforms[f.Platform], Maturity: maturity, Experience: 1, Engineers: f.Engineers, Deployables: f.Services, Machines: f.Machines}, 1)
		ratio := got / f.Staff
		t.Logf("%-20s told %6.1f  model %6.1f  ratio %.2f", f.ID, f.Staff, got, ratio)
		squares += math.Pow(math.Log(ratio), 2)
		if ratio >= 0.5 && ratio <= 2 {
			within++
		}
	}
	if len(list) != 13 || within/13 < 0.75 {
		t.Errorf("%v of %d within a factor of two", within, len(list))
	}
	spread := math.Exp(math.Sqrt(squares / float64(len(list))))
	essays, err := os.ReadFile("../essays.toml")
	if err != nil {
		t.Fatal(err)
	}
	tells := fmt.Sprintf("%v of %d published head-counts lie within a factor of two,\n           spread %.1f", within, len(list), spread)
	if !strings.Contains(string(essays), tells) {
		t.Errorf("help models should tell: %s", tells)
	}
}

// TestMoreToRunTakesMorePeople, and those who run things better need fewer.
func TestMoreToRunTakesMorePeople(t *testing.T) {
	m := newModel(t)
	for p := range numPlatforms {
		for maturity := range m.Maturity {
			for _, separate := range []bool{false, true} {
				base := Load{Platform: p, Maturity: maturity, Experience: 1, Engineers: 20, Deployables: 8, Machines: 6, Stores: 2, Environments: 4, Audits: 1, Separate: separate, Availability: 0.999}
				for name, more := range map[string]func(*Load){
					"engineers": func(l *Load) { l.Engineers *= 2 }, "services": func(l *Load) { l.Deployables *= 2 },
					"machines": func(l *Load) { l.Machines *= 2 }, "stores": func(l *Load) { l.Stores *= 2 },
					"environments": func(l *Load) { l.Environments *= 2 }, "audits": func(l *Load) { l.Audits *= 2 },
				} {
					l := base
					more(&l)
					if was, is := m.Staff(&base, 1), m.Staff(&l, 1); is < was || !separate && is == was {
						t.Errorf("platform %d, maturity %d: twice the %s takes %v people instead of %v", p, maturity, name, is, was)
					}
				}
				if l := base; maturity > 0 {
					l.Maturity--
					if was, is := m.Staff(&base, 1), m.Staff(&l, 1); is < was || !separate && is == was {
						t.Errorf("platform %d: maturity %d takes %v people, less of it %v", p, maturity, was, is)
					}
				}
			}
		}
	}
}

// A rota of a group of its own takes heads: five where three quarters of a person
// would do the work, as at Let's Encrypt (five beside three developers).
func TestARotaTakesHeads(t *testing.T) {
	m := newModel(t)
	l := Load{Platform: Servers, Maturity: 2, Experience: 1, Engineers: 3, Deployables: 1, Machines: 30, Availability: 0.9995}
	work := m.Staff(&l, 1) // 3/15 x 0.8 + 0.045 x 3 + 0.005 + 30/60
	if math.Abs(work-0.8) > 1e-9 {
		t.Errorf("the work of %v people, want 0.8", work)
	}
	l.Separate = true
	for times, want := range map[float64]float64{0.45: 5, 1: 5, 10: 8} { // half of the work or ten times 0.8
		if got := m.Staff(&l, times); math.Abs(got-want) > 1e-9 || m.Rota != 5 {
			t.Errorf("a rota of %v, want %v", got, want)
		}
	}
	l.Availability = 0.995
	if got := m.Staff(&l, 1); got != work {
		t.Errorf("nobody need be woken, %v people", got)
	}
}

// TestFourHundredEngineers: 60 services on a cluster take what documented
// organisations of that size have, 4 to 10 % of the developers.
func TestFourHundredEngineers(t *testing.T) {
	m := newModel(t)
	for _, p := range []Platform{Services, Cluster} {
		got := m.Staff(&Load{Platform: p, Maturity: 2, Experience: 1, Engineers: 400, Deployables: 60, Machines: 60, Environments: 3}, 1)
		if got < 16 || got > 40 {
			t.Errorf("platform %d: %v people", p, got)
		}
	}
}

// Own time is a share, told low and high.
func TestOwnTime(t *testing.T) {
	m := newModel(t)
	for p := range numPlatforms {
		if low, high := m.OwnTime[p].Low, m.OwnTime[p].High; !(0 < low && low < high && high < 1) {
			t.Errorf("platform %d: %v to %v", p, low, high)
		}
	}
	if low, high := m.OwnTime[Servers].Low, m.OwnTime[Servers].High; low != 0.3 || high != 0.6 {
		t.Errorf("servers: %v to %v, published 30 to 60 %%", low, high)
	}
}
