package advisor

import (
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// importances are the weights that one profile asks for, before normalising:
// what the user stated (a number or a range) or the pack's default.
type importances struct {
	low, high [maxCriteria]float64
	stated    [maxCriteria]bool
	ranged    bool
}

func (a *Advisor) importances(p *profile.Profile) importances {
	var im importances
	for i, c := range a.Criteria {
		im.low[i], im.high[i] = c.Importance, c.Importance
		if c.Field == profile.Schema || !p.Known(c.Field) {
			continue
		}
		v := p.Get(c.Field)
		im.low[i], im.high[i], im.stated[i] = v.Low, v.High, true
		im.ranged = im.ranged || v.Low != v.High
	}
	return im
}

// settled are the central weights: no spread, the middle of a range.
func (im *importances) settled(w []float64) {
	for i := range w {
		w[i] = (im.low[i] + im.high[i]) / 2
	}
	normalise(w)
}

// draw are the weights of draw k.
func (im *importances) draw(w []float64, nz *view, seed uint64, a *Advisor, k int) {
	n := len(w)
	free, stated := nz.free[k*n:k*n+n], nz.stated[k*n:k*n+n]
	for i := range w {
		base := im.low[i]
		if im.ranged && im.high[i] != base {
			base += (im.high[i] - base) * distribution.U(seed, uint64(a.Criteria[i].Field), k)
		}
		if im.stated[i] {
			w[i] = base * stated[i]
		} else {
			w[i] = base * free[i]
		}
	}
	normalise(w)
}

// normalise makes the weights sum to 1; if every criterion is off they stay 0
// and no option is worth more than another.
func normalise(w []float64) {
	sum := 0.0
	for _, x := range w {
		sum += x
	}
	if sum == 0 {
		return
	}
	f := 1 / sum
	for i := range w {
		w[i] *= f
	}
}
