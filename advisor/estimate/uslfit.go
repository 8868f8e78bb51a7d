package estimate

import (
	"errors"
	"math"
)

// errUSLData is returned for measurements that no law can be fitted to.
var errUSLData = errors.New("universal scalability law: need at least 3 pairs of positive, finite load and throughput, not all at one load")

// FitUSL finds the law with the least squared error of throughput. It returns an
// error if there are fewer than three usable pairs.
func FitUSL(load, throughput []float64) (USL, error) {
	if !usableUSL(load, throughput) {
		return USL{}, errUSLData
	}
	free := [3]bool{true, true, true}
	for {
		f := uslFit{load: load, seen: throughput, free: free}
		if !f.solve() {
			return USL{}, errUSLData
		}
		worst := -1
		for i := 1; i < 3; i++ {
			if f.p[i] < 0 && (worst < 0 || f.p[i] < f.p[worst]) {
				worst = i
			}
		}
		if worst < 0 {
			return USL{Alpha: f.p[1] / f.p[0], Beta: f.p[2] / f.p[0], Gamma: 1 / f.p[0]}, nil
		}
		free[worst] = false
	}
}

func usableUSL(load, throughput []float64) bool {
	if len(load) != len(throughput) || len(load) < 3 {
		return false
	}
	spread := false
	for i := range load {
		if !(load[i] > 0) || !(throughput[i] > 0) || math.IsInf(load[i], 1) || math.IsInf(throughput[i], 1) {
			return false
		}
		spread = spread || load[i] != load[0]
	}
	return spread
}

// uslFit works on p = (1/g, a/g, b/g), in which n/X is linear: X = n / (p0 + p1
// (n-1) + p2 n(n-1)). Parameters that are not free stay 0.
type uslFit struct {
	load, seen []float64
	free       [3]bool
	p          [3]float64
}

// solve starts from the weighted linear fit of n/X and takes damped Gauss-Newton
// steps until they stop helping.
func (f *uslFit) solve() bool {
	if !f.step(0, true) || !(f.p[0] > 0) {
		f.p = [3]float64{f.load[0] / f.seen[0], 0, 0}
	}
	damping, best := 1e-6, f.squares()
	for range 500 {
		before := f.p
		ok := f.step(damping, false)
		now := f.squares()
		if !ok || !(now < best) {
			f.p = before
			if damping *= 10; damping > 1e12 {
				break
			}
			continue
		}
		done := best-now <= 1e-16*best
		best, damping = now, math.Max(damping/10, 1e-12)
		if done {
			break
		}
	}
	return f.p[0] > 0 && !math.IsInf(best, 0) && !math.IsNaN(best)
}

// row is what load n multiplies the three parameters by.
func (f *uslFit) row(n float64) [3]float64 { return [3]float64{1, n - 1, n * (n - 1)} }

func (f *uslFit) model(n float64) float64 {
	r := f.row(n)
	d := f.p[0]*r[0] + f.p[1]*r[1] + f.p[2]*r[2]
	if !(d > 0) {
		return math.Inf(1)
	}
	return n / d
}

func (f *uslFit) squares() float64 {
	sum := 0.0
	for i, n := range f.load {
		d := f.seen[i] - f.model(n)
		sum += d * d
	}
	return sum
}

// step solves the normal equations and moves p: to the linear fit, or from where it
// is by a damped Gauss-Newton step.
func (f *uslFit) step(damping float64, linear bool) bool {
	m := f.normal(linear)
	for j := range m {
		m[j][j] *= 1 + damping
		if !f.free[j] {
			m[j] = [4]float64{}
			m[j][j] = 1
		}
		for k := range m {
			if k != j && !f.free[k] {
				m[j][k] = 0
			}
		}
	}
	d, ok := solve3(m)
	for j := range d {
		if linear {
			f.p[j] = 0
		}
		f.p[j] += d[j]
	}
	return ok
}

// normal are the normal equations of n/X with weights (X^2/n)^2 if linear, else of X
// around p; the last column is the right-hand side.
func (f *uslFit) normal(linear bool) (m [3][4]float64) {
	for i, n := range f.load {
		x := f.seen[i]
		target := n / x
		if !linear {
			x = f.model(n)
			target = (x - f.seen[i]) * n / (x * x)
		}
		w := (x * x / n) * (x * x / n)
		r := f.row(n)
		for j := range m {
			for k := range r {
				m[j][k] += w * r[j] * r[k]
			}
			m[j][3] += w * r[j] * target
		}
	}
	return m
}

// solve3 solves three equations, scaled by their diagonal because the columns
// differ by many orders of magnitude.
func solve3(m [3][4]float64) (x [3]float64, ok bool) {
	var scale [3]float64
	for i := range m {
		scale[i] = 1 / math.Sqrt(m[i][i])
		if !(m[i][i] > 0) || math.IsInf(scale[i], 0) {
			return x, false
		}
	}
	for i := range m {
		for j := range scale {
			m[i][j] *= scale[i] * scale[j]
		}
		m[i][3] *= scale[i]
	}
	if !eliminate(&m) {
		return x, false
	}
	for i := 2; i >= 0; i-- {
		x[i] = m[i][3]
		for j := i + 1; j < 3; j++ {
			x[i] -= m[i][j] * x[j]
		}
		x[i] /= m[i][i]
	}
	for i := range x {
		x[i] *= scale[i]
	}
	return x, true
}

// eliminate makes m upper triangular, with pivoting.
func eliminate(m *[3][4]float64) bool {
	for i := range m {
		pivot := i
		for k := i + 1; k < 3; k++ {
			if math.Abs(m[k][i]) > math.Abs(m[pivot][i]) {
				pivot = k
			}
		}
		m[i], m[pivot] = m[pivot], m[i]
		if math.Abs(m[i][i]) < 1e-14 {
			return false
		}
		for k := i + 1; k < 3; k++ {
			f := m[k][i] / m[i][i]
			for j := i; j < 4; j++ {
				m[k][j] -= f * m[i][j]
			}
		}
	}
	return true
}
