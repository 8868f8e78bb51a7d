package manual

import (
	"strings"
	"testing"

	"archadvisor/rules"
)

// The pack in the help about packs has the keys that are read, and no others.
func TestPacksHelpIsAPack(t *testing.T) {
	text, _, _ := strings.Cut(page("packs")(), "\nTEXTS\n")
	var toml []string
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "  ") {
			toml = append(toml, line)
		}
	}
	pack, issues := rules.LoadFile("help", []byte(strings.Join(toml, "\n")))
	for _, i := range issues {
		t.Error(i)
	}
	if len(pack.Sources)*len(pack.Criteria)*len(pack.Measures)*len(pack.Rules)*len(pack.Gates)*len(pack.Cures)*len(pack.Tests)*len(pack.Settings) != 1 {
		t.Errorf("not one of each kind: %+v", pack)
	}
}
