package document

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Text keeps to its width, whatever is in it; a URL that is wider stands alone.
func TestDocumentKeepsToItsWidth(t *testing.T) {
	d := &Document{}
	d.Heading(strings.Repeat("heading ", 30))
	d.Paragraph("see https://example.org/" + strings.Repeat("x", 80) + " for " + strings.Repeat("日本語 ", 40))
	d.Bullet(strings.Repeat("word ", 50))
	d.Table(1, []string{"name", "value"}, []string{strings.Repeat("long ", 30), "1"}, []string{"b", "22"})
	for _, width := range []int{40, 60, 80, 100} {
		for _, line := range strings.Split(d.Plain(width, false), "\n") {
			if ansi.StringWidth(line) > width && !strings.HasPrefix(strings.TrimSpace(line), "https://") {
				t.Errorf("at %d: %d wide: %q", width, ansi.StringWidth(line), line)
			}
			if strings.Contains(line, "https://") && strings.TrimSpace(line) != strings.Fields(line)[0] {
				t.Errorf("at %d a URL does not stand alone: %q", width, line)
			}
		}
	}
}

func TestMarkdownIsNeutral(t *testing.T) {
	d := &Document{}
	d.Heading("A <b> heading: with # signs.")
	d.Paragraph("[link](javascript:x) *bold* | pipe \x1b[31m")
	d.Table(0, []string{"a|b", "<i>"}, []string{"`c`", "_d_"})
	got := d.Markdown()
	for _, bad := range []string{"<b>", "[link](", " *bold*", "\x1b", "| a|b", "<i>"} {
		if strings.Contains(got, bad) {
			t.Errorf("%q survives in\n%s", bad, got)
		}
	}
}
