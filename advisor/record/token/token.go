// Package token is the words in a record that machines read: those of the comments in which it keeps what was
// recorded, safe inside any Markdown, and those of a command line that it quotes.
package token

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"golang.org/x/mod/semver"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// Word writes a word of a comment: as it is, or quoted if it has anything but harmless characters in it.
func Word(s string) string {
	harmful := func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@.:_/+-", r)
	}
	if !strings.ContainsFunc(s, harmful) {
		return s
	}
	return strings.NewReplacer("<", `\u003c`, ">", `\u003e`, "&", `\u0026`, "`", `\u0060`,
		"{", `\u007b`, "}", `\u007d`, ";", `\u003b`, "]", `\u005d`).Replace(strconv.QuoteToASCII(s))
}

// Tenth rounds points as they are recorded.
func Tenth(v float64) float64 { return math.Round(v*10) / 10 }

// Short writes a recorded figure with six significant digits.
func Short(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	return strconv.FormatFloat(numeral.Round(v, 6), 'f', -1, 64)
}

// ErrDamaged says that a line is not as it was written.
var ErrDamaged = errors.New("this line of what was recorded is damaged")

// Pair is a word of a comment, or the two sides of an assignment.
type Pair struct{ Key, Text string }

// Split splits a comment into words and key=word pairs, where a word may be a quoted string (see Word).
func Split(s string) ([]Pair, error) {
	var out []Pair
	for s = strings.TrimLeft(s, " "); s != ""; s = strings.TrimLeft(s, " ") {
		var p Pair
		if i := strings.IndexAny(s, "=\" "); i > 0 && s[i] == '=' {
			p.Key, s = s[:i], s[i+1:]
		}
		word, _, _ := strings.Cut(s, " ")
		p.Text = word
		if strings.HasPrefix(s, `"`) {
			quoted, err := strconv.QuotedPrefix(s)
			if err != nil {
				return nil, ErrDamaged
			}
			word = quoted
			p.Text, _ = strconv.Unquote(quoted) // it is quoted as it should be
		}
		s = s[len(word):]
		out = append(out, p)
	}
	return out, nil
}

// Assignments are the key=word pairs of a comment.
func Assignments(words []Pair) map[string]string {
	out := map[string]string{}
	for _, w := range words {
		if w.Key != "" {
			out[w.Key] = w.Text
		}
	}
	return out
}

// Literal writes a value of a field as --set takes it: as TOML in a code span, an option without its quotes.
func Literal(id profile.ID, v profile.Value) string {
	text := strings.ReplaceAll(profile.TOML(id, v), "`", `\u0060`)
	if id.Field().Kind == profile.Option {
		return strings.Trim(text, `"`)
	}
	return text
}

// SetFlag is the flag that states a value: "--set team.engineers=34". It is quoted for a POSIX shell if it must be.
func SetFlag(id profile.ID, v profile.Value) string {
	return "--set " + ShellWord(id.String()+"="+Literal(id, v))
}

var plainWord = source.Pattern(`^[-_.=/:,+%@0-9A-Za-z]+$`) // what no shell takes apart

// ShellWord quotes a word for a POSIX shell unless it is safe as it stands.
func ShellWord(s string) string {
	if plainWord().MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// Newer reports whether version a is after version b. Versions of another form (a development build) are not newer than
// anything.
func Newer(a, b string) bool {
	a, b = "v"+strings.TrimPrefix(a, "v"), "v"+strings.TrimPrefix(b, "v")
	return semver.IsValid(a) && semver.IsValid(b) && semver.Compare(a, b) > 0
}
