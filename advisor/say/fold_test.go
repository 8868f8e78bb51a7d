package say

import (
	"fmt"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/say/document"
)

// TestWhatIsFoldedIsNamed: what is not told one by one has a line that says so.
func TestWhatIsFoldedIsNamed(t *testing.T) {
	list := []advisor.Contribution{{ID: "open", Criterion: "cost", Points: 2, Because: "x"}}
	for i := range maxShown + 1 {
		list = append(list, advisor.Contribution{ID: fmt.Sprint(i), Criterion: "cost", Points: 1, Because: "x", Answered: true})
	}
	d := &document.Document{}
	forAndAgainst(d, &explain.Explanation{Decision: &explain.Decision{Decision: advisor.Decision{Ranking: []advisor.Option{{Architecture: "monolith", Contributions: list}}}}})
	if got := strings.TrimSpace(d.Plain(100, false)); !strings.HasSuffix(got, " +3.0 everything smaller, and what you left open") {
		t.Errorf("got\n%s", got)
	}
}
