package document

import (
	"strings"
	"testing"
)

// Of a table that is too wide the cells of a row stand below one another, whole.
func TestWideTableStacks(t *testing.T) {
	var d Document
	d.Wide([]string{"", "monolith", "serverless"}, []string{"Infrastructure", "$392 ($367 to $558)", "$443 ($420 to $611)"})
	narrow := "  Infrastructure\n    monolith    $392 ($367 to $558)\n    serverless  $443 ($420 to $611)\n"
	if got := d.Plain(40, false); got != narrow {
		t.Errorf("got %q, want %q", got, narrow)
	}
	if got, want := Columns([][]string{{"number", "file"}, {"0001", "docs/0001-adopt-a-modular-monolith.md"}}, 26), "  0001\n    file    docs/0001-\n            adopt-a-\n            modular-\n            monolith.md\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var figures Document
	figures.Table(1, []string{"style", "leads below 20 engineers"}, []string{"monolith", "72.0 %"})
	if got, want := figures.Plain(14, false), "  style     leads…\n  monolith  72.0 %\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := d.Plain(80, false); strings.Count(got, "\n") != 2 {
		t.Errorf("got %q", got)
	}
}
