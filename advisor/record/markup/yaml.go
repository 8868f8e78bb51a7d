package markup

import (
	"strconv"
	"strings"
	"unicode"

	"archadvisor/advisor/say"
)

// YAML writes text as one YAML scalar: bare if every parser reads it back so, otherwise in double quotes.
func YAML(s string) string {
	s = say.Line(s)
	if bare(s) {
		return s
	}
	return strconv.Quote(s) // of what Go writes there, YAML reads the same
}

// YAMLNames writes names as the value of a YAML key: one string with commas,
// which every reader of records takes, or a list if a name has a comma itself.
func YAMLNames(names []string) string {
	joined := strings.Join(names, ", ")
	if strings.Count(joined, ",") == len(names)-1 {
		return YAML(joined)
	}
	return YAMLList(names)
}

// YAMLList writes names as a YAML list on one line.
func YAMLList(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		if out[i] = YAML(n); strings.ContainsAny(out[i], ",") && out[i][0] != '"' {
			out[i] = `"` + out[i] + `"`
		}
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// bare reports whether a scalar needs no quotes: it starts with a letter, holds only letters, digits, spaces
// and punctuation that has no meaning in YAML, and is no word that YAML 1.1 or 1.2 reads as something else.
func bare(s string) bool {
	if s == "" {
		return false
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.Is(unicode.Mn, r) && i > 0:
		case i > 0 && r < unicode.MaxASCII && (wordRune(r) || strings.ContainsRune(" ._/()+,'", r)):
		case i > 0 && r == '-' && !strings.Contains(s, "--"):
		default:
			return false
		}
	}
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return false
	}
	return true
}
