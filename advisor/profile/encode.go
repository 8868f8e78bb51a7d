package profile

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"archadvisor/rules/source"
)

// Encode writes profiles as TOML in contract key order, several as [[profile]] tables. Decode reads it back.
func Encode(p ...*Profile) []byte { return encode(p, tomlEscape) }

// EncodeASCII is Encode with everything escaped that is not ASCII or could mean something in Markdown or HTML.
func EncodeASCII(p ...*Profile) []byte {
	return encode(p, func(r rune) bool {
		return tomlEscape(r) || r > 0x7e || strings.ContainsRune("<>&`", r)
	})
}

// tomlEscape reports the characters that stand as escapes: those of TOML and those that disturb who looks.
func tomlEscape(r rune) bool { return r == '"' || r == '\\' || source.Harmful(r) }

func encode(profiles []*Profile, escape func(rune) bool) []byte {
	var b bytes.Buffer
	for i, p := range profiles {
		prefix := ""
		if len(profiles) > 1 {
			prefix = "profile."
			b.WriteString(strings.Repeat("\n", min(i, 1)) + "[[profile]]\n")
		}
		p.write(&b, prefix, escape)
		for _, part := range p.parts {
			fmt.Fprintf(&b, "\n[[%s%s]]\n", prefix, componentKey)
			part.write(&b, prefix+componentKey+".", escape)
		}
	}
	return b.Bytes()
}

func (p *Profile) write(b *bytes.Buffer, prefix string, escape func(rune) bool) {
	section := ""
	for _, id := range p.Answered() {
		f := id.Field()
		if f.Section != section {
			section = f.Section
			fmt.Fprintf(b, "\n[%s%s]\n", prefix, section)
		}
		fmt.Fprintf(b, "%s = %s\n", f.Key, written(f, p.Get(id), escape))
	}
}

// TOML writes a known value as it stands in a file: 9, [8, 20], true, "bursty".
func TOML(id ID, v Value) string { return written(id.Field(), v, tomlEscape) }

func written(f *Field, v Value, escape func(rune) bool) string {
	var items []string
	switch x := Any(f.ID, v).(type) {
	case []string:
		for _, word := range x {
			items = append(items, quoted(word, escape))
		}
	case []float64:
		items = []string{shortest(x[0]), shortest(x[1])}
	case string:
		return quoted(x, escape)
	case bool:
		return strconv.FormatBool(x)
	default:
		return shortest(v.Low)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

func quoted(s string, escape func(rune) bool) string {
	b := []byte{'"'}
	for _, r := range s {
		switch {
		case !escape(r):
			b = utf8.AppendRune(b, r)
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r > 0xffff:
			b = fmt.Appendf(b, `\U%08X`, r)
		default:
			b = fmt.Appendf(b, `\u%04X`, r)
		}
	}
	return string(append(b, '"'))
}

// Word returns the word of Options that a value stands for.
func (f *Field) Word(v Value) string {
	if i := int(v.Low); i >= 0 && i < len(f.Options) {
		return f.Options[i]
	}
	return ""
}

// Any returns a value for JSON: a number, a pair [low, high], a bool, a string, a list of strings, nil if unknown.
func Any(id ID, v Value) any {
	f := id.Field()
	switch {
	case v.State == Open:
		return nil
	case f.Kind == Bool:
		return v.Low != 0
	case f.Kind == Option:
		return f.Word(v)
	case f.Kind == Text:
		return v.Text
	case f.Kind == TextList && f.OrWord && len(v.List) == 1:
		return v.List[0]
	case f.Kind == TextList:
		return v.List
	case v.State == Range:
		return []float64{v.Low, v.High}
	}
	return v.Low
}
