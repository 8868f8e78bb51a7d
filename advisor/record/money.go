package record

import "strings"

// told is a text of the pack or the advisor as a clause of a record: nobody is
// addressed.
func told(s string) string { return impersonal(Clause(s)) }

// impersonal takes the reader out of a text: a record is read by many.
func impersonal(s string) string {
	return strings.NewReplacer("you left open", "was left open", "you excluded it", "it was excluded beforehand", " your target", " the target", " your own ", " the ").Replace(s)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
