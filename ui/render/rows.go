package render

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/advisor/say/row"
	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// Row is one line of a batch: a decision, or the faults of its input.
type Row struct {
	File     string
	Index    *int   // which profile of a file that holds several
	Name     string // of the profile
	Decision *explain.Decision
	Errors   source.Errors // why there is none
	Remarks  []string      // what qualifies the decision

	Component string           // of a system, whose row follows
	Mixture   *mixture.Mixture // of a system with components
}

// title is the name, with the component that the row is about.
func (r *Row) title() string {
	if r.Component != "" {
		return r.Name + " / " + r.Component
	}
	return r.Name
}

// Rows prints rows in order, in one format. Remarks get into the formats that
// people read.
type Rows interface {
	Write(r *Row) error
	Remark(text string)
	Close() error
}

// Style is how text for people may look.
type Style struct {
	Width int
	Bold  bool
}

// NewRows prints to w as table, json, ndjson, csv or markdown.
func NewRows(format string, w io.Writer, style Style) Rows {
	switch format {
	case "json":
		return &jsonRows{Array: Array{w: w}}
	case "ndjson":
		return &jsonRows{Array: Array{w: w}, lines: true}
	case "csv":
		return &csvRows{w: csv.NewWriter(w)}
	case "markdown":
		return &markdownRows{w: w}
	}
	return &tableRows{w: w, style: style}
}

// errorRow is the entry of a profile that cannot be read.
type errorRow struct {
	File   string         `json:"file"`
	Index  *int           `json:"index,omitempty"`
	Error  locatedError   `json:"error"`
	Errors []locatedError `json:"errors"`
}

type locatedError struct {
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

func newErrorRow(r *Row) errorRow {
	e := errorRow{File: r.File, Index: r.Index}
	for _, f := range r.Errors {
		e.Errors = append(e.Errors, locatedError{f.Line, f.Column, f.Message})
	}
	e.Error = e.Errors[0]
	return e
}

// remarked is the entry of a decision with what qualifies it.
type remarked struct {
	row.Decision
	Remarks []string `json:"remarks,omitempty"`
}

// jsonRows prints one array, or one object a line.
type jsonRows struct {
	Array
	lines bool
}

func (j *jsonRows) Write(r *Row) error {
	var v any
	if r.Decision != nil {
		row := row.New(r.File, r.Index, r.Decision)
		if row.Name, row.Component = r.Name, r.Component; r.Mixture != nil {
			row.AddMixture(r.Mixture)
		}
		v = remarked{row, r.Remarks}
	} else {
		v = newErrorRow(r)
	}
	if !j.lines {
		return j.Add(v)
	}
	return j.Line(v)
}

func (j *jsonRows) Remark(string) {}

func (j *jsonRows) Close() error {
	if j.lines {
		return nil
	}
	return j.Array.Close()
}

// csvRows prints a row per profile; its columns are a contract with other programs.
type csvRows struct {
	w      *csv.Writer
	headed bool
}

// csvArchitectures is the order of the column groups.
var csvArchitectures = []string{"monolith", "microservices", "serverless"}

func csvHeader() []string {
	head := []string{"file", "name", "verdict", "recommendation", "probability"}
	for _, a := range csvArchitectures {
		for _, col := range []string{"score", "probability", "feasible", "cost_monthly_usd", "p99_ms", "availability_pct", "instances", "ops_fte"} {
			head = append(head, a+"_"+col)
		}
	}
	return append(head, "component", "error")
}

func (c *csvRows) Write(r *Row) error {
	if err := c.head(); err != nil {
		return err
	}
	record := []string{cell(r.File), cell(r.Name)}
	if r.Decision == nil {
		record = append(record, make([]string, len(csvHeader())-3)...)
		return c.w.Write(append(record, cell(oneLine(r.Errors))))
	}
	record = append(record, string(r.Decision.Verdict), r.Decision.Recommendation, number(r.Decision.Probability))
	for _, a := range csvArchitectures {
		for i := range r.Decision.Ranking {
			if o := &r.Decision.Ranking[i]; o.Architecture == a {
				record = append(record, optionCells(o)...)
			}
		}
	}
	return c.w.Write(append(record, cell(r.Component), ""))
}

func (c *csvRows) head() error {
	if c.headed {
		return nil
	}
	c.headed = true
	return c.w.Write(csvHeader())
}

func optionCells(o *advisor.Option) []string {
	e := &o.Estimates
	return []string{number(o.Score), number(o.Probability), strconv.FormatBool(o.Feasible), number(e.Cost.Expected),
		number(e.P99.Expected), number(e.Availability.Expected), number(e.Instances.Expected), number(e.OpsFTE.Expected)}
}

func (c *csvRows) Remark(string) {}

func (c *csvRows) Close() error {
	if err := c.head(); err != nil {
		return err
	}
	c.w.Flush()
	return c.w.Error()
}

// number writes a float with six significant digits.
func number(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }

// cell makes untrusted text harmless in a spreadsheet: no control characters,
// and no leading character that starts a formula.
func cell(s string) string {
	s = profile.Clean(s)
	if trimmed := strings.TrimLeft(s, " "); trimmed != "" && strings.ContainsRune("=+-@", rune(trimmed[0])) {
		return "'" + s
	}
	return s
}

// oneLine is the first fault and how many follow.
func oneLine(errs source.Errors) string {
	text := errs[0].Error()
	more := len(errs) - 1
	if n := errs[more].More; n > 0 {
		more += n - 1 // the last one only counts
	}
	if more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return text
}

// markdownRows prints a table for a pull request.
type markdownRows struct {
	w       io.Writer
	headed  bool
	remarks []string
}

func (m *markdownRows) Remark(text string) { m.remarks = append(m.remarks, text) }

func (m *markdownRows) Write(r *Row) error {
	if err := m.head(); err != nil {
		return err
	}
	if r.Decision == nil {
		_, err := fmt.Fprintf(m.w, "| %s | | error | | | | %s |\n", document.MarkdownCell(r.File), document.MarkdownCell(oneLine(r.Errors)))
		return err
	}
	d := r.Decision
	why, lead := "", &d.Ranking[0]
	if r := d.Strongest(); r != nil {
		why = say.Reason(r)
	}
	_, err := fmt.Fprintf(m.w, "| %s | %s | %s | %s | %s | %s | %s |\n", document.MarkdownCell(r.title()), document.MarkdownCell(recommended(d.Recommendation)), d.Verdict,
		numeral.Probability(d.Probability), say.QuantityOf("cost_monthly_usd").Figure(lead), say.QuantityOf("total_monthly_usd").Figure(lead), document.MarkdownCell(why))
	return err
}

func (m *markdownRows) head() error {
	if m.headed {
		return nil
	}
	m.headed = true
	_, err := io.WriteString(m.w, "| profile | recommendation | verdict | probability | infrastructure a month | with staff | because |\n|---|---|---|--:|--:|--:|---|\n")
	return err
}

func (m *markdownRows) Close() error {
	err := m.head()
	for _, text := range m.remarks {
		if err == nil {
			_, err = io.WriteString(m.w, "\n"+document.MarkdownCell(text)+"\n")
		}
	}
	return err
}

func recommended(option string) string {
	if option == "" {
		return "none"
	}
	return option
}

// Disagreement is the remark that components of one file got different
// answers, "" if they agree.
func Disagreement(rows []Row) string {
	first := ""
	for i := range rows {
		if rows[i].Decision == nil || rows[i].Component != "" {
			continue
		}
		got := recommended(rows[i].Decision.Recommendation)
		if first == "" {
			first = got
		}
		if got != first {
			return fmt.Sprintf("%s: its profiles get different answers (%s and %s): decide them one by one",
				profile.Clean(rows[0].File), first, got)
		}
	}
	return ""
}

// Remarks are what qualifies the rows of one input, and that they disagree.
func Remarks(rows []Row) []string {
	var list []string
	for i := range rows {
		list = append(list, rows[i].Remarks...)
		if m := rows[i].Mixture; m != nil {
			list = append(list, say.System(rows[i].Name, m))
		}
	}
	if text := Disagreement(rows); text != "" {
		list = append(list, text)
	}
	return list
}

// OneLine is a decision in one line.
func OneLine(d *explain.Decision) string {
	text := fmt.Sprintf("%s: %s", d.Name, d.Verdict)
	if d.Recommendation != "" {
		text += fmt.Sprintf(", %s (probability %s)", d.Recommendation, numeral.Probability(d.Probability))
	}
	return text
}
