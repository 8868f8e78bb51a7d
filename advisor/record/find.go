package record

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// found is the embedded block of a Markdown record, as people and their editors
// left it: fenced by backticks or tildes, or indented, in a list or a quotation.
type found struct {
	lines    []string // without what stands before each
	from, to int      // its lines in the file; to is -1 if the fence is not closed
	prefix   string   // what stands before each line
	fence    string   // what it is fenced by, "" if it is indented
}

func (b found) found() bool { return b.from > 0 }

var (
	fenceLine = regexp.MustCompile("^[ \t>]*(`{3,}|~{3,})")
	blockLine = regexp.MustCompile(`^([ \t>]*)` + blockMark)
)

// findBlock finds the embedded block.
func findBlock(lines []string) (b found) {
	for i, line := range lines {
		m := blockLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		above := i - 1
		for above > 0 && strings.Trim(lines[above], " \t>") == "" {
			above--
		}
		b = found{from: i, prefix: m[1], to: -1}
		if f := fenceLine.FindStringSubmatch(lines[max(above, 0)]); f != nil {
			b.fence = f[1]
		} else if !strings.HasPrefix(m[1], "    ") && !strings.HasPrefix(m[1], "\t") {
			continue // a heading
		}
		b.readLines(lines)
		return b
	}
	return found{}
}

// readLines reads up to the end of the fence, or of what is indented.
func (b *found) readLines(lines []string) {
	bare := strings.TrimRight(b.prefix, " \t")
	for i := b.from; i < len(lines); i++ {
		line, inside := strings.CutPrefix(lines[i], b.prefix)
		if rest := strings.TrimSpace(line); !inside && (rest == "" || rest == bare) {
			line, inside = "", true
		}
		if b.fence != "" && closes(lines[i], b.fence) || b.fence == "" && !inside {
			b.to = i
			return
		}
		b.lines = append(b.lines, line)
	}
	if b.fence == "" {
		b.to = len(lines)
	}
}

// closes reports whether a line ends what a fence began.
func closes(line, fence string) bool {
	line = strings.Trim(line, " \t>")
	return strings.HasPrefix(line, fence) && strings.Trim(line, fence[:1]) == ""
}

// isJSON reports whether a text is meant to be JSON.
func isJSON(text string) bool { return strings.HasPrefix(strings.TrimLeft(text, " \t\n"), "{") }

// toLF is a file as text with Unix line ends and without a byte order mark.
func toLF(data []byte) string {
	if order, ok := widened(data); ok {
		if text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data); err == nil {
			data = text
		}
	}
	text := strings.ReplaceAll(string(bytes.TrimPrefix(data, []byte(byteOrderMark))), "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n")
}

const byteOrderMark = "\ufeff"

// likeOld gives a text the line ends and the mark of the file that it came from.
func likeOld(old []byte, text string) []byte {
	switch {
	case bytes.Contains(old, []byte("\r\n")), bytes.Contains(old, []byte("\r\x00\n")):
		text = strings.ReplaceAll(text, "\n", "\r\n")
	case bytes.Contains(old, []byte("\r")) && !bytes.Contains(old, []byte("\n")):
		text = strings.ReplaceAll(text, "\n", "\r")
	}
	if bytes.HasPrefix(old, []byte(byteOrderMark)) {
		text = byteOrderMark + text
	}
	return []byte(text)
}

// widened tells a file that a Windows shell wrote, by its mark or by the zeros
// between its first letters, and which byte comes first.
func widened(data []byte) (order unicode.Endianness, ok bool) {
	head := append(append([]byte{}, data[:min(len(data), 4)]...), 1, 1, 1, 1)
	switch {
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}), head[0] == 0 && head[2] == 0 && head[1] > 1 && head[3] > 1:
		return unicode.BigEndian, true
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), head[1] == 0 && head[3] == 0 && head[0] > 1 && head[2] > 1:
		return unicode.LittleEndian, true
	}
	return unicode.BigEndian, false
}
