package advisor

import (
	"sync"
	"testing"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
	"archadvisor/rules"
	"archadvisor/rules/packs"
)

var theAdvisor = sync.OnceValues(func() (*Advisor, error) {
	pack, issues := rules.Load(packs.Core())
	for _, i := range issues {
		if i.Severity == rules.Error {
			return nil, i
		}
	}
	prices := pricing.Load()
	return New(pack, nil, prices, "test")
})

// core is the advisor with the embedded pack and books.
func core(t testing.TB) *Advisor {
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

// complete is a profile whose every field is drawn from its prior.
func complete(i int) *profile.Profile {
	p := profile.New("complete")
	var pt profile.Point
	profile.NewSampler(p, DefaultSeed+7).Draw(i, &pt)
	return p.FromPoint(&pt)
}

// some keeps about n fields of a profile, the i-th choice of them.
func some(p *profile.Profile, i, n int) *profile.Profile {
	q := profile.New("some")
	ids := p.Answered()
	for _, id := range ids {
		if distribution.U(DefaultSeed+7, uint64(id), i)*float64(len(ids)) < float64(n) {
			if q.Set(id, p.Get(id)) == nil && len(q.Validate()) > 0 {
				q.Clear(id)
			}
		}
	}
	return q
}
