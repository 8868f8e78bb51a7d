package session

import (
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// shipped is the engine as the program ships it.
func shipped(t *testing.T) *explain.Explainer {
	t.Helper()
	pack, issues := rules.Load(packs.Core())
	for _, i := range issues {
		if i.Severity == rules.Error {
			t.Fatal(i)
		}
	}
	fit, problems := precedent.Decode(packs.StrengthsFile, packs.Strengths())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	learned, _ := fit.For(pack)
	prices := pricing.Load()
	a, err := advisor.New(pack, learned, prices, "test")
	if err != nil {
		t.Fatal(err)
	}
	return explain.New(a)
}

// TestTheLongestJobIsAskedBeforeAnyStop: three people, 10,000 requests a day,
// extreme, nothing else known. Whatever is asked, nobody hears that they may stop
// before the longest job was asked for.
func TestTheLongestJobIsAskedBeforeAnyStop(t *testing.T) {
	engine := shipped(t)
	p := profile.New("three")
	for _, said := range []string{"team.engineers=3", "load.mean_rps=0.1157", `load.pattern="extreme"`} {
		if err := p.SetString(said); err != nil {
			t.Fatal(err)
		}
	}
	s := alive(t, New(p, Folder{}, ""))
	asked := false
	for n := 0; !s.Done(); n++ {
		q, err := engine.Inquire(t.Context(), s.Profile(), advisor.Default, s.Passed()...)
		if err != nil {
			t.Fatal(err)
		}
		s.SetOrder(q)
		if s.CanStop() && !asked && leads(engine, s.Profile(), "serverless") {
			t.Fatalf("may stop after %d questions, before the longest job was asked for", n)
		}
		asked = asked || s.Current() == profile.LongestJobS
		s.DontKnow()
		s.Next()
	}
	if !asked {
		t.Error("the longest job was never asked for")
	}
}

// TestLimitsInOneAnswer: none of the hard limits is reached is one answer, with
// which no gate is open and serverless stays in, whatever cloud it will be.
func TestLimitsInOneAnswer(t *testing.T) {
	engine := shipped(t)
	p := profile.New("three")
	for _, said := range []string{"team.engineers=3", "load.mean_rps=0.1157", `load.pattern="extreme"`, `work.interaction="request"`, `domain.current="none"`, `team.operators="developers"`} {
		if err := p.SetString(said); err != nil {
			t.Fatal(err)
		}
	}
	order := func(s Session) Session {
		q, err := engine.Inquire(t.Context(), s.Profile(), advisor.Default, s.Passed()...)
		if err != nil {
			t.Fatal(err)
		}
		return s.SetOrder(q)
	}
	s := order(New(p, Folder{}, ""))
	limits := s.Limits()
	if len(limits) < 3 || s.Sheet()[0] != s.Current() {
		t.Fatalf("%d hard limits are open at %s, want at least 3", len(limits), s.Current())
	}
	next, _, err := s.Give(s.Within()...)
	if err != nil {
		t.Fatal(err)
	}
	if s = order(next.Next()); s.open() != 0 || !leads(engine, s.Profile(), "serverless") {
		t.Errorf("gates %v are open after none of the limits was said to be reached", s.inquiry.Gates)
	}
	if v := s.Value(profile.LongestJobS); v.High != 900 {
		t.Errorf("the longest job is %v", v)
	}
	if back, _, _ := s.Undo(); len(back.Sheet()) != len(limits) || back.Value(profile.GPU).Known() {
		t.Errorf("undo does not bring the sheet back, whole: %v", back.Sheet())
	}
}

func leads(e *explain.Explainer, p *profile.Profile, architecture string) bool {
	return e.Advise(p, advisor.Default).Recommendation == architecture
}

// TestNothingKnown: the program says that it does not know, and what it says of
// each option is near its share of the documented decisions.
func TestNothingKnown(t *testing.T) {
	d := shipped(t).Advise(profile.New("nothing"), advisor.Default)
	if d.Verdict != advisor.NotEnough {
		t.Errorf("verdict %s, want %s", d.Verdict, advisor.NotEnough)
	}
	share := map[string]float64{}
	for _, c := range precedent.Corpus() {
		share[c.Label] += 1 / float64(len(precedent.Corpus()))
	}
	for _, o := range d.Ranking {
		if off := o.Probability - share[o.Architecture]; off > 0.1 || off < -0.1 {
			t.Errorf("%s: probability %.2f, share of the documented decisions %.2f", o.Architecture, o.Probability, share[o.Architecture])
		}
	}
}
