package record

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// mended is a folder after Mend, and what was said, sorted by file; mending twice
// changes nothing more.
func mended(t *testing.T, folder fstest.MapFS) (fstest.MapFS, []string) {
	t.Helper()
	pages, err := Mend(folder)
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for name, f := range folder {
		out[name] = f
	}
	var said []string
	for _, p := range pages {
		for _, f := range p.Faults {
			said = append(said, p.File+": "+f)
		}
		if p.Data != nil {
			out[p.File] = &fstest.MapFile{Data: p.Data}
		}
		if p.New != p.File {
			if out[p.New] != nil {
				t.Fatalf("%s would replace %s", p.File, p.New)
			}
			out[p.New] = out[p.File]
			delete(out, p.File)
		}
	}
	again, err := Mend(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range again {
		if len(p.Done) > 0 {
			t.Errorf("mended twice: %s: %q %q", p.File, p.Faults, p.Done)
		}
	}
	slices.Sort(said)
	return out, said
}

// The later of two records with one number gets the next one: in its name, in its
// head, in the command that checks it and in every link to it, those of people too.
func TestMendSharedNumbers(t *testing.T) {
	for _, f := range []Format{MADR, Nygard, MADR2} {
		first, later := sampleMeta(), sampleMeta()
		first.Number, later.Number, later.Date, first.File, later.File = 2, 2, "2026-11-24", "0002-z-first.md", "0002-later.md"
		next := sampleMeta()
		next.Number, next.File, next.Supersedes = 3, "0003-next.md", []Ref{{Number: 2, Title: "Later", File: later.File}}
		old, err := Supersede(mustWrite(t, f, sampleProfile(t), later), later.File, Ref{Number: 3, Title: "Next", File: next.File})
		if err != nil {
			t.Fatal(err)
		}
		folder, said := mended(t, fstest.MapFS{
			first.File:  {Data: mustWrite(t, f, sampleProfile(t), first)},
			later.File:  {Data: old},
			next.File:   {Data: mustWrite(t, f, sampleProfile(t), next)},
			"README.md": {Data: []byte("# Decisions\r\n\r\n* [2. Later](0002-later.md#context) and [the first](./0002-z-first.md)\r\n\r\n[l]: <0002-later.md> \"x\"\r\n\r\n```\r\n[2](0002-later.md)\r\n```\r\n")},
			"0009-x.md": {Data: []byte("# 9. Links [to\n2](0002-later.md)\n")},
		})
		if want := []string{"0002-later.md: the number 2 is also that of 0002-z-first.md", "0002-z-first.md: the number 2 is also that of 0002-later.md"}; !slices.Equal(said, want) {
			t.Errorf("%s: said %q", f, said)
		}
		back, err := Parse(folder["0010-later.md"].Data, "0010-later.md")
		if err != nil || back.Number != 10 || !strings.HasPrefix(back.Status, "superseded by") || !strings.Contains(string(folder["0010-later.md"].Data), "`archadvisor check 0010-later.md`") {
			t.Errorf("%s: the later one is %+v, %v", f, back, err)
		}
		if r, err := Parse(folder[first.File].Data, first.File); err != nil || r.Number != 2 {
			t.Errorf("%s: the first is %+v, %v", f, r, err)
		}
		text := string(folder[next.File].Data)
		if strings.Contains(text, "0002") || !strings.Contains(text, "(0010-later.md)") || f == MADR && !strings.Contains(text, "supersedes: ADR-0010\n") || f == Nygard && !strings.Contains(text, "Supersedes [10. Later]") {
			t.Errorf("%s: the link from the next one:\n%s", f, text[:700])
		}
		if got, want := string(folder["README.md"].Data), "# Decisions\r\n\r\n* [10. Later](0010-later.md#context) and [the first](./0002-z-first.md)\r\n\r\n[l]: <0010-later.md> \"x\"\r\n\r\n```\r\n[2](0002-later.md)\r\n```\r\n"; got != want {
			t.Errorf("%s: README is %q", f, got)
		}
		if got := string(folder["0009-x.md"].Data); got != "# 9. Links [to\n10](0010-later.md)\n" {
			t.Errorf("%s: a wrapped link is %q", f, got)
		}
	}
}

// A name says which number is right; links to nowhere lead where they can only
// mean; UTF-16 becomes UTF-8; what two could be meant by is left to a person.
func TestMendNumbersAndLinks(t *testing.T) {
	m := sampleMeta()
	m.Number, m.File, m.Supersedes = 1, "0001-a.md", []Ref{{Number: 7, Title: "X", File: "0007-x.md"}}
	data := mustWrite(t, MADR, sampleProfile(t), m)
	nygard := mustWrite(t, Nygard, sampleProfile(t), m)
	m.Supersedes = nil
	wideText := mustWrite(t, MADR2, sampleProfile(t), m)
	json := mustWrite(t, JSON, sampleProfile(t), m)
	folder, said := mended(t, fstest.MapFS{
		"0004-copied.md": {Data: data},
		"0005-other.md":  {Data: nygard},
		"0007-y.md":      {Data: []byte("# 7. Y\n")},
		"ADR-011-u.md":   {Data: wide(string(wideText), false)},
		"0012-j.json":    {Data: json},
		"0013-lost.md":   {Data: []byte(strings.Replace(string(data), "0007-x.md", "0088-gone.md", 1))},
		"page.md":        {Data: []byte("[none of ours](gone.md) [moved](0099-copied.md)\n")},
	})
	want := []string{
		"0004-copied.md: links to 0007-x.md, which is not there",
		"0004-copied.md: the name has the number 4, the record calls itself 1",
		"0005-other.md: links to 0007-x.md, which is not there",
		"0005-other.md: the name has the number 5, the record calls itself 1",
		"0012-j.json: the name has the number 12, the record calls itself 1",
		"0013-lost.md: links to 0088-gone.md, which is not there",
		"0013-lost.md: the name has the number 13, the record calls itself 1",
		"ADR-011-u.md: saved as UTF-16",
		"ADR-011-u.md: the name has the number 11, the record calls itself 1",
	}
	if !slices.Equal(said, want) {
		t.Errorf("said\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
	for file, n := range map[string]int{"0004-copied.md": 4, "0005-other.md": 5, "ADR-011-u.md": 11, "0012-j.json": 1, "0013-lost.md": 13} {
		r, err := Parse(folder[file].Data, file)
		if err != nil || r.Number != n || r.Edited {
			t.Errorf("%s: %+v, %v", file, r, err)
		}
		if text := string(folder[file].Data); strings.Contains(text, "0007-x") || strings.HasPrefix(file, "0005") && !strings.Contains(text, "# 5. ") {
			t.Errorf("%s is not mended:\n%s", file, text[:600])
		}
	}
	if got := string(folder["page.md"].Data); got != "[none of ours](gone.md) [moved](0004-copied.md)\n" {
		t.Errorf("the page is %q", got)
	}
}

// Records of other people that share a number are none of our business; a JSON record keeps its number and links.
func TestMendOnlyAroundOurs(t *testing.T) {
	foreign := fstest.MapFS{"0001-a.md": {Data: []byte("# 1. A\n")}, "0001-b.md": {Data: []byte("# 1. B\n\n[x](gone.md)\n")}}
	if _, said := mended(t, foreign); len(said) > 0 {
		t.Errorf("said %q", said)
	}
	m := sampleMeta()
	m.Number, m.Date, m.Title = 1, "2026-11-24", "Ours"
	foreign["0001-ours.md"] = &fstest.MapFile{Data: mustWrite(t, MADR, sampleProfile(t), m)}
	m.Number, m.Supersedes, m.Title = 9998, []Ref{{Number: 1, Title: "Ours", File: "0001-ours.md"}}, ""
	json := mustWrite(t, JSON, sampleProfile(t), m)
	foreign["9998-j.json"], foreign["0001-j.json"] = &fstest.MapFile{Data: json}, &fstest.MapFile{Data: json}
	folder, _ := mended(t, foreign)
	if folder["10001-ours.md"] == nil || folder["0001-a.md"] == nil || !slices.Equal(folder["9998-j.json"].Data, json) || !slices.Equal(folder["0001-j.json"].Data, json) {
		t.Errorf("the folder has %v", folder)
	}
}
