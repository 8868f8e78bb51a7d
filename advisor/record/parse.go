package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"path"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/record/token"
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
	if _, wide := page.Wide(data); !wide && !bytes.Contains(data, []byte("archadvisor")) { // as most profiles
		return false
	}
	text := page.Text(data)
	if page.IsJSON(text) {
		return strings.Contains(text, `"`+jsonKey+`"`) && strings.Contains(text, `"adr"`)
	}
	return strings.Contains(text, checkSpan) || strings.Contains(text, blockMark) && findBlock(strings.Split(text, "\n")).found()
}

// Parse reads a record back. The error is ErrNotOurs, or a source.Error; then the record holds what could be read.
func Parse(data []byte, file string) (*Record, error) {
	r := &Record{File: file}
	if !IsOurs(data) {
		return r, ErrNotOurs
	}
	text := page.Text(data)
	if _, is := page.Wide(data); is {
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
	return source.Error{File: r.File, Line: line, Message: message}
}

func (r *Record) readHead(text string) {
	h := headOf(text)
	r.Title, r.Number, r.Date = h.title, h.number, h.date
	r.Status = strings.ToLower(h.status)
	if r.Number == 0 {
		r.Number = page.NumberOf(path.Base(strings.ReplaceAll(r.File, `\`, "/")))
	}
	r.Title = page.WithoutNumber(r.Title, r.Number)
}

func (r *Record) readJSON(text string) error {
	var file jsonFile
	if err := json.Unmarshal([]byte(text), &file); err != nil {
		line := 0
		if e := (*json.SyntaxError)(nil); errors.As(err, &e) {
			line = lineAt(text, int(e.Offset))
		}
		if e := (*json.UnmarshalTypeError)(nil); errors.As(err, &e) {
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
	if e := (source.Error{}); errors.As(err, &e) {
		return r.fault(line, "line "+strconv.Itoa(e.Line)+" of the profile: "+e.Message)
	}
	return err
}

// lineAt is the number of the line that holds a byte of a text.
func lineAt(text string, offset int) int {
	return 1 + strings.Count(text[:max(0, min(offset, len(text)))], "\n")
}
