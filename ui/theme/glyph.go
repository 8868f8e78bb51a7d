package theme

import (
	"fmt"
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

// Spark draws heights of 0 to 7, a digit each, as a row of bars.
func Spark(heights string) string {
	return strings.Map(func(r rune) rune { return '▁' + (r-'0')&7 }, heights)
}

// Glyphs is the set of characters that a terminal can draw.
type Glyphs uint8

// The sets of characters.
const (
	Full    Glyphs = iota
	Console        // the font of a text console: lines and blocks, no dots
	ASCII
)

// What Full has and Console has not, each with what stands for it, and what ASCII has not beside that.
const (
	fullOnly = "╭╮╰╯▸▾✓✗▏●○◂┄┊╌┈╂┆━╵✕–…−≠▁▂▃▅▆▇"
	console  = "┌┐└┘►▼√x│•o◄-:-.┼:═'x-.-#__▄▄██"
	lined    = "┌┐└┘►▼√│•◄┼═║╔╗╚╝─├┤┬┴░▓█▲→←↑↓·≈±µ≤≥▄"
	ascii    = "++++>v*|*<!=|++++-++++.%#^><^v-~~u<>="
)

// replaced is what stands for a character where a terminal lacks it.
var replaced = func() [3]map[rune]rune {
	out := [3]map[rune]rune{{'\u00a0': ' '}, {'\u00a0': ' '}, {'\u00a0': ' '}}
	add := func(g Glyphs, from, to string) {
		line := []rune(to)
		for i, r := range []rune(from) {
			out[g][r] = line[i]
		}
	}
	add(Console, fullOnly, console)
	add(ASCII, lined, ascii)
	for r, to := range out[Console] {
		if plain, ok := out[ASCII][to]; ok {
			to = plain
		}
		out[ASCII][r] = to
	}
	return out
}()

// Drawn is a frame as it goes to the terminal: without its marks, in characters that the terminal has.
func (t *Theme) Drawn(frame string) string {
	var b strings.Builder
	b.Grow(len(frame))
	for _, r := range Unmarked(frame) {
		to, ok := replaced[t.Glyphs][r]
		switch {
		case ok:
			b.WriteRune(to)
		case t.Glyphs == ASCII && r > '~':
			b.WriteString(strings.Repeat("?", Width(string(r))))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Marks tell a click what is where; they take no room, and none reaches the terminal.
const (
	markStart = "\x1b_" // an application command, which nothing else here sends
	markEnd   = "\x1b\\"
)

// Row marks a line as a row of a list.
func Row(n int, line string) string { return mark('r', n) + line + mark('-', 0) }

// Track marks the part of a row that says how far along it a click is.
func Track(n int, part string) string { return mark('t', n) + part + mark('r', n) }

// Tab marks the name of a view.
func Tab(n int, name string) string { return mark('v', n) + name + mark('-', 0) }

func mark(kind rune, n int) string { return fmt.Sprintf("%s%c%d%s", markStart, kind, n, markEnd) }

// Unmarked is a frame without its marks.
func Unmarked(frame string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(markEnd+frame, markStart) {
		_, text, _ := strings.Cut(part, markEnd)
		b.WriteString(text)
	}
	return b.String()
}

// Hit is what is marked in a cell of a frame.
type Hit struct {
	Row   int
	X     int  // cells from the start of what is marked
	Track bool // it is a Track
	Tab   bool // it is a Tab
}

// HitAt finds what is marked in a cell; false if nothing is.
func HitAt(frame string, x, y int) (Hit, bool) {
	lines := strings.Split(frame, "\n")
	if y < 0 || y >= len(lines) {
		return Hit{}, false
	}
	parts := strings.Split(lines[y], markStart)
	at, kind, hit := Width(parts[0]), rune(0), Hit{}
	for _, part := range parts[1:] {
		if x < at {
			break
		}
		name, text, _ := strings.Cut(part, markEnd)
		var n int
		_, _ = fmt.Sscanf(name, "%c%d", &kind, &n) // mark wrote it
		hit = Hit{Row: n, X: x - at, Track: kind == 't', Tab: kind == 'v'}
		at += Width(text)
	}
	return hit, kind > '-'
}
