package profile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"archadvisor/rules/source"
)

// located says what is wrong at a path of the file ("team\x1fengineers"), with
// the words made only for those that are printed.
type located struct {
	path  string
	atKey bool // point at the key, not at the value
	lacks bool // a required key is missing in the table of the path
	say   func() string
}

// sep joins the parts of a path; it cannot stand in a bare key.
const sep = "\x1f"

// element is the path of entry i of an array of tables.
func element(path string, i int) string { return path + sep + "#" + strconv.Itoa(i) }

func join(at, key string) string {
	if at == "" {
		return key
	}
	return at + sep + key
}

// spot is a fault with the bytes of the file that it is about.
type spot struct {
	from, to int
	path     string
	order    int // among faults of one path
	say      func() string
}

// spotsOf finds where the faults stand; what is missing stands at the start of
// its table.
func spotsOf(f *source.File, faults []located) []spot {
	spots := make([]spot, len(faults))
	for i, fault := range faults {
		n := nodeAt(f, fault.path)
		spots[i] = spot{path: fault.path, order: i, say: fault.say}
		if spots[i].from, spots[i].to = n.Place(); fault.atKey {
			spots[i].from, spots[i].to = n.Key, n.KeyEnd
		}
	}
	return spots
}

// nodeAt is the node of a path, or the nearest one around it.
func nodeAt(f *source.File, path string) *source.Node {
	n := f.Root()
	for _, name := range strings.Split(path, sep) {
		next := n.Child(name)
		if i, err := strconv.Atoi(strings.TrimPrefix(name, "#")); err == nil && next == nil {
			next = n.Item(i)
		}
		if next == nil {
			break
		}
		n = next
	}
	return n
}

// report turns spots into errors by position, as many as fit.
func report(f *source.File, spots []spot) Errors {
	slices.SortFunc(spots, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.from, b.from), strings.Compare(a.path, b.path), cmp.Compare(a.order, b.order))
	})
	var out Errors
	for _, fault := range source.Report(f.Name, len(spots), func(i int) source.Fault {
		return f.Fault(spots[i].from, spots[i].to, "", spots[i].say())
	}) {
		out = append(out, errorOf(f.Name, fault))
	}
	return out
}
