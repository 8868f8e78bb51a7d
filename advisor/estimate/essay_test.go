package estimate

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"archadvisor/advisor/pricing"
)

func TestEssaysFitAScreen(t *testing.T) {
	a := estimator().assume
	span := func(name string, p *pricing.Price) string {
		return fmt.Sprintf("%s x%v x%v x%v", name, p.Low, p.Value, p.High)
	}
	told := map[string]string{
		"Functions and containers paid by the request": fmt.Sprintf("one more invocation and %v queue calls", a.QueueCallsPerMessage),
		"What the models do not know": span("people to run it", a.OpsFactor) + " 13 head-counts " +
			span("the bill: what operators do else", a.BillSpread) + " 72 real bills " +
			span("the same, nothing told of the work", a.BillSpreadUntold) + " 39 real bills",
	}
	for _, essay := range Essays() {
		lines := strings.Split(essay.Text, "\n")
		if essay.Title == "" || len(lines) > 24 {
			t.Errorf("%q has %d lines", essay.Title, len(lines))
		}
		for i, line := range lines {
			if utf8.RuneCountInString(line) > 78 {
				t.Errorf("%q line %d has %d columns: %s", essay.Title, i+1, utf8.RuneCountInString(line), line)
			}
		}
		words := strings.Join(strings.Fields(essay.Text), " ")
		if want := told[essay.Title]; !strings.Contains(words, want) {
			t.Errorf("%q does not tell %q, as the book has it", essay.Title, want)
		}
		if !strings.Contains(essay.Text, "What") || !strings.Contains(essay.Text, "Not true") && !strings.Contains(essay.Text, "Changing") {
			t.Errorf("%q does not say what is computed and where it stops being true", essay.Title)
		}
	}
}
