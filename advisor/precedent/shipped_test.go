package precedent

import (
	"bytes"
	"context"
	"flag"
	"math"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/rules/packs"
)

var update = flag.Bool("update", false, "write the strengths of the core pack anew")

// learnShipped learns from the shipped decisions.
func learnShipped(t *testing.T) (*Fit, *Report) {
	t.Helper()
	f, r, err := Learn(context.Background(), unlearned(t), Corpus(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return f, r
}

// TestShippedStrengths: learning again gives the shipped file to the byte.
func TestShippedStrengths(t *testing.T) {
	f, r := learnShipped(t)
	again := f.Encode()
	if *update {
		if err := os.WriteFile("../../rules/packs/"+packs.StrengthsFile, again, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if !bytes.Equal(again, packs.Strengths()) {
		t.Error("the shipped strengths are not what the shipped pack and decisions give; write them with: go test ./advisor/precedent -run ShippedStrengths -update")
	}
	quality(t, r)
}

// quality holds what learning must reach on decisions left out of it, with a
// little room for changes of the pack.
func quality(t *testing.T, r *Report) {
	t.Helper()
	c := r.CrossValidated
	t.Logf("cross-validated %+v", c)
	t.Logf("resubstitution %+v", r.Resubstitution.Count)
	if c.Top1 < 0.77 || c.Brier > 0.325 {
		t.Errorf("top-1 %.3f and Brier %.3f, want at least 0.77 and at most 0.325", c.Top1, c.Brier)
	}
	for name, k := range c.ByLabel {
		if k.Top1 < 0.65 {
			t.Errorf("%s: top-1 %.3f, want at least 0.65", name, k.Top1)
		}
	}
	for _, b := range c.Reliability {
		if off := b.Stated - float64(b.Agreed)/float64(b.Cases); math.Abs(off) > 0.15 {
			t.Errorf("%d of %d agreed where %.3f was stated", b.Agreed, b.Cases, b.Stated)
		}
	}
	if c.Recommended < 70 || float64(c.RecommendedWrong) > 0.12*float64(c.Recommended) {
		t.Errorf("%d plain recommendations, %d of them wrong; want at least 70 and one in eight", c.Recommended, c.RecommendedWrong)
	}
}

// TestStrengthsFileReadsBack: what is written is read, and acts.
func TestStrengthsFileReadsBack(t *testing.T) {
	f, faults := Decode(packs.StrengthsFile, packs.Strengths())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if !bytes.Equal(f.Encode(), packs.Strengths()) {
		t.Error("decoding and encoding changes the file")
	}
	s, unknown := f.For(unlearned(t).Pack())
	if len(unknown) > 0 || len(s.Bands) == 0 {
		t.Errorf("unknown ids %v, %d bands: the file is of another pack", unknown, len(s.Bands))
	}
}

// TestTraitsOfAFile: what is no trait, or no three numbers, is told with its line; the rest counts.
func TestTraitsOfAFile(t *testing.T) {
	f, faults := Decode("s.toml", []byte("[strength]\n[trait]\n\"team.teams # x\" = [1, 2, 3]\n\"team.teams # 1\" = [1, 2]\n\"domain.stage = idea\" = [1, 2.5, -3]\n"))
	if text := faults.Error(); len(faults) != 2 || !strings.Contains(text, "s.toml:3:") || !strings.Contains(text, "s.toml:4:") {
		t.Errorf("the faults are told as %s", text)
	}
	want := advisor.Trait{Field: profile.Stage, Word: "idea"}
	if points := f.Traits[want]; len(f.Traits) != 1 || points != [numOptions]float64{1, 2.5, -3} {
		t.Errorf("read %v", f.Traits)
	}
}

// TestStrengthsThatCannotBe: everything that is wrong with a file of strengths is told at once, with what is allowed.
func TestStrengthsThatCannotBe(t *testing.T) {
	_, faults := Decode("s.toml", []byte(`[learned]
cases = 2.5
enoug = 0.9
[cross_validated]
cases = 9
recommended = 5
recommended_wrong = 6
[[band]]
from = 0.5
to = 0.7
cases = 3
agreed = 7
[[band]]
from = 0.6
to = 0.4
cases = 1
agreed = 1
[trait]
"domain.stag = launch" = [1, 2, 3]
"work.gpu = tru" = [1, 2, 3]
"team.enginers # 1" = [1, 2, 3]
[strength]
`))
	want := []string{
		"s.toml:2:9: cases is 2.5; allowed is a whole number, 0 to 100000",
		`s.toml:3:1: unknown key "enoug"; did you mean enough?`,
		"s.toml:7:21: recommended_wrong is 6; allowed is 0 to 5",
		"s.toml:12:10: agreed is 7; allowed is 0 to 3",
		"s.toml:14:8: from is 0.6; allowed is 0.7 to 1",
		"s.toml:15:6: to is 0.4; allowed is 0.7 to 1",
		`s.toml:19:1: did you mean "domain.stage = launch"?`,
		`s.toml:20:1: did you mean "work.gpu = true"?`,
		`s.toml:21:1: did you mean "team.engineers # 1"?`,
	}
	if len(faults) != len(want) {
		t.Fatalf("got %d faults, want %d:\n%v", len(faults), len(want), faults)
	}
	for i, f := range faults {
		place, text, _ := strings.Cut(want[i], ": ")
		if got := f.Error(); !strings.HasPrefix(got, place+": ") || !strings.Contains(got, text) {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
}

// TestNoOrganisationCarriesAStrength: without the decisions of any one organisation
// no strength is another one by more than half.
func TestNoOrganisationCarriesAStrength(t *testing.T) {
	a := unlearned(t)
	shipped, faults := Decode(packs.StrengthsFile, packs.Strengths())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	examples := examplesOf(context.Background(), a, Corpus())
	sp := spaceOf(examples, len(a.Statements))
	all, err := learn(examples, sp, shipped.Shrink, nil)
	if err != nil {
		t.Fatal(err)
	}
	whole, seen := sp.split(all), map[string]bool{}
	for _, x := range examples {
		if seen[x.Organisation] {
			continue
		}
		seen[x.Organisation] = true
		rest := slices.DeleteFunc(slices.Clone(examples), func(y *example) bool { return y.Organisation == x.Organisation })
		theta, err := learn(rest, sp, shipped.Shrink, all) // over the traits of all, so that nothing else differs
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range sp.split(theta).strength {
			if f := s / whole.strength[i]; f > 1.5 || f < 1/1.5 {
				t.Errorf("without %s %s is %.2f times as strong", x.Organisation, a.Statements[i].ID, f)
			}
		}
	}
}

// TestFewDrawsDecideLikeMany: the adaptive draws end where more of them would not
// change who leads, nor what the verdict is.
func TestFewDrawsDecideLikeMany(t *testing.T) {
	a, few := core(t), atomic.Int64{}
	advisor.Parallel(len(Corpus()), func(i int) {
		c := Corpus()[i]
		got := a.Advise(c.Profile, advisor.Default)
		want := a.Advise(c.Profile, advisor.Options{Draws: max(1024, got.Robustness.Draws)}) // a close one may take more
		tie := want.Ranking[0].Score-want.Ranking[1].Score < 0.25                            // two that nobody can tell apart
		if got.Recommendation != want.Recommendation && !tie || got.Verdict != want.Verdict {
			t.Errorf("%s: %s, %s after %d draws; %s, %s after many", c.ID, got.Recommendation, got.Verdict, got.Robustness.Draws, want.Recommendation, want.Verdict)
		}
		if got.Robustness.Draws == advisor.MinDraws {
			few.Add(1)
		}
		if d := math.Abs(got.Probability - want.Probability); d > 0.02 && !tie {
			t.Errorf("%s: the probability of the leader differs by %.3f", c.ID, d)
		}
	})
	if few.Load() < int64(len(Corpus())/2) {
		t.Errorf("%d of %d decisions end with the first draws, want half of them", few.Load(), len(Corpus()))
	}
}

// TestAPackOnTopKeepsTheStrengths: a pack on top of the core pack leaves the strengths in force, but no count backs them;
// of a pack by another name nothing was learned.
func TestAPackOnTopKeepsTheStrengths(t *testing.T) {
	f, _ := Decode(packs.StrengthsFile, packs.Strengths())
	p := *unlearned(t).Pack()
	p.Name, p.Version = "core+ours", "2026.12+1"
	if s, unknown := f.For(&p); s == nil || len(unknown) > 0 || len(s.Traits) == 0 || len(s.Bands) > 0 {
		t.Errorf("the strengths with a pack on top are %+v, unknown %v", s, unknown)
	}
	for _, name := range []string{"ours", "corporate"} {
		p.Name = name
		if s, _ := f.For(&p); s != nil {
			t.Errorf("pack %q has the strengths of the core pack", name)
		}
	}
}

// A profile of the wrong type is no profile that is missing.
func TestProfileOfTheWrongType(t *testing.T) {
	_, err := decodeCases("labels.toml", []byte("[[case]]\nid = \"a\"\nlabel = \"monolith\"\nprofile = 3\n"), "a", os.DirFS(t.TempDir()))
	if err == nil || err.Error() != "labels.toml:4:11: profile must be a string, not 3" {
		t.Errorf("got %v", err)
	}
}
