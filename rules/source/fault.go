package source

import (
	"strconv"
	"strings"
)

// Fault is something wrong with a file. Its Spot is zero if it is about the whole of it, of a line it may tell the number alone.
type Fault struct {
	File string `json:"-"` // as given to New
	Spot
	ID      string `json:"-"`       // of the statement that it is about, "" if none
	Message string `json:"message"` // what is wrong, what is allowed, what was probably meant
	More    int    `json:"-"`       // of the last one: faults that are not listed
}

// Fault makes a fault about the bytes between two offsets.
func (f *File) Fault(from, to int, id, message string) Fault {
	return Fault{File: f.Name, Spot: f.Spot(from, to), ID: id, Message: message}
}

// Error returns "file:line:column: message", or "file: message", on one line.
func (e Fault) Error() string {
	place := Clean(e.File)
	for _, n := range []int{e.Line, e.Column} {
		if n > 0 {
			place += ":" + strconv.Itoa(n)
		}
	}
	if place == "" {
		return e.Message
	}
	return place + ": " + e.Message
}

// Errors are all faults of one file, by position; of too many the last one says "… and N more".
type Errors []Fault

// Error returns one line per fault, at most 16 KiB in all.
func (es Errors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// maxReport bounds the report on one file, in bytes of messages and of their places.
const (
	maxReport = 16 << 10
	ofPlace   = 64
)
