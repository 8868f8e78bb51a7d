package profile

import (
	"math/rand/v2"
	"strings"
	"testing"
)

const shopOfTwo = `schema = 2
name = "shop"

[team]
engineers = 9

[load]
mean_rps = 40

[[component]]
name = "checkout"

[[component]]
name = "thumbnails"

[component.load]
requests_per_month = 2000000

[component.work]
interaction = "event"
`

func TestComponentsInherit(t *testing.T) {
	list, errs := Decode([]byte(shopOfTwo), "shop.toml")
	if errs != nil {
		t.Fatal(errs)
	}
	parts := list[0].Parts()
	if len(parts) != 2 || parts[0].Name() != "checkout" || parts[1].Name() != "thumbnails" {
		t.Fatalf("components: %v", parts)
	}
	if parts[0].Get(MeanRPS).Low != 40 || parts[1].Known(MeanRPS) || parts[1].Get(Engineers).Low != 9 {
		t.Errorf("inherited: %v, %v; a stated month of requests replaces the inherited mean", parts[0].Get(MeanRPS), parts[1].Get(MeanRPS))
	}
	if got := string(Encode(list...)); got != shopOfTwo {
		t.Errorf("written again:\n%s", got)
	}
	if again := parts[0].Components(); len(again) != 0 {
		t.Error("a component has components")
	}
}

// A profile with components reads back as it was written, alone and among others.
func TestComponentsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		p := randomProfile(r)
		for _, name := range []string{"a", "b \"c\"", "d"}[:r.IntN(4)] {
			own := randomProfile(r)
			own.put(Name, Words(name))
			if p.AddComponent(own) != nil || len(p.Validate()) > 0 {
				p.parts = p.parts[:max(0, len(p.parts)-1)]
			}
		}
		both := []*Profile{p, New("other")}
		for _, list := range [][]*Profile{both[:1], both} {
			got, errs := Decode(Encode(list...), "x.toml")
			if errs != nil || len(got) != len(list) || !got[0].Equal(p) {
				t.Fatalf("%v\n%s", errs, Encode(list...))
			}
		}
	}
}

func TestComponentFaultsHavePlaces(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"[[component]]\n[component.team]\nengineers = 3\n", `name is missing: write name = "..." below [[component]]`},
		{"[[component]]\nname = \"a\"\n[[component]]\nname = \"a\"\n", `p.toml:6:8: two components have the name "a"; give each its own`},
		{"[[component]]\nname = \"a\"\n[component.team]\nenginers = 3\n", `did you mean "engineers"?`},
		{"[[component]]\nname = \"a\"\n[[component.component]]\nname = \"b\"\n", "a component has no components of its own"},
		{"component = 3\n", `"component" must be an array of tables: write [[component]] above each of several components`},
		{"[load]\nmean_rps = 50\n[[component]]\nname = \"a\"\n[component.load]\npeak_rps = 5\n", "p.toml:8:12: "},
	} {
		_, errs := Decode([]byte("schema = 2\nname = \"x\"\n"+c.file), "p.toml")
		if errs == nil || !strings.Contains(errs.Error(), c.want) {
			t.Errorf("%q gives\n%v\nwithout %q", c.file, errs, c.want)
		}
	}
}
