package render

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

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

// Rows prints rows in order, in one format. Close puts remarks into the formats that people read.
type Rows interface {
	Write(r *Row) error
	Close(remarks []string) error
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
		return &jsonRows{w: w}
	case "ndjson":
		return &jsonRows{w: w, lines: true}
	case "csv":
		c := &csvRows{csv.NewWriter(w)}
		_ = c.w.Write(csvHeader()) // it is held back: Close tells a fault
		return c
	case "markdown":
		return &markdownRows{w: w, head: "| profile | recommendation | today | verdict | probability | infrastructure a month | with staff | because |\n" +
			"|---|---|---|---|--:|--:|--:|---|\n"}
	}
	return &tableRows{w: w, style: style}
}

type errorRow struct {
	File   string        `json:"file"`
	Index  *int          `json:"index,omitempty"`
	Error  source.Fault  `json:"error"`
	Errors source.Errors `json:"errors"`
}

// Write prints a row.
func (j *jsonRows) Write(r *Row) error {
	if r.Decision == nil {
		return j.add(errorRow{r.File, r.Index, r.Errors[0], r.Errors})
	}
	row := row.New(r.File, r.Index, r.Decision)
	if row.Name, row.Component, row.Remarks = r.Name, r.Component, r.Remarks; r.Mixture != nil {
		row.AddMixture(r.Mixture)
	}
	return j.add(row)
}

// csvRows prints a row per profile; its columns are a contract with other programs.
type csvRows struct{ w *csv.Writer }

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
	record := []string{cell(r.File), cell(r.Name)}
	if r.Decision == nil {
		record = append(record, make([]string, len(csvHeader())-3)...)
		return c.w.Write(append(record, cell(oneLine(r.Errors))))
	}
	record = append(record, string(r.Decision.Verdict), r.Decision.Recommendation, number(r.Decision.Probability))
	for _, a := range csvArchitectures {
		if o := r.Decision.Option(a); o != nil {
			e := &o.Estimates
			record = append(record, number(o.Score), number(o.Probability), strconv.FormatBool(o.Feasible), number(e.Cost.Expected),
				number(e.P99.Expected), number(e.Availability.Expected), number(e.Instances.Expected), number(e.OpsFTE.Expected))
		}
	}
	return c.w.Write(append(record, cell(r.Component), ""))
}

func (c *csvRows) Close([]string) error {
	c.w.Flush()
	return c.w.Error()
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }

// cell makes text harmless in a spreadsheet: no control characters and no beginning of a formula.
func cell(s string) string {
	s = profile.Clean(s)
	if trimmed := strings.TrimLeft(s, " "); trimmed != "" && strings.ContainsRune("=+-@", rune(trimmed[0])) {
		return "'" + s
	}
	return s
}

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

type markdownRows struct {
	w    io.Writer
	head string // until it is printed
}

func (m *markdownRows) Write(r *Row) error {
	var cells []string
	if r.Decision == nil {
		cells = []string{r.File, "", "", "error", "", "", "", oneLine(r.Errors)}
	} else {
		why := ""
		if k := r.Decision.Strongest(); k != nil {
			why = say.Reason(k)
		}
		cells = append(r.cells()[:7], why)
	}
	_, err := io.WriteString(m.w, m.head+"| "+strings.Join(say.Each(cells, document.MarkdownCell), " | ")+" |\n")
	m.head = ""
	return err
}

func (m *markdownRows) Close(remarks []string) error {
	text := m.head
	for _, remark := range remarks {
		text += "\n" + document.MarkdownCell(remark) + "\n"
	}
	_, err := io.WriteString(m.w, text)
	return err
}

// Remarks are what qualifies the rows of one input, and that they disagree.
func Remarks(rows []Row) []string {
	var list, answers []string
	for i := range rows {
		r := &rows[i]
		list = append(list, r.Remarks...)
		if r.Mixture != nil {
			list = append(list, say.Text(say.System, say.Line(r.Name), say.Mixture(r.Mixture)))
		}
		if r.Decision != nil && r.Component == "" {
			answers = append(answers, say.Led(r.Decision))
		}
	}
	if answers = slices.Compact(answers); len(answers) > 1 {
		list = append(list, fmt.Sprintf("%s: its profiles get different answers (%s and %s): decide them one by one", profile.Clean(rows[0].File), answers[0], answers[1]))
	}
	return list
}

// tableRows prints aligned lines, measured in pieces so that memory stays small.
type tableRows struct {
	w      io.Writer
	style  Style
	rows   [][]string
	headed bool
	missed bool // a figure with a mark
}

// figures are those of the leader that a row shows, with the target that each may miss.
var figures = []struct {
	id     string
	target profile.ID
}{{"cost_monthly_usd", profile.BudgetMonthlyUSD}, {"total_monthly_usd", profile.Schema}, {"p99_ms", profile.P99Millis},
	{"availability_pct", profile.AvailabilityPct}, {"ops_fte", profile.Schema}}

var tableHead = []string{"profile", "recommendation", "today", "verdict", "probability", "infra/month", "with staff", "p99", "avail.", "staff"}

// cells are what a row shows to people, by the columns of the table; no figure is told where nothing leads yet.
func (r *Row) cells() []string {
	d := r.Decision
	name, recommended, course := r.Name, say.Led(d), ""
	if r.Component != "" {
		name += " / " + r.Component
	}
	if r.Mixture.Divided() { // no style passes for all, and its components are parted
		recommended = cmp.Or(say.Leader(d), "by component")
	}
	if d.Advice != nil && d.Advice.From != "" {
		course = string(d.Advice.Action)
	}
	cells := []string{name, recommended, course, string(d.Verdict)}
	if say.Undecided(d) {
		return append(cells, slices.Repeat([]string{"-"}, len(tableHead)-len(cells))...)
	}
	cells = append(cells, numeral.Probability(d.Probability))
	for _, f := range figures {
		cells = append(cells, say.QuantityOf(f.id).Figure(&d.Ranking[0]))
	}
	return cells
}

const tablePiece = 200 // how many rows are aligned together

func (t *tableRows) Write(r *Row) error {
	var cells []string
	if r.Decision == nil {
		cells = []string{r.File, "-", "error", "", oneLine(r.Errors)}
	} else {
		cells = r.cells()
		for _, n := range r.Decision.Notes {
			for i, f := range figures {
				if n.Kind == explain.MissedTarget && n.Field == f.target {
					cells[len(cells)-len(figures)+i], t.missed = "!"+cells[len(cells)-len(figures)+i], true
				}
			}
		}
	}
	if t.rows = append(t.rows, say.Each(cells, profile.Clean)); len(t.rows) >= tablePiece {
		return t.flush()
	}
	return nil
}

func (t *tableRows) Close(remarks []string) error {
	err := t.flush()
	if t.missed {
		remarks = append(remarks, "! misses a target that the profile states")
	}
	for _, text := range remarks {
		_, failed := fmt.Fprintln(t.w, document.Wrap(profile.Clean(text), t.style.Width, "", ""))
		err = cmp.Or(err, failed)
	}
	return err
}

func (t *tableRows) flush() error {
	lines := t.rows
	if !t.headed {
		lines = append([][]string{tableHead}, lines...)
	}
	widths := make([]int, len(tableHead))
	for _, line := range lines {
		for i, text := range line {
			if len(line) == len(tableHead) {
				widths[i] = max(widths[i], ansi.StringWidth(text))
			}
		}
	}
	widths[0] = min(max(widths[0], 12), max(20, t.style.Width-89))
	var b strings.Builder
	for i, line := range lines {
		for c, text := range line {
			if c < len(line)-1 || len(line) == len(tableHead) { // what is wrong with a file is not cut
				line[c] = document.Cell(text, widths[c], c >= 4)
			}
		}
		text := strings.TrimRight(strings.Join(line, "  "), " ")
		if i == 0 && !t.headed && t.style.Bold {
			text = "\x1b[1m" + text + "\x1b[0m"
		}
		b.WriteString(text + "\n")
	}
	t.headed, t.rows = true, t.rows[:0]
	_, err := io.WriteString(t.w, b.String())
	return err
}
