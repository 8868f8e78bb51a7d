package advisor

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/rules"
)

// margin tells how far the facts are from the thresholds of a statement's
// condition. A field that nobody stated is told as open, never by a drawn value.
func (r *run) margin(i int, c *central) string {
	var parts []string
	for _, m := range r.e.a.program.Margin(i, c.facts) {
		parts = append(parts, r.atom(m))
	}
	return strings.Join(parts, "; ")
}

func (r *run) atom(m rules.AtomMargin) string {
	if m.Fact < 0 || r.answered(m.Fact) {
		return m.Text
	}
	if math.IsNaN(m.Threshold) || m.Op == "" {
		return m.Name + " is open"
	}
	want := r.e.a.program.Schema().Format(m.Fact, m.Threshold)
	return fmt.Sprintf("%s is open, threshold %s %s", m.Name, m.Op, want)
}
