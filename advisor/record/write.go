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
// the functions of package markup.
package record

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
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
	if e.Verdict == advisor.Infeasible || e.Option(e.Recommendation) == nil {
		return nil, &InfeasibleError{Relaxation: e.Relaxation}
	}
	m, err := m.Fill(f, e.Decision, p)
	if err != nil {
		return nil, err
	}
	d := Build(e, p, m)
	if write := f.form().write; write != nil {
		return write(d)
	}
	bullet := template.FuncMap{"bullet": func() string { return f.form().bullet }}
	t, err := template.New(string(f)+".tmpl").Funcs(functions).Funcs(bullet).ParseFS(templates, "templates/parts.tmpl", "templates/"+string(f)+".tmpl")
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	if err := t.Execute(&b, d); err != nil {
		return nil, err
	}
	// no blanks at the end of a line, no two empty lines in a row, one newline at the end
	text := emptyLines().ReplaceAllString(blanks().ReplaceAllString(b.String(), "\n"), "\n\n")
	return []byte(strings.Trim(text, "\n") + "\n"), nil
}

var (
	blanks     = source.Pattern(`[ \t]+(\n|$)`)
	emptyLines = source.Pattern(`\n{3,}`)
)

// functions are what a template may call, beside those of text/template.
var functions = template.FuncMap{
	"md": markup.Inline, "heading": markup.Heading, "cell": markup.Cell, "link": markup.LinkText, "source": markup.Prose,
	"code": markup.Code, "yamlnames": markup.YAMLNames, "yamllist": markup.YAMLList, "join": strings.Join,
	"title": say.Capital, "stem": page.Stem, "target": markup.Target, "supersedes": supersedesValue,
}

const jsonKey = "archadvisor" // the section of a JSON-ADR record that holds the embedded block

// The types follow the JSON-ADR v1 schema, in its order
// (https://raw.githubusercontent.com/joshrotenberg/adrs/main/schema/json-adr/v1.json).
type (
	jsonFile struct {
		Version string  `json:"version"`
		ADR     jsonADR `json:"adr"`
	}
	jsonADR struct {
		Number            int               `json:"number"`
		Title             string            `json:"title"`
		Status            string            `json:"status"`
		Date              string            `json:"date"`
		Deciders          []string          `json:"deciders,omitempty"`
		Tags              []string          `json:"tags,omitempty"`
		Context           string            `json:"context,omitempty"`
		DecisionDrivers   []string          `json:"decision_drivers,omitempty"`
		ConsideredOptions []jsonOption      `json:"considered_options,omitempty"`
		Decision          string            `json:"decision,omitempty"`
		Consequences      json.RawMessage   `json:"consequences,omitempty"`
		Confirmation      string            `json:"confirmation,omitempty"`
		Links             []jsonLink        `json:"links,omitempty"`
		CustomSections    map[string]string `json:"custom_sections,omitempty"`
	}
	jsonOption struct {
		Name        string   `json:"name"`
		Description string   `json:"description,omitempty"`
		Pros        []string `json:"pros,omitempty"`
		Cons        []string `json:"cons,omitempty"`
	}
	jsonConsequences struct {
		Positive []string `json:"positive"`
		Negative []string `json:"negative"`
		Risks    []string `json:"risks"`
	}
	jsonLink struct {
		Type        string `json:"type"`
		Target      int    `json:"target"`
		Description string `json:"description,omitempty"`
	}
)

// writeJSON writes a JSON-ADR v1 record. Its texts are plain, not Markdown.
func writeJSON(d *Document) ([]byte, error) {
	consequences, err := json.Marshal(jsonConsequences{sentences(d.Good), sentences(d.Bad), sentences(d.turns(len(d.Revisit)))})
	if err != nil {
		return nil, err
	}
	a := jsonADR{
		Number: d.Number, Title: d.Title, Status: d.Status, Date: d.Date,
		Deciders: d.Deciders, Tags: d.Tags,
		Context: strings.Join(d.Context, "\n\n"), DecisionDrivers: d.Drivers,
		Decision:     joined(slices.Concat([]string{d.Stay, d.Caveat, say.Text(say.Outcome, d.Chosen.Name, d.Because)}, d.Reasons, d.WhyNot, []string{d.Costs, d.Advice, d.Sure})),
		Consequences: consequences, Confirmation: say.Text(say.Confirmation, d.CheckCommand), CustomSections: map[string]string{jsonKey: d.Block},
	}
	for _, p := range d.Precedents {
		a.section("precedents", p.Text+" "+p.Source)
	}
	a.section("assumptions", sentences(d.Assumptions)...)
	a.section("first_try", d.Attempts...)
	if a.section("components", sentences(d.Components)...); len(d.Components) > 0 {
		a.section("components", d.Shared)
	}
	if d.Divided {
		a.ConsideredOptions = append(a.ConsideredOptions, jsonOption{Name: d.Chosen.Name, Description: d.Costs})
	}
	a.ConsideredOptions = append(a.ConsideredOptions, say.Each(d.Options, func(o Option) jsonOption {
		return jsonOption{o.Name, say.Sentence(o.Shape), sentences(o.Pros), sentences(slices.Concat(o.Stops, o.Cons))}
	})...)
	for _, r := range d.Supersedes {
		a.Links = append(a.Links, jsonLink{"supersedes", max(r.Number, 1), r.Title})
	}
	data, err := json.MarshalIndent(jsonFile{Version: "1.0.0", ADR: a}, "", "  ") // HTML in it is escaped
	return append(data, '\n'), err
}

// section adds lines to a section that the schema leaves to programs.
func (a *jsonADR) section(name string, lines ...string) {
	for _, line := range lines {
		a.CustomSections[name] = strings.TrimPrefix(a.CustomSections[name]+"\n"+line, "\n")
	}
}

func joined(paragraphs []string) string {
	return strings.Join(slices.DeleteFunc(paragraphs, func(s string) bool { return s == "" }), " ")
}

func sentences(clauses []string) []string { return say.Each(clauses, say.Sentence) }
