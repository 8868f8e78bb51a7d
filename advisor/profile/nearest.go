package profile

import (
	"slices"
	"strings"
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
	word := fold(key)
	var best *Field
	score := 1 << 30
	for _, f := range table.rows {
		if slices.Contains(f.Synonyms, word) {
			return f
		}
		d := distance(word, fold(f.Key))
		if d > tolerance(word) {
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

// NearestWord returns the word of a list that was probably meant, or "" if none
// is near: for whoever reports a misspelt word.
func NearestWord(word string, list []string) string {
	word = fold(word)
	best, score := "", tolerance(word)+1
	for _, w := range list {
		if d := distance(word, fold(w)); d < score {
			best, score = w, d
		}
	}
	return best
}

// fold makes spellings comparable: lower case, "_" for "-" and spaces, and no
// longer than any real key, so that comparing costs nothing on long input.
func fold(s string) string {
	const longest = 40
	if len(s) > longest {
		s = s[:longest]
	}
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(s))
}

// tolerance is how many slips make a word still the same word.
func tolerance(word string) int {
	switch n := len(word); {
	case n <= 2:
		return 0
	case n <= 4:
		return 1
	case n <= 9:
		return 2
	}
	return 3
}

// distance counts the slips (insert, delete, replace, swap of neighbours)
// between two words, by bytes.
func distance(a, b string) int {
	if diff := len(a) - len(b); diff > 3 || diff < -3 {
		return 1 << 20
	}
	var before, last, row [64]int
	for j := range row {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
