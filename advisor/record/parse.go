package record

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"path"
	"strconv"
	"strings"
	"unicode"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
	"archadvisor/rules/source"
)

// Record is a decision record of the program's, read back.
type Record struct {
	File   string
	Number int // 0 for a record named by its date
	Title  string
	Status string // lower case: proposed, accepted, superseded, ...; "" = none found
	Date   string // YYYY-MM-DD, "" if none was found

	Profile *profile.Profile // as it stands in the record, edits included
	Edited  bool             // the profile is not the one that was recorded

	Version, Pack, PackHash, Prices string // what made the record

	Recommendation string // "" if the recorded lines were removed
	Verdict        advisor.Verdict
	Probability    float64 // the share of the draws that it won, in a record of before 0.2

	fingerprint string
	blockLine   int                   // of the embedded block
	figures     map[string][3]float64 // by quantity, then profile.Architectures
	points      map[string][3]float64 // by statement
	division    []token.Pair          // the style of each component
}

// ErrNotOurs is the error for a file that is no record of the program's.
var ErrNotOurs = errors.New("not a record of this program")

// checkSpan starts the code span by which a Markdown record of ours is known even without its block.
const checkSpan = "`archadvisor check "

// IsOurs reports whether a file is a record that this program wrote, damaged or not.
func IsOurs(data []byte) bool {
	if !page.Wide(data) && !bytes.Contains(data, []byte("archadvisor")) { // as most profiles
		return false
	}
	text := page.Text(data)
	if page.IsJSON(text) {
		return strings.Contains(text, `"`+jsonKey+`"`) && strings.Contains(text, `"adr"`)
	}
	return strings.Contains(text, checkSpan) || strings.Contains(text, blockMark) && findBlock(strings.Split(text, "\n")).found()
}

// Parse reads a record back. The error is ErrNotOurs, or a source.Fault; then the record holds what could be read.
func Parse(data []byte, file string) (*Record, error) {
	r := &Record{File: file}
	if !IsOurs(data) {
		return r, ErrNotOurs
	}
	text := page.Text(data)
	if page.Wide(data) {
		r.readHead(text)
		return r, r.fault(0, "saved as UTF-16; save it as UTF-8")
	}
	if page.IsJSON(text) {
		return r, r.readJSON(text)
	}
	r.readHead(text)
	b := findBlock(strings.Split(text, "\n"))
	switch {
	case !b.found():
		return r, r.fault(0, "the profile block at the end of the record is gone")
	case b.to < 0:
		return r, r.fault(b.from, "the profile block is not closed by a line of "+b.fence)
	}
	r.blockLine = b.from + 1
	return r, r.readBlock(b.lines, r.blockLine)
}

// Skipped reports whether check passes over the record, because it was replaced, turned down or given up.
func (r *Record) Skipped() bool { return page.IsOver(r.Status) }

func (r *Record) fault(line int, message string) error {
	return source.Fault{File: r.File, Spot: source.Spot{Line: line}, Message: message}
}

func (r *Record) readHead(text string) {
	h := headOf(text)
	r.Title, r.Number, r.Date = h.title, h.number, h.date
	r.Status = strings.ToLower(h.status)
	if r.Number == 0 {
		r.Number = page.NumberOf(path.Base(strings.ReplaceAll(r.File, `\`, "/")))
	}
}

func (r *Record) readJSON(text string) error {
	var file jsonFile
	if err := json.Unmarshal([]byte(text), &file); err != nil {
		line := 0
		if e := (*json.SyntaxError)(nil); errors.As(err, &e) {
			line = lineAt(text, int(e.Offset))
		}
		return r.fault(line, err.Error())
	}
	a := file.ADR
	r.Number, r.Title, r.Status, r.Date = a.Number, a.Title, strings.ToLower(a.Status), a.Date
	block, ok := a.CustomSections[jsonKey]
	line := lineAt(text, strings.Index(text, `"`+jsonKey+`"`))
	if !ok || !strings.HasPrefix(block, blockMark) {
		return r.fault(line, "the profile in custom_sections is gone")
	}
	r.blockLine = line
	err := r.readBlock(strings.Split(block, "\n"), 1)
	if e := (source.Fault{}); errors.As(err, &e) {
		return r.fault(line, "line "+strconv.Itoa(e.Line)+" of the profile: "+e.Message)
	}
	return err
}

func lineAt(text string, offset int) int {
	return 1 + strings.Count(text[:max(0, min(offset, len(text)))], "\n")
}

// head is what a Markdown record says of itself at its top, as people and their editors left it.
type head struct {
	format              Format // "" if it has the form of none
	title, status, date string
	number              int
	statusAt            int    // the line that has the status, -1 if none has
	statusLead          string // what stands before the status on it
}

var (
	headingLine  = source.Pattern(`^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$`)
	metadataLine = source.Pattern(`^(\s*(?:([*+-])\s+)?[*_]*((?i)status|date)[*_]*\s*:[*_]*\s*)(.*)$`)
)

// headOf reads the top of a record of any Markdown format, ours or not.
func headOf(text string) head {
	lines := strings.Split(page.Unfenced(text), "\n")
	front, body := page.FrontMatter(lines)
	h := bodyHead(body)
	if h.statusAt >= 0 {
		h.statusAt += len(lines) - len(body)
	}
	if front == nil {
		return h
	}
	if status := page.YAMLValue(front, "status"); status != "" || h.format == "" {
		h.format, h.status = MADR, status
	}
	h.date = cmp.Or(page.YAMLValue(front, "date"), h.date)
	if n, err := strconv.Atoi(page.YAMLValue(front, "number")); err == nil {
		h.number = n
	}
	h.title = cmp.Or(h.title, say.Line(page.YAMLValue(front, "title")))
	return h
}

// bodyHead reads what stands before the second heading, and what stands below it if it is that of the status.
func bodyHead(lines []string) head {
	h := head{statusAt: -1}
	for i, line := range lines {
		level, title := heading(line)
		switch {
		case level == 1 && h.title == "":
			h.number, title = numbered(title)
			h.title = say.Line(markup.Plain(title))
		case level == 2:
			if sameTitle(title, "Status") {
				h.format, h.statusAt = Nygard, page.FirstText(lines, i+1)
				for at := h.statusAt; at >= 0; at = page.FirstText(lines, at+1) { // people add to it
					if h.status = plainStatus(lines[at]); page.IsOver(h.status) {
						break
					}
					h.status = plainStatus(lines[h.statusAt])
				}
			}
			return h
		case level == 0:
			h.readMetadata(i, line)
		}
	}
	return h
}

// heading is the level and the text of a heading; level 0 if the line is none.
func heading(line string) (level int, title string) {
	if m := headingLine().FindStringSubmatch(line); m != nil {
		return len(m[1]), m[2]
	}
	return 0, ""
}

func sameTitle(title, want string) bool { return strings.EqualFold(strings.Trim(title, "*_: "), want) }

// readMetadata reads "* Status: x" or "Date: y".
func (h *head) readMetadata(i int, line string) {
	m := metadataLine().FindStringSubmatch(line)
	if m == nil {
		return
	}
	if strings.EqualFold(m[3], "date") {
		h.date = cmp.Or(h.date, strings.Trim(m[4], "*_ "))
		return
	}
	if h.statusAt >= 0 {
		return
	}
	if h.status = plainStatus(m[4]); m[2] == "" {
		return // of no format
	}
	h.statusAt, h.statusLead, h.format = i, m[1], MADR2
	if m[2] == "-" && h.number == 0 { // some editors make every bullet a dash
		h.format = Log4brains
	}
}

func plainStatus(s string) string {
	return strings.TrimRight(strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }), "*_` ")
}

// numbered splits "12. Title".
func numbered(title string) (int, string) {
	first, rest, ok := strings.Cut(title, ". ")
	n, err := strconv.Atoi(first)
	if !ok || err != nil || n < 0 {
		return 0, title
	}
	return n, rest
}
