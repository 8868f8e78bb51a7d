package profile

import (
	"strings"

	"archadvisor/rules/source"
)

// A file of a megabyte of unknown keys takes the TOML parser most of a second.
// Its report is full long before the end, so above these sizes the keys alone
// are looked at first.
const (
	manyLines     = 20000
	manyStrangers = 1000
)

// flood returns the unknown keys of a very long text that has very many of
// them, or nil.
func flood(f *source.File) []located {
	if strings.Count(f.Text, "\n") < manyLines || f.Refuse("a profile") != nil {
		return nil
	}
	var out []located
	for _, n := range f.Keys() {
		path := n.Path()
		if len(path) > 1 && path[0] == "profile" {
			path = path[1:]
		}
		if say := stranger(path); say != nil && n.Name != "" {
			out = append(out, located{node: n, atKey: true, say: say})
		}
	}
	if len(out) < manyStrangers {
		return nil
	}
	return out
}

// stranger words a key that is neither a field nor a table of a profile; nil if
// it is one.
func stranger(path []string) func() string {
	switch len(path) {
	case 1:
		_, isField := lookupKey("", path[0])
		if _, isTable := table.keyList[path[0]]; !isField && !isTable {
			return func() string { return unknownKey("", path[0]) }
		}
	case 2:
		if _, isField := lookupKey(path[0], path[1]); !isField && table.keyList[path[0]] != nil {
			return func() string { return unknownKey(path[0], path[1]) }
		}
	}
	return nil
}
