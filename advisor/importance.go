package advisor

import (
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// importances say how much each criterion counts in one profile: 1 if nothing
// was said of it, a third of the importance that the user stated otherwise.
type importances struct {
	low, high [maxCriteria]float64
}

// importanceOne is the stated importance that counts as much as saying nothing.
const importanceOne = 3

func (a *Advisor) importances(p *profile.Profile) importances {
	var im importances
	for i, c := range a.Criteria {
		im.low[i], im.high[i] = 1, 1
		if v := p.Get(c.Field); c.Field != profile.Schema && v.Known() {
			im.low[i], im.high[i] = v.Low/importanceOne, v.High/importanceOne
		}
	}
	return im
}

// central are the importances with the middle of a range.
func (im *importances) central(w []float64) {
	for i := range w {
		w[i] = (im.low[i] + im.high[i]) / 2
	}
}

// draw are the importances of draw k.
func (im *importances) draw(w []float64, a *Advisor, seed uint64, k int) {
	for i := range w {
		w[i] = im.low[i]
		if im.high[i] != im.low[i] {
			w[i] += (im.high[i] - im.low[i]) * distribution.U(seed, uint64(a.Criteria[i].Field), k)
		}
	}
}
