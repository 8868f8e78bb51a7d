package explain

import (
	"math"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

var theAdvisor = sync.OnceValues(func() (*Explainer, error) {
	pack, issues := rules.Load(packs.Core())
	for _, i := range issues {
		if i.Severity == rules.Error {
			return nil, i
		}
	}
	prices := pricing.Load()
	a, err := advisor.New(pack, nil, prices, "test")
	if err != nil {
		return nil, err
	}
	return New(a), nil
})

// core is the advisor with the embedded pack and books.
func core(t testing.TB) *Explainer {
	t.Helper()
	a, err := theAdvisor()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// examples are the profiles that the repository ships, by file name.
func examples(t testing.TB) map[string]*profile.Profile {
	t.Helper()
	files, err := filepath.Glob("../../testdata/profiles/*.toml")
	if err != nil || len(files) < 8 {
		t.Fatalf("got %d example profiles (%v), want at least 8", len(files), err)
	}
	out := map[string]*profile.Profile{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		list, errs := profile.Decode(data, f)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		out[filepath.Base(f)] = list[0]
	}
	return out
}

func parse(t testing.TB, text string) *profile.Profile {
	t.Helper()
	list, errs := profile.Decode([]byte("schema = 1\nname = \"test\"\n"+text), "test.toml")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return list[0]
}

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }

// populationSeed names the profiles of the property tests.
const populationSeed = advisor.DefaultSeed + 7
