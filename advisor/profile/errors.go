package profile

import (
	"fmt"
	"strings"

	"archadvisor/rules/source"
)

// Error is one fault of a profile file, in one line of words.
type Error struct {
	File    string // as given to Decode
	Line    int    // from 1; 0 when the fault is of the whole file
	Column  int    // from 1, in characters; 0 when the fault is of the whole file
	Message string // what is wrong, what is allowed, what was probably meant
	More    int    // of the last one: faults that are not listed
}

// errorOf is a fault of a file as an error of a profile.
func errorOf(file string, f source.Fault) Error {
	return Error{File: file, Line: f.Line, Column: f.Column, Message: f.Message, More: f.More}
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

// Errors are all faults of one file, by position. A report is bounded: when
// there are too many, the last one says "… and N more".
type Errors []Error

// Error returns one line per fault, at most 16 KiB in all.
func (es Errors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}
