package precedent

import (
	"sync"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

var theAdvisor = sync.OnceValues(func() (*advisor.Advisor, error) {
	pack, issues := rules.Load(packs.Core())
	for _, i := range issues {
		if i.Severity == rules.Error {
			return nil, i
		}
	}
	prices, err := pricing.Load()
	if err != nil {
		return nil, err
	}
	return advisor.New(pack, nil, prices, "test")
})

// core is the advisor with the embedded pack and books.
func core(t testing.TB) *advisor.Advisor {
	t.Helper()
	a, err := theAdvisor()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func parse(t testing.TB, text string) *profile.Profile {
	t.Helper()
	list, errs := profile.Decode([]byte("schema = 1\nname = \"test\"\n"+text), "test.toml")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return list[0]
}
