package profile

import (
	"cmp"
	"slices"

	"archadvisor/rules/source"
)

// spot is a fault with the bytes of the file that it is about, and the words,
// made only if they are printed.
type spot struct {
	from, to int
	lacks    bool // a required key is missing in the table that stands there
	say      func() string
}

func (s spot) rank() int {
	if s.lacks {
		return 0
	}
	return 1
}

// inside is the node of a key, or the one around it.
func inside(n *source.Node, key string) *source.Node {
	if kid := n.Child(key); kid != nil {
		return kid
	}
	return n
}

// report turns spots into errors by position, as many as fit. What is missing in
// a table comes before what is wrong at its first key.
func report(f *source.File, spots []spot) Errors {
	slices.SortStableFunc(spots, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.rank(), b.rank()))
	})
	var out Errors
	for _, fault := range source.Report(f.Name, len(spots), func(i int) source.Fault {
		return f.Fault(spots[i].from, spots[i].to, "", spots[i].say())
	}) {
		out = append(out, errorOf(f.Name, fault))
	}
	return out
}
