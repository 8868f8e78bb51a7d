package wording

import (
	"math"

	"archadvisor/rules/numeral"
)

// Compact writes a quantity in as few characters as three digits take: 0.42,
// 310, 1.5k, 9.2M.
func Compact(v float64) string {
	switch size := math.Abs(numeral.Round(v, 3)); {
	case math.IsNaN(v):
		return "–"
	case math.IsInf(v, 1):
		return "∞"
	case math.IsInf(v, -1):
		return "−∞"
	case size >= 1e15:
		return numeral.Figure(v)
	case size >= 1e12:
		return numeral.Figure(v/1e12) + "T"
	case size >= 1e9:
		return numeral.Figure(v/1e9) + "B"
	case size >= 1e6:
		return numeral.Figure(v/1e6) + "M"
	case size >= 1e3:
		return numeral.Figure(v/1e3) + "k"
	}
	return numeral.Figure(v)
}
