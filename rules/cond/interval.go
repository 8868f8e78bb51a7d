package cond

import "math"

// Floating-point numbers are handled by their rank: keyOf is an unsigned whole
// number that grows with the value, so that the next number up is the key plus
// one and x <= v is the same as x < next(v). Both zeros have one key, and
// not-a-number lies beyond both infinities.
func keyOf(x float64) uint64 {
	b := math.Float64bits(x + 0) // -0 becomes 0
	return b ^ (uint64(int64(b)>>63) | 1<<63)
}

// Keys of the ends of the line of numbers: all numbers are in [bottom, top).
var (
	bottom = keyOf(math.Inf(-1))
	top    = keyOf(math.Inf(1)) + 1
)

// span holds the keys from lo up to but not including hi.
type span struct{ lo, hi uint64 }

// set is a set of numbers: spans that rise and do not touch.
type set []span

// or is the union.
func (s set) or(t set) set {
	out := make(set, 0, len(s)+len(t))
	for i, j := 0, 0; i < len(s) || j < len(t); {
		var next span
		if j == len(t) || i < len(s) && s[i].lo <= t[j].lo {
			next = s[i]
			i++
		} else {
			next = t[j]
			j++
		}
		if n := len(out); n > 0 && next.lo <= out[n-1].hi {
			out[n-1].hi = max(out[n-1].hi, next.hi)
		} else {
			out = append(out, next)
		}
	}
	return out
}

// not is the complement within all numbers.
func (s set) not() set {
	var out set
	from := bottom
	for _, p := range s {
		if from < p.lo {
			out = append(out, span{from, p.lo})
		}
		from = p.hi
	}
	if from < top {
		out = append(out, span{from, top})
	}
	return out
}

// set is the values that satisfy the atom.
func (a *atom) set() set {
	switch k := keyOf(a.wants[0]); a.op {
	case "<":
		return a.trim(set{{bottom, k}})
	case "<=":
		return a.trim(set{{bottom, k + 1}})
	case ">":
		return a.trim(set{{k + 1, top}})
	case ">=":
		return a.trim(set{{k, top}})
	}
	var in set
	for _, w := range a.wants {
		k := keyOf(w)
		in = in.or(set{{k, k + 1}})
	}
	if a.op == "==" || a.op == "in" {
		return in
	}
	return in.not()
}

// trim drops an empty span.
func (a *atom) trim(s set) set {
	if s[0].lo >= s[0].hi {
		return nil
	}
	return s
}
