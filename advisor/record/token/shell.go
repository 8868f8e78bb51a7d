package token

import (
	"regexp"
	"strings"

	"archadvisor/advisor/profile"
)

// Literal writes a value of a field as --set takes it: as TOML that can stand in
// a code span, but the word of an option without its quotes.
func Literal(id profile.ID, v profile.Value) string {
	text := strings.ReplaceAll(profile.TOML(id, v), "`", `\u0060`)
	if id.Field().Kind == profile.Option {
		return strings.Trim(text, `"`)
	}
	return text
}

// SetFlag is the flag that states a value: "--set team.engineers=34". It is
// quoted for a POSIX shell if it must be.
func SetFlag(id profile.ID, v profile.Value) string {
	return "--set " + ShellWord(id.String()+"="+Literal(id, v))
}

// plainWord is what no shell takes apart.
var plainWord = regexp.MustCompile(`^[-_.=/:,+%@0-9A-Za-z]+$`)

// ShellWord quotes a word for a POSIX shell unless it is safe as it stands.
func ShellWord(s string) string {
	if plainWord.MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
