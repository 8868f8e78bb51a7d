// Package quantity reads numbers and ranges as people write them, in the units
// that they use: "1.5k", "5M/day", "90k/min", "200ms", "$3k", "100-2k", "99.9%",
// "between 8 and 20". It knows units, and no field that is counted in them.
//
//	low, high, err := quantity.Read("5M/day", "req/s") // 57.87, 57.87
package quantity

import (
	"fmt"
	"strings"
)

// Read returns the number that a text says, twice, or the ends of its range, in the unit. In a range a unit
// stands for both ends, and so does a factor of thousands on the second end if the first number is the
// smaller one: 5-10k is 5000 to 10000, 100-2k is 100 to 2000.
func Read(text, unit string) (low, high float64, err error) {
	text, rate, dollars := rated(text, unit)
	if !dollars {
		return 0, 0, fmt.Errorf("amounts are in US dollars: add what one unit is worth in dollars, as in %s at 1.1", strings.TrimSpace(text))
	}
	plain, _ := Rewritten(strings.TrimSpace(text))
	first, second, isRange := splitRange(plainly(strings.ToLower(plain), unit))
	a, err := read(first, unit)
	b := a
	if err == nil && isRange {
		b, err = read(second, unit)
	}
	if err != nil {
		return 0, 0, err
	}
	if isRange {
		a, b = shareUnits(a, b)
	}
	a.unit, b.unit = a.unit*rate, b.unit*rate
	return a.value(), b.value(), nil
}

// splitRange cuts "100-2k", "8 to 20", "8..20", "between 8 and 20" or "[8, 20]".
func splitRange(s string) (low, high string, ok bool) {
	if inner, isList := strings.CutPrefix(s, "["); isList {
		low, high, ok = strings.Cut(strings.TrimSuffix(inner, "]"), ",")
		return low, high, ok
	}
	const between = "between "
	if len(s) > len(between) && strings.EqualFold(s[:len(between)], between) {
		low, high, ok = strings.Cut(s[len(between):], " and ")
		return low, high, ok
	}
	for _, mark := range []string{" to ", " or ", "...", "..", "…", "–", "—"} {
		if low, high, ok = strings.Cut(s, mark); ok {
			return low, high, true
		}
	}
	for i := 1; i < len(s); i++ {
		if s[i] == '-' && s[i-1] != 'e' && s[i-1] != 'E' {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

// shareUnits lets a unit that stands once count for both ends of a range.
func shareUnits(a, b quantity) (quantity, quantity) {
	if a.bare && !b.bare {
		a.unit = b.unit
		if a.times == 1 && a.number < b.number {
			a.times = b.times
		}
	}
	if b.bare && !a.bare && a.times == 1 {
		b.unit = a.unit
	}
	return a, b
}
