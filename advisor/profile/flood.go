package profile

import "strings"

// A file of a megabyte of unknown keys takes the TOML parser most of a second.
// Its report is full long before the end, so above these sizes the keys alone
// are looked at first.
const (
	manyLines     = 20000
	manyStrangers = 1000
)

// flood returns the unknown keys of a very long text that has very many of
// them, or nil.
func flood(text string) []spot {
	if strings.Count(text, "\n") < manyLines {
		return nil
	}
	l := locate(text)
	r := &reader{}
	for _, e := range l.keys {
		parts := strings.Split(e.path, sep)
		if len(parts) > 2 && parts[0] == "profile" {
			parts = parts[2:] // profile, #n
		}
		at := strings.TrimSuffix(e.path, parts[len(parts)-1])
		r.stranger(strings.TrimSuffix(at, sep), parts)
	}
	if len(r.faults) < manyStrangers {
		return nil
	}
	return spotsOf(l, r.faults)
}

// stranger reports a key that is neither a field nor a table of a profile; at
// is the path of its table, parts its names inside the profile.
func (r *reader) stranger(at string, parts []string) {
	switch len(parts) {
	case 1:
		_, isField := lookupKey("", parts[0])
		if _, isTable := table.keyList[parts[0]]; !isField && !isTable {
			r.unknown(at, "", parts[0], false)
		}
	case 2:
		if _, isField := lookupKey(parts[0], parts[1]); !isField && table.keyList[parts[0]] != nil {
			r.unknown(at, parts[0], parts[1], false)
		}
	}
}
