package rules

import (
	"math"
	"math/rand/v2"
	"testing"

	"archadvisor/rules/cond"
)

// FuzzEval compares Eval and Range with oracles in plain Go on random packs and
// values: exact, unknown and ranges. Every seed is a whole experiment.
func FuzzEval(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed, uint8(seed), uint8(seed*37))
	}
	s := world(f)
	f.Fuzz(func(t *testing.T, seed uint64, rules, depth uint8) {
		r := rand.New(rand.NewPCG(seed, uint64(rules)<<8|uint64(depth)))
		var conditions []string
		var oracles []oracle
		for range int(rules)%90 + 1 {
			text, judge := judged(r, s, int(depth)%6)
			conditions, oracles = append(conditions, text), append(oracles, judge)
		}
		g := compile(t, s, conditions...)
		w := g.Words()
		fired, must, may := make([]uint64, w), make([]uint64, w), make([]uint64, w)
		for range 12 {
			v := point(r, s, 0)
			g.Eval(nil, v, fired)
			agree(t, g, oracles, v, fired)
			g.Range(nil, v, v, must, may)
			agree(t, g, oracles, v, must)
			v = point(r, s, 0.4)
			g.Eval(nil, v, fired)
			agree(t, g, oracles, v, fired)
			lo, hi := ranges(r, s, v)
			g.Range(nil, lo, hi, must, may)
			sound(t, g, oracles, r, lo, hi, must, may)
		}
	})
}

// agree: where the oracle knows, the program says the same; with all values
// known it does, unless an expression has no result.
func agree(t *testing.T, g *Program, oracles []oracle, v []float64, fired []uint64) {
	t.Helper()
	for i := range g.conds {
		want := oracles[i](v)
		if got := Fired(fired, i); want == yes && !got || want == no && got {
			t.Fatalf("%s: got %v, oracle %v at %v", g.pack.Rules[i].When, got, want, v)
		}
	}
}

// ranges widens some values of v.
func ranges(r *rand.Rand, s *cond.Schema, v []float64) (lo, hi []float64) {
	lo, hi = append([]float64(nil), v...), append([]float64(nil), v...)
	for i := range v {
		if v[i] == v[i] && r.IntN(2) == 0 {
			other := drawn(r, &s.Facts[i])
			lo[i], hi[i] = min(v[i], other), max(v[i], other)
		}
	}
	return lo, hi
}

// sound: what must fire fires at every point inside, what may not never does.
func sound(t *testing.T, g *Program, oracles []oracle, r *rand.Rand, lo, hi []float64, must, may []uint64) {
	t.Helper()
	v := make([]float64, len(lo))
	for range 8 {
		for i := range v {
			v[i] = inside(r, &g.schema.Facts[i], lo[i], hi[i])
		}
		for i := range g.conds {
			at := oracles[i](v)
			if Fired(must, i) && at == no || !Fired(may, i) && at == yes {
				t.Fatalf("%s: must %v may %v, but %v at %v inside %v..%v", g.pack.Rules[i].When, Fired(must, i), Fired(may, i), at, v, lo, hi)
			}
		}
	}
	for i := range g.conds {
		if Fired(must, i) && !Fired(may, i) {
			t.Fatalf("%s must fire but may not", g.pack.Rules[i].When)
		}
	}
}

func inside(r *rand.Rand, f *cond.Fact, lo, hi float64) float64 {
	if lo != lo {
		return drawn(r, f)
	}
	if f.Kind != cond.FactNumber {
		return math.Floor(lo + r.Float64()*(hi-lo+0.999))
	}
	switch r.IntN(4) {
	case 0:
		return lo
	case 1:
		return hi
	}
	return min(max(drawn(r, f), lo), hi)
}

// FuzzPack feeds whole files: no panic, every finding has words and a place
// inside the file.
func FuzzPack(f *testing.F) {
	for _, s := range []string{goodPack, "[[rule]]\nid='a'\n", "rule = [[[[", "a.b.c = {x = [1, {y = 'z'}]}", "[pack]\nname = \"\\u00e9\\n\"", "x='''a\n'''y", "\x06"} {
		f.Add([]byte(s))
	}
	s := world(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, issues := LoadFile("fuzz.toml", data)
		issues = append(issues, p.Check(s)...)
		for _, i := range issues {
			if i.Message == "" || i.Line < 0 || i.Line > len(data)+1 || i.String() == "" {
				t.Fatalf("finding %+v", i)
			}
		}
		if g, _ := Compile(p, s); g != nil {
			v := make([]float64, len(s.Facts))
			for stmt := range len(p.Measures) + len(p.Rules) + len(p.Gates) {
				g.Text(stmt, 0, quoting(v, nil))
				g.Margin(stmt, v)
			}
		}
	})
}
