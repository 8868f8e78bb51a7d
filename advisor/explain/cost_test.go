package explain

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// mostDecisions is what an explanation may cost, in decisions of the same
// profile by 128 draws: it takes about 85, and slow machines are given room.
const mostDecisions = 130

// TestAnExplanationCostsFewDecisions holds the speed of explain as a ratio of
// CPU on the same machine, in the median over the example profiles.
func TestAnExplanationCostsFewDecisions(t *testing.T) {
	files, err := filepath.Glob("../../testdata/profiles/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no example profiles", err)
	}
	a := core(t)
	var ratios []float64
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list, errs := profile.Decode(data, file)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		p := list[0]
		const times = 20
		one := spent(t, func() {
			for range times {
				a.Advise(p, advisor.Options{Draws: 128})
			}
		}) / times
		all := spent(t, func() {
			if _, err := a.Account(context.Background(), p, advisor.Default); err != nil {
				t.Fatal(err)
			}
		})
		ratios = append(ratios, float64(all)/float64(max(one, time.Microsecond)))
	}
	slices.Sort(ratios)
	t.Logf("an explanation costs %.0f decisions", ratios)
	if middle := ratios[len(ratios)/2]; middle > mostDecisions {
		t.Errorf("an explanation costs %.0f decisions in the median, at most %d are allowed", middle, mostDecisions)
	}
}

// spent is the CPU time of a call, all threads together.
func spent(t *testing.T, call func()) time.Duration {
	t.Helper()
	used := func() time.Duration {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			t.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	from := used()
	call()
	return used() - from
}

// TestTellingTheWorkNarrowsTheBill: who says nothing of the work gets a far wider range of the bill, which says that an
// answer would narrow it; either way the typical figure is the same.
func TestTellingTheWorkNarrowsTheBill(t *testing.T) {
	text := "[team]\nengineers = 4\n[load]\nmean_rps = 5\npeak_rps = 20\n"
	explained := func(text string) (advisor.Band, string) {
		x, err := core(t).Explain(t.Context(), parse(t, text), advisor.Options{Draws: 128})
		if err != nil {
			t.Fatal(err)
		}
		for i, o := range x.Ranking {
			if o.Arch == estimate.Monolith {
				return o.Estimates.Cost, x.Details[i].SpreadFrom[advisor.Cost]
			}
		}
		t.Fatal("no monolith")
		return advisor.Band{}, ""
	}
	told, _ := explained(text + "[work]\nstate = \"external\"\n")
	untold, from := explained(text)
	if told.Expected != untold.Expected || untold.High < 4*told.High || untold.Low < told.Low || from != "work.runtime" {
		t.Errorf("told %+v, untold %+v, which hangs on %q", told, untold, from)
	}
	for _, work := range []string{"runtime = \"go\"", "relational_queries = true", "cpu_ms = [2, 30]", "duration_ms = 90"} {
		if b, from := explained(text + "[work]\n" + work + "\n"); untold.High < 4*b.High || from == "work.runtime" {
			t.Errorf("%s: %+v, which hangs on %q", work, b, from)
		}
	}
}
