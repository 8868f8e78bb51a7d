package record

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
)

// Meta is what a record says about itself, beside the decision. Every text in
// it may come from a stranger.
type Meta struct {
	Title      string // "" = Title of the recommendation and the profile's name
	Status     string // "" = proposed; one of Statuses
	Date       string // YYYY-MM-DD, needed by every format but y
	Number     int    // 1 or more; not used by log4brains and y
	Deciders   []string
	Consulted  []string
	Informed   []string
	Tags       []string         // nil = architecture-style, deployment
	Supersedes []Ref            // the records that this one replaces
	Mixture    *mixture.Mixture // of a profile that has components
	File       string           // name of the record's file; "" = FileName
}

// Ref points from one record to another in the same folder.
type Ref struct {
	Number int
	Title  string // plain, as Parse returns it
	File   string // base name
}

// maxProse keeps a record readable whatever the summary, in runes; it is far
// above what people write. Longer text is cut and ends in an ellipsis.
const maxProse = 2000

// DateLayout is the form of every date in a record.
const DateLayout = page.DateLayout

// Statuses are what a new record may be, the default first.
func Statuses() []string {
	return []string{"proposed", "accepted", "rejected", "deprecated"}
}

// Fill completes meta for the format and checks it: title, status, tags and
// file name get their defaults, texts become lines. Write calls it; callers
// need it only to know the file name beforehand.
func (m Meta) Fill(f Format, d *explain.Decision, p *profile.Profile) (Meta, error) {
	m.Title = markup.Title(m.Title)
	if m.Title == "" {
		m.Title = markup.Title(say.Title(d.Recommendation, nameOf(p), d.Advice))
		if m.Mixture.Divided() {
			m.Title = markup.Title(paper.MixtureTitle(m.Mixture, nameOf(p)))
		}
	}
	if m.Status == "" {
		m.Status = Statuses()[0]
	}
	if !slices.Contains(Statuses(), m.Status) {
		return m, fmt.Errorf("status %q: want %s", say.Line(m.Status), strings.Join(Statuses(), ", "))
	}
	if !f.form().dateless {
		if _, err := time.Parse(DateLayout, m.Date); err != nil {
			return m, fmt.Errorf("date %q: want YYYY-MM-DD", say.Line(m.Date))
		}
	}
	if m.Number < 0 || m.Number > mostNumber {
		return m, fmt.Errorf("number %d: want 1 to %d", m.Number, mostNumber)
	}
	if m.Number == 0 {
		m.Number = 1
	}
	m.Deciders, m.Consulted, m.Informed = say.Labels(m.Deciders), say.Labels(m.Consulted), say.Labels(m.Informed)
	if m.Tags == nil {
		m.Tags = []string{"architecture-style", "deployment"}
	}
	m.Tags = say.Labels(m.Tags)
	if m.File == "" {
		m.File = FileName(f, m)
	}
	return m, nil
}

// nameOf is the profile's name as one line, never empty.
func nameOf(p *profile.Profile) string {
	if n := say.Limit(say.Line(p.Get(profile.Name).Text), markup.MaxTitle); n != "" {
		return n
	}
	return say.Unnamed()
}
