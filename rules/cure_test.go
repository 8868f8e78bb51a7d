package rules

import (
	"strings"
	"testing"
)

const cure = `
[[cure]]
id = "one-template"
current = "microservices"
trouble = "overhead"
try = "Give all services one template"
source = "a test"
`

func TestCuresAreRead(t *testing.T) {
	p, issues := LoadFile("p.toml", []byte(goodPack+cure))
	if issues = append(issues, p.Check(world(t))...); len(issues) > 0 {
		t.Fatal(issues)
	}
	if len(p.Cures) != 1 || p.Cures[0].Trouble != "overhead" || p.Cures[0].Try != "Give all services one template" {
		t.Errorf("got %+v", p.Cures)
	}
	if q, _ := LoadFile("q.toml", []byte(goodPack)); q.Hash() == p.Hash() {
		t.Error("cures must count in the hash")
	}
}

func TestCureFaults(t *testing.T) {
	for from, want := range map[string]string{
		`"microservices"`:                   "",
		`"microservice"`:                    `one-template: unknown option "microservice"; did you mean microservices?`,
		`"microservices"` + "\nwhen = true": `one-template: unknown key "when"`,
	} {
		p, issues := LoadFile("p.toml", []byte(goodPack+strings.Replace(cure, `"microservices"`, from, 1)))
		issues = append(issues, p.Check(world(t))...)
		got := ""
		if len(issues) > 0 {
			got = issues[0].String()
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: got %s, want %s", from, got, want)
		}
	}
}
