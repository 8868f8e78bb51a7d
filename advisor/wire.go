package advisor

import (
	"math"
	"strconv"
)

// Rounded is a copy of the decision whose floats have six significant digits.
func (d *Decision) Rounded() *Decision {
	c := *d
	c.WinShare = Round6(d.WinShare)
	c.Ranking = append([]Option(nil), d.Ranking...)
	for i := range c.Ranking {
		c.Ranking[i].round()
	}
	return &c
}

func (o *Option) round() {
	o.Score, o.Low, o.High, o.WinShare = Round6(o.Score), Round6(o.Low), Round6(o.High), Round6(o.WinShare)
	e := &o.Estimates
	for _, b := range []*Band{&e.Cost, &e.P99, &e.Availability, &e.Instances, &e.OpsFTE} {
		*b = b.Rounded()
	}
	o.Gates = append([]GateHit{}, o.Gates...)
	for i := range o.Gates {
		o.Gates[i].Share = Round6(o.Gates[i].Share)
	}
}

// Rounded is the band with six significant digits.
func (b Band) Rounded() Band { return Band{Round6(b.Low), Round6(b.Expected), Round6(b.High)} }

// Round6 keeps six significant digits.
func Round6(x float64) float64 {
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	var buf [32]byte
	y, err := strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], x, 'g', 6, 64)), 64)
	if err != nil {
		return x
	}
	return y
}
