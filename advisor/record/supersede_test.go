package record

import (
	"slices"
	"strings"
	"testing"
)

// Each format's own readers see the link in both directions and the old
// record's status.
func TestSupersede(t *testing.T) {
	cases := []struct {
		format   Format
		reader   string
		status   string   // of the old record
		back     []string // links of the old record
		forward  []string // links of the new record
		oldFile  string
		newFile  string
		newTitle string
	}{
		{Nygard, "adr-tools", "", []string{"Superseded by -> 3"}, []string{"Supersedes -> 2"}, sampleFile, "0003-go-serverless.md", "Go [serverless] & more"},
		{Nygard, "structurizr-adrtools", "Superseded", []string{"Superseded by -> 0003-go-serverless.md"}, []string{"Supersedes -> " + sampleFile}, sampleFile, "0003-go-serverless.md", "Go [serverless]"},
		{Nygard, "adrs", "Superseded", []string{"Superseded by -> 3"}, []string{"Supersedes -> 2"}, sampleFile, "0003-go-serverless.md", "Go [serverless]"},
		{Nygard, "adr-viewer", "superseded", nil, nil, sampleFile, "0003-go-serverless.md", "Go serverless"},
		{MADR, "madr-lint", "superseded by ADR-0003", []string{"superseded-by -> ADR-0003"}, []string{"supersedes -> ADR-0002"}, sampleFile, "0003-go-serverless.md", "Go serverless"},
		{MADR, "structurizr-madr", "superseded by ADR-0003", []string{"Links to -> 0003-go-serverless.md"}, []string{"Links to -> " + sampleFile}, sampleFile, "0003-go-serverless.md", "Go serverless"},
		{MADR, "adrs", "superseded by ADR-0003", nil, nil, sampleFile, "0003-go-serverless.md", "Go serverless"},
		{MADR, "backstage", "superseded by ADR-0003", nil, nil, sampleFile, "0003-go-serverless.md", "Go serverless"},
		{Log4brains, "log4brains", "SUPERSEDED", []string{"superseded by -> 20261124-go-serverless"}, []string{"Supersedes -> " + sampleDated}, sampleDated, "20261124-go-serverless.md", "Go serverless"},
		{Log4brains, "structurizr-log4brains", "superseded", []string{"superseded by -> 20261124-go-serverless.md"}, []string{"Supersedes -> " + sampleDated}, sampleDated, "20261124-go-serverless.md", "Go serverless"},
		{MADR2, "log4brains", "SUPERSEDED", []string{"superseded by -> 0003-go-serverless"}, []string{"Supersedes -> " + sampleFile}, sampleFile, "0003-go-serverless.md", "Go serverless"},
	}
	for _, c := range cases {
		old := mustWrite(t, c.format, sampleProfile(t), sampleMeta())
		m := sampleMeta()
		m.Number, m.Title, m.Supersedes = 3, c.newTitle, []Ref{RefOf(old, c.oldFile)}
		if got := m.Supersedes[0].Title; got != sampleTitle {
			t.Errorf("%s: the old record's title is %q", c.format, got)
		}
		fresh := mustWrite(t, c.format, sampleProfile(t), m)
		edited, err := Supersede(old, c.oldFile, Ref{Number: 3, Title: c.newTitle, File: c.newFile})
		if err != nil {
			t.Fatal(err)
		}
		read := readers()[c.reader]
		a, b := read(c.oldFile, string(edited)), read(c.newFile, string(fresh))
		if a.status != c.status || !slices.Equal(a.links, c.back) || a.err != "" {
			t.Errorf("%s: %s reads the old record as %+v", c.format, c.reader, a)
		}
		if !slices.Equal(b.links, c.forward) || b.err != "" {
			t.Errorf("%s: %s reads the new record as %+v", c.format, c.reader, b)
		}
		for _, found := range append(lint(string(edited)), lint(string(fresh))...) {
			t.Errorf("%s: %s", c.format, found)
		}
		if r, err := Parse(edited, c.oldFile); err != nil || !r.Skipped() {
			t.Errorf("%s: the old record is not skipped: %v", c.format, err)
		}
		if _, err := Supersede(edited, c.oldFile, Ref{Number: 4, Title: "x", File: "0004-x.md"}); err == nil {
			t.Errorf("%s: a superseded record was superseded again", c.format)
		}
	}
}

// Records of other hands keep everything but their status.
func TestSupersedeForeign(t *testing.T) {
	by := Ref{Number: 9, Title: "New way", File: "0009-new-way.md"}
	cases := []struct{ name, old, want string }{
		{"adr-tools", "# 3. Old\n\nDate: 2020-01-02\n\n## Status\n\nAccepted\n\nAmends [1. One](0001-one.md)\n\n## Context\n\nx\n",
			"# 3. Old\n\nDate: 2020-01-02\n\n## Status\n\nSuperseded by [9. New way](0009-new-way.md)\n\nAmends [1. One](0001-one.md)\n\n## Context\n\nx\n"},
		{"official MADR", "---\nstatus: \"accepted\"\ndate: 2020-01-02\n---\n\n# Old\n\ntext\n",
			"---\nstatus: superseded by ADR-0009\ndate: 2020-01-02\nsuperseded-by: ADR-0009\n---\n\n# Old\n\ntext\n\n## More Information\n\nSuperseded by [ADR-0009](0009-new-way.md).\n"},
		{"MADR without header", "# Old\n\ntext\n",
			"---\nstatus: superseded by ADR-0009\nsuperseded-by: ADR-0009\n---\n# Old\n\ntext\n\n## More Information\n\nSuperseded by [ADR-0009](0009-new-way.md).\n"},
		{"Windows line ends", "# 3. Old\r\n\r\n* Status: accepted\r\n* Date: 2020-01-02\r\n\r\n## Context\r\n",
			"# 3. Old\r\n\r\n* Status: superseded by [0009-new-way](0009-new-way.md)\r\n* Date: 2020-01-02\r\n\r\n## Context\r\n"},
	}
	for _, c := range cases {
		got, err := Supersede([]byte(c.old), "old", by)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if string(got) != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	for _, bad := range []string{"", "nothing here\n", `{"adr": 1}`, "{\n# x\n"} {
		if got, err := Supersede([]byte(bad), "f", by); err == nil || !strings.HasPrefix(err.Error(), "f: ") {
			t.Errorf("%q gave %q, %v", bad, got, err)
		}
	}
}
