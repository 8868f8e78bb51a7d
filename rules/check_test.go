package rules

import (
	"os"
	"strings"
	"testing"
)

func lint(t testing.TB, name, text string) []Issue {
	t.Helper()
	p, issues := LoadFile(name, []byte(text))
	return append(issues, p.Check(world(t))...)
}

func TestX(t *testing.T) {
	data, _ := os.ReadFile("testdata/broken.toml")
	var b strings.Builder
	for _, i := range lint(t, "broken.toml", string(data)) {
		b.WriteString(i.String() + "\n")
	}
	t.Log(b.String())
}
