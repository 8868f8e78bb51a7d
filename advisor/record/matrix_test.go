package record

import (
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor/record/markup"
)

const (
	sampleTitle = "Adopt a modular monolith for order-service"
	sampleFile  = "0002-adopt-a-modular-monolith-for-order-service.md"
	sampleDated = "20261123-adopt-a-modular-monolith-for-order-service.md"
)

// matrixCell is what one reader must make of one format. Fields that a reader does not have are left empty in want.
type matrixCell struct {
	reader string
	format Format
	want   reading
}

// matrix restates the table, "our madr", nygard, log4brains and madr2. What is
// "ok" there is asserted field by field; what is not is asserted too, so that
// a change of either side is noticed. Cells marked n/t (not tried) are left
// out.
func matrix() []matrixCell {
	ok := func(title, status, date string, number int) reading {
		return reading{title: title, status: status, date: date, number: number}
	}
	const day = "2026-11-23"
	two := "2. " + sampleTitle
	return []matrixCell{
		{"adr-tools", MADR, ok("-", "", "", 2)},
		{"adr-tools", Nygard, ok(two, "Proposed", "", 2)},
		{"adr-tools", MADR2, ok(two, "", "", 2)},
		{"log4brains", MADR, ok(sampleTitle, "ACCEPTED", "", 0)},
		{"log4brains", Nygard, ok(two, "ACCEPTED", "", 0)},
		{"log4brains", Log4brains, reading{title: sampleTitle, status: "PROPOSED", date: day, people: []string{"Ana Ruiz", "Jo Smith"}, tags: []string{"architecture-style", "deployment"}}},
		{"log4brains", MADR2, reading{title: two, status: "PROPOSED", date: day, people: []string{"Ana Ruiz", "Jo Smith"}, tags: []string{"architecture-style", "deployment"}}},
		{"structurizr-madr", MADR, ok(sampleTitle, "proposed", day, 2)},
		{"structurizr-madr", Nygard, ok(two, "accepted", "mtime", 2)},
		{"structurizr-madr", Log4brains, reading{hidden: true}},
		{"structurizr-madr", MADR2, ok(two, "accepted", "mtime", 2)},
		{"structurizr-adrtools", MADR, ok("--", "Proposed", "now", 2)},
		{"structurizr-adrtools", Nygard, ok(sampleTitle, "Proposed", day, 2)},
		{"structurizr-adrtools", Log4brains, ok(" "+sampleTitle, "Proposed", "now", 2026)},
		{"structurizr-adrtools", MADR2, ok(sampleTitle, "Proposed", "now", 2)},
		{"structurizr-log4brains", MADR, reading{hidden: true}},
		{"structurizr-log4brains", Nygard, reading{hidden: true}},
		{"structurizr-log4brains", Log4brains, ok(sampleTitle, "proposed", day, 0)},
		{"structurizr-log4brains", MADR2, reading{hidden: true}},
		{"backstage", MADR, ok(sampleTitle, "proposed", day, 0)},
		{"backstage", Nygard, ok(two, "", "", 0)},
		{"backstage", Log4brains, reading{hidden: true}},
		{"backstage", MADR2, ok(two, "proposed", day, 0)},
		{"adr-log", MADR, ok(sampleTitle, "", "", 2)},
		{"adr-log", Nygard, ok(sampleTitle, "", "", 2)},
		{"adr-log", Log4brains, ok(sampleTitle, "", "", 20261123)},
		{"adr-log", MADR2, ok(sampleTitle, "", "", 2)},
		{"adr-viewer", MADR, ok(sampleTitle, "unknown", "", 0)},
		{"adr-viewer", Nygard, ok(two, "pending", "", 0)},
		{"adr-viewer", Log4brains, ok(sampleTitle, "unknown", "", 0)},
		{"adr-viewer", MADR2, ok(two, "unknown", "", 0)},
		{"phodal", MADR, ok("---", "", "", 0)},
		{"phodal", Nygard, ok(sampleTitle, "Proposed", "", 2)},
		{"madr-lint", MADR, ok("", "proposed", day, 0)},
		{"madr-lint", Nygard, reading{err: "section Context and Problem Statement, section Decision Outcome, status, date"}},
		{"madr-lint", Log4brains, reading{err: "filename", status: "proposed", date: day}},
		{"madr-lint", MADR2, ok("", "proposed", day, 0)},
		{"adrs", MADR, ok(sampleTitle, "proposed", day, 2)},
		{"adrs", Nygard, ok(sampleTitle, "Proposed", "", 2)},
	}
}

func nameFor(f Format) string {
	if f.form().dated {
		return sampleDated
	}
	return sampleFile
}

func TestReadersMatrix(t *testing.T) {
	for _, c := range matrix() {
		text := string(mustWrite(t, c.format, sampleProfile(t), sampleMeta()))
		got := readers()[c.reader](nameFor(c.format), text)
		if !same(got, c.want) {
			t.Errorf("%s reads %s as %+v, want %+v", c.reader, c.format, got, c.want)
		}
	}
}

func TestMarkdownlintMatrix(t *testing.T) {
	for _, f := range []Format{MADR, Nygard, Log4brains, MADR2} {
		if found := lint(string(mustWrite(t, f, sampleProfile(t), sampleMeta()))); len(found) > 0 {
			t.Errorf("%s: %v", f, found)
		}
	}
}

func same(a, b reading) bool {
	return a.hidden == b.hidden && a.err == b.err && a.number == b.number && a.title == b.title &&
		a.status == b.status && a.date == b.date &&
		slices.Equal(a.links, b.links) && slices.Equal(a.tags, b.tags) && slices.Equal(a.people, b.people)
}

// Hostile text changes nothing of what the readers that should read a format
// believe of status, date and number.
func TestReadersOfHostileText(t *testing.T) {
	for seed := range uint64(60) {
		p, e, m := hostileCase(t, seed)
		m.Number, m.Supersedes = 2, nil
		records, titles := map[Format]string{}, map[Format]Meta{}
		for _, c := range matrix() {
			if records[c.format] == "" {
				data, err := Write(c.format, e, p, m)
				if err != nil {
					t.Fatal(err)
				}
				records[c.format] = string(data)
				if titles[c.format], err = m.Fill(c.format, e.Decision, p); err != nil {
					t.Fatal(err)
				}
			}
			full := titles[c.format]
			got := readers()[c.reader](full.File, records[c.format])
			if got.status != c.want.status || got.date != c.want.date || got.number != c.want.number || got.err != c.want.err || len(got.links) > 0 {
				t.Errorf("seed %d: %s reads %s as %+v, want %+v", seed, c.reader, c.format, got, c.want)
			}
			title := strings.TrimPrefix(got.title, "2. ")
			if !slices.Contains([]string{"log4brains", "backstage", "adr-viewer"}, c.reader) { // those render the title
				title = markup.Plain(title)
			}
			if c.want.title != "" && strings.HasSuffix(c.want.title, sampleTitle) && c.reader != "structurizr-adrtools" && title != full.Title {
				t.Errorf("seed %d: %s reads the title of %s as %q, want %q", seed, c.reader, c.format, title, full.Title)
			}
		}
	}
}
