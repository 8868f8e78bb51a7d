package row

import (
	"strings"
	"testing"

	"archadvisor/advisor/explain"
)

func TestAdviceAsData(t *testing.T) {
	j := newAdvice(&explain.Advice{Action: explain.Keep, From: "monolith", To: "monolith", Attempts: []explain.Attempt{{Trouble: "cost", Try: "Buy less"}}})
	if j.Payback != nil || j.Cures == nil || len(j.FirstTry) != 1 || !strings.HasPrefix(j.FirstTry[0].Text, "First try: Buy less.") {
		t.Errorf("as data: %+v", j)
	}
}
