// Package slug makes the readable part of file names: of titles in any script, and alternatives where a name is taken.
package slug

import (
	"cmp"
	"hash/fnv"
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Longest is the longest slug, in bytes.
const Longest = 60

// Of turns a title into the readable part of a file name: [a-z0-9-]+, at most 60 characters, never empty. Other scripts
// are transliterated; a word of which nothing is left becomes a few letters of its hash, so that two names stay two.
func Of(title string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFKD.String(title)), func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.N, unicode.M) && r != '\'' && r != '’'
	})
	var parts []string
	for i, w := range words {
		part := latinised(w)
		dangling := i == len(words)-1 && i > 0 && words[i-1] == "for" // the name of a profile comes to nothing
		if part == "" && (dangling || strings.ContainsFunc(w, unicode.IsLetter)) {
			part = hashed(w)
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	if n := len(words) - 1; n >= 0 && words[n] == "for" {
		parts = append(parts, hashed(title)) // a name without a letter
	}
	// adr-log takes digits that follow the number of a record for a part of it
	return cutSlug(strings.TrimLeft(strings.Join(parts, "-"), "-0123456789"), Longest)
}

// latinised is a word in Latin letters; accents and apostrophes, and letters without a common spelling, go.
func latinised(word string) string {
	var b strings.Builder
	for _, r := range word {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
			continue
		}
		b.WriteString(latin[r])
	}
	return b.String()
}

func hashed(word string) string {
	h := fnv.New32a()
	h.Write([]byte(word))
	var b strings.Builder
	for n, i := h.Sum32(), 0; i < 5; n, i = n/26, i+1 {
		b.WriteByte(byte('a' + n%26))
	}
	return b.String()
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
	return cmp.Or(strings.Trim(s, "-"), "decision")
}

// Clash is the n-th alternative to a file name that is taken, from 1: "x-y.md" becomes "x-y-b.md", ... "x-y-zb.md".
func Clash(file string, n int) string {
	ext := path.Ext(file)
	suffix := strings.Repeat("z", (n-1)/25) + string(rune('b'+(n-1)%25))
	prefix, slug, _ := strings.Cut(strings.TrimSuffix(file, ext), "-")
	return prefix + "-" + cutSlug(slug, Longest-1-len(suffix)) + "-" + suffix + ext
}

// latin spells letters that are no letter with an accent: Greek as ISO 843, Cyrillic as ICAO 9303.
var latin = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'ł': "l", 'þ': "th",
	'є': "ie", 'і': "i", 'ґ': "g", 'ђ': "dj", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'џ': "dz",
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m", 'ν': "n",
	'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'ς': "s", 'σ': "s", 'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o",
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "i", 'к': "k", 'л': "l", 'м': "m",
	'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch",
	'ъ': "ie", 'ы': "y", 'ь': "", 'э': "e", 'ю': "iu", 'я': "ia",
}
