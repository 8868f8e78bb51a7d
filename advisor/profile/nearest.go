package profile

import (
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// Nearest returns the dotted name of the field that was probably meant by a
// name that is none, or "" if nothing is near. It takes a bare key, too.
func Nearest(name string) string {
	section, key, dotted := strings.Cut(name, ".")
	if !dotted {
		section, key = "", name
	}
	if f := nearestField(section, key); f != nil {
		return f.Name()
	}
	return ""
}

// nearestField looks for a key: a common synonym, then the same word in another
// section, then a near word in this section, then a near word anywhere.
func nearestField(section, key string) *Field {
	word := source.Fold(key)
	var best *Field
	score := 1 << 30
	for _, f := range table.rows {
		if slices.Contains(f.Synonyms, word) {
			return f
		}
		d := source.Slips(word, source.Fold(f.Key), source.Tolerance(word)+1)
		if d > source.Tolerance(word) {
			continue
		}
		d *= 2
		if f.Section != section {
			d++
		}
		if d < score {
			best, score = f, d
		}
	}
	return best
}
