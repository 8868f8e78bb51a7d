package profile

import "math"

// A draw raises e to some twenty powers, which math.Exp makes a third of its
// cost. exp does the same to 1e-14 by e^x = 2^whole x 2^(part/64) x e^rest, with
// a table of the 64 roots and five terms of the series for |rest| < ln(2)/128.
const (
	roots     = 64
	rootsPerE = roots / math.Ln2
	maxExp    = 700 // beyond it, and below 0, math.Exp
)

var rootTable = makeRoots()

func makeRoots() (t [roots]float64) {
	for i := range t {
		t[i] = math.Exp2(float64(i) / roots)
	}
	return t
}

func exp(x float64) float64 {
	if !(x >= 0 && x < maxExp) {
		return math.Exp(x)
	}
	n := int(x*rootsPerE + 0.5)
	r := x - float64(n)*(math.Ln2/roots)
	series := 1 + r*(1+r*(1.0/2+r*(1.0/6+r*(1.0/24+r*(1.0/120)))))
	power := math.Float64frombits(uint64(1023+n/roots) << 52)
	return power * rootTable[n%roots] * series
}
