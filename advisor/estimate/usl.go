package estimate

import "math"

// USL is the universal scalability law X(n) = Gamma n / (1 + Alpha (n-1) + Beta n (n-1)).
type USL struct {
	Alpha float64 // contention
	Beta  float64 // coherency
	Gamma float64 // throughput of one
}

// At is the throughput at load n.
func (u USL) At(n float64) float64 {
	return u.Gamma * n / (1 + u.Alpha*(n-1) + u.Beta*n*(n-1))
}

// PeakLoad is the load of the highest throughput.
func (u USL) PeakLoad() float64 { return math.Sqrt((1 - u.Alpha) / u.Beta) }
