package rules

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestKeys(t *testing.T) {
	rising := []float64{math.Inf(-1), -1e300, -1, -math.SmallestNonzeroFloat64, 0, math.SmallestNonzeroFloat64, 0.1, 1, math.Nextafter(1, 2), 1e300, math.Inf(1)}
	for i := 1; i < len(rising); i++ {
		if a, b := keyOf(rising[i-1]), keyOf(rising[i]); a >= b {
			t.Errorf("key of %v is %d, of %v %d", rising[i-1], a, rising[i], b)
		}
	}
	for _, x := range rising {
		if got := valueOf(keyOf(x)); got != x {
			t.Errorf("%v comes back as %v", x, got)
		}
	}
	if keyOf(math.Copysign(0, -1)) != keyOf(0) {
		t.Error("the zeros differ")
	}
	if valueOf(keyOf(1)+1) != math.Nextafter(1, 2) {
		t.Error("the next key is not the next number")
	}
	for _, n := range []float64{math.NaN(), math.Copysign(math.NaN(), -1), math.Float64frombits(math.MaxUint64)} {
		if k := keyOf(n); k >= bottom && k < top {
			t.Errorf("not-a-number %x is among the numbers", math.Float64bits(n))
		}
	}
}

// TestSets checks set algebra by membership.
func TestSets(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	random := func() set {
		out := set{}
		for range r.IntN(4) {
			a := r.Float64()*20 - 10
			out = out.or(between(a, a+r.Float64()*5))
		}
		return out
	}
	for range 500 {
		a, b := random(), random()
		and, or, not := a.and(b), a.or(b), a.not()
		for range 20 {
			k := keyOf(r.Float64()*30 - 15)
			if and.has(k) != (a.has(k) && b.has(k)) || or.has(k) != (a.has(k) || b.has(k)) || not.has(k) == a.has(k) {
				t.Fatalf("sets %v and %v disagree at %v", a, b, valueOf(k))
			}
		}
		if !or.covers(a) || !a.covers(and) || !a.not().not().equal(a) {
			t.Fatalf("sets %v and %v: covers", a, b)
		}
	}
}

func TestSchemaFaults(t *testing.T) {
	for _, c := range []struct {
		facts []Fact
		want  string
	}{
		{[]Fact{{Name: "A"}}, `fact "A": a name is lower-case words joined by dots`},
		{[]Fact{{Name: "a."}}, `fact "a.": a name is lower-case words joined by dots`},
		{[]Fact{{Name: "a"}, {Name: "a"}}, "fact a is named twice"},
		{[]Fact{{Name: "a", Unit: "furlong"}}, `fact a: unit "furlong" is not known`},
		{[]Fact{{Name: "a", Kind: FactOption}}, "fact a: an option without words"},
		{[]Fact{{Name: "a", Min: 3, Max: 2}}, "fact a: domain 3 to 2 is empty"},
	} {
		if _, err := NewSchema(c.facts, []string{"x"}); err == nil || err.Error() != c.want {
			t.Errorf("%v: %v, want %s", c.facts, err, c.want)
		}
	}
	if _, err := NewSchema(nil, []string{"x", "x"}); err == nil {
		t.Error("an option twice is accepted")
	}
	s := world(t)
	if i, ok := s.Index("team.teams"); !ok || i != 1 {
		t.Errorf("team.teams is %d, %v", i, ok)
	}
	if got := s.Nearest("team.enginers"); got != "team.engineers" {
		t.Errorf("nearest is %q", got)
	}
}

// TestPackInGo: conditions alone, without a file, make a program.
func TestPackInGo(t *testing.T) {
	s := world(t)
	p := &Pack{Rules: []Rule{{ID: "small", When: "team.engineers < 10", Points: map[string]float64{"monolith": 1}}},
		Measures: []Measure{{ID: "m", Of: "team.teams", Points: [][2]float64{{0, 0}, {10, 100}}}}}
	g, issues := Compile(p, s)
	if g == nil {
		t.Fatal(issues)
	}
	v := at(t, s, map[string]float64{"team.engineers": 5, "team.teams": 5})
	var fired [1]uint64
	if g.Eval(v, fired[:]); fired[0] != 1 || g.Value(0, 0, v) != 50 {
		t.Errorf("fired %b, value %v", fired[0], g.Value(0, 0, v))
	}
	g.Bounds(v, v, fired[:], fired[:], nil)
	none, issues := Compile(&Pack{}, s)
	if none == nil || none.Words() != 0 {
		t.Fatal("an empty pack does not compile", issues)
	}
	none.Eval(v, nil)
	none.Eval3(v, v, nil, nil)
	p.Rules[0].When = "team.enginers < 10"
	if g, issues = Compile(p, s); g != nil || len(issues) != 1 || issues[0].Error() != "small.when:1:1: small: unknown fact team.enginers; did you mean team.engineers?" {
		t.Errorf("issues %v", issues)
	}
}
