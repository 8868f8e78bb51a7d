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

func (r *Row) title() string {
	if r.Component != "" {
		return r.Name + " / " + r.Component
	}
	return r.Name
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
			record = append(record, optionCells(o)...)
		}
	}
	return c.w.Write(append(record, cell(r.Component), ""))
}

func optionCells(o *advisor.Option) []string {
	e := &o.Estimates
	return []string{number(o.Score), number(o.Probability), strconv.FormatBool(o.Feasible), number(e.Cost.Expected),
		number(e.P99.Expected), number(e.Availability.Expected), number(e.Instances.Expected), number(e.OpsFTE.Expected)}
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
	head := m.head
	if m.head = ""; r.Decision == nil {
		_, err := fmt.Fprintf(m.w, "%s| %s | | | error | | | | %s |\n", head, document.MarkdownCell(r.File), document.MarkdownCell(oneLine(r.Errors)))
		return err
	}
	d := r.Decision
	why := ""
	if r := d.Strongest(); r != nil {
		why = say.Reason(r)
	}
	_, err := fmt.Fprintf(m.w, "%s| %s | %s | %s | %s | %s | %s | %s | %s |\n", head, document.MarkdownCell(r.title()), document.MarkdownCell(r.recommended()), course(d), d.Verdict,
		numeral.Probability(d.Probability), figure(d, "cost_monthly_usd"), figure(d, "total_monthly_usd"), document.MarkdownCell(why))
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

// OneLine is a decision in one line.
func OneLine(d *explain.Decision) string {
	text := fmt.Sprintf("%s: %s", d.Name, d.Verdict)
	if say.Leader(d) != "" {
		text += fmt.Sprintf(", %s (probability %s)", d.Recommendation, numeral.Probability(d.Probability))
	}
	return text
}

// tableRows prints aligned lines, measured in pieces so that memory stays small.
type tableRows struct {
	w      io.Writer
	style  Style
	rows   [][]string
	headed bool
	missed bool // a figure with a mark
}

func course(d *explain.Decision) string {
	if d.Advice == nil || d.Advice.From == "" {
		return ""
	}
	return string(d.Advice.Action)
}

// recommended is the leader, or where no style passes for all, that its components are parted.
func (r *Row) recommended() string {
	if r.Mixture.Divided() {
		return cmp.Or(say.Leader(r.Decision), "by component")
	}
	return say.Led(r.Decision)
}

var bounded = map[string]profile.ID{"cost_monthly_usd": profile.BudgetMonthlyUSD, "p99_ms": profile.P99Millis, "availability_pct": profile.AvailabilityPct}

func misses(d *explain.Decision, quantity string) bool {
	return slices.ContainsFunc(d.Notes, func(n explain.Note) bool {
		return n.Kind == explain.MissedTarget && n.Field == bounded[quantity]
	})
}

// figure is one of the leader's, or of the first where nothing passes; none is told where nothing leads yet.
func figure(d *explain.Decision, quantity string) string {
	if say.Undecided(d) {
		return "-"
	}
	return say.QuantityOf(quantity).Figure(&d.Ranking[0])
}

const tablePiece = 200 // how many rows are aligned together

var tableHead = []string{"profile", "recommendation", "today", "verdict", "probability", "infra/month", "with staff", "p99", "avail.", "staff"}

func (t *tableRows) Write(r *Row) error {
	if r.Decision == nil {
		t.rows = append(t.rows, []string{profile.Clean(r.File), "-", "error", "", profile.Clean(oneLine(r.Errors))})
	} else {
		d := r.Decision
		sure := numeral.Probability(d.Probability)
		if say.Undecided(d) {
			sure = "-" // of which option?
		}
		row := []string{profile.Clean(r.title()), r.recommended(), course(d), string(d.Verdict), sure}
		for _, id := range []string{"cost_monthly_usd", "total_monthly_usd", "p99_ms", "availability_pct", "ops_fte"} {
			mark := ""
			if misses(d, id) {
				mark, t.missed = "!", true
			}
			row = append(row, mark+figure(d, id))
		}
		t.rows = append(t.rows, row)
	}
	if len(t.rows) >= tablePiece {
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
	widths := make([]int, len(tableHead))
	lines := t.rows
	if !t.headed {
		lines = append([][]string{tableHead}, lines...)
	}
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
		t.line(&b, line, widths, !t.headed && i == 0)
	}
	t.headed, t.rows = true, t.rows[:0]
	_, err := io.WriteString(t.w, b.String())
	return err
}

func (t *tableRows) line(b *strings.Builder, line []string, widths []int, head bool) {
	cells := slices.Clone(line)
	for i, text := range cells {
		if i < len(line)-1 || len(line) == len(tableHead) {
			cells[i] = document.Cell(text, widths[i], i >= 4)
		}
	}
	text := strings.TrimRight(strings.Join(cells, "  "), " ")
	if head && t.style.Bold {
		text = "\x1b[1m" + text + "\x1b[0m"
	}
	b.WriteString(text + "\n")
}
