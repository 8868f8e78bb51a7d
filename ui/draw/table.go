package draw

import (
	"fmt"
	"strings"

	"archadvisor/ui/theme"
)

// Table aligns rows in a width, the head first. Columns that do not fit are left
// out, the last ones first, and the head says how many.
func Table(rows [][]string, width int) []string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, text := range row {
			widths[i] = max(widths[i], theme.Width(text)+2)
		}
	}
	n, used, note := 0, 0, ""
	for n < len(widths) && (n == 0 || used+widths[n]-2 <= width) {
		used += widths[n]
		n++
	}
	if left := len(widths) - n; left > 0 {
		note = fmt.Sprintf("+%d …", left)
		for n > 1 && used+theme.Width(note) > width {
			n--
			used -= widths[n]
			note = fmt.Sprintf("+%d …", left+1)
		}
	}
	out := make([]string, len(rows))
	for y, row := range rows {
		var b strings.Builder
		for i := range n {
			b.WriteString(theme.Pad(row[i], widths[i]))
		}
		if y == 0 {
			b.WriteString(note)
		}
		out[y] = theme.Cut(strings.TrimRight(b.String(), " "), width)
	}
	return out
}
