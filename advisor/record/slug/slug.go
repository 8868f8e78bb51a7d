// Package slug makes the readable part of file names: of titles in any script, and
// alternatives where a name is taken.
package slug

import (
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Longest is the longest slug, in bytes.
const Longest = 60

// Of turns a title into the readable part of a file name: [a-z0-9-]+, at most
// 60 characters, never empty. Digits are dropped where asked, because adr-tools
// finds records by matching numbers anywhere in the path. Letters of other scripts
// are transliterated where a common way exists; a word of which nothing is left
// becomes a few letters of its hash, so that two names stay two.
func Of(title string, digits bool) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFKD.String(title)), func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.N, unicode.M) && r != '\'' && r != '’'
	})
	var parts []string
	for i, w := range words {
		part := latinised(w, digits)
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

// latinised is a word in Latin letters; accents and apostrophes, which NFKD split
// off, and letters without a common spelling are dropped.
func latinised(word string, digits bool) string {
	if strings.ContainsAny(word, "іє") { // Ukrainian has other sounds for two letters
		word = strings.NewReplacer("и\u0306", "i", "и", "y", "г", "h").Replace(word)
	}
	var b strings.Builder
	for i, r := range word {
		if hard, is := strings.CutPrefix(word[i:], "ъ"); is && (hard == "" || !strings.ContainsAny(hard[:min(2, len(hard))], "еёюя")) {
			r = 'а' // a vowel in Bulgarian, where no other follows
		}
		if r >= 'a' && r <= 'z' || digits && r >= '0' && r <= '9' {
			b.WriteRune(r)
			continue
		}
		b.WriteString(transliterate(r))
	}
	return b.String()
}

// hashed is five letters that stand for a word.
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
	return prefix + "-" + cutSlug(slug, Longest-1-len(suffix)) + "-" + suffix + ext
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
	'є': "ie", 'і': "i", 'ґ': "g", 'ђ': "dj", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'џ': "dz",
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
