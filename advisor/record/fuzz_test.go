package record

import (
	"strings"
	"testing"

	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/say"
)

// FuzzParse feeds damaged records to everything that reads files: no panic,
// and an error names the file.
func FuzzParse(f *testing.F) {
	e, m := sampleExplanation(), sampleMeta()
	for _, format := range Formats() {
		data, err := Write(format, e, sampleProfile(f), m)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
		f.Add(string(data[:len(data)*2/3]))
		f.Add(strings.ReplaceAll(string(data), "\n", "\r\n"))
	}
	f.Add("---\nstatus: x\n")
	f.Add("```toml\n# archadvisor \n```")
	f.Add("```toml\n# archadvisor 0.1.0 pack=\"\n# points: a\n# recorded: \n```")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := Parse([]byte(text), "f.md")
		if err == nil && r.Profile == nil {
			t.Error("neither a profile nor an error")
		}
		if err != nil && err != ErrNotOurs && !strings.HasPrefix(err.Error(), "f.md:") {
			t.Errorf("error without its place: %v", err)
		}
		if edited, err := Supersede([]byte(text), "f.md", Ref{Number: 2, Title: "x", File: "0002-x.md"}); err == nil {
			if _, err := Supersede(edited, "f.md", Ref{Number: 3, Title: "y", File: "0003-y.md"}); err == nil {
				t.Error("superseded twice")
			}
		}
		RefOf([]byte(text), "f.md")
	})
}

// FuzzInline: whatever the text, it is one line, comes back as itself, and the
// linter finds nothing in it.
func FuzzInline(f *testing.F) {
	for _, s := range nasty() {
		f.Add(s + " " + s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := markup.Plain(markup.Inline(s)); got != say.Line(s) {
			t.Errorf("came back as %q, want %q", got, say.Line(s))
		}
		text := "# T " + markup.Heading("x"+s) + "\n\n* Good, because " + markup.Inline(s) + ".\n"
		for _, found := range lint(text) {
			t.Error(found)
		}
	})
}
