package manual

import (
	"strings"
	"testing"
)

// Every topic has a page.
func TestTopicsHavePages(t *testing.T) {
	for _, c := range Topics() {
		var text strings.Builder
		c.SetOut(&text)
		if c.HelpFunc()(c, nil); len(text.String()) < 100 {
			t.Errorf("%s: %q", c.Name(), text.String())
		}
	}
}
