package quantity

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"archadvisor/rules/source"
)

// Numbers with a comma where a point belongs: not three digits after it, which are thousands, unless those are set
// apart otherwise before or nothing is before; and numbers with points between thousands, or commas as India sets them.
var (
	decimalComma = []func() *regexp.Regexp{
		source.Pattern(`^([-+~$]?(?:\d{1,3}(?:[. '_]\d{3})+|\d+)),(\d{1,2}|\d{4,})([^\d,].*)?$`),
		source.Pattern(`^([-+~$]?\d{1,3}(?:[. ']\d{3})+|[-+~$]?0),(\d+)([^\d,].*)?$`),
	}
	pointed = source.Pattern(`^([-+~$]?\d{1,3}(?:\.\d{3}){2,}|[-+~$]?\d{1,2}(?:,\d\d)+,\d{3})(\D.*)?$`)
	apart   = strings.NewReplacer(".", "", " ", "", "'", "", "_", "", ",", "")
)

// Rewritten is a number, or a range of them, that is written with a decimal comma, with points or odd blanks between
// thousands, or in signs of another script, as it is written here, no digit lost. It is false for every other text.
func Rewritten(text string) (plain string, ok bool) {
	if !utf8.ValidString(text) || len(text) > source.MaxQuoted {
		return text, false // no number of anybody's
	}
	plain = strings.Map(narrow, text)
	low, high, isRange := splitRange(plain)
	if !isRange || plain[0] == '[' {
		number, odd := rewritten(plain)
		return number, odd || plain != text
	}
	low, oddLow := rewritten(strings.TrimSpace(low))
	high, oddHigh := rewritten(strings.TrimSpace(high))
	if !oddLow && !oddHigh {
		return plain, plain != text
	}
	return low + " to " + high, true
}

func rewritten(text string) (plain string, ok bool) {
	for _, form := range decimalComma {
		if m := form().FindStringSubmatch(text); m != nil {
			return apart.Replace(m[1]) + "." + m[2] + m[3], true
		}
	}
	if m := pointed().FindStringSubmatch(text); m != nil {
		return apart.Replace(m[1]) + m[2], true
	}
	return text, false
}

var behind = source.Pattern(`\s*(?:,\s*[\w"']+\s*=.*|\}\s*)$`) // finds what follows a value in a table on one line

// quotes and semicolons of other keyboards stand around what was meant.
var around = "\"' \t\r\n“”„‟‘’«»；;"

// Typed is the text that was meant as the value with which the rest of a line begins.
func Typed(rest string) string {
	whole, _, _ := strings.Cut(rest, "#")
	whole = strings.Trim(behind().ReplaceAllString(whole, ""), around)
	if inner, isList := strings.CutPrefix(whole, "["); isList && strings.Contains(inner, ";") {
		whole = strings.Replace(strings.TrimSuffix(inner, "]"), ";", " to ", 1)
	}
	return whole
}

// Line is a line that has no = of ASCII as "key = value", "" if it has one or none at all.
func Line(line string) string {
	key, value, ok := strings.Cut(strings.Map(narrow, line), "=")
	if !ok || strings.Contains(line, "=") || !utf8.ValidString(line) || len(line) > source.MaxQuoted {
		return ""
	}
	return strings.TrimSpace(key) + " = " + strings.Trim(value, " ;")
}

// IsPlain reports a number as TOML writes it, whatever its precision.
func IsPlain(text string) bool { return plainNumber().MatchString(text) }

var plainNumber = source.Pattern(`^-?(?:0|[1-9]\d*)(?:\.\d+)?$`)

// narrow is the ASCII sign for one of another script or keyboard.
func narrow(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case unicode.IsSpace(r), r == '\u2060', r == '\ufeff':
		return ' '
	case r == '−':
		return '-'
	case r == '’':
		return '\''
	case r == '٫', r == '·':
		return '.'
	case r == '٬', r == '،':
		return ','
	}
	for _, block := range unicode.Nd.R16 {
		if r >= rune(block.Lo) && r <= rune(block.Hi) {
			return '0' + (r-rune(block.Lo))%10
		}
	}
	return r
}
