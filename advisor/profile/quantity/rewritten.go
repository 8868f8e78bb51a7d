package quantity

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"archadvisor/rules/source"
)

// decimalComma is a number with a comma where a point belongs: not three digits
// after it, which are thousands, unless thousands are set apart by points before.
var (
	decimalComma = regexp.MustCompile(`^([-+~$]?(?:\d{1,3}(?:[. '_]\d{3})+|\d+)),(\d{1,2}|\d{4,})(\D.*)?$`)
	afterPoints  = regexp.MustCompile(`^([-+~$]?\d{1,3}(?:\.\d{3})+),(\d+)(\D.*)?$`)
	pointed      = regexp.MustCompile(`^[-+~$]?\d{1,3}(?:\.\d{3}){2,}(\D.*)?$`)
	apart        = strings.NewReplacer(".", "", " ", "", "'", "", "_", "")
)

// Rewritten is a number that is written with a decimal comma, with points between
// thousands or in wide signs, as it is written here, no digit lost. It is false for
// every other text.
func Rewritten(text string) (plain string, ok bool) {
	if !utf8.ValidString(text) || len(text) > source.MaxQuoted {
		return text, false // no number of anybody's
	}
	plain = strings.Map(narrow, text)
	ok = plain != text
	for _, form := range []*regexp.Regexp{decimalComma, afterPoints} {
		if m := form.FindStringSubmatch(plain); m != nil {
			return apart.Replace(m[1]) + "." + m[2] + m[3], true
		}
	}
	if m := pointed.FindStringSubmatch(plain); m != nil {
		number := strings.TrimSuffix(plain, m[1])
		return apart.Replace(number) + m[1], true
	}
	return plain, ok
}

// narrow is the ASCII sign of a wide one, as keyboards of East Asia write them.
func narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}
