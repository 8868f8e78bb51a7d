package quantity

import (
	"math"
	"testing"
)

// FuzzRead: any text is a quantity or none, and what it is rewritten to means the
// same and is not rewritten again.
func FuzzRead(f *testing.F) {
	for _, text := range []string{"5M/day", "1.000,5", "１２，５", "100-2k", "2h30m", "three nines", "€3k at 1.1", "up to 50", "99,9 %", "<200ms", "1 000 to 2 000", "[1,5; 2,5]"} {
		for _, unit := range []string{"req/s", "ms", "USD", "%", ""} {
			f.Add(text, unit)
		}
	}
	f.Fuzz(func(t *testing.T, text, unit string) {
		low, high, err := Read(text, unit)
		if err == nil && (math.IsNaN(low) || math.IsNaN(high)) { // which of them is larger the field tells
			t.Errorf("%q in %q is %v to %v", text, unit, low, high)
		}
		if plain, odd := Rewritten(text); odd {
			if again, odd := Rewritten(plain); odd && again != plain {
				t.Errorf("%q is rewritten to %q and that to %q", text, plain, again)
			}
		}
		Typed(text)
		Line(text)
	})
}
