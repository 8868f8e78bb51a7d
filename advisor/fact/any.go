package fact

import "archadvisor/rules/cond"

// Any is a value of the fact as JSON writes it: a word or a yes-no as such.
func (f *Def) Any(v float64) any {
	switch f.Kind {
	case cond.FactBool:
		return v == 1
	case cond.FactOption:
		if i := int(v); i >= 0 && i < len(f.Options) {
			return f.Options[i]
		}
	case cond.FactList:
		return wordsOf(f.Options, v)
	}
	return v
}

// wordsOf are the words of a list; one stands alone.
func wordsOf(options []string, bits float64) any {
	words := []string{}
	for i, w := range options {
		if uint64(bits)>>i&1 == 1 {
			words = append(words, w)
		}
	}
	if len(words) == 1 {
		return words[0]
	}
	return words
}
