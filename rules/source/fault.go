package source

import (
	"cmp"
	"fmt"
	"slices"
)

// Fault is something wrong with a file. Its Spot is zero if it is about the
// whole of it.
type Fault struct {
	Spot
	ID      string // of the statement that it is about, "" if none
	Message string
	More    int // of the last one: faults that are not listed
}

// Fault makes a fault about the bytes between two offsets.
func (f *File) Fault(from, to int, id, message string) Fault {
	return Fault{Spot: f.Spot(from, to), ID: id, Message: message}
}

// unlisted is the entry that counts the faults that are not listed.
func unlisted(n int) Fault { return Fault{Message: fmt.Sprintf("… and %d more", n), More: n} }

// Line is a fault in words: "file:line:column: message", or "file: message" if it
// is about the whole of it.
func (f *File) Line(fault Fault) string {
	if fault.Spot.Line == 0 {
		return f.Name + ": " + fault.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", f.Name, fault.Spot.Line, fault.Column, fault.Message)
}

// Sort puts faults in the order of their places; those of one place stay in theirs.
func Sort(list []Fault) {
	slices.SortStableFunc(list, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// maxReport bounds the report on one file, in bytes of messages and of their places.
const (
	maxReport = 16 << 10
	ofPlace   = 64
)

// bounded cuts a list of faults that is too long to read; the last one counts the rest.
func bounded(file string, list []Fault, more int) []Fault {
	room := maxReport - 2*ofPlace - len(file)
	for i := range list {
		room -= len(list[i].Message) + len(list[i].ID) + len(file) + ofPlace
		if room < 0 && i > 0 {
			list, more = list[:i:i], more+len(list)-i
			break
		}
	}
	if more > 0 {
		list = append(list, unlisted(more))
	}
	return list
}
