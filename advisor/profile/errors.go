package profile

import (
	"fmt"
	"strings"

	"archadvisor/rules/source"
)

// Error is one fault of a profile file, in one line of words.
type Error struct {
	File      string // as given to Decode
	Line      int    // from 1; 0 when the fault is of the whole file
	Column    int    // from 1, in characters; 0 when the fault is of the whole file
	Message   string // what is wrong, what is allowed, what was probably meant
	Offending string // the text that is wrong, neutralised by Clean
	Source    string // the line of the file around it, neutralised and shortened

	spot source.Spot
}

// errorOf is a fault of a file as an error of a profile.
func errorOf(file string, f source.Fault) Error {
	return Error{File: file, Line: f.Line, Column: f.Column, Message: f.Message, Offending: f.Offending, Source: f.Excerpt, spot: f.Spot}
}

// Error returns "file:line:column: message" on one line.
func (e Error) Error() string {
	file := Clean(e.File)
	switch {
	case e.Line > 0:
		return fmt.Sprintf("%s:%d:%d: %s", file, e.Line, e.Column, e.Message)
	case file != "":
		return file + ": " + e.Message
	}
	return e.Message
}

// Snippet returns the line of the file with a caret below the offending text,
// or "" if the fault is of the whole file:
//
//	enginers = 9
//	^^^^^^^^
func (e Error) Snippet() string {
	if e.Source == "" {
		return ""
	}
	return e.spot.Snippet()
}

// Errors are all faults of one file, by position. A report is bounded: when
// there are too many, the last one says "… and N more".
type Errors []Error

// Error returns one line per fault, at most 16 KiB in all.
func (es Errors) Error() string {
	var b strings.Builder
	for i, e := range es {
		line := e.Error()
		if b.Len()+len(line)+32 > source.MaxReport {
			fmt.Fprintf(&b, "… and %d more", len(es)-i)
			return b.String()
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
	return b.String()
}

// Err returns the errors as an error, nil if there are none.
func (es Errors) Err() error {
	if len(es) == 0 {
		return nil
	}
	return es
}
