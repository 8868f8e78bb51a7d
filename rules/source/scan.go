package source

import (
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// walker notes where the keys and values stand that the syntax tree of a part of the text holds.
type walker struct {
	*File
	parser unstable.Parser
	from   int // where the part begins
}

// scan walks the text. Where the parser finds no TOML (of version 1.0) it goes on with the next line.
func (f *File) scan() {
	f.root = &Node{}
	table := f.root
	for at := 0; at < len(f.data); {
		w := walker{File: f, from: at}
		w.parser.Reset(f.data[at:])
		for w.parser.NextExpression() {
			if e := w.parser.Expression(); e.Kind == unstable.KeyValue {
				w.assignment(table, e)
			} else {
				table = w.header(e)
			}
		}
		var broken *unstable.ParserError
		if !errors.As(w.parser.Error(), &broken) {
			break
		}
		at = SkipLine(f.Text, w.from+int(w.parser.Range(broken.Highlight).Offset)) + 1
	}
}

// key is a name of a dotted key with its place.
func (w *walker) key(n *unstable.Node) (name string, from, to int) {
	from = w.from + int(n.Raw.Offset)
	return string(n.Data), from, from + int(n.Raw.Length)
}

// header reads [a.b] or [[a.b]] and returns the table that it opens.
func (w *walker) header(e *unstable.Node) *Node {
	t, array := w.root, e.Kind == unstable.ArrayTable
	for it := e.Key(); it.Next(); {
		name, from, to := w.key(it.Node())
		kid, last := t.kids[name], it.IsLast()
		switch {
		case kid == nil:
			kid = w.kid(t, name, from, to)
		case last && !array && !kid.header && kid.End == 0 && kid.items == nil: // named before as a part of another header
			kid.Key, kid.KeyEnd = from, to
			w.keys = append(w.keys, kid)
		case last && !array:
			w.kid(t, name, from, to)
		}
		kid.header = kid.header || last
		if last && array {
			w.item(kid, from, to)
		}
		if n := len(kid.items); n > 0 {
			kid = kid.items[n-1]
		}
		t = kid
	}
	return t
}

// assignment reads key = value in a table and returns where it ends.
func (w *walker) assignment(table *Node, e *unstable.Node) (end int) {
	for it := e.Key(); it.Next(); {
		name, from, to := w.key(it.Node())
		if kid := table.kids[name]; kid != nil && !it.IsLast() {
			table = kid
		} else {
			table = w.kid(table, name, from, to)
		}
		end = to
	}
	return w.value(table, e.Value(), w.skip(end))
}

// value notes the value at an offset, with what is in it, and returns where it ends.
func (w *walker) value(n *Node, v *unstable.Node, at int) int {
	n.Val = at
	switch it := v.Children(); v.Kind {
	case unstable.Array:
		for at++; it.Next(); n.items[len(n.items)-1].KeyEnd = at {
			at = w.skip(at)
			at = w.value(w.item(n, at, at), it.Node(), at)
		}
		at = w.skip(at) + 1
	case unstable.InlineTable:
		for at++; it.Next(); {
			at = w.assignment(n, it.Node())
		}
		at = w.skip(at) + 1
	default:
		at += max(int(v.Raw.Length), len(v.Data)) // some kinds have no Raw
	}
	n.End = at
	return at
}

// skip passes over what stands between keys, values and brackets.
func (f *File) skip(at int) int {
	for ; strings.IndexByte(" \t\r\n,=#", f.Text[at]) >= 0; at++ {
		if f.Text[at] == '#' {
			at = SkipLine(f.Text, at)
		}
	}
	return at
}
