package queueing

import (
	"math"
	"testing"
)

// coldFitTable derives the table of coldfit.go from the slot by slot form:
// Chebyshev interpolation in ln(T/S) and in s = 1/sqrt(a), the latter turned into
// powers of s.
func coldFitTable() [coldFitRows][4]float64 {
	const from, to = 0.003, 0.28
	node := func(i, n int) float64 { return math.Pi * (float64(i) + 0.5) / float64(n) }
	var v [coldFitRows][4]float64
	for i := range v {
		logTau := coldFitMid + coldFitHalf*math.Cos(node(i, coldFitRows))
		for j := range v[i] {
			s := (from+to)/2 + (to-from)/2*math.Cos(node(j, 4))
			a := 1 / (s * s)
			_, n := coldSum(a, a*math.Exp(logTau), 1e-13)
			v[i][j] = (n - a) * s
		}
	}
	var table [coldFitRows][4]float64
	for k := range table {
		var c [4]float64
		for l := range c {
			for i := range v {
				for j := range v[i] {
					c[l] += v[i][j] * math.Cos(float64(k)*node(i, coldFitRows)) * math.Cos(float64(l)*node(j, 4))
				}
			}
			c[l] *= 4.0 / coldFitRows / 4
			if k == 0 {
				c[l] /= 2
			}
			if l == 0 {
				c[l] /= 2
			}
		}
		table[k] = powersOf(c, from, to)
	}
	return table
}

// powersOf turns a Chebyshev series over from..to into powers of s.
func powersOf(c [4]float64, from, to float64) [4]float64 {
	// In x: T0 = 1, T1 = x, T2 = 2x^2-1, T3 = 4x^3-3x.
	p := [4]float64{c[0] - c[2], c[1] - 3*c[3], 2 * c[2], 4 * c[3]}
	m, h := (from+to)/2, (to-from)/2 // x = (s-m)/h
	var out [4]float64
	out[3] = p[3] / (h * h * h)
	out[2] = p[2]/(h*h) - 3*m*out[3]
	out[1] = p[1]/h - 2*m*p[2]/(h*h) + 3*m*m*out[3]
	out[0] = p[0] - m*p[1]/h + m*m*p[2]/(h*h) - m*m*m*out[3]
	return out
}

// TestColdFitTable fails if the table is not what the slot by slot form gives.
func TestColdFitTable(t *testing.T) {
	want := coldFitTable()
	for k := range want {
		for l := range want[k] {
			if math.Abs(want[k][l]-coldFitCoefficients[k][l]) > 1e-8 {
				t.Errorf("row %d is stale, it should be {%.12g, %.12g, %.12g, %.12g}",
					k, want[k][0], want[k][1], want[k][2], want[k][3])
				break
			}
		}
	}
}

// TestColdFitError holds the errors that coldfit.go states.
func TestColdFitError(t *testing.T) {
	worstP, worstN := 0.0, 0.0
	for a := 13.0; a < 1e5; a *= 1.4 {
		for logTau := math.Log(0.25); logTau < math.Log(1e8); logTau += 0.53 {
			tau := math.Exp(logTau)
			p, n := coldSum(a, a*tau, 1e-12)
			gotP, gotN := coldFit(a, tau)
			worstP = math.Max(worstP, math.Abs(gotP/p-1))
			worstN = math.Max(worstN, math.Abs(gotN/n-1))
		}
	}
	t.Logf("worst relative error: share %.2g, instances %.2g", worstP, worstN)
	if worstP > 0.002 || worstN > 3e-5 {
		t.Errorf("errors %g and %g, want at most 0.002 and 3e-5", worstP, worstN)
	}
}

// TestColdFitOutside: beyond the fitted range nothing jumps, and the limits hold.
func TestColdFitOutside(t *testing.T) {
	for _, a := range []float64{13, 100, 1e4, 1e12} {
		for _, edge := range []float64{coldFitMid - coldFitHalf, coldFitMid + coldFitHalf} {
			p, n := coldFit(a, math.Exp(edge*(1-1e-9)))
			p2, n2 := coldFit(a, math.Exp(edge*(1+1e-9)))
			if math.Abs(p2/p-1) > 1e-6 || math.Abs(n2/n-1) > 1e-6 {
				t.Errorf("a=%g: a jump at ln tau = %g: %g, %g and %g, %g", a, edge, p, n, p2, n2)
			}
		}
		if p, n := coldFit(a, 1e-9); p < 0.99 || math.Abs(n/a-1) > 1e-6 {
			t.Errorf("a=%g: no idle time gives %g, %g", a, p, n)
		}
	}
}
