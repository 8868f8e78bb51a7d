package pricing

import (
	"slices"
	"strings"
)

// nearest is the full name of the figure of the same kind that looks most like
// the one asked for, or "" if none does.
func (c *Catalogue) nearest(k key) string {
	want := (&Price{Cloud: k.cloud, Service: k.service, Item: k.item}).Name()
	var names []string
	for other, p := range c.figures {
		if other.kind == k.kind {
			names = append(names, p.Name())
		}
	}
	return nearestName(want, names)
}

// nearestName is the name with the smallest edit distance to want, "" if even
// that one changes more than two fifths of it. Ties go to the first in the
// alphabet.
func nearestName(want string, names []string) string {
	slices.Sort(names)
	best, at := "", len(want)*2/5+1
	for _, name := range names {
		if d := distance(strings.ToLower(want), strings.ToLower(name), at); d < at {
			best, at = name, d
		}
	}
	return best
}

// distance is the Levenshtein distance between a and b, or limit if it is not
// smaller.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return min(row[len(b)], limit)
}
