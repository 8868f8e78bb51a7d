package profile

import (
	"math"
	"math/rand/v2"

	"archadvisor/advisor/profile/distribution"
)

// randomProfile states a random part of the fields, by values and ranges, until
// the profile is valid.
func randomProfile(r *rand.Rand) *Profile {
	for {
		p := New("random")
		share := r.Float64() * r.Float64()
		for id := Scope; id < NumFields; id++ {
			if r.Float64() < share {
				p.put(id, randomValue(r, id))
			}
		}
		if len(p.Validate()) == 0 {
			return p
		}
	}
}

func randomValue(r *rand.Rand, id ID) Value {
	f := id.Field()
	switch f.Kind {
	case Bool:
		return Flag(r.IntN(2) == 1)
	case Option:
		return Number(float64(r.IntN(len(f.Options))))
	case Text:
		return Words([]string{"", "go", "Java 21", "é\x00\"\\", "eu-west-1"}[r.IntN(5)])
	case TextList:
		if f.Options != nil {
			words := []string{}
			for _, i := range r.Perm(len(f.Options))[:r.IntN(min(4, len(f.Options)))] {
				words = append(words, f.Options[i])
			}
			return List(words...)
		}
		return List("pci", "gdpr")
	}
	a := randomNumber(r, f)
	if r.IntN(3) > 0 {
		return Number(a)
	}
	b := randomNumber(r, f)
	return Between(min(a, b), max(a, b))
}

// randomNumber is near the prior, or anywhere, or at an end.
func randomNumber(r *rand.Rand, f *Field) float64 {
	lo := f.Min
	if f.MinOpen {
		lo = math.SmallestNonzeroFloat64
	}
	x := 0.0
	switch r.IntN(6) {
	case 0:
		x = lo
	case 1:
		x = f.Max
	case 2:
		x = math.Exp((r.Float64()*2 - 1) * 27)
	default:
		sp := distribution.Between(f.prior.Lo, f.prior.Hi, f.prior.Log)
		x = sp.At(r.Float64())
		if r.IntN(2) == 0 {
			x = math.Round(x)
		}
	}
	return within(x, lo, f.Max)
}
