package wording

import (
	"math"
	"strconv"
	"strings"
)

// Compact writes a quantity in as few characters as three digits take: 0.42,
// 310, 1.5k, 9.2M.
func Compact(v float64) string {
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
	}{{1e15, ""}, {1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "k"}} {
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
