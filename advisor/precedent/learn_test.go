package precedent

import (
	"context"
	"math"
	"math/rand"
	"runtime"
	"slices"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// invented are decisions of people who weigh statements by known strengths: each
// statement speaks in half of the cases, in half of these only in some draws; the
// first option is out in one draw of ten.
func invented(n int, strength []float64, seed int64) []*example {
	rng := rand.New(rand.NewSource(seed))
	out := make([]*example, n)
	for i := range out {
		e := &advisor.Evidence{Draws: make([]advisor.Votes, 4)}
		for s := range strength {
			v := advisor.Vote{Statement: s}
			v.Points[s%numOptions], v.Points[(s+1)%numOptions] = 10, -5
			switch rng.Intn(4) {
			case 0:
				e.Fixed = append(e.Fixed, v)
			case 1:
				for k := range e.Draws {
					if rng.Intn(2) == 0 {
						e.Draws[k].Votes = append(e.Draws[k].Votes, v)
					}
				}
			}
		}
		for k := range e.Draws {
			e.Draws[k].Out[0] = rng.Intn(10) == 0
		}
		m := learned{space: &space{}, strength: strength}
		x := &example{Case: &Case{ID: "invented", Folder: "invented"}, weight: 1, fold: i % folds, evidence: e}
		j := m.judge(x, 1)
		u, label := rng.Float64(), 0
		for label < numOptions-1 && u > j.probability[label] {
			u -= j.probability[label]
			label++
		}
		x.label, out[i] = label, x
	}
	return out
}

// TestGradient: the gradient is that of the value, by finite differences.
func TestGradient(t *testing.T) {
	strength := []float64{0.5, 1, 2, 1.5, 0.7}
	examples := invented(40, strength, 1)
	for i, x := range examples { // two organisations state the first trait, one more has some of the second
		x.Case = &Case{Organisation: string(rune('a' + i))}
		x.evidence.Traits = []advisor.Stated{{Trait: advisor.Trait{Field: profile.Engineers, Knot: i % 3}, Weight: 0.5 + 0.01*float64(i)}}
	}
	sp := spaceOf(examples, len(strength))
	o := newObjective(examples, sp, 0.5)
	if len(sp.traits) != 3 {
		t.Fatalf("%d traits, want 3", len(sp.traits))
	}
	at := make([]float64, sp.size())
	for i := range at {
		at[i] = 0.3 * math.Sin(float64(i+1))
	}
	gradient, scrap := make([]float64, len(at)), make([]float64, len(at))
	o.evaluate(at, gradient)
	const step = 1e-5
	for i := range at {
		up, down := slices.Clone(at), slices.Clone(at)
		up[i] += step
		down[i] -= step
		want := (o.evaluate(up, scrap) - o.evaluate(down, scrap)) / (2 * step)
		if math.Abs(gradient[i]-want) > 1e-5*math.Max(1, math.Abs(want)) {
			t.Errorf("parameter %d: the gradient is %v, by differences %v", i, gradient[i], want)
		}
	}
}

// TestLearnRecovers: strengths that decisions were made by are found again.
func TestLearnRecovers(t *testing.T) {
	strength := []float64{0.5, 1, 2, 1.5, 0.7, 1.2}
	theta, err := learn(invented(6000, strength, 2), &space{statements: len(strength)}, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	m := (&space{statements: len(strength)}).split(theta)
	for i, s := range m.strength {
		if s < strength[i]/1.3 || s > strength[i]*1.3 {
			t.Errorf("strength %d is %.2f, want about %.2f", i, s, strength[i])
		}
	}
	for o, b := range m.base {
		if math.Abs(b-m.base[0]) > 2 {
			t.Errorf("option %d starts with %.1f points, the first with %.1f: nobody preferred one", o, b, m.base[0])
		}
	}
}

// TestLearnNeverTurnsASign: a statement that every decision speaks against becomes
// weak, not its opposite.
func TestLearnNeverTurnsASign(t *testing.T) {
	theta, err := learn(invented(2000, []float64{-2, 1, 1}, 3), &space{statements: 3}, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	if s := (&space{statements: 3}).split(theta).strength; s[0] <= 0 || s[0] > 0.3 || s[1] < 0.5 {
		t.Errorf("strengths %.2f, want the first just above 0", s)
	}
}

// TestLearningSameBytes: what is learned does not depend on the number of cores,
// nor on how often it was learned.
func TestLearningSameBytes(t *testing.T) {
	strength := []float64{0.5, 1, 2, 1.5, 0.7}
	examples := invented(200, strength, 4)
	var first *crossValidated
	for _, cores := range []int{1, 3, 3} {
		before := runtime.GOMAXPROCS(cores)
		v, err := crossValidate(context.Background(), examples, len(strength), 0.1)
		runtime.GOMAXPROCS(before)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = v
			continue
		}
		if v.shrink != first.shrink || v.all != first.all || !slices.Equal(v.judged, first.judged) || !slices.Equal(v.enough, first.enough) {
			t.Errorf("on %d cores something else is learned", cores)
		}
	}
}

// TestCrossValidationJudgesOthers: a case whose label is turned changes nothing of
// what is said of its own fold.
func TestCrossValidationJudgesOthers(t *testing.T) {
	strength := []float64{0.5, 1, 2}
	examples := invented(120, strength, 5)
	before, err := crossValidate(context.Background(), examples, len(strength), 0.1)
	if err != nil {
		t.Fatal(err)
	}
	turned := *examples[7]
	turned.label = (turned.label + 1) % numOptions
	examples[7] = &turned
	after, err := crossValidate(context.Background(), examples, len(strength), 0.1)
	if err != nil {
		t.Fatal(err)
	}
	others := false
	for i, x := range examples {
		same := before.judged[i] == after.judged[i] && before.enough[i] == after.enough[i]
		if x.fold == turned.fold && !same {
			t.Errorf("case %d was judged by a fit that saw its own fold", i)
		}
		others = others || !same
	}
	if !others {
		t.Error("a label that turns changes nothing at all")
	}
}

// TestLearningJudgesAsTheAdvisor: the shipped strengths give in learning what the
// advisor says with all its draws.
func TestLearningJudgesAsTheAdvisor(t *testing.T) {
	plain, with := unlearned(t), core(t)
	examples := examplesOf(context.Background(), plain, Corpus())
	sp := spaceOf(examples, len(plain.Statements))
	m := learned{space: sp, strength: make([]float64, len(plain.Statements))}
	for _, trait := range sp.traits {
		m.traits = append(m.traits, with.Strengths().Traits[trait])
	}
	for i := range m.strength {
		m.strength[i] = 1
		if s, ok := with.Strengths().Of[plain.Statements[i].ID]; ok {
			m.strength[i] = s
		}
	}
	for o, name := range profile.Architectures {
		m.base[o] = with.Strengths().Base[name]
	}
	leaders := 0
	for _, x := range examples {
		r := with.Draw(x.Profile, advisor.Default)
		j := m.judge(x, with.Settings.GateRisk)
		for o := range j.probability {
			if d := math.Abs(j.probability[o] - r.Probability[o]); d > 0.05 {
				t.Errorf("the probability of option %d is %.3f, in learning %.3f", o, r.Probability[o], j.probability[o])
			}
		}
		if j.leader != r.Leader() {
			leaders++
		}
		r.Done()
	}
	if leaders > len(Corpus())/50 {
		t.Errorf("%d leaders differ", leaders)
	}
}
