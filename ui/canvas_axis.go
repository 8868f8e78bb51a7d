package ui

import (
	"math"
	"strconv"
	"strings"
)

// axis maps values to shares of a length, evenly or by their logarithm.
type axis struct {
	lo, hi float64
	log    bool
}

// newAxis makes an axis that holds lo to hi. One without an extent, or
// logarithmic and not above zero, is widened to one that can be drawn.
func newAxis(lo, hi float64, log bool) axis {
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
	return axis{lo, hi, log}
}

// at is where a value lies: 0 at the low end, 1 at the high one, outside of
// that beyond them; NaN for what has no place.
func (a axis) at(v float64) float64 {
	if a.log {
		if v <= 0 {
			return math.Inf(-1)
		}
		return math.Log(v/a.lo) / math.Log(a.hi/a.lo)
	}
	return (v - a.lo) / (a.hi - a.lo)
}

// value is what lies at a share of the length.
func (a axis) value(share float64) float64 {
	if a.log {
		return a.lo * math.Pow(a.hi/a.lo, share)
	}
	return a.lo + share*(a.hi-a.lo)
}

// place is the column, or row, of a value among n; outside values are held at
// the ends. It is -1 for what has no place.
func (a axis) place(v float64, n int) int {
	s := a.at(v)
	if math.IsNaN(s) || n < 1 {
		return -1
	}
	return int(math.Round(math.Max(0, math.Min(1, s)) * float64(n-1)))
}

// ticks are at most about n round values within the axis.
func (a axis) ticks(n int) []float64 {
	n = max(1, n)
	if !a.log || a.hi/a.lo < 12 {
		return a.even(n)
	}
	first, last := int(math.Ceil(math.Log10(a.lo)-1e-9)), int(math.Floor(math.Log10(a.hi)+1e-9))
	by := max(1, (last-first+n)/n)
	var out []float64
	for e := first; e <= last; e += by {
		out = append(out, math.Pow(10, float64(e)))
	}
	return out
}

func (a axis) even(n int) []float64 {
	step := roundUp((a.hi - a.lo) / float64(n))
	var out []float64
	for k := math.Ceil(a.lo/step - 1e-9); k*step <= a.hi*(1+1e-9) && len(out) <= 2*n; k++ {
		out = append(out, k*step+0) // no negative zero
	}
	return out
}

// roundUp is the next of 1, 2, 5, 10 times a power of ten that is not less.
func roundUp(v float64) float64 {
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

// compact writes a quantity in as few characters as three digits take: 0.42,
// 310, 1.5k, 9.2M.
func compact(v float64) string {
	sign := ""
	if v < 0 {
		sign, v = "−", -v
	}
	switch {
	case math.IsNaN(v):
		return "–"
	case math.IsInf(v, 0):
		return sign + "∞"
	}
	for _, u := range []struct {
		from float64
		name string
	}{{1e15, ""}, {1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}} {
		if v >= u.from*0.9995 {
			if u.name == "" {
				return sign + strconv.FormatFloat(v, 'g', 3, 64)
			}
			return sign + short(v/u.from) + u.name
		}
	}
	return sign + short(v)
}

// short writes three significant digits without zeros at the end.
func short(v float64) string {
	if v != 0 && v < 1e-3 {
		return strconv.FormatFloat(v, 'g', 2, 64)
	}
	digits := 0
	if v > 0 && v < 100 {
		digits = max(0, 2-int(math.Floor(math.Log10(v)+1e-9)))
	}
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}
