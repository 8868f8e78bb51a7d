package chart

import (
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// lowest is the architecture with the least expected value.
func lowest(at [3]advisor.Band) int {
	low := 0
	for a := range at {
		if at[a].Expected < at[low].Expected {
			low = a
		}
	}
	return low
}

// rows are the loads of the table: three a decade, and yours.
func (m Model) rows() []float64 {
	r := m.reach()
	var out []float64
	for e := math.Floor(math.Log10(r.Lo)); e <= math.Ceil(math.Log10(r.Hi)); e++ {
		for _, k := range []float64{1, 2, 5} {
			v := k * math.Pow(10, e)
			if v < r.Lo*0.999 || v > r.Hi*1.001 {
				continue
			}
			if n := len(out); m.here < v*0.999 && (n == 0 || out[n-1] < m.here*0.999) {
				out = append(out, m.here)
			}
			out = append(out, v)
		}
	}
	return out
}

// drawTable is the same as the drawing, as figures.
func (m Model) drawTable(b theme.Box) []string {
	t := m.cfg.Theme
	wide := b.W >= 76
	names := profile.Architectures[:]
	if !wide {
		names = []string{"monolith", "serverless", "micro"}
	}
	col := max(8, (b.W-14)/3)
	head := theme.Pad("  req/s", 12)
	for a, name := range names {
		head += " " + theme.Pad(theme.Letters[a]+" "+name, col-1)
	}
	lines := []string{t.Strong.Render(theme.Cut(head, b.W))}
	rows := m.rows()
	for _, rps := range rows[max(0, min(m.top, len(rows)-1)):] {
		lines = append(lines, m.tableRow(rps, col, wide))
	}
	return lines
}

// tableTitle says what the table has, and which of its rows are seen.
func (m Model) tableTitle(b theme.Box) string {
	title := m.measure.title() + ", " + m.measure.unit()
	if n := len(m.rows()); n > b.H-1 {
		title += fmt.Sprintf(", rows %d to %d of %d", m.top+1, min(n, m.top+b.H-1), n)
	}
	return title
}

func (m Model) tableRow(rps float64, col int, wide bool) string {
	t := m.cfg.Theme
	at := m.measure.along(m.x.Curve, rps)
	low := lowest(at)
	mark := "  "
	if rps == m.here {
		mark = "▲ "
	}
	line := theme.Pad(mark+wording.Compact(rps), 12)
	if rps == m.here {
		line = t.Strong.Render(line)
	}
	for a, v := range at {
		text := m.figure(v.Expected)
		if wide {
			text += " (" + wording.Compact(v.Low) + "–" + wording.Compact(v.High) + ")"
		}
		if a == low {
			text = theme.Cursor + text
		} else {
			text = " " + text
		}
		text = theme.Pad(text, col-1)
		if a == low {
			text = t.Series[a].Render(text)
		}
		line += " " + text
	}
	return line
}

// figure writes a value without its unit.
func (m Model) figure(v float64) string {
	if m.measure == peopleMeasure {
		return numeral.People(v)
	}
	return wording.Compact(v)
}

// Copy is the whole curve as comma-separated values, all three measures.
func (m Model) Copy() string {
	if m.x == nil {
		return ""
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	head := []string{"mean_rps"}
	for _, name := range profile.Architectures {
		for _, k := range []string{"cost_usd", "p99_ms", "ops_fte"} {
			for _, end := range []string{"low", "expected", "high"} {
				head = append(head, name+"_"+k+"_"+end)
			}
		}
	}
	rows := [][]string{head}
	for i := range m.x.Curve {
		c := &m.x.Curve[i]
		row := []string{figures(c.MeanRPS)}
		for a := range profile.Architectures {
			for _, v := range []advisor.Band{c.Cost[a], c.P99[a], c.OpsFTE[a]} {
				row = append(row, figures(v.Low), figures(v.Expected), figures(v.High))
			}
		}
		rows = append(rows, row)
	}
	if err := w.WriteAll(rows); err != nil {
		return ""
	}
	return b.String()
}

func figures(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
