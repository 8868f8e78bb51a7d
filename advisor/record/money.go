package record

import "strings"

// told is a text of the pack or the advisor as a clause of a record: amounts of
// money in one form, and nobody addressed.
func told(s string) string { return impersonal(usd(Clause(s))) }

// impersonal takes the reader out of a text: a record is read by many.
func impersonal(s string) string {
	return strings.NewReplacer("you left open", "was left open", "you excluded it", "it was excluded beforehand", " your target", " the target", " your own ", " the ").Replace(s)
}

// usd writes amounts of money in the one form of a record, the currency first:
// "$1,070" and "1 070 USD" become "USD 1 070", "8000 to 16000 USD" becomes
// "USD 8000 to 16000".
func usd(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '$' && i+1 < len(s) && isDigit(s[i+1]) {
			n := amountAt(s[i+1:])
			b.WriteString("USD " + strings.ReplaceAll(s[i+1:i+1+n], ",", " "))
			i += n
			continue
		}
		if n := amountAt(s[i:]); n > 0 && (i == 0 || !isWordByte(s[i-1])) {
			rest := s[i+n:]
			if strings.HasPrefix(rest, " USD") && (len(rest) == 4 || !isWordByte(rest[4])) && !strings.HasSuffix(s[:i], "USD ") {
				b.WriteString("USD " + strings.ReplaceAll(s[i:i+n], ",", " "))
				i += n + len(" USD") - 1
				continue
			}
			b.WriteString(s[i : i+n])
			i += n - 1
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// amountAt is the length of the amount that a text starts with, a range
// included: "1,070", "1 070", "10.5k", "8000 to 16000". 0 if there is none.
func amountAt(s string) int {
	n := numberAt(s)
	if n == 0 {
		return 0
	}
	if rest, ok := strings.CutPrefix(s[n:], " to "); ok {
		if m := numberAt(rest); m > 0 {
			return n + len(" to ") + m
		}
	}
	return n
}

// numberAt is the length of the number that a text starts with: digits in
// groups set apart by a space or a comma, a fraction, and k, M or T.
func numberAt(s string) int {
	n := digitsAt(s)
	if n == 0 {
		return 0
	}
	for n < len(s) && (s[n] == ' ' || s[n] == ',') && digitsAt(s[n+1:]) == 3 {
		n += 4
	}
	if n < len(s) && s[n] == '.' {
		if m := digitsAt(s[n+1:]); m > 0 {
			n += 1 + m
		}
	}
	if n < len(s) && strings.IndexByte("kMT", s[n]) >= 0 && (n+1 == len(s) || !isWordByte(s[n+1])) {
		n++
	}
	return n
}

// digitsAt counts the digits that a text starts with.
func digitsAt(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWordByte(c byte) bool {
	return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '.' || c >= 0x80
}
