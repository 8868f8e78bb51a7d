package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
)

// jsonKey is the section of a JSON-ADR record that holds the embedded block.
const jsonKey = "archadvisor"

// The types follow the JSON-ADR v1 schema, key by key and in its order
// (https://raw.githubusercontent.com/joshrotenberg/adrs/main/schema/json-adr/v1.json).
type (
	jsonFile struct {
		Schema  string  `json:"$schema,omitempty"`
		Version string  `json:"version"`
		ADR     jsonADR `json:"adr"`
	}
	jsonADR struct {
		Number            int               `json:"number"`
		Title             string            `json:"title"`
		Status            string            `json:"status"`
		Date              string            `json:"date"`
		Deciders          []string          `json:"deciders,omitempty"`
		Consulted         []string          `json:"consulted,omitempty"`
		Informed          []string          `json:"informed,omitempty"`
		Tags              []string          `json:"tags,omitempty"`
		SourceURI         string            `json:"source_uri,omitempty"`
		Context           string            `json:"context,omitempty"`
		DecisionDrivers   []string          `json:"decision_drivers,omitempty"`
		ConsideredOptions []jsonOption      `json:"considered_options,omitempty"`
		Decision          string            `json:"decision,omitempty"`
		Consequences      json.RawMessage   `json:"consequences,omitempty"`
		Confirmation      string            `json:"confirmation,omitempty"`
		Links             []jsonLink        `json:"links,omitempty"`
		CustomSections    map[string]string `json:"custom_sections,omitempty"`
		Path              string            `json:"path,omitempty"`
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
	consequences, err := json.Marshal(jsonConsequences{
		Positive: sentences(d.Good), Negative: sentences(d.Bad), Risks: append([]string{}, sentences(d.turns(len(d.Revisit)))...),
	})
	if err != nil {
		return nil, err
	}
	a := jsonADR{
		Number: d.Number, Title: d.Title, Status: d.Status, Date: d.Date,
		Deciders: d.Deciders, Consulted: d.Consulted, Informed: d.Informed, Tags: d.Tags,
		Context: strings.Join(d.Context, "\n\n"), DecisionDrivers: d.Drivers,
		Decision: jsonDecision(d), Consequences: consequences,
		Confirmation:   paper.Confirmation(d.CheckCommand),
		CustomSections: jsonSections(d),
	}
	if d.Divided {
		a.ConsideredOptions = append(a.ConsideredOptions, jsonOption{Name: d.Chosen.Name, Description: d.Costs})
	}
	for _, o := range d.Options {
		a.ConsideredOptions = append(a.ConsideredOptions, jsonOption{
			Name: o.Name, Description: say.Sentence(o.Shape), Pros: sentences(o.Pros), Cons: sentences(slices.Concat(o.Stops, o.Cons)),
		})
	}
	for _, r := range d.Supersedes {
		a.Links = append(a.Links, jsonLink{Type: "supersedes", Target: max(r.Number, 1), Description: r.Title})
	}
	return encodeJSON(jsonFile{Version: "1.0.0", ADR: a})
}

// jsonDecision is the outcome as one text.
func jsonDecision(d *Document) string {
	return joined(slices.Concat([]string{d.Caveat, paper.Outcome(d.Chosen.Name, d.Because)}, d.Reasons, d.WhyNot, []string{d.Costs, d.Advice, d.Sure}))
}

// jsonSections are the parts of a record that JSON-ADR has no key for.
func jsonSections(d *Document) map[string]string {
	var sources []string
	for _, s := range d.Sources {
		sources = append(sources, s.Text+" ("+strings.Join(s.For, ", ")+")")
	}
	out := map[string]string{
		jsonKey:       d.Block,
		"comparison":  table(d, d.Comparison),
		"statements":  table(d, d.Statements),
		"confidence":  joined(append([]string{d.Confidence}, d.Notes...)),
		"y_statement": d.YStatement,
		"assumptions": strings.Join(sentences(d.Assumptions), "\n"),
		"sources":     strings.Join(sources, "\n"),
		"bill":        d.Bill,
		"ranges":      d.Ranges,
		"staff":       d.Staff,
		"precedents":  precedentLines(d.Precedents),
		"components":  strings.Join(append(sentences(d.Components), divisionLines(d)...), "\n"),
	}
	maps.DeleteFunc(out, func(_, value string) bool { return value == "" })
	return out
}

// table is a row a line, its values by the names of the options.
func table(d *Document, rows []Figures) string {
	var lines []string
	for _, row := range rows {
		var cells []string
		for i, v := range row.Values {
			cells = append(cells, d.Options[i].Name+" "+v)
		}
		lines = append(lines, row.Quantity+": "+strings.Join(cells, "; "))
	}
	return strings.Join(lines, "\n")
}

// divisionLines are the table of a mixture, a row a line.
func divisionLines(d *Document) (lines []string) {
	for _, row := range d.Division[min(1, len(d.Division)):] {
		lines = append(lines, row[0]+": "+strings.Join(row[1:], "; "))
	}
	return append(lines, d.Shared)
}

// precedentLines are documented decisions, one a line.
func precedentLines(list []Precedent) string {
	lines := make([]string, len(list))
	for i, k := range list {
		lines[i] = k.Text + " " + k.Source
	}
	return strings.Join(lines, "\n")
}

// joined makes one text of paragraphs, some of which may be empty.
func joined(paragraphs []string) string {
	return strings.Join(slices.DeleteFunc(paragraphs, func(s string) bool { return s == "" }), " ")
}

// sentences makes sentences of clauses.
func sentences(clauses []string) []string {
	out := make([]string, 0, len(clauses))
	for _, c := range clauses {
		out = append(out, say.Sentence(c))
	}
	return out
}

// decodeJSON reads a JSON-ADR record that is to be edited, so that nothing in it
// may be unknown.
func decodeJSON(text, file string) (f jsonFile, err error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return f, fmt.Errorf("%s: read JSON-ADR: %w", say.Line(file), err)
	}
	return f, nil
}

// encodeJSON writes JSON as people read it. HTML in it is escaped.
func encodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
