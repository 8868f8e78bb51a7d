package draw

import (
	"math"

	"archadvisor/advisor/explain"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
)

// Scale returns the ends of the axis on which scores are drawn.
func Scale(d *explain.Decision) (lo, hi float64) {
	hi = 50
	for _, o := range d.Ranking {
		lo, hi = math.Min(lo, o.Low), math.Max(hi, o.High)
	}
	return lo, hi
}

// Arrow tells a change of points by glyph and colour.
func Arrow(t *theme.Theme, points float64) string {
	switch {
	case points >= 0.05:
		return t.Good.Render(theme.Up + " " + numeral.Signed(points))
	case points <= -0.05:
		return t.Bad.Render(theme.Down + " " + numeral.Signed(points))
	}
	return t.Muted.Render(theme.Same)
}
