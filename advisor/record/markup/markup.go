// Package markup writes the text of strangers into Markdown and YAML so that it cannot become markup.
package markup

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"archadvisor/advisor/say"
	"archadvisor/rules/source"
)

// Inline writes text into running Markdown (CommonMark with GitHub's extensions) so that it appears as itself: whatever
// is markup, mathematics or a template is escaped, and a start that would open a list or a heading likewise.
func Inline(s string) string { return escape(say.Line(s)) }

func escape(s string) string {
	in := []rune(s)
	hashes := len(in)
	for hashes > 0 && in[hashes-1] == '#' {
		hashes--
	}
	var b strings.Builder
	for i, r := range in {
		if special(in, i) || r == '#' && (i >= hashes || i == 0) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// address finds web addresses that can stand in a link as they are, in angle brackets or not, without what ends a sentence.
var address = source.Pattern(`<(https?://[!#-'*-;=?-Z_a-z~]*[#-&+/-9=@-Za-z-])>|\b(https?://[!#-'*-;=?-Z_a-z~]*[#-&+/-9=@-Za-z-])`)

// Prose is Inline for the program's own words: web addresses in them become links.
func Prose(s string) string {
	s = say.Line(s)
	var b strings.Builder
	at := 0
	for _, m := range address().FindAllStringSubmatchIndex(s, -1) {
		b.WriteString(escape(s[at:m[0]]) + "<" + s[max(m[2], m[4]):max(m[3], m[5])] + ">")
		at = m[1]
	}
	return b.String() + escape(s[at:])
}

// Heading writes text as the text of a heading: Inline without punctuation at the end.
func Heading(s string) string { return Inline(Title(s)) }

// Cell writes text into a cell of a table; an empty one becomes "n/a".
func Cell(s string) string { return cmp.Or(Inline(s), "n/a") }

// LinkText writes text between the brackets of a link; brackets in it, which no reader allows, become parentheses.
func LinkText(s string) string { return Inline(strings.NewReplacer("[", "(", "]", ")").Replace(s)) }

func special(in []rune, i int) bool {
	switch r := in[i]; r {
	case '\\', '`', '*', '[', ']', '<', '>', '|', '~', '{', '}', '$':
		return true
	case '(':
		return at(in, i-1) == ']' // Structurizr looks for links with no eye for escapes
	case '_':
		return !wordRune(at(in, i-1)) || !wordRune(at(in, i+1))
	case '&':
		return entity().MatchString(string(in[i:]))
	case '@':
		return i > 0 && at(in, i-1) != ' ' && at(in, i+1) != ' '
	case ':':
		return i == 0 || at(in, i+1) == '/' || scheme().MatchString(string(in[max(0, i-6):i]))
	case '.':
		return strings.EqualFold(string(in[max(0, i-3):i]), "www") || opensList(in, i)
	case ')':
		return opensList(in, i)
	case '-', '+', '=':
		return i == 0 && strings.ContainsRune(" -=", at(in, 1))
	}
	return false
}

func at(in []rune, i int) rune {
	if i < 0 || i >= len(in) {
		return ' '
	}
	return in[i]
}

// wordRune reports whether an underscore beside r is inside a word.
func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

var (
	entity  = source.Pattern(`^&[#0-9A-Za-z][0-9A-Za-z]*;`)
	scheme  = source.Pattern(`(?i)(http|https|ftp|mailto|xmpp)$`)
	ordered = source.Pattern(`^[0-9]{1,9}$`)
	escaped = source.Pattern("\\\\([^ 0-9A-Za-z\u0080-\U0010ffff])")
)

// opensList reports whether the text starts with a number whose full stop or parenthesis at i would open a list.
func opensList(in []rune, i int) bool {
	return i <= 9 && ordered().MatchString(string(in[:i])) && at(in, i+1) == ' '
}

// Plain undoes Inline: what a title in a file says to its reader.
func Plain(markdown string) string { return escaped().ReplaceAllString(markdown, "$1") }

// MaxTitle bounds a title or a name, in runes; it is far above what people write.
const MaxTitle = 200

// Title is a title as every reader of records accepts it: one line without punctuation at its end (MD026).
func Title(s string) string {
	s = say.Limit(say.Line(s), MaxTitle)
	return strings.TrimRight(s, " .,;:!?。，；：！？")
}

// Target is a file name as the target of a link.
func Target(file string) string {
	var b strings.Builder
	for _, c := range []byte(file) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte("()<>[]\\%`\"", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// Code writes text between backticks.
func Code(s string) string { return "`" + CodeSafe(s) + "`" }

// CodeSafe drops what would end a code span.
func CodeSafe(s string) string { return strings.ReplaceAll(say.Line(s), "`", "'") }

// YAML writes text as one YAML scalar, in quotes where it would be something else without.
func YAML(s string) string { return encoded(say.Line(s)) }

// YAMLNames writes names as one YAML string with commas, which every reader takes, or as a list if a name has one.
func YAMLNames(names []string) string {
	joined := strings.Join(names, ", ")
	if strings.Count(joined, ",") == len(names)-1 {
		return YAML(joined)
	}
	return YAMLList(names)
}

// YAMLList writes names as a YAML list on one line.
func YAMLList(names []string) string {
	var list yaml.Node
	_ = list.Encode(names) // what is text can be encoded
	list.Style = yaml.FlowStyle
	return encoded(&list)
}

func encoded(v any) string {
	data, _ := yaml.Marshal(v) // text, or a list of texts
	return strings.TrimSpace(string(data))
}
