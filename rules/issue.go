package rules

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Severity tells what stops a pack from being used from what deserves a look.
type Severity uint8

// The severities.
const (
	Error   Severity = iota // the pack cannot be used
	Warning                 // it can, but something in it is useless or doubtful
)

// String is "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Issue is one finding about a pack, with the place in its file.
type Issue struct {
	File     string
	Line     int    // from 1; 0 if the finding is about the whole file
	Column   int    // from 1, in characters
	ID       string // of the statement, "" outside of one
	Severity Severity
	Message  string
	Source   string // the offending line, control characters neutralised
	Width    int    // characters to underline, at least 1
}

// Error makes an Issue an error: the place and the message on one line.
func (i Issue) Error() string {
	place := i.File
	if i.Line > 0 {
		place = fmt.Sprintf("%s:%d:%d", i.File, i.Line, i.Column)
	}
	what := i.Message
	if i.Severity == Warning {
		what = "warning: " + what
	}
	if i.ID != "" {
		what = i.ID + ": " + what
	}
	if place == "" {
		return what
	}
	return place + ": " + what
}

// String is the place and the message, then the line and carets below it:
//
//	core.toml:12:8: one-team: unknown fact team.enginers; did you mean team.engineers?
//	    when = "team.enginers < 10"
//	            ^^^^^^^^^^^^^
func (i Issue) String() string {
	if i.Line == 0 || i.Source == "" {
		return i.Error()
	}
	line, before, width := i.window()
	return i.Error() + "\n    " + line + "\n    " + strings.Repeat(" ", before) + strings.Repeat("^", width)
}

// maxLine is how much of a long line is shown, in characters.
const maxLine = 100

// window cuts the part of the line around the caret.
func (i Issue) window() (line string, before, width int) {
	r := []rune(i.Source)
	at := min(max(i.Column-1, 0), len(r))
	from := 0
	if len(r) > maxLine && at > maxLine/2 {
		from = min(at-maxLine/2, len(r)-maxLine)
	}
	to := min(len(r), from+maxLine)
	width = max(1, min(i.Width, to-at))
	return string(r[from:to]), at - from, width
}

// sortIssues puts findings in the order of file and place.
func sortIssues(list []Issue) {
	sort.SliceStable(list, func(a, b int) bool {
		x, y := &list[a], &list[b]
		if x.File != y.File {
			return x.File < y.File
		}
		if x.Line != y.Line {
			return x.Line < y.Line
		}
		return x.Column < y.Column
	})
}

// Failed reports whether any finding is an error.
func Failed(list []Issue) bool {
	for i := range list {
		if list[i].Severity == Error {
			return true
		}
	}
	return false
}

// printable neutralises what could steer a terminal or hide text: control
// characters, escape, bidirectional overrides and invalid bytes become a dot.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0, r == utf8.RuneError,
			r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff:
			return '·'
		}
		return r
	}, s)
}

// quoted is a piece of the user's text, made safe and short for a message.
func quoted(s string) string {
	s = printable(s)
	if utf8.RuneCountInString(s) > 60 {
		s = string([]rune(s)[:59]) + "…"
	}
	return "\"" + s + "\""
}
