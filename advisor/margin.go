package advisor

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/rules"
)

// margin tells how far the facts are from the thresholds of a statement's
// condition. A field that nobody stated is told as open, never by a drawn value.
func (r *Drawn) margin(i int, c *Centre) string {
	var parts []string
	for _, m := range r.Advisor.program.Margin(i, c.Facts) {
		parts = append(parts, r.atom(m))
	}
	return strings.Join(parts, "; ")
}

func (r *Drawn) atom(m rules.AtomMargin) string {
	if m.Fact < 0 || r.known(m.Fact) {
		return m.Text
	}
	if math.IsNaN(m.Threshold) || m.Op == "" {
		return m.Name + " is open"
	}
	want := r.Advisor.program.Schema().Format(m.Fact, m.Threshold)
	return fmt.Sprintf("%s is open, threshold %s %s", m.Name, m.Op, want)
}
