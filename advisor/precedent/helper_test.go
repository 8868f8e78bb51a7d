package precedent

import (
	"sync"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/pricing"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

// advisors are the core pack as it is written, and with the shipped strengths.
var advisors = sync.OnceValues(func() (both [2]*advisor.Advisor, err error) {
	pack, issues := rules.Load(packs.Core())
	for _, i := range issues {
		if i.Severity == rules.Error {
			return both, i
		}
	}
	prices := pricing.Load()
	fit, faults := Decode(packs.StrengthsFile, packs.Strengths())
	if len(faults) > 0 {
		return both, faults[0]
	}
	s, _ := fit.For(pack)
	if both[0], err = advisor.New(pack, nil, prices, "test"); err != nil {
		return both, err
	}
	both[1], err = advisor.New(pack, s, prices, "test")
	return both, err
})

// unlearned is the advisor with the core pack as it is written.
func unlearned(t testing.TB) *advisor.Advisor { return one(t, 0) }

// core is the advisor with the core pack, the shipped strengths and books.
func core(t testing.TB) *advisor.Advisor { return one(t, 1) }

func one(t testing.TB, i int) *advisor.Advisor {
	t.Helper()
	both, err := advisors()
	if err != nil {
		t.Fatal(err)
	}
	return both[i]
}
