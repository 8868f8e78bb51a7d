// Package record is the paper: it writes a decision down in the form that the readers of decision records expect, reads
// such a record back, and says whether what it recommends still holds.
//
// It is not a file system: it writes bytes, reads from fs.FS and leaves files, locks and folders to its caller. It
// decides nothing either: every figure comes from an explain.Explanation, every threshold from its flips.
//
//	data, err := record.Write(record.MADR, explanation, profile, record.Meta{Number: 1, Date: "2026-11-23"})
//	back, err := record.Parse(data, "0001-adopt-a-modular-monolith.md")
//
// The exact shapes, and which program reads which of them, are restated as tests in this package (readers_test.go):
// adr-tools, log4brains, MADR, Structurizr, Backstage, adr-log, adr-viewer, adrs, phodal/adr and madr-lint.
//
// Names, titles and people come from strangers: a Document holds them as printable lines, and templates write them by
// the functions of package markup. A template of the user's own gets the same *Document.
package record

import (
	"embed"
	"fmt"
	"strings"
	"text/template"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/say"
	"archadvisor/rules/source"
)

//go:embed templates/*.tmpl
var templates embed.FS

//go:embed templates/help.txt
var templateHelp string

// TemplateHelp tells what a template of the user's own gets and may call.
func TemplateHelp() string { return templateHelp }

// InfeasibleError says that there is nothing to record: no option passes.
type InfeasibleError struct {
	Relaxation *explain.Flip // the smallest change that makes one pass; may be nil
	Divided    string        // what its components can be, if each can be something
}

// Error names the relaxation.
func (e *InfeasibleError) Error() string {
	nothing := "no option is feasible, so there is no decision to record"
	if e.Divided != "" {
		nothing = fmt.Sprintf("no single style is feasible for the whole, so there is no decision to record; its components can be %s: record each from a profile of its own", e.Divided)
	}
	if e.Relaxation == nil {
		return nothing
	}
	t := trigger(e.Relaxation)
	return fmt.Sprintf("%s; the smallest change that makes one pass: %s (%s), then %s", nothing, t.Text, t.Set, t.Then)
}

// Write writes the record of a decision. The error is an *InfeasibleError if there is nothing to recommend,
// otherwise about meta. The same arguments give the same bytes: Unix line ends and one newline at the end.
func Write(f Format, e *explain.Explanation, p *profile.Profile, m Meta) ([]byte, error) {
	d, err := prepare(f, e, p, m)
	if err != nil {
		return nil, err
	}
	if write := f.form().write; write != nil {
		return write(d)
	}
	bullet := template.FuncMap{"bullet": func() string { return f.form().bullet }}
	t, err := template.New(string(f)).Funcs(Functions()).Funcs(bullet).ParseFS(templates, "templates/parts.tmpl", "templates/"+string(f)+".tmpl")
	if err != nil {
		return nil, err
	}
	return execute(t, string(f)+".tmpl", d)
}

// WriteTemplate writes a record in the user's own form; the format says which rules hold for the file's name and date.
func WriteTemplate(f Format, name, text string, e *explain.Explanation, p *profile.Profile, m Meta) ([]byte, error) {
	d, err := prepare(f, e, p, m)
	if err != nil {
		return nil, err
	}
	t, err := template.New(name).Funcs(Functions()).Parse(text)
	if err != nil {
		return nil, err
	}
	return execute(t, name, d)
}

func prepare(f Format, e *explain.Explanation, p *profile.Profile, m Meta) (*Document, error) {
	if e.Verdict == advisor.Infeasible || e.Option(e.Recommendation) == nil {
		return nil, &InfeasibleError{Relaxation: e.Relaxation}
	}
	m, err := m.Fill(f, e.Decision, p)
	if err != nil {
		return nil, err
	}
	return Build(e, p, m), nil
}

// execute runs a template: no blanks at the end of a line, no two empty lines in a row, one newline at the end.
func execute(t *template.Template, name string, d *Document) ([]byte, error) {
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, name, d); err != nil {
		return nil, fmt.Errorf("template %s: %w", name, err)
	}
	text := blanks().ReplaceAllString(strings.ReplaceAll(b.String(), "\r\n", "\n"), "\n")
	return []byte(strings.Trim(emptyLines().ReplaceAllString(text, "\n\n"), "\n") + "\n"), nil
}

var (
	blanks     = source.Pattern(`[ \t]+(\n|$)`)
	emptyLines = source.Pattern(`\n{3,}`)
)

// Functions are what a template may call, beside those of text/template; TemplateHelp describes each.
func Functions() template.FuncMap {
	return template.FuncMap{
		"md": markup.Inline, "heading": markup.Heading, "cell": markup.Cell, "link": markup.LinkText, "source": markup.Prose,
		"code": markup.Code, "yaml": markup.YAML, "yamlnames": markup.YAMLNames, "yamllist": markup.YAMLList,
		"clause": say.Clause, "sentence": say.Sentence, "join": strings.Join, "lower": strings.ToLower,
		"title": say.Capital, "stem": page.Stem, "target": markup.Target, "supersedes": supersedesValue,
	}
}
