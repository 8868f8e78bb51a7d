package profile

import (
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
	var b []byte
	for i, p := range profiles {
		prefix := ""
		if len(profiles) > 1 {
			if i > 0 {
				b = append(b, '\n')
			}
			b = append(b, "[[profile]]\n"...)
			prefix = "profile."
		}
		b = p.appendTo(b, prefix, escape)
		for _, part := range p.parts {
			b = append(b, "\n[["+prefix+componentKey+"]]\n"...)
			b = part.appendTo(b, prefix+componentKey+".", escape)
		}
	}
	return b
}

func (p *Profile) appendTo(b []byte, prefix string, escape func(rune) bool) []byte {
	section := ""
	for _, f := range table.rows {
		if !p.Known(f.ID) {
			continue
		}
		if f.Section != section {
			section = f.Section
			b = append(b, "\n["+prefix+section+"]\n"...)
		}
		b = append(b, f.Key...)
		b = append(b, " = "...)
		b = appendValue(b, f, p.Get(f.ID), escape)
		b = append(b, '\n')
	}
	return b
}

// TOML writes a known value as it stands in a file: 9, [8, 20], true, "bursty".
func TOML(id ID, v Value) string { return string(appendValue(nil, id.Field(), v, tomlEscape)) }

func appendValue(b []byte, f *Field, v Value, escape func(rune) bool) []byte {
	list := func(n int, add func(i int)) []byte {
		b = append(b, '[')
		for i := range n {
			if i > 0 {
				b = append(b, ", "...)
			}
			add(i)
		}
		return append(b, ']')
	}
	switch x := Any(f.ID, v).(type) {
	case bool:
		return strconv.AppendBool(b, x)
	case string:
		return appendString(b, x, escape)
	case []string:
		return list(len(x), func(i int) { b = appendString(b, x[i], escape) })
	case []float64:
		return list(len(x), func(i int) { b = append(b, shortest(x[i])...) })
	}
	return append(b, shortest(v.Low)...)
}

// Word returns the word of Options that a value stands for.
func (f *Field) Word(v Value) string {
	if i := int(v.Low); i >= 0 && i < len(f.Options) {
		return f.Options[i]
	}
	return ""
}

func appendString(b []byte, s string, escape func(rune) bool) []byte {
	b = append(b, '"')
	for _, r := range s {
		switch {
		case !escape(r):
			b = utf8.AppendRune(b, r)
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\t':
			b = append(b, '\\', 't')
		case r > 0xffff:
			b = fmt.Appendf(b, `\U%08X`, r)
		default:
			b = fmt.Appendf(b, `\u%04X`, r)
		}
	}
	return append(b, '"')
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
