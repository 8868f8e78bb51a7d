package record

import (
	"testing"
	"testing/fstest"
)

// files makes a file system of names and texts.
func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

func TestDetect(t *testing.T) {
	const (
		nygard = "# 1. Record decisions\n\nDate: 2020-01-02\n\n## Status\n\nAccepted\n\n## Context\n"
		madr   = "---\nstatus: accepted\n---\n# Use Go\n"
		madr2  = "# 1. Use Go\n\n* Status: accepted\n* Date: 2020-01-02\n\n## Context\n"
		brains = "# Use Go\n\n- Status: accepted\n- Date: 2020-01-02\n\n## Context\n"
	)
	cases := []struct {
		name   string
		fsys   fstest.MapFS
		dir    string
		format Format
		want   string
	}{
		{"nothing", files("README.md", "# x\n"), ".", MADR, "docs/decisions"},
		{"log4brains", files(".log4brains.yml", "project:\n  name: x\n  adrFolder: ./doc/log\n", "doc/adr/0001-x.md", nygard), ".", Log4brains, "doc/log"},
		{"adr-tools settings", files(".adr-dir", "architecture/decisions\n"), ".", Nygard, "architecture/decisions"},
		{"adr-tools record", files("doc/adr/0001-x.md", nygard), ".", Nygard, "doc/adr"},
		{"adrs", files("adrs.toml", "adr_dir = \"adr\"\n[templates]\nformat = \"madr\"\n"), ".", MADR, "adr"},
		{"adrs without format", files("adrs.toml", "adr_dir = \"adr\"\n"), ".", Nygard, "adr"},
		{"MADR folder", files("docs/decisions/README.md", "# x\n"), ".", MADR, "docs/decisions"},
		{"MADR elsewhere", files("docs/adr/0001-x.md", madr), ".", MADR, "docs/adr"},
		{"MADR 2", files("docs/adr/0001-x.md", madr2), ".", MADR2, "docs/adr"},
		{"log4brains records", files("docs/adr/20200102-x.md", brains), ".", Log4brains, "docs/adr"},
		{"own folder", files("x/y/0001-x.md", nygard, "docs/adr/0001-x.md", madr), "x/y", Nygard, "x/y"},
		{"JSON", files("x/0001-x.json", "{}"), "x", JSON, "x"},
		{"folder above", files("doc/adr/0001-x.md", nygard, "a/b/c/file", ""), "a/b/c", Nygard, "doc/adr"},
		{"nearest wins", files("doc/adr/0001-x.md", nygard, "a/.log4brains.yml", "project:\n", "a/b/file", ""), "a/b", Log4brains, "a/docs/adr"},
		{"folder that is not there yet", files("doc/adr/0001-x.md", nygard), "docs/new", Nygard, "doc/adr"},
		{"a path out of the project", files(".adr-dir", "../../etc\n"), ".", Nygard, "doc/adr"},
		{"a path up within the project", files("a/.adr-dir", "../records\n"), "a", Nygard, "records"},
		{"prefix", files("docs/adr/ADR-007-x.md", nygard), ".", Nygard, "docs/adr"},
		{"adr-tools of old", files("doc/architecture/decisions/0007-x.md", nygard), ".", Nygard, "doc/architecture/decisions"},
		{"architecture", files("docs/architecture/adr-007-x.md", nygard), ".", Nygard, "docs/architecture"},
		{"chapters are no records", files("docs/architecture/01-introduction.md", "# Introduction\n"), ".", MADR, "docs/decisions"},
		{"architecture decisions", files("docs/architecture-decisions/0001-x.md", madr, "src/x.go", ""), "src", MADR, "docs/architecture-decisions"},
		{"proposals", files("rfcs/0001-x.md", madr), ".", MADR, "rfcs"},
		{"records of a form of their own", files("docs/adr/0003_x.md", "# X\n\nWe use X.\n"), ".", MADR, "docs/adr"},
		{"only a template", files("docs/adr/template.md", madr), ".", MADR, "docs/decisions"},
	}
	for _, c := range cases {
		got := Detect(c.fsys, c.dir)
		if got.Format != c.format || got.Dir != c.want || got.Because == "" {
			t.Errorf("%s: %+v, want %s in %s", c.name, got, c.format, c.want)
		}
	}
}

// How a folder goes on: with its own prefix, digits and numbers or dates.
func TestNamingOf(t *testing.T) {
	cases := []struct {
		name string
		fsys fstest.MapFS
		want string
	}{
		{"missing folder", files("x", ""), "0001-t.md"},
		{"empty", files("d/README.md", "[x](0099-x.md)"), "0001-t.md"},
		{"after the highest", files("d/0001-a.md", "", "d/0007-b.md", "", "d/0003-c.md", ""), "0008-t.md"},
		{"zero", files("d/0000-use-madr.md", ""), "0001-t.md"},
		{"dates are no numbers", files("d/20261123-a.md", "", "d/0002-b.md", ""), "0003-t.md"},
		{"other names", files("d/x.md", "", "d/12.md", "", "d/0004-a.json", ""), "0005-t.md"},
		{"underscore", files("d/0001_use_x.md", ""), "0002-t.md"},
		{"blank", files("d/0001 use x.md", "", "d/0002 use y.md", ""), "0003-t.md"},
		{"prefix", files("d/ADR-007-x.md", ""), "ADR-008-t.md"},
		{"prefix in small letters", files("d/adr-0011-x.md", ""), "adr-0012-t.md"},
		{"prefix without a dash", files("d/adr007-x.md", "", "d/adr009-x.md", ""), "adr010-t.md"},
		{"proposals", files("d/rfc_0003_x.md", ""), "rfc_0004-t.md"},
		{"five digits", files("d/00012-x.md", ""), "00013-t.md"},
		{"five digits have room", files("d/12345-x.md", ""), "12346-t.md"},
		{"two digits", files("d/09-x.md", ""), "10-t.md"},
		{"dates", files("d/2023-05-31-x.md", "", "d/index.md", ""), "2026-11-23-t.md"},
		{"dates with underscores", files("d/2023_05_31_x.md", ""), "2026_11_23-t.md"},
		{"a full stop behind the number", files("d/7. use x.md", ""), "8-t.md"},
		{"no words", files("d/0007.md", ""), "0008-t.md"},
		{"MADR in capitals", files("d/MADR 0007 use x.md", ""), "MADR 0008-t.md"},
		{"a date alone", files("d/2023-05-31.md", ""), "2026-11-23-t.md"},
		{"dates without dashes", files("d/20230531-x.md", ""), "20261123-t.md"},
	}
	for _, c := range cases {
		n, err := NamingOf(c.fsys, "d")
		if got := n.File(MADR, Meta{Title: "T", Number: n.Next, Date: "2026-11-23"}); err != nil || got != c.want || n.Last != "" {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	if n, err := NamingOf(files("d/9999-a.md", "", "d/0003-b.md", ""), "d"); err != nil || n.Last != "9999-a.md" {
		t.Errorf("a reserved 9999: %+v, %v", n, err)
	}
}

func TestFreeName(t *testing.T) {
	fsys := files("d/20261123-x.md", "", "d/20261123-x-b.md", "")
	for name, want := range map[string]string{"d/20261123-x.md": "d/20261123-x-d.md", "d/20261123-y.md": "d/20261123-y.md"} {
		if got, err := FreeName(fsys, name, map[string]bool{"d/20261123-x-c.md": true}); err != nil || got != want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, want)
		}
	}
	if got, err := FindRecord(files("d/0002-a.md", "", "d/0012-b.md", ""), "d", 12); err != nil || got != "0012-b.md" {
		t.Errorf("FindRecord: %q, %v", got, err)
	}
	for _, n := range []int{3, 20261124} {
		if got, err := FindRecord(files("d/0002-a.md", "", "d/20261124-b.md", ""), "d", n); err == nil {
			t.Errorf("FindRecord(%d) found %q", n, got)
		}
	}
}
