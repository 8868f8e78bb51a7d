package chart

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
)

// drawTable is the same as the drawing, as figures.
func (m Model) drawTable(b theme.Box) []string {
	table := [][]string{{"  req/s"}}
	for a, name := range profile.Architectures {
		table[0] = append(table[0], " "+theme.Letters[a]+" "+name)
	}
	loads := m.rows()
	from := max(0, min(m.top, len(loads)-1))
	for _, rps := range loads[from:min(len(loads), from+max(1, b.H-1))] {
		table = append(table, m.tableRow(rps, b.W >= 90))
	}
	lines := draw.Table(table, b.W)
	for i := range lines {
		if i == 0 || loads[from+i-1] == m.here {
			lines[i] = m.Cfg.Theme.Strong.Render(lines[i])
		}
	}
	return lines
}

// tableRow is a load and a cell for each architecture, the lowest marked.
func (m Model) tableRow(rps float64, ranges bool) []string {
	at := m.at(rps)
	row := []string{"  " + numeral.Figure(rps)}
	if rps == m.here {
		row[0] = "▲" + row[0][1:]
	}
	for a, v := range at {
		text := m.write(v.Expected)
		if ranges {
			text = numeral.Between(v.Low, v.Expected, v.High, m.write)
		}
		mark := " "
		if a == lowest(at) {
			mark = theme.Cursor
		}
		row = append(row, mark+text)
	}
	return row
}

// tableTitle says which of the rows are seen.
func (m Model) tableTitle(b theme.Box) string {
	if n := len(m.rows()); n > b.H-1 {
		return fmt.Sprintf(", rows %d to %d of %d", m.top+1, min(n, m.top+b.H-1), n)
	}
	return ""
}

// Copy is the whole curve as comma-separated values, all three measures.
func (m Model) Copy() string {
	if m.X == nil {
		return ""
	}
	head := []string{"mean_rps"}
	for _, name := range profile.Architectures {
		for _, k := range []string{"cost_usd", "p99_ms", "ops_fte"} {
			for _, end := range []string{"low", "expected", "high"} {
				head = append(head, name+"_"+k+"_"+end)
			}
		}
	}
	rows := [][]string{head}
	for i := range m.X.Curve {
		row := []string{figures(m.X.Curve[i].MeanRPS)}
		for a := range profile.Architectures {
			for _, k := range measures {
				v := k.of(&m.X.Curve[i])[a]
				row = append(row, figures(v.Low), figures(v.Expected), figures(v.High))
			}
		}
		rows = append(rows, row)
	}
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		return ""
	}
	return b.String()
}

func figures(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
