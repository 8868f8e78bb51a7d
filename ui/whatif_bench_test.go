package ui

import (
	"context"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/packs"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// realAdvisor is the program's own engine, with the core pack and price books.
func realAdvisor(tb testing.TB) *explain.Explainer {
	tb.Helper()
	pack, issues := rules.Load(packs.Core())
	for _, i := range issues {
		if i.Severity == rules.Error {
			tb.Fatal(i)
		}
	}
	prices := pricing.Load()
	a, err := advisor.New(pack, nil, prices, "test")
	if err != nil {
		tb.Fatal(err)
	}
	return explain.New(a)
}

// cpu is the time that this process has computed, all threads together.
func cpu(tb testing.TB) time.Duration {
	tb.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// realScreens drives the screens with the real engine and a shipped profile, as the
// program does. Commands that a test wants are run by it.
func realScreens(tb testing.TB) *driver {
	tb.Helper()
	data, err := os.ReadFile("../testdata/profiles/b2b-saas.toml")
	if err != nil {
		tb.Fatal(err)
	}
	list, errs := profile.Decode(data, "b2b-saas.toml")
	if len(errs) > 0 {
		tb.Fatal(errs)
	}
	d := &driver{tb: tb, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(list[0], session.Folder{}, ""), "dark")
	a := realAdvisor(tb)
	cfg.Engine, cfg.Options = a, advisor.Default
	cfg.Typing = advisor.Options{Draws: 128, Seed: advisor.Default.Seed, Detail: true}
	d.m = New(context.Background(), &cfg)
	d.run(d.m.Init())
	d.size(160, 50)
	d.press("ctrl+r", "3")
	cfg.Pause = time.Hour // keys follow one another: nothing that waits for rest begins
	return d
}

// BenchmarkArrows is a session of arrow keys in what-if at 160x50: each key is
// followed by the decision that it asks for and by a frame, and all the CPU
// that this takes is counted. Beside it stands a frame of the same size with
// static text. Reported: medians per frame in milliseconds, and their ratio.
func BenchmarkArrows(b *testing.B) {
	d := realScreens(b)
	keys := strings.Fields(strings.Repeat("right right left down right down right right left left up right ", 1+b.N/12))
	var spent, static []float64
	th := d.m.cfg.Theme
	text := strings.Repeat(strings.Repeat("static text ", 13)+"\n", 48)
	b.ResetTimer()
	for i := range b.N {
		start := cpu(b)
		next, cmd := d.m.Update(press(keys[i]))
		d.m = next.(Model)
		_ = d.m.View()
		if cmd != nil { // the decision with few draws; what it leads to waits for rest
			next, _ = d.m.Update(cmd())
			d.m = next.(Model)
			_ = d.m.View()
		}
		middle := cpu(b)
		_ = th.Frame(theme.Box{W: 160, H: 50}, "Static", text, true)
		end := cpu(b)
		spent = append(spent, float64(middle-start)/1e6)
		static = append(static, float64(end-middle)/1e6)
	}
	slices.Sort(spent)
	slices.Sort(static)
	one, other := spent[len(spent)/2], static[len(static)/2]
	b.ReportMetric(one, "ms/frame")
	b.ReportMetric(spent[len(spent)*95/100], "ms/frame-p95")
	b.ReportMetric(other, "ms/static")
	b.ReportMetric(one/max(other, 1e-6), "x-static")
}

// TestArrowsWithinBudget holds the promise of the benchmark: at most 16 ms of
// CPU a frame in the median.
func TestArrowsWithinBudget(t *testing.T) {
	d := realScreens(t)
	var spent []time.Duration
	for range 6 {
		for _, key := range []string{"right", "right", "left", "down", "shift+right", "up"} {
			start := cpu(t)
			next, cmd := d.m.Update(press(key))
			d.m = next.(Model)
			if cmd != nil {
				next, _ = d.m.Update(cmd())
				d.m = next.(Model)
			}
			d.frame()
			spent = append(spent, cpu(t)-start)
		}
	}
	slices.Sort(spent)
	if got := spent[len(spent)/2]; got > slack*16*time.Millisecond {
		t.Errorf("%v of CPU a frame in the median, want at most 16 ms", got)
	}
}
