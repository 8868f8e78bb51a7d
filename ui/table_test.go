package ui

import (
	"testing"

	"archadvisor/ui/view"
)

// The keys of the views are 1, 2, 3 ... in the order of the table, and the bar
// of keys says how far they go.
func TestKeysOfTheViews(t *testing.T) {
	last := ""
	for _, r := range table {
		if r.key == "" {
			continue
		}
		if want := string(rune('1' + len(last))); r.key != want {
			t.Errorf("the key of %s is %s, want %s", r.name, r.key, want)
		}
		last += r.key
	}
	for _, k := range view.KeysOf("always") {
		if want := "1-" + last[len(last)-1:]; k.Name == "views" && k.Label != want {
			t.Errorf("the bar says %s, want %s", k.Label, want)
		}
	}
}
