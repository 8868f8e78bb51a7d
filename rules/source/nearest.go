package source

import "strings"

const longest = 63 // bounds the work of one comparison; what is longer is cut

// Fold makes spellings comparable: lower case, "_" for "-" and spaces, and no
// longer than any real word, so that comparing costs nothing on long input.
func Fold(s string) string {
	if len(s) > longest {
		s = s[:longest]
	}
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(s))
}

// Tolerance is how many slips make a word still the same word.
func Tolerance(word string) int {
	switch n := len(word); {
	case n <= 2:
		return 0
	case n <= 4:
		return 1
	case n <= 9:
		return 2
	default:
		return n / 3
	}
}

// Nearest returns the known word that was probably meant, "" if none is near; of two the first.
func Nearest(word string, known ...string) string {
	word = Fold(word)
	best, found := Tolerance(word)+1, ""
	for _, k := range known {
		if d := Slips(word, Fold(k), best); d < best {
			best, found = d, k
		}
	}
	return found
}

// DidYouMean is the ending of a message about an unknown word, "" if no known one is near.
func DidYouMean(word string, known ...string) string {
	if near := Nearest(word, known...); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}

// Slips counts the slips (insert, delete, replace, swap of neighbours) between
// two folded words, by bytes; limit or more if there are that many.
func Slips(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit || len(a) > longest || len(b) > longest {
		return max(limit, len(a)-len(b), len(b)-len(a))
	}
	var rows [3][longest + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
