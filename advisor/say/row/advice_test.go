package row

import (
	"strings"
	"testing"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/precedent"
)

func TestAdviceAsData(t *testing.T) {
	j := newAdvice(&explain.Advice{Action: explain.Keep, From: "monolith", To: "monolith", Attempts: []explain.Attempt{{Trouble: "cost", Try: "Buy less"}}})
	if j.Payback != nil || j.Cures == nil || len(j.FirstTry) != 1 || !strings.HasPrefix(j.FirstTry[0].Text, "First try: Buy less.") {
		t.Errorf("as data: %+v", j)
	}
}

// What reads the data opens the source, so that nothing but an address stands there.
func TestPrecedentHasAnAddress(t *testing.T) {
	c := &precedent.Case{ID: "x", Label: "monolith", Source: "https://example.org/a (text: b) ; https://example.org/c"}
	if r := precedentRow(&precedent.Precedent{Case: c, Similarity: 0.5}); r.Source != "https://example.org/a" {
		t.Errorf("source %q", r.Source)
	}
}
