// Package page reads the files of a folder of records as people and their editors
// leave them: encodings and line ends, fences, links, numbers and dates in names.
package page

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// Fence is a line that opens or closes what is fenced.
var Fence = regexp.MustCompile("^[ \t>]*(`{3,}|~{3,})")

// Closes reports whether a line ends what a fence began.
func Closes(line, fence string) bool {
	line = strings.Trim(line, " \t>")
	return strings.HasPrefix(line, fence) && strings.Trim(line, fence[:1]) == ""
}

// IsJSON reports whether a text is meant to be JSON.
func IsJSON(text string) bool { return strings.HasPrefix(strings.TrimLeft(text, " \t\n"), "{") }

// Text is a file as text with Unix line ends and without a byte order mark.
func Text(data []byte) string {
	if order, ok := Wide(data); ok {
		if text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data); err == nil {
			data = text
		}
	}
	text := strings.ReplaceAll(string(bytes.TrimPrefix(data, []byte(ByteOrderMark))), "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n")
}

// ByteOrderMark is what some editors begin a file with.
const ByteOrderMark = "\ufeff"

// Like gives a text the line ends and the mark of the file that it came from.
func Like(old []byte, text string) []byte {
	switch {
	case bytes.Contains(old, []byte("\r\n")), bytes.Contains(old, []byte("\r\x00\n")):
		text = strings.ReplaceAll(text, "\n", "\r\n")
	case bytes.Contains(old, []byte("\r")) && !bytes.Contains(old, []byte("\n")):
		text = strings.ReplaceAll(text, "\n", "\r")
	}
	if bytes.HasPrefix(old, []byte(ByteOrderMark)) {
		text = ByteOrderMark + text
	}
	return []byte(text)
}

// Wide tells a file that a Windows shell wrote, by its mark or by the zeros
// between its first letters, and which byte comes first.
func Wide(data []byte) (order unicode.Endianness, ok bool) {
	head := append(append([]byte{}, data[:min(len(data), 4)]...), 1, 1, 1, 1)
	switch {
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}), head[0] == 0 && head[2] == 0 && head[1] > 1 && head[3] > 1:
		return unicode.BigEndian, true
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), head[1] == 0 && head[3] == 0 && head[0] > 1 && head[2] > 1:
		return unicode.LittleEndian, true
	}
	return unicode.BigEndian, false
}
