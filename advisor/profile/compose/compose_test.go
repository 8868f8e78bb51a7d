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

func read(t *testing.T, text string) *profile.Profile {
	t.Helper()
	list, errs := profile.Decode([]byte("schema = 2\nname = \"s\"\n"+text), "s.toml")
	if errs != nil {
		t.Fatal(errs)
	}
	return list[0]
}

// A part speaks for the whole only where it may.
func TestWhoSpeaks(t *testing.T) {
	event := read(t, "load.mean_rps = 100\n[[component]]\nname = \"web\"\n[[component]]\nname = \"thumbs\"\nload.mean_rps = 0.1\nwork.interaction = \"event\"\n")
	if got := Whole(event).Get(profile.Interaction).List; len(got) != 2 {
		t.Errorf("kinds of work %v, want the default of the part that says nothing, too", got)
	}
	half := read(t, "[[component]]\nname = \"a\"\n[[component]]\nname = \"b\"\ndomain.current = \"serverless\"\n")
	if Whole(half).Known(profile.Current) {
		t.Error("half of the load speaks for the whole")
	}
	for _, pair := range [][2]string{{"monolith", "serverless"}, {"serverless", "monolith"}} {
		torn := read(t, "[[component]]\nname = \"a\"\ndomain.current = \""+pair[0]+"\"\nconstraints.exclude = [\""+pair[0]+"\"]\n[[component]]\nname = \"b\"\ndomain.current = \""+pair[1]+"\"\nconstraints.exclude = [\""+pair[1]+"\"]\n")
		if w := Whole(torn); w.Known(profile.Current) || len(w.Get(profile.Exclude).List) != 2 {
			t.Errorf("%v: what two equal parts contradict is %v; excluded %v, want what either does", pair, w.Get(profile.Current), w.Get(profile.Exclude).List)
		}
	}
}

// What --set says of the load of the whole keeps the shares of the components.
func TestSetKeepsShares(t *testing.T) {
	p := read(t, "[[component]]\nname = \"a\"\nload.mean_rps = 90\n[[component]]\nname = \"b\"\nload.mean_rps = 10\n")
	if err := SetString(p, "load.mean_rps=200"); err != nil {
		t.Fatal(err)
	}
	if a, b := p.Components()[0].Get(profile.MeanRPS).Low, p.Components()[1].Get(profile.MeanRPS).Low; a != 180 || b != 20 {
		t.Errorf("%g and %g, want 180 and 20", a, b)
	}
	if w := Whole(p).Get(profile.MeanRPS); w.Low != 200 {
		t.Errorf("the whole is %v, want 200", w)
	}
}
