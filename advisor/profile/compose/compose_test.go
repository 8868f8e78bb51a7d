package compose

import (
	"testing"

	"archadvisor/advisor/profile"
)

const system = `schema = 2
name = "system"
[team]
engineers = 9
[load]
mean_rps = 500
[quality]
p99_ms = 900
[[component]]
name = "front"
[component.load]
mean_rps = 30
peak_rps = 90
[component.work]
cpu_ms = 10
memory_mb = 300
interaction = "request"
[component.quality]
p99_ms = 200
[[component]]
name = "jobs"
[component.load]
requests_per_month = 26280000
peak_to_mean = 5
[component.work]
cpu_ms = 50
memory_mb = 900
interaction = ["event", "batch"]
state = "none"
`

func TestWhole(t *testing.T) {
	list, errs := profile.Decode([]byte(system), "system.toml")
	if errs != nil {
		t.Fatal(errs)
	}
	w := Whole(list[0])
	if errs := w.Validate(); errs != nil {
		t.Fatal(errs)
	}
	for id, want := range map[profile.ID]float64{
		profile.Engineers:   9,                      // inherited
		profile.MeanRPS:     30 + 10,                // 26.28 million a month are 10 a second
		profile.PeakRPS:     90 + 50,                // peaks add up
		profile.CPUMillis:   (30*10 + 10*50) / 40.0, // by load
		profile.MemoryMB:    900,                    // what one of them needs
		profile.P99Millis:   200,                    // the strictest, 900 ms of the rest included
		profile.LongestJobS: 0,
	} {
		if v := w.Get(id); v.Low != want || v.High != want {
			t.Errorf("%s is %v, want %g", id, v, want)
		}
	}
	if got := w.Get(profile.Interaction).List; len(got) != 3 {
		t.Errorf("kinds of work: %v, want all three", got)
	}
	if w.Known(profile.State) {
		t.Error("what only the smaller one says of its state is told of the whole")
	}
	if w.Name() != "system" || len(w.Components()) != 0 || len(list[0].Components()) != 2 {
		t.Error("the whole keeps its name and has no components; the profile keeps them")
	}
	some := Of(list[0], []int{1})
	if some.Name() != "system" || some.Get(profile.MemoryMB).Low != 900 || some.Get(profile.P99Millis).Low != 900 {
		t.Error("one component is itself, with what it inherits")
	}
}
