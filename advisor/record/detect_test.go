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
		{"only a template", files("docs/adr/template.md", madr), ".", MADR, "docs/decisions"},
	}
	for _, c := range cases {
		got := Detect(c.fsys, c.dir)
		if got.Format != c.format || got.Dir != c.want || got.Because == "" {
			t.Errorf("%s: %+v, want %s in %s", c.name, got, c.format, c.want)
		}
	}
}

func TestNextNumber(t *testing.T) {
	cases := []struct {
		name string
		fsys fstest.MapFS
		want int
	}{
		{"missing folder", files("x", ""), 1},
		{"empty", files("d/README.md", "[x](0099-x.md)"), 1},
		{"after the highest", files("d/0001-a.md", "", "d/0007-b.md", "", "d/0003-c.md", ""), 8},
		{"zero", files("d/0000-use-madr.md", ""), 1},
		{"dates are no numbers", files("d/20261123-a.md", "", "d/0002-b.md", ""), 3},
		{"other names", files("d/x.md", "", "d/12.md", "", "d/0004-a.json", ""), 5},
		{"a deleted record that is still linked", files("d/0001-a.md", "Superseded by [2. B](0002-b.md)\n"), 3},
	}
	for _, c := range cases {
		if got, err := NextNumber(c.fsys, "d"); err != nil || got != c.want {
			t.Errorf("%s: %d, %v, want %d", c.name, got, err, c.want)
		}
	}
	if _, err := NextNumber(files("d/9999-a.md", ""), "d"); err == nil {
		t.Error("10000 was given out")
	}
}

func TestFreeName(t *testing.T) {
	fsys := files("d/20261123-x.md", "", "d/20261123-x-b.md", "")
	for name, want := range map[string]string{"20261123-x.md": "20261123-x-c.md", "20261123-y.md": "20261123-y.md"} {
		if got, err := FreeName(fsys, "d", name); err != nil || got != want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, want)
		}
	}
	if got, err := FindRecord(files("d/0002-a.md", "", "d/0012-b.md", ""), "d", 12); err != nil || got != "0012-b.md" {
		t.Errorf("FindRecord: %q, %v", got, err)
	}
	dated := files("d/20261123-a.md", "", "d/20261124-b.md", "", "d/20261124-c.md", "")
	if got, err := FindRecord(dated, "d", 20261123); err != nil || got != "20261123-a.md" {
		t.Errorf("FindRecord by date: %q, %v", got, err)
	}
	for _, n := range []int{3, 2026, 20261124} {
		if got, err := FindRecord(dated, "d", n); err == nil {
			t.Errorf("FindRecord(%d) found %q", n, got)
		}
	}
}
