package say

import (
	"fmt"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/say/document"
)

// TestWhatIsFoldedIsNamed: of a profile that is answered whole nothing is said to
// be left open, and of one with few answers nothing to be small.
func TestWhatIsFoldedIsNamed(t *testing.T) {
	for want, of := range map[string]struct {
		statements int
		open       bool
	}{
		"+1.0 everything smaller":                         {maxShown + 1, false},
		"+2.0 everything smaller, and what you left open": {maxShown + 1, true},
		"+1.0 what you left open":                         {1, true},
	} {
		var list []advisor.Contribution
		for i := range of.statements {
			list = append(list, advisor.Contribution{ID: fmt.Sprint(i), Criterion: "cost", Points: 1, Because: "x", Answered: true})
		}
		if of.open {
			list = append(list, advisor.Contribution{ID: "open", Criterion: "cost", Points: 1, Because: "x"})
		}
		d := &document.Document{}
		forAndAgainst(d, &explain.Explanation{Decision: &explain.Decision{Decision: advisor.Decision{Ranking: []advisor.Option{{Architecture: "monolith", Contributions: list}}}}})
		if got := strings.TrimSpace(d.Plain(100, false)); !strings.HasSuffix(got, " "+want) {
			t.Errorf("want %q, got\n%s", want, got)
		}
	}
}
