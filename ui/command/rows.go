package command

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

func newRowWriter(format string, w io.Writer, set *settings) rowWriter {
	switch format {
	case "json":
		return &jsonRows{array: array{w: w}}
	case "ndjson":
		return &jsonRows{array: array{w: w}, lines: true}
	case "csv":
		return &csvRows{w: csv.NewWriter(w)}
	case "markdown":
		return &markdownRows{w: w}
	}
	return newTableRows(w, set)
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

func newErrorRow(r *row) errorRow {
	e := errorRow{File: r.file, Index: r.index}
	for _, f := range r.errs {
		e.Errors = append(e.Errors, locatedError{f.Line, f.Column, f.Message})
	}
	e.Error = e.Errors[0]
	return e
}

// jsonRows prints one array, or one object a line.
type jsonRows struct {
	array
	lines bool
}

func (j *jsonRows) write(r *row) error {
	var v any
	if r.d != nil {
		v = advisor.NewRow(r.file, r.index, r.d)
	} else {
		v = newErrorRow(r)
	}
	if !j.lines {
		return j.add(v)
	}
	data, err := marshal(v, "")
	if err == nil {
		_, err = j.w.Write(append(data, '\n'))
	}
	return err
}

func (j *jsonRows) close() error {
	if j.lines {
		return nil
	}
	return j.array.close()
}

// csvRows prints a row a profile; the columns are those of interface.md.
type csvRows struct {
	w      *csv.Writer
	headed bool
}

// csvArchitectures is the order of the column groups.
var csvArchitectures = []string{"monolith", "microservices", "serverless"}

func csvHeader() []string {
	head := []string{"file", "name", "verdict", "recommendation", "win_share"}
	for _, a := range csvArchitectures {
		for _, col := range []string{"score", "win_share", "feasible", "cost_monthly_usd", "p99_ms", "availability_pct", "instances", "ops_fte"} {
			head = append(head, a+"_"+col)
		}
	}
	return append(head, "error")
}

func (c *csvRows) write(r *row) error {
	if err := c.head(); err != nil {
		return err
	}
	record := []string{cell(r.file), cell(r.name)}
	if r.d == nil {
		record = append(record, make([]string, len(csvHeader())-3)...)
		return c.w.Write(append(record, cell(oneLine(r.errs))))
	}
	record = append(record, string(r.d.Verdict), r.d.Recommendation, number(r.d.WinShare))
	for _, a := range csvArchitectures {
		for i := range r.d.Ranking {
			if o := &r.d.Ranking[i]; o.Architecture == a {
				record = append(record, optionCells(o)...)
			}
		}
	}
	return c.w.Write(append(record, ""))
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
	return []string{number(o.Score), number(o.WinShare), strconv.FormatBool(o.Feasible), number(e.Cost.Expected),
		number(e.P99.Expected), number(e.Availability.Expected), number(e.Instances.Expected), number(e.OpsFTE.Expected)}
}

func (c *csvRows) close() error {
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
func oneLine(errs profile.Errors) string {
	text := errs[0].Error()
	more := len(errs) - 1
	if last := errs[len(errs)-1].Message; more > 0 {
		var unlisted int
		if _, err := fmt.Sscanf(last, "… and %d more", &unlisted); err == nil {
			more += unlisted - 1
		}
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

func (m *markdownRows) remark(text string) { m.remarks = append(m.remarks, text) }

func (m *markdownRows) write(r *row) error {
	if err := m.head(); err != nil {
		return err
	}
	if r.d == nil {
		_, err := fmt.Fprintf(m.w, "| %s | | error | | | %s |\n", say.MarkdownCell(r.file), say.MarkdownCell(oneLine(r.errs)))
		return err
	}
	d := r.d
	why := ""
	if len(d.Reasons) > 0 {
		why = d.Reasons[0].Text
	}
	_, err := fmt.Fprintf(m.w, "| %s | %s | %s | %s | %s | %s |\n", say.MarkdownCell(r.name), say.MarkdownCell(recommended(d)), d.Verdict,
		numeral.Percent(d.WinShare), say.MarkdownCell(leaderCost(d)), say.MarkdownCell(why))
	return err
}

func (m *markdownRows) head() error {
	if m.headed {
		return nil
	}
	m.headed = true
	_, err := io.WriteString(m.w, "| profile | recommendation | verdict | wins | cost a month | because |\n|---|---|---|--:|--:|---|\n")
	return err
}

func (m *markdownRows) close() error {
	err := m.head()
	for _, text := range m.remarks {
		if err == nil {
			_, err = io.WriteString(m.w, "\n"+say.MarkdownCell(text)+"\n")
		}
	}
	return err
}

func recommended(d *advisor.Decision) string {
	if d.Recommendation == "" {
		return "none"
	}
	return d.Recommendation
}

func leaderCost(d *advisor.Decision) string {
	return numeral.MoneyShort(d.Ranking[0].Estimates.Cost.Expected)
}
