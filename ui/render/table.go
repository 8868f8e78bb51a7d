package render

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/numeral"
)

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
		return cmp.Or(r.Decision.Recommendation, "by component")
	}
	return cmp.Or(r.Decision.Recommendation, "none")
}

var bounded = map[string]profile.ID{"cost_monthly_usd": profile.BudgetMonthlyUSD, "p99_ms": profile.P99Millis, "availability_pct": profile.AvailabilityPct}

func misses(d *explain.Decision, quantity string) bool {
	return slices.ContainsFunc(d.Notes, func(n explain.Note) bool {
		return n.Kind == explain.MissedTarget && n.Field == bounded[quantity]
	})
}

// tablePiece is how many rows are aligned together.
const tablePiece = 200

var tableHead = []string{"profile", "recommendation", "today", "verdict", "probability", "infra/month", "with staff", "p99", "avail.", "staff"}

func (t *tableRows) Write(r *Row) error {
	if r.Decision == nil {
		t.rows = append(t.rows, []string{profile.Clean(r.File), "-", "error", "", profile.Clean(oneLine(r.Errors))})
	} else {
		d, o := r.Decision, &r.Decision.Ranking[0]
		row := []string{profile.Clean(r.title()), r.recommended(), course(d), string(d.Verdict), numeral.Probability(d.Probability)}
		for _, id := range []string{"cost_monthly_usd", "total_monthly_usd", "p99_ms", "availability_pct", "ops_fte"} {
			mark := ""
			if misses(d, id) {
				mark, t.missed = "!", true
			}
			row = append(row, mark+say.QuantityOf(id).Figure(o))
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
		if err == nil {
			_, err = fmt.Fprintln(t.w, document.Wrap(profile.Clean(text), t.style.Width, "", ""))
		}
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
	var one strings.Builder
	for i, text := range line {
		if i < len(line)-1 || len(line) == len(tableHead) {
			text = ansi.Truncate(text, widths[i], "…")
			gap := strings.Repeat(" ", max(0, widths[i]-ansi.StringWidth(text)))
			if i >= 4 {
				text = gap + text
			} else {
				text += gap
			}
		}
		if i > 0 {
			one.WriteString("  ")
		}
		one.WriteString(text)
	}
	text := strings.TrimRight(one.String(), " ")
	if head && t.style.Bold {
		text = "\x1b[1m" + text + "\x1b[0m"
	}
	b.WriteString(text + "\n")
}
