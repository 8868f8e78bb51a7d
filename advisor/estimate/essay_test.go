package estimate

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestEssaysFitAScreen(t *testing.T) {
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
		if !strings.Contains(essay.Text, "What") || !strings.Contains(essay.Text, "Not true") && !strings.Contains(essay.Text, "Changing") {
			t.Errorf("%q does not say what is computed and where it stops being true", essay.Title)
		}
	}
}
