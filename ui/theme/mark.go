package theme

import (
	"strconv"
	"strings"
)

// Marks tell what is where in a frame, so that a click finds it. They take no
// room, and none reaches the terminal.
const (
	markStart = "\x1b_" // an application command, which nothing else here sends
	markEnd   = "\x1b\\"
)

// Row marks a line as a row of a list.
func Row(n int, line string) string { return mark("r", n) + line + mark("", 0) }

// Track marks the part of a row that says how far along it a click is.
func Track(n int, part string) string { return mark("t", n) + part + mark("r", n) }

// Tab marks the name of a view.
func Tab(n int, name string) string { return mark("v", n) + name + mark("", 0) }

func mark(kind string, n int) string { return markStart + kind + strconv.Itoa(n) + markEnd }

// Unmarked is a frame without its marks.
func Unmarked(frame string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(frame, markStart)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, frame, _ = strings.Cut(rest, markEnd)
	}
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
	at := Width(parts[0])
	kind, hit := "", Hit{}
	for _, part := range parts[1:] {
		if x < at {
			break
		}
		name, text, _ := strings.Cut(part, markEnd)
		kind = strings.TrimRight(name, "0123456789")
		n, _ := strconv.Atoi(name[len(kind):])
		hit = Hit{Row: n, X: x - at, Track: kind == "t", Tab: kind == "v"}
		at += Width(text)
	}
	return hit, kind != ""
}
