package page

import (
	"archadvisor/rules/source"
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"

	"archadvisor/advisor/record/markup"
)

// Link is where a text leads to another file: "[text](target)" or "[x]: target".
type Link struct {
	text   [2]int // bytes between the brackets, empty for a definition
	target [2]int
	File   string // the target without escapes and fragment
}

var linkTo = source.Pattern(`(?m)(?:\[((?:[^\]\\]|\\.)*)\]\(\s*|^ {0,3}\[[^\]\n]+\]:[ \t]*)(?:<([^>\n]+)>|([^)<>\s]+))`)

// longestLink bounds a target, in bytes.
const longestLink = 400

// Links are the links of a text to Markdown files on disk, outside its fences.
func Links(text string) (list []Link) {
	if !strings.Contains(text, "](") && !strings.Contains(text, "]:") {
		return nil
	}
	for _, m := range linkTo().FindAllStringSubmatchIndex(unfenced(text), -1) {
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

// unfenced is a text with blanks in the place of what is fenced.
func unfenced(text string) string {
	if !strings.Contains(text, "```") && !strings.Contains(text, "~~~") {
		return text
	}
	fence := ""
	var b strings.Builder
	for line := range strings.Lines(text) {
		m := Fence.FindStringSubmatch(line)
		switch {
		case fence == "" && m != nil:
			fence = m[1]
		case fence == "":
			b.WriteString(line)
			continue
		case Closes(strings.TrimRight(line, "\n"), fence):
			fence = ""
		}
		b.WriteString(strings.Repeat(" ", len(line)-1) + line[len(line)-1:])
	}
	return b.String()
}

// Relink gives links other targets where to knows one; "" leaves a link as it is.
// It returns nil if nothing changes.
func Relink(data []byte, to func(file string) string) []byte {
	text := Text(data)
	if changed := RelinkText(text, to); changed != text {
		return Like(data, changed)
	}
	return nil
}

// RelinkText is Relink of a text. A number in the text of a link follows that of its
// target.
func RelinkText(text string, to func(file string) string) string {
	var b strings.Builder
	at := 0
	for _, l := range Links(text) {
		file := to(l.File)
		if file == "" || file == l.File {
			continue
		}
		if l.text[1] > l.text[0] {
			b.WriteString(text[at:l.text[0]] + retitle(text[l.text[0]:l.text[1]], l.File, file))
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

// retitle is the text of a link whose target has another number, or is named by
// the text.
func retitle(text, from, to string) string {
	if text == Stem(path.Base(from)) {
		return Stem(path.Base(to))
	}
	return Renumber(text, NumberOf(path.Base(from)), NumberOf(path.Base(to)))
}

// Renumber puts a number in the place of the first that has the value from, with as
// many digits.
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
