// Package page reads the files of a folder of records as people and their editors leave them.
package page

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/encoding/unicode"

	"archadvisor/advisor/record/markup"
	"archadvisor/rules/source"
)

// Fence is a line that opens or closes what is fenced.
var Fence = source.Pattern("^[ \t>]*(`{3,}|~{3,})")

// Closes reports whether a line ends what a fence began.
func Closes(line, fence string) bool {
	line = strings.Trim(line, " \t>")
	return strings.HasPrefix(line, fence) && strings.Trim(line, fence[:1]) == ""
}

// IsJSON reports whether a text is meant to be JSON.
func IsJSON(text string) bool { return strings.HasPrefix(strings.TrimLeft(text, " \t\n"), "{") }

// Text is a file as text with Unix line ends and without a byte order mark.
func Text(data []byte) string {
	if Wide(data) {
		if text, err := unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Bytes(data); err == nil {
			data = text
		}
	}
	return strings.ReplaceAll(string(bytes.TrimPrefix(data, []byte(ByteOrderMark))), "\r\n", "\n")
}

// ByteOrderMark is what some editors begin a file with.
const ByteOrderMark = "\ufeff"

// Like gives a text the line ends and the mark of the file that it came from.
func Like(old []byte, text string) []byte {
	if bytes.Contains(old, []byte("\r\n")) || bytes.Contains(old, []byte("\r\x00\n")) {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if bytes.HasPrefix(old, []byte(ByteOrderMark)) {
		text = ByteOrderMark + text
	}
	return []byte(text)
}

// Wide tells a file in UTF-16, as a Windows shell writes it, by its mark.
func Wide(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xfe, 0xff}) || bytes.HasPrefix(data, []byte{0xff, 0xfe})
}

// numbering finds the number or the date of a record in its file name: "0007-x", "0007_x", "007 x", "7. x",
// "ADR-007-x", "adr0007", "20230531-x", "2023_05_31-x".
var numbering = source.Pattern(`^((?i:adr|ad|adl|rfc|decision|dec|dr|madr|tdr)?[-_ ]?)` +
	`(?:(\d{4}([-_.]?)\d\d[-_.]?\d\d)|(\d{1,5}))(?:[-_. ]+(.*))?\.\w+$`)

// Name is what a file name says before its title, and the title.
type Name struct {
	Lead, Digits, Words string
	Date                string // the layout of a date that stands in the place of digits
}

// NameOf reads the start of a file name; ok is false if no number and no date stands there.
func NameOf(name string) (p Name, ok bool) {
	m := numbering().FindStringSubmatch(name)
	if m == nil || m[2] == "" && m[5] == "" && len(m[4]) < 3 { // "12.md" may be anything
		return p, false
	}
	p = Name{Lead: m[1], Digits: m[4], Words: m[5]}
	if m[2] != "" {
		p.Date = strings.ReplaceAll(time.DateOnly, "-", m[3])
	}
	return p, true
}

// NumberOf is the number that a file name has, 0 if it has none or a date.
func NumberOf(name string) int {
	p, _ := NameOf(name)
	n, _ := strconv.Atoi(p.Digits)
	return n
}

// Stem is a file name without its extension: what log4brains calls a slug.
func Stem(file string) string { return strings.TrimSuffix(file, path.Ext(file)) }

// over finds the words of a status by which a record is no longer in force.
var over = source.Pattern(`(?i)\b(superseded|superceded|replaced|deprecated|rejected|obsolete|withdrawn|abandoned|retired)\b`)

// IsOver tells by its status that a record was replaced, turned down or given up, whatever the title of a link.
func IsOver(status string) bool {
	words, _, _ := strings.Cut(status, "[")
	return over().MatchString(words)
}

// Link is where a text leads to another file: "[text](target)" or "[x]: target".
type Link struct {
	text   [2]int // bytes between the brackets, empty for a definition
	target [2]int
	File   string // the target without escapes and fragment
}

var linkTo = source.Pattern(`(?m)(?:\[((?:[^\]\\]|\\.)*)\]\(\s*|^ {0,3}\[[^\]\n]+\]:[ \t]*)(?:<([^>\n]+)>|([^)<>\s]+))`)

const longestLink = 400 // bounds a target, in bytes

// Links are the links of a text to Markdown files on disk, outside its fences.
func Links(text string) (list []Link) {
	if !strings.Contains(text, "](") && !strings.Contains(text, "]:") {
		return nil
	}
	for _, m := range linkTo().FindAllStringSubmatchIndex(Unfenced(text), -1) {
		l := Link{text: [2]int{m[2], m[3]}, target: [2]int{max(m[4], m[6]), max(m[5], m[7])}}
		target, _, _ := strings.Cut(text[l.target[0]:l.target[1]], "#")
		if plain, err := url.PathUnescape(target); err == nil {
			target = plain
		}
		if l.File = strings.TrimPrefix(target, "./"); len(target) < longestLink && strings.HasSuffix(target, ".md") && !strings.Contains(target, ":") {
			list = append(list, l)
		}
	}
	return list
}

// Unfenced is a text with blanks in the place of what is fenced.
func Unfenced(text string) string {
	if !strings.Contains(text, "```") && !strings.Contains(text, "~~~") {
		return text
	}
	fence := ""
	var b strings.Builder
	for line := range strings.Lines(text) {
		m := Fence().FindStringSubmatch(line)
		switch {
		case fence == "" && m != nil:
			fence = m[1]
		case fence == "":
			b.WriteString(line)
			continue
		case Closes(strings.TrimRight(line, "\n"), fence):
			fence = ""
		}
		blank := len(strings.TrimSuffix(line, "\n")) // the last line may have no end
		b.WriteString(strings.Repeat(" ", blank) + line[blank:])
	}
	return b.String()
}

// Relink gives links of a text other targets where to knows one; "" leaves a link as it is. A number in the text of a
// link follows that of its target.
func Relink(text string, to func(file string) string) string {
	var b strings.Builder
	at := 0
	for _, l := range Links(text) {
		file := to(l.File)
		if file == "" || file == l.File {
			continue
		}
		if l.text[1] > l.text[0] {
			was, name := text[l.text[0]:l.text[1]], Stem(path.Base(file))
			if was != Stem(path.Base(l.File)) { // the text does not name the target: it may hold its number
				name = Renumber(was, NumberOf(path.Base(l.File)), NumberOf(path.Base(file)))
			}
			b.WriteString(text[at:l.text[0]] + name)
			at = l.text[1]
		}
		target := text[l.target[0]:l.target[1]]
		_, fragment, _ := strings.Cut(target, "#")
		b.WriteString(text[at:l.target[0]] + strings.ReplaceAll(markup.Target(file), "%2F", "/"))
		if fragment != "" {
			b.WriteString("#" + fragment)
		}
		at = l.target[1]
	}
	return b.String() + text[at:]
}

// Renumber puts a number in the place of the first that has the value from, with as many digits.
func Renumber(text string, from, to int) string {
	if from == 0 || from == to {
		return text
	}
	for _, m := range digits().FindAllStringIndex(text, -1) {
		if n, err := strconv.Atoi(text[m[0]:m[1]]); err == nil && n == from {
			return fmt.Sprintf("%s%0*d%s", text[:m[0]], m[1]-m[0], to, text[m[1]:])
		}
	}
	return text
}

var digits = source.Pattern(`[0-9]+`)

// FrontMatter are the lines of the YAML header, nil if there is none, and the rest; both are parts of the lines.
func FrontMatter(lines []string) (front, body []string) {
	start := FirstText(lines, 0)
	if start < 0 || strings.TrimRight(lines[start], " ") != "---" {
		return nil, lines
	}
	for i := start + 1; i < len(lines); i++ {
		if strings.TrimRight(lines[i], " ") == "---" {
			return lines[start+1 : i : i], lines[i+1:]
		}
	}
	return nil, lines
}

// YAMLKey is the place of a top-level key of a YAML header, and what stands behind its colon; -1 if it is missing.
func YAMLKey(front []string, key string) (at int, value string) {
	for i, line := range front {
		name, value, ok := strings.Cut(line, ":")
		if ok && strings.EqualFold(strings.TrimRight(name, " "), key) {
			return i, strings.TrimSpace(value)
		}
	}
	return -1, ""
}

// YAMLValue is the value of a top-level key of a YAML header, unquoted and without a comment.
func YAMLValue(front []string, key string) string {
	_, value := YAMLKey(front, key)
	if quoted, err := strconv.QuotedPrefix(value); err == nil {
		value, _ = strconv.Unquote(quoted) // it is quoted as it should be
		return value
	}
	value, _, _ = strings.Cut(value, " #")
	return strings.Trim(strings.TrimSpace(value), `'"`)
}

// FirstText is the first line from a place on with anything on it, -1 if a heading or the end comes before.
func FirstText(lines []string, from int) int {
	for i := from; i < len(lines); i++ {
		if strings.HasPrefix(lines[i], "#") && from > 0 {
			break
		}
		if strings.TrimSpace(lines[i]) != "" {
			return i
		}
	}
	return -1
}

// ForRecords tells by its name whether a folder holds nothing but records, so that whatever has a number there is one.
func ForRecords(dir string) bool {
	base := strings.ToLower(path.Base(dir))
	return strings.HasPrefix(base, "adr") || strings.Contains(base, "decision") || base == "rfc" || base == "rfcs"
}

const mostSeen = 5000 // bounds how many folders are looked at

// Folders are those whose name, or that of one above, tells of records; not hidden ones, nor other people's code.
func Folders(fsys fs.FS) (list []string) {
	seen := 0
	_ = fs.WalkDir(fsys, ".", func(at string, e fs.DirEntry, err error) error {
		switch {
		case err != nil || !e.IsDir():
			return nil // what cannot be read holds nothing that could be gone on with
		case at != "." && (strings.HasPrefix(e.Name(), ".") || slices.Contains([]string{"node_modules", "vendor", "third_party", "testdata"}, e.Name())):
			return fs.SkipDir
		}
		if seen++; seen > mostSeen {
			return fs.SkipAll
		}
		if slices.ContainsFunc(strings.Split(at, "/"), ForRecords) {
			list = append(list, at)
		}
		return nil
	})
	return list
}
