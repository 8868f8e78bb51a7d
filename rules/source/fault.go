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

// MaxReport bounds the report on one file, in bytes.
const MaxReport = 16 << 10

// Report makes the n faults of a file until the report is full; the last one
// then counts the rest. The room for one is that of its form as a line or in
// JSON.
func Report(file string, n int, fault func(i int) Fault) []Fault {
	const overhead = 64
	var out []Fault
	room := MaxReport - 2*overhead - len(file)
	for i := range n {
		f := fault(i)
		room -= len(f.Message) + len(f.ID) + len(file) + overhead
		if room < 0 && i > 0 {
			return append(out, unlisted(n-i))
		}
		out = append(out, f)
	}
	return out
}
