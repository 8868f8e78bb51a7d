package rules

// nearest looks for the known word that a mistyped one was meant to be.
type nearest struct {
	word  string
	found string
	best  int
}

// maxWord bounds the work of one comparison; longer words get no suggestion.
const maxWord = 80

func (n *nearest) try(candidate string) {
	if len(n.word) > maxWord || len(candidate) > maxWord {
		return
	}
	limit := max(2, len(n.word)/3)
	if n.found != "" {
		limit = n.best - 1
	}
	if d := distance(n.word, candidate, limit); d <= limit {
		n.found, n.best = candidate, d
	}
}

// distance counts the insertions, deletions, replacements and swaps of
// neighbours that turn a into b (optimal string alignment), or returns limit+1
// when it is more than limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var rows [3][maxWord + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := 0; j <= len(b); j++ {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
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
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// didYouMean is the ending of a message about an unknown word.
func didYouMean(word string, candidates ...string) string {
	n := nearest{word: word}
	for _, c := range candidates {
		n.try(c)
	}
	if n.found == "" {
		return ""
	}
	return "; did you mean " + n.found + "?"
}
