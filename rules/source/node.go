package source

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
		f.index()
		f.scan()
	}
	return f.root
}

// Keys are all keys and members of arrays in the order of the text, those that stand twice too.
func (f *File) Keys() []*Node {
	f.Root()
	return f.keys
}

// KeysOnLine are the keys that begin on the line of an offset.
func (f *File) KeysOnLine(at int) []*Node {
	start, end := lineStart(f.Text, at), SkipLine(f.Text, at)
	var out []*Node
	for _, n := range f.Keys() {
		if n.Key >= start && n.Key < end {
			out = append(out, n)
		}
	}
	return out
}

// Child returns the value of a key, nil if it is not there.
func (n *Node) Child(key string) *Node {
	if n == nil {
		return nil
	}
	return n.kids[key]
}

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
