package profile

import (
	"math"
	"testing"
)

func decoded(t *testing.T, text string) *Profile {
	t.Helper()
	ps, es := Decode([]byte(text), "f")
	if es != nil {
		t.Fatal(es)
	}
	return ps[0]
}

// A file of schema 1 means what it meant, and is written as schema 2.
func TestOldSchemaIsRead(t *testing.T) {
	old := decoded(t, "schema = 1\nname = \"x\"\n[work]\ninteraction = \"event\"\n")
	if now := decoded(t, "schema = 2\nname = \"x\"\n[work]\ninteraction = [\"event\"]\n"); !old.Equal(now) {
		t.Errorf("got %s, want %s", Encode(old), Encode(now))
	}
	if got, want := string(Encode(old)), "schema = 2\nname = \"x\"\n\n[work]\ninteraction = \"event\"\n"; got != want {
		t.Errorf("written as %s", got)
	}
}

// A list is a set of bits in a point, a word alone where one was written.
func TestLists(t *testing.T) {
	p := decoded(t, "schema = 2\nname = \"x\"\n[work]\ninteraction = [\"batch\", \"request\"]\n[today]\ntrouble = []\n")
	var pt Point
	NewSampler(p, 1).Central(&pt)
	if pt[Interaction] != 1<<4|1<<0 || pt[Trouble] != 0 || !math.IsNaN(pt[Tried]) {
		t.Errorf("got %v, %v, %v", pt[Interaction], pt[Trouble], pt[Tried])
	}
	roundTrip(t, p)
	if v, ok := Choice(Interaction, "batch"); !ok || !v.Equal(List("batch")) || Any(Interaction, v) != "batch" {
		t.Errorf("batch alone is %v, %v", v, Any(Interaction, v))
	}
	if v, err := Parse(Trouble, "none"); err != nil || !v.Equal(List("none")) {
		t.Errorf("none is parsed as %v, %v", v, err)
	}
}

// What one answer implies stands in the point, though nobody stated it.
func TestImplied(t *testing.T) {
	var pt Point
	NewSampler(stating(t, "team.operators=customers"), 1).Central(&pt)
	if pt[InstalledByCustomers] != 1 {
		t.Errorf("installed by customers: %v", pt[InstalledByCustomers])
	}
	NewSampler(stating(t, "team.operators=nobody"), 1).Central(&pt)
	if !math.IsNaN(pt[InstalledByCustomers]) {
		t.Errorf("run by nobody, installed by customers: %v", pt[InstalledByCustomers])
	}
}

// Users narrow an unknown rate, the runtime an unknown start-up time; an answer
// of one's own wins.
func TestConditionalPriorsOfSchema2(t *testing.T) {
	for _, tt := range []struct {
		assign []string
		id     ID
		lo, hi float64
	}{
		{[]string{"load.users=86400"}, MeanRPS, 0.3, 30},
		{[]string{"load.users=[86400, 864000]"}, MeanRPS, 0.3, 300},
		{[]string{"load.users=86400", "work.interaction=event"}, MeanRPS, 0.3, 30},
		{[]string{"load.users=86400", "work.interaction=request, websocket"}, MeanRPS, 60, 6000},
		{[]string{"load.users=86400", "load.mean_rps=700"}, MeanRPS, 700, 700},
		{[]string{"load.users=86400", "load.requests_per_month=2628000"}, MeanRPS, 1, 1},
		{[]string{"work.runtime=go"}, StartupMillis, 10, 200},
		{[]string{"work.runtime=java 21"}, StartupMillis, 1000, 15000},
		{[]string{"work.runtime=java", "work.startup_ms=90"}, StartupMillis, 90, 90},
		{nil, StartupMillis, 50, 10000},
		{[]string{"work.runtime=ruby"}, CPUMillis, 10, 200},
		{[]string{"work.runtime=ruby", "work.cpu_ms=3"}, CPUMillis, 3, 3},
		{[]string{"work.runtime=go"}, CPUMillis, 0.5, 20},
		{[]string{"work.runtime=php"}, CPUMillis, 5, 100},
		{nil, CPUMillis, 1, 50},
		{nil, HeadcountGrowth, 0.9, 1.5},
	} {
		x := column(stating(t, tt.assign...), tt.id, 256)
		lo, hi := x[0], x[0]
		for _, v := range x {
			lo, hi = min(lo, v), max(hi, v)
		}
		if lo < tt.lo || hi > tt.hi || tt.lo < tt.hi && hi/lo < math.Sqrt(tt.hi/tt.lo) {
			t.Errorf("%v: %s from %v to %v, want %v to %v", tt.assign, tt.id, lo, hi, tt.lo, tt.hi)
		}
	}
	for _, id := range []ID{SecurityIsolation, SeveralLanguages, DurableSteps} {
		if got := mean(column(New("x"), id, 512)); got != 0.25 {
			t.Errorf("%s: true in %v, want 0.25", id, got)
		}
	}
}
