package explain

import (
	"math"
	"slices"
	"sort"

	"archadvisor/advisor/profile"
)

// scanValues are the values of a field that a scan tries, nearest first.
func scanValues(id profile.ID, from profile.Value) []profile.Value {
	f := id.Field()
	out := f.Choices()
	if f.Kind == profile.Numeric {
		out = scanNumbers(id, from.Low)
	}
	out = slices.DeleteFunc(out, func(v profile.Value) bool { return v.Low == from.Low })
	sort.SliceStable(out, func(i, j int) bool { return distance(id, from, out[i]) < distance(id, from, out[j]) })
	return out
}

// scanNumbers covers the prior range and a decade (or the range again) around it and the present value, shortly written.
func scanNumbers(id profile.ID, from float64) []profile.Value {
	f := id.Field()
	lo, hi, log := profile.PriorSpan(id)
	n := 9
	if log {
		lo, hi = lo/10, math.Max(hi, from)*10
		if from > 0 {
			lo = math.Min(lo, from/10)
		}
		n = int(math.Ceil(math.Log10(hi/lo) * 4))
	} else {
		span := hi - lo
		lo, hi = math.Min(lo, from)-span, math.Max(hi, from)+span
		n = 18
	}
	lo, hi = math.Max(lo, f.Min), math.Min(hi, f.Max)
	var out []profile.Value
	last := math.NaN()
	for i := 0; i <= n; i++ {
		x := lo + (hi-lo)*float64(i)/float64(n)
		if log && lo > 0 {
			x = lo * math.Pow(hi/lo, float64(i)/float64(n))
		}
		x = snap(id, x, false)
		if x == last || x < f.Min || x > f.Max || f.MinOpen && x == f.Min {
			continue
		}
		last = x
		out = append(out, profile.Number(x))
	}
	return out
}

// distance is how far a value lies from the origin, in prior ranges; a change of a word or of a yes-no is half of one.
func distance(id profile.ID, from, to profile.Value) float64 {
	f := id.Field()
	lo, hi, log := profile.PriorSpan(id)
	switch {
	case f.Kind == profile.Option && f.Ordered && !math.IsNaN(from.Low):
		return math.Abs(to.Low-from.Low) / math.Max(1, hi)
	case f.Kind != profile.Numeric:
		return 0.5
	}
	if log && from.Low > 0 && to.Low > 0 {
		return math.Abs(math.Log(to.Low/from.Low)) / math.Log(hi/lo)
	}
	return math.Abs(to.Low-from.Low) / (hi - lo)
}

// snap moves a value to one that people would say: whole people, services and environments, availability with its
// nines, else two significant digits; upwards or downwards, so that a refined flip stays on its side.
func snap(id profile.ID, x float64, up bool) float64 {
	switch id.Field().Snap {
	case "nines": // on the distance from 100 %
		if x < 100 {
			x = decimals(100-short(100-x, !up), 6)
		}
		return x
	case "whole":
		x = short(x, up)
		if up {
			return math.Ceil(x)
		}
		return math.Floor(x)
	}
	return short(x, up)
}

// short rounds to two significant digits.
func short(x float64, up bool) float64 {
	if x == 0 {
		return 0
	}
	exp := math.Floor(math.Log10(math.Abs(x)))
	unit := math.Pow(10, exp-1)
	n := math.Floor(x/unit + 1e-9)
	if up {
		n = math.Ceil(x/unit - 1e-9)
	}
	return decimals(n*unit, 1-int(exp))
}

// decimals rounds to so many decimals (negative: tens, hundreds), without the binary noise of powers of ten.
func decimals(x float64, n int) float64 {
	f := math.Pow(10, math.Abs(float64(n)))
	if n >= 0 {
		return math.Round(x*f) / f
	}
	return math.Round(x/f) * f
}
