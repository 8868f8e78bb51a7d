package say

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"archadvisor/advisor/profile"
)

// Line makes one printable line of any text: white space of every kind becomes single spaces, control
// characters and invisible format characters (those that turn the direction of writing among them) go, bytes
// that are not UTF-8 become U+FFFD. The joiners that Indic scripts, Persian and emoji need stay.
func Line(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u200c', r == '\u200d':
			return r
		case unicode.In(r, unicode.Cc, unicode.Cf):
			return -1
		case r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF:
			return utf8.RuneError
		}
		return r
	}, s)), " ")
}

// Limit cuts a line to n runes and says so by an ellipsis.
func Limit(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:n-1]), " ") + "…"
}

// Clause makes the part after "because": no full stop, no capital at the start unless the word is a name.
func Clause(s string) string {
	s = strings.TrimRight(Line(s), " .;,")
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	word, _, _ := strings.Cut(s, " ")
	if unicode.IsUpper(first) && (unicode.IsLower(second) || second == ' ') && !slices.Contains(properNouns, strings.Trim(word, ",.:'")) {
		return string(unicode.ToLower(first)) + s[n:]
	}
	return s
}

// properNouns are those that the text of this program starts with: they keep their capital.
var properNouns = strings.Fields("I Lambda Fargate Kubernetes Azure Google Amazon Cloud Python Java Go Rust")

// Sentence makes a sentence: a capital at the start unless it is the name of a field, a full stop at the end.
func Sentence(s string) string {
	s = Line(s)
	if s == "" {
		return ""
	}
	word, _, _ := strings.Cut(s, " ")
	if _, field := profile.Lookup(strings.TrimRight(word, ",.:;")); !field || !strings.Contains(word, ".") {
		s = Capital(s)
	}
	if last, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".!?…。", last) {
		return s
	}
	return strings.TrimRight(s, " ,;:") + "."
}

// Capital writes the first letter in upper case.
func Capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// And joins a list as people do: "a, b and c".
func And(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return text("%s and %s", strings.Join(items[:len(items)-1], ", "), items[len(items)-1])
}

func inside(s string) string { return strings.TrimRight(strings.TrimSpace(s), ".") }
