package render

import (
	"strings"
	"testing"

	"archadvisor/rules"
)

// What can be tried before a move is listed like every statement of a pack.
func TestCuresAreListed(t *testing.T) {
	pack, issues := rules.LoadFile("own.toml", []byte(`
[[cure]]
id = "one-template"
current = "microservices"
trouble = "overhead"
try = "Give all services one template"
source = "our own count"
`))
	if pack == nil {
		t.Fatal(issues)
	}
	list := Statements(pack)
	if len(list) != 1 || list[0].Kind != "cure" {
		t.Fatalf("listed are %+v", list)
	}
	text := list[0].Document(pack).Plain(100, false)
	for _, want := range []string{"one-template (cure)", "Give all services one template", "trouble overhead", "our own count"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}
