package record

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxSlug is the longest slug, in bytes.
const maxSlug = 60

// Slug turns a title into the readable part of a file name: [a-z-]+, at most
// 60 characters, never empty. Digits are dropped because adr-tools finds
// records by matching numbers anywhere in the path. Letters of other scripts
// are transliterated where a common way exists and dropped where none does.
func Slug(title string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		switch {
		case r >= 'a' && r <= 'z':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
			// an accent that NFKD split off, or an apostrophe inside a word
		case transliterate(r) != "":
			b.WriteString(transliterate(r))
		default:
			dash(&b)
		}
	}
	return cutSlug(b.String(), maxSlug)
}

// dash writes a dash unless one stands there already.
func dash(b *strings.Builder) {
	if s := b.String(); s != "" && !strings.HasSuffix(s, "-") {
		b.WriteByte('-')
	}
}

// cutSlug shortens a slug to n bytes, at a word's end if that loses little.
func cutSlug(s string, n int) string {
	s = strings.Trim(s, "-")
	if len(s) > n {
		s = s[:n]
		if i := strings.LastIndexByte(s, '-'); i > n/2 {
			s = s[:i]
		}
	}
	if s = strings.Trim(s, "-"); s == "" {
		return "decision"
	}
	return s
}

// Clash is the n-th alternative to a file name that is taken, n from 1:
// "x.md" becomes "x-b.md", "x-c.md", ... "x-z.md", "x-zb.md".
func Clash(file string, n int) string {
	stem, ext := file, ""
	if i := strings.LastIndexByte(file, '.'); i > 0 {
		stem, ext = file[:i], file[i:]
	}
	suffix := ""
	for ; n > 25; n -= 25 {
		suffix += "z"
	}
	suffix += string(rune('a' + n))
	prefix, slug, found := strings.Cut(stem, "-")
	if !found {
		return stem + "-" + suffix + ext
	}
	return prefix + "-" + cutSlug(slug, maxSlug-1-len(suffix)) + "-" + suffix + ext
}

// transliterate writes a lower-case letter outside a-z in Latin letters, ""
// if it has no common spelling.
func transliterate(r rune) string {
	switch {
	case r >= 'α' && r <= 'ω':
		return greek()[r-'α']
	case r >= 'а' && r <= 'я':
		return cyrillic()[r-'а']
	}
	return latin[r]
}

// latin spells letters of European alphabets that are no letter with an accent.
var latin = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'ł': "l", 'þ': "th",
	'є': "ie", 'і': "i", 'ђ': "dj", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'џ': "dz",
}

// greek is ISO 843 without accents, from alpha to omega.
func greek() [25]string {
	return [25]string{"a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x",
		"o", "p", "r", "s", "s", "t", "y", "f", "ch", "ps", "o"}
}

// cyrillic is the ICAO 9303 romanisation, from a to ya.
func cyrillic() [32]string {
	return [32]string{"a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
		"r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "ie", "y", "", "e", "iu", "ia"}
}
