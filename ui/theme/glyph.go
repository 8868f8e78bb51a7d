package theme

import (
	"math"
	"strings"
)

// Glyphs of states, each one cell wide.
const (
	Cursor  = "▸" // the row that takes keys
	Open    = "▾" // an unfolded branch
	Closed  = "▸" // a folded branch
	Done    = "✓" // answered
	Unknown = "?" // answered "I don't know"
	Blank   = "·" // not answered
	Up      = "▲"
	Down    = "▼"
	Same    = "="
	Caret   = "▏" // where typing goes
	On      = "(•)"
	Off     = "( )"
	Checked = "[x]"
	Empty   = "[ ]"
	Stop    = "✗" // ruled out, wrong
	Alert   = "!" // at risk, undecided
)

// Meter draws a share of 0 to 1 as a bar of the given width.
func Meter(share float64, width int) string {
	if width <= 0 {
		return ""
	}
	if math.IsNaN(share) {
		share = 0
	}
	full := int(math.Round(math.Max(0, math.Min(1, share)) * float64(width)))
	return strings.Repeat("█", full) + strings.Repeat("░", width-full)
}

// Span draws the stretch from low to high with a mark at mid, all in 0 to 1,
// on a line of the given width: "  ├──█─┤  ".
func Span(low, mid, high float64, width int) string {
	if width <= 0 {
		return ""
	}
	at := func(x float64) int {
		if math.IsNaN(x) {
			return 0
		}
		return int(math.Round(math.Max(0, math.Min(1, x)) * float64(width-1)))
	}
	line := []rune(strings.Repeat(" ", width))
	a, m, b := at(low), at(mid), at(high)
	for i := a; i <= b; i++ {
		line[i] = '─'
	}
	line[a], line[b] = '├', '┤'
	if a == b {
		line[a] = '│'
	}
	line[m] = '█'
	return string(line)
}
