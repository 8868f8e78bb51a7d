package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"
)

// Array prints JSON values as one array, a line each, as they come.
type Array struct {
	w io.Writer
	n int
}

// Add prints the next value.
func (a *Array) Add(v any) error {
	data, err := marshal(v, "")
	if err != nil {
		return err
	}
	before := ",\n"
	if a.n == 0 {
		before = "[\n"
	}
	a.n++
	_, err = io.WriteString(a.w, before+string(data))
	return err
}

// Close ends the array.
func (a *Array) Close() error {
	end := "\n]\n"
	if a.n == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(a.w, end)
	return err
}

// JSON prints one value, indented.
func JSON(w io.Writer, v any) error {
	data, err := marshal(v, "  ")
	if err == nil {
		_, err = w.Write(append(data, '\n'))
	}
	return err
}

// marshal is JSON with floats of six digits and without a character that a terminal would obey: beside what
// encoding/json escapes these are DEL, the C1 controls and the marks that turn
// the direction of text.
func marshal(v any, indent string) ([]byte, error) {
	data, err := json.Marshal(rounded(v))
	if err == nil && indent != "" {
		var b bytes.Buffer
		err = json.Indent(&b, data, "", indent)
		data = b.Bytes()
	}
	if err != nil || isASCII(data) {
		return data, err
	}
	out := make([]byte, 0, len(data)+64)
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if steers(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, data[:n]...)
		}
		data = data[n:]
	}
	return out, nil
}

// isASCII is true for most rows, and quick to know. DEL is not counted in.
func isASCII(data []byte) bool {
	for _, c := range data {
		if c >= 0x7f {
			return false
		}
	}
	return true
}

func steers(r rune) bool {
	return r >= 0x7f && r <= 0x9f || r >= 0x200e && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
}
