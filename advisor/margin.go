package advisor

import "math"

// margin tells how far the facts are from the thresholds of a statement's
// condition. A field that nobody stated is open: it is never told by a drawn
// value.
func (r *Drawn) margin(i int, c *Centre) Margin {
	var m Margin
	for _, atom := range r.Advisor.program.Margin(i, c.Facts) {
		t := Term{Name: atom.Name, Op: atom.Op, Shown: atom.Shown, Wanted: atom.Wanted, Away: atom.Away}
		if atom.Fact >= 0 && !r.known(atom.Fact) {
			t.Open, t.Shown, t.Away = true, "", ""
			if math.IsNaN(atom.Threshold) {
				t.Wanted = ""
			}
		}
		m.Terms = append(m.Terms, t)
	}
	return m
}
