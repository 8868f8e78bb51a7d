// Package source reads TOML that people wrote, and points at the places in it. One library is fast and gives the values of
// plain documents and the places of keys and values; another one decides of all others and tells the errors of syntax, of
// which it stops at the first. This package refuses what would harm them, finds all errors of syntax, reads tables key by
// key, and words what is wrong in harmless characters. Rule packs, profiles and price files are read through it.
//
//	faults := source.New("pack.toml", data).Read("a pack", func(t *source.Table) {
//		name = t.Text("name", true)
//		t.Done() // keys that nobody asked for
//	})
//	faults[0].Spot // line, column, the line itself, the caret
package source

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// File is a text with the places of its keys and values. They are looked for when they are first asked for; after Root
// a file may be read by many. Text that is no TOML is passed over line by line: at worst a place is missing.
type File struct {
	Name string
	Text string

	data []byte // the text, for the parser
	root *Node
	keys []*Node // in the order of the text, those that stand twice too
}

// New makes a file of a text, which stays as it is. A byte order mark before it counts for nothing.
func New(name string, data []byte) *File {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	return &File{Name: name, Text: string(data), data: data}
}

// Spot is a place as people are shown it.
type Spot struct {
	Line      int    `json:"line,omitempty"`   // from 1
	Column    int    `json:"column,omitempty"` // from 1, in characters
	Offending string `json:"-"`                // the text at the place, neutralised and shortened
	Excerpt   string `json:"-"`                // its line, neutralised and cut around it
	Caret     int    `json:"-"`                // where in the excerpt it stands, in characters
	Width     int    `json:"-"`
}

// maxExcerpt bounds the line that a spot shows, maxBefore what of it stands before the place, in characters.
const (
	maxExcerpt = 100
	maxBefore  = 40
)

// Spot is the place of the bytes between two offsets, as far as they are on one line.
func (f *File) Spot(from, to int) Spot {
	from = min(max(from, 0), len(f.Text))
	start, end := LineStart(f.Text, from), SkipLine(f.Text, from)
	s := Spot{Line: strings.Count(f.Text[:from], "\n") + 1, Column: utf8.RuneCountInString(f.Text[start:from]) + 1,
		Offending: Shorten(Clean(f.Text[from:min(max(to, from), end)]), MaxQuoted)}
	s.Excerpt, s.Caret = excerpt(f.Text[start:end], from-start)
	s.Width = max(1, min(utf8.RuneCountInString(s.Offending), utf8.RuneCountInString(s.Excerpt)-s.Caret))
	return s
}

// Snippet is the line with a caret below the offending text:
//
//	enginers = 9
//	^^^^^^^^
func (s Spot) Snippet() string {
	return s.Excerpt + "\n" + strings.Repeat(" ", s.Caret) + strings.Repeat("^", s.Width)
}

// excerpt returns a line, neutralised, cut around an offset, and the column of that offset in it.
func excerpt(line string, offset int) (string, int) {
	head, tail := line[:offset], strings.TrimSuffix(line[offset:], "\r")
	if len(line) > maxExcerpt && utf8.RuneCountInString(head) > maxBefore {
		runes := []rune(strings.ToValidUTF8(head[max(0, len(head)-utf8.UTFMax*(maxBefore+1)):], ""))
		head = "…" + string(runes[max(0, len(runes)-maxBefore):])
	}
	if len(tail) > 4*maxExcerpt {
		tail = strings.ToValidUTF8(tail[:4*maxExcerpt], "")
	}
	head = Clean(head)
	return Shorten(head+Clean(tail), maxExcerpt), utf8.RuneCountInString(head)
}

// SkipLine returns the index of the end of the line of an index.
func SkipLine(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// LineStart returns the index of the beginning of the line of an index.
func LineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

// Node is a key of a file with its value, or a member of an array.
type Node struct {
	Name        string // "" of the whole file and of a member of an array
	Key, KeyEnd int    // offsets of the key or, in an array, of the member
	Val, End    int    // offsets of the value; both 0 of a table written as [name]
	First       *Node  // of a key that stands twice: where it stood first
	Parent      *Node

	kids   map[string]*Node
	items  []*Node
	header bool // opened by a header of its own
}

// Root is the top of the file.
func (f *File) Root() *Node {
	if f.root == nil {
		f.scan()
	}
	return f.root
}

// Keys are all keys and members of arrays in the order of the text, those that stand twice too.
func (f *File) Keys() []*Node {
	f.Root()
	return f.keys
}

// Child returns the value of a key, nil if it is not there.
func (n *Node) Child(key string) *Node {
	if n == nil {
		return nil
	}
	return n.kids[key]
}

// Near is the value of a key, or the node itself if it is not there.
func (n *Node) Near(key string) *Node { return cmp.Or(n.Child(key), n) }

// Item returns a member of an array, nil if it is not there.
func (n *Node) Item(i int) *Node {
	if n == nil || i >= len(n.items) {
		return nil
	}
	return n.items[i]
}

// Path are the names from the top down to the node; members of arrays have none.
func (n *Node) Path() []string {
	var out []string
	for ; n != nil && n.Parent != nil; n = n.Parent {
		if n.Name != "" {
			out = append([]string{n.Name}, out...)
		}
	}
	return out
}

// Place is the span of the value; of a table, or of one that is not a value of the text, that of its key.
func (n *Node) Place() (from, to int) {
	if n.End > n.Val {
		return n.Val, n.End
	}
	return n.Key, n.KeyEnd
}

func (f *File) kid(n *Node, name string, from, to int) *Node {
	kid := &Node{Name: name, Key: from, KeyEnd: to, Parent: n}
	f.keys = append(f.keys, kid)
	if first := n.kids[name]; first != nil {
		kid.First = first
		return kid
	}
	if n.kids == nil {
		n.kids = map[string]*Node{}
	}
	n.kids[name] = kid
	return kid
}

func (f *File) item(n *Node, from, to int) *Node {
	kid := &Node{Key: from, KeyEnd: to, Parent: n}
	n.items = append(n.items, kid)
	f.keys = append(f.keys, kid)
	return kid
}

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
