package record

import (
	"fmt"
	"strings"

	"archadvisor/advisor/profile"
)

// literal writes a value of a flip as --set takes it: as TOML, but a plain word
// without its quotes.
func literal(v any) string {
	if low, high, ok := ends(v); ok {
		if low == high {
			return plainNumber(low)
		}
		return "[" + plainNumber(low) + ", " + plainNumber(high) + "]"
	}
	switch x := v.(type) {
	case string:
		if plainWord(x) {
			return x
		}
		return tomlText(profile.Name, profile.Words(x))
	case []string:
		return tomlText(profile.Compliance, profile.List(x...))
	case []any:
		return tomlText(profile.Compliance, profile.List(texts(x)...))
	}
	return Line(fmt.Sprint(v))
}

// tomlText is a text or a list of texts as TOML on one line that can stand in a
// code span. The field says which of the two it is.
func tomlText(kind profile.ID, v profile.Value) string {
	return strings.ReplaceAll(profile.TOML(kind, v), "`", `\u0060`)
}

// texts are the elements of a list as strings.
func texts(list []any) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = fmt.Sprint(v)
	}
	return out
}

// plainWord tells whether --set and a shell both read a word as it stands, as
// they do those of every field with options.
func plainWord(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) && (s[i] < 'a' || s[i] > 'z') && s[i] != '-' && s[i] != '_' {
			return false
		}
	}
	return s != ""
}

// setFlag is the flag that states a value: "--set team.engineers=34". It is
// quoted for a POSIX shell if it must be.
func setFlag(field string, v any) string {
	return "--set " + shellWord(Line(field)+"="+literal(v))
}

// shellWord quotes a word for a POSIX shell unless it is safe as it stands.
func shellWord(s string) string {
	for i := range len(s) {
		if c := s[i]; !isDigit(c) && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && strings.IndexByte("-_.=/:,+%@", c) < 0 {
			return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
		}
	}
	return s
}
