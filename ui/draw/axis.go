package draw

import (
	"math"
)

// Axis maps values to shares of a length, evenly or by their logarithm.
type Axis struct {
	Lo, Hi float64
	Log    bool
}

// NewAxis makes an axis that holds lo to hi, widened where that could not be drawn.
func NewAxis(lo, hi float64, log bool) Axis {
	if math.IsNaN(lo) || math.IsInf(lo, 0) {
		lo = 0
	}
	if math.IsNaN(hi) || math.IsInf(hi, 0) {
		hi = lo
	}
	if log {
		hi = math.Max(hi, 1e-9)
		lo = math.Min(math.Max(lo, hi*1e-9), hi)
		if hi < lo*1.01 {
			lo, hi = lo/2, hi*2
		}
	} else if hi <= lo {
		hi = lo + math.Max(1, math.Abs(lo))
	}
	return Axis{lo, hi, log}
}

// At is where a value lies: 0 at the low end, 1 at the high one, NaN for what has no place.
func (a Axis) At(v float64) float64 {
	if a.Log {
		if v <= 0 {
			return math.Inf(-1)
		}
		return math.Log(v/a.Lo) / math.Log(a.Hi/a.Lo)
	}
	return (v - a.Lo) / (a.Hi - a.Lo)
}

// Value is what lies at a share of the length.
func (a Axis) Value(share float64) float64 {
	if a.Log {
		return a.Lo * math.Pow(a.Hi/a.Lo, share)
	}
	return a.Lo + share*(a.Hi-a.Lo)
}

// Place is the column or row of a value among n, held at the ends; -1 for what has no place.
func (a Axis) Place(v float64, n int) int {
	s := a.At(v)
	if math.IsNaN(s) || n < 1 {
		return -1
	}
	return int(math.Round(math.Max(0, math.Min(1, s)) * float64(n-1)))
}

// Ticks are at most about n round values within the axis.
func (a Axis) Ticks(n int) []float64 {
	n = max(1, n)
	if !a.Log || a.Hi/a.Lo < 12 {
		return a.even(n)
	}
	first, last := int(math.Ceil(math.Log10(a.Lo)-1e-9)), int(math.Floor(math.Log10(a.Hi)+1e-9))
	by := max(1, (last-first+n)/n)
	var out []float64
	for e := first; e <= last; e += by {
		out = append(out, math.Pow(10, float64(e)))
	}
	return out
}

func (a Axis) even(n int) []float64 {
	step := RoundUp((a.Hi - a.Lo) / float64(n))
	var out []float64
	for k := math.Ceil(a.Lo/step - 1e-9); k*step <= a.Hi*(1+1e-9) && len(out) <= 2*n; k++ {
		out = append(out, k*step+0) // no negative zero
	}
	return out
}

// RoundUp is the next of 1, 2, 5, 10 times a power of ten that is not less.
func RoundUp(v float64) float64 {
	if !(v > 0) || math.IsInf(v, 0) {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(v)+1e-9))
	for _, m := range []float64{1, 2, 5, 10} {
		if v <= m*unit*(1+1e-9) {
			return m * unit
		}
	}
	return 10 * unit
}
