package estimate

import "math"

// The gamma law, exactly, for tests and for what is shown once; and harmonic
// numbers for a broken count.

// GammaCDF is the probability that a gamma value of the given shape and scale 1
// is at most x: by the power series below shape+1, else by Lentz's continued
// fraction (DLMF 8.7.1 and 8.9.2).
func GammaCDF(shape, x float64) float64 {
	if !(x > 0) {
		return 0
	}
	lg, _ := math.Lgamma(shape)
	front := math.Exp(shape*math.Log(x) - x - lg)
	if x < shape+1 {
		term, sum := 1/shape, 1/shape
		for n := 1.0; n < 1e5 && term > sum*1e-17; n++ {
			term *= x / (shape + n)
			sum += term
		}
		return math.Min(1, front*sum)
	}
	return 1 - front*upperFraction(shape, x)
}

// upperFraction is the continued fraction of the upper incomplete gamma.
func upperFraction(shape, x float64) float64 {
	b := x + 1 - shape
	c, d := math.MaxFloat64, 1/b
	h := d
	for n := 1.0; n < 1e5; n++ {
		an := n * (shape - n)
		b += 2
		d = 1 / (an*d + b)
		c = b + an/c
		h *= d * c
		if math.Abs(d*c-1) < 1e-16 {
			break
		}
	}
	return h
}

// GammaQuantile is the value that a gamma law of the given shape and scale 1
// stays below with probability q, by halving, to 1e-12 relative.
func GammaQuantile(shape, q float64) float64 {
	if !(q > 0) || !(shape > 0) {
		return 0
	}
	lo, hi := 0.0, shape+1
	for GammaCDF(shape, hi) < q && hi < 1e12 {
		lo, hi = hi, 2*hi
	}
	for hi-lo > 1e-12*hi {
		mid := (lo + hi) / 2
		if mid == lo || mid == hi {
			break
		}
		if GammaCDF(shape, mid) < q {
			lo = mid
			continue
		}
		hi = mid
	}
	return hi
}

// harmonic is 1 + 1/2 + ... + 1/n, and its smooth extension psi(n+1)+gamma, for
// n >= 0.
func harmonic(n float64) float64 {
	const euler = 0.57721566490153286060651209008240
	sum := 0.0
	for n < 10 {
		n++
		sum -= 1 / n
	}
	r := 1 / (n * n)
	return sum + math.Log(n) + euler + 0.5/n - r*(1.0/12-r*(1.0/120-r*(1.0/252-r/240)))
}

// harmonicSquares is 1 + 1/4 + ... + 1/n^2 and its smooth extension.
func harmonicSquares(n float64) float64 {
	sum := math.Pi * math.Pi / 6
	for n < 10 {
		n++
		sum -= 1 / (n * n)
	}
	i := 1 / n
	r := i * i
	return sum - i + r/2 - i*r*(1.0/6-r*(1.0/30-r/42))
}
