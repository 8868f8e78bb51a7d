package queueing

import "math"

// The cold-start model at large loads, in a time that does not grow with the load.
//
// With tau = T/S, the mean number of instances is a + sqrt(a) D(ln tau, 1/sqrt(a)), where D is smooth and tends to a
// function of tau alone as a grows (the slots around a + x sqrt(a) follow the normal law). D is kept as a Chebyshev
// series in ln tau whose coefficients are cubic in s = 1/sqrt(a); the share of cold requests is its derivative, p =
// (1/a) dN/dtau.
//
// Against the slot by slot form, from 13 to 100,000 erlangs and for tau from 0.25 to 1e8: within 0.2 % of p and 0.003 %
// of N (TestColdFitError). The table is derived from that form by TestColdFitTable, which fails if it is stale. Below
// tau = 0.22, where an instance is kept for less than a quarter of a request, both are interpolated to their exact
// limits at 0, p = 1 and N = a.

const (
	coldFitFrom = 13.0 // erlangs: slot by slot below
	coldFitFull = 16.0 // erlangs: the fit alone above
	coldFitRows = 17
	coldFitMid  = 8.75 // ln tau from -1.5 to 19
	coldFitHalf = 10.25
)

// coldFit is the share of cold requests and the mean instances at a erlangs and T/S = tau.
func coldFit(a, tau float64) (pCold, meanInstances float64) {
	logTau := math.Log(tau)
	inside := math.Min(math.Max(logTau, coldFitMid-coldFitHalf), coldFitMid+coldFitHalf)
	d, slope := coldSeries((inside-coldFitMid)/coldFitHalf, 1/math.Sqrt(a))
	root := math.Sqrt(a)
	edge := math.Exp(inside)
	p := math.Min(1, math.Max(slope/coldFitHalf/(root*edge), coldMinShare))
	n := root * math.Max(d, 0)
	switch {
	case logTau < inside: // down to p = 1 and N = a at tau = 0
		f := tau / edge
		return math.Pow(p, f), a + n*f
	case logTau > inside: // N grows like ln tau here, so p falls like 1/tau
		return math.Max(p*math.Exp(inside-logTau), coldMinShare), a + n + a*p*edge*(logTau-inside)
	}
	return p, a + n
}

// coldSeries is D and its derivative in x, -1 <= x <= 1.
func coldSeries(x, s float64) (d, slope float64) {
	t0, t1 := 1.0, x   // T(k), T(k+1)
	u0, u1 := 0.0, 1.0 // U(k-1), U(k)
	for k := range coldFitCoefficients {
		c := &coldFitCoefficients[k]
		q := c[0] + s*(c[1]+s*(c[2]+s*c[3]))
		d += q * t0
		slope += q * float64(k) * u0
		t0, t1 = t1, 2*x*t1-t0
		u0, u1 = u1, 2*x*u1-u0
	}
	return d, slope
}

// coldFitCoefficients are rows of Chebyshev coefficients, each a cubic in s.
var coldFitCoefficients = [coldFitRows][4]float64{
	{3.9503308578, 2.45881476994, -1.23097267162, 0.881615889511},
	{2.83139176691, 3.48939557838, -1.53694920471, 1.10978340205},
	{-0.460504349359, 0.0703823556641, -0.253269426292, 0.282851027122},
	{0.0655609560526, -0.0870418296311, 0.067624957347, -0.0684999291944},
	{0.0386963906776, 0.05732661319, -0.0263460615573, 0.0351697825628},
	{-0.0453653052869, -0.0242024198306, 0.0103786813433, -0.0261366970619},
	{0.0244013674472, 0.00364774732053, -0.00425795057766, 0.0218470453605},
	{-0.0056641946936, 0.00346539774888, 0.00362832080407, -0.020796294553},
	{-0.00296609757931, -0.00307813548254, -0.00410577605984, 0.018360822218},
	{0.00396583949664, 0.000839539672787, 0.00428705552843, -0.0152504226368},
	{-0.00203400604103, 0.000581238291792, -0.00480463510513, 0.0155007223318},
	{0.000243617125268, -0.00065246525197, 0.00242758782401, -0.00754195666018},
	{0.000476221123897, 0.000434618273101, -0.0031522019383, 0.0105954496546},
	{-0.000425452153574, -5.73484958361e-05, 0.00120434467249, -0.00420723587676},
	{0.000143695071815, -7.08014267041e-06, -0.00115163945409, 0.00423269385872},
	{4.41710278484e-05, -2.5075387864e-05, 0.000986241957622, -0.00337853860953},
	{-7.04016282541e-05, 5.67623558078e-07, -0.000102758289892, 0.000424697540009},
}
