package rules

import (
	"maps"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// Source is a piece of evidence that statements, prices and texts cite by its id.
type Source struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Address string `json:"address,omitempty"` // of a page on the web, "" if there is none
	Date    string `json:"date"`              // a year, a month or a day: 2021, 2021-05, 2021-05-09
	Quality string `json:"quality"`           // one of Qualities
	Says    string `json:"says"`              // in one sentence

	origin
}

// Qualities are how well a source knows what it says, best first.
var Qualities = []string{"measured", "peer-reviewed", "first-hand", "vendor", "folk"}

func (p *Pack) source(t *source.Table) Source {
	defer t.Done()
	return Source{ID: name(t), Title: t.Text("title", true), Address: t.Text("address", false), Date: t.Date("date", true),
		Quality: t.Word("quality", true, Qualities...), Says: t.Text("says", true), origin: p.origin(t)}
}

// cites reads a source: an id or free text, or an array of them.
func cites(t *source.Table) []string {
	list := t.OneOrMore("source", true)
	for _, s := range list {
		if strings.TrimSpace(s) == "" {
			t.At("source", "source is empty")
		}
	}
	return list
}

// Source returns the source with an id, nil if there is none.
func (p *Pack) Source(id string) *Source {
	if i := slices.IndexFunc(p.Sources, func(s Source) bool { return s.ID == id }); i >= 0 {
		return &p.Sources[i]
	}
	return nil
}

// Cite writes what a statement cites for people: of an id the title and the address, free text as it stands.
func (p *Pack) Cite(cited []string) string {
	out := make([]string, len(cited))
	for i, c := range cited {
		out[i] = c
		if s := p.Source(c); s != nil {
			out[i] = s.Title
			if s.Address != "" {
				out[i] += ", " + s.Address
			}
		}
	}
	return strings.Join(out, "; ")
}

// sources checks that what is cited by id exists. Words with a blank and addresses are no ids, and a word that is near
// no id may be somebody's free text.
func (l *linker) sources() {
	known := ids(entries(l.p.Sources))
	for _, c := range l.p.citing() {
		for _, id := range c.cited {
			if strings.TrimSpace(id) == "" || strings.ContainsAny(id, " \t\n./:") || slices.Contains(known, id) {
				continue
			}
			message, hint := "there is no [[source]] "+source.Quote(id), source.DidYouMean(id, known...)
			if hint == "" {
				l.add(c, "source", Warning, "%s; a source in words has a blank in it", message)
				continue
			}
			l.add(c, "source", Error, "%s%s", message, hint)
		}
	}
}

func (p *Pack) citing() []entry {
	out := slices.Concat(entries(p.Criteria), entries(p.Measures), p.conditions(), entries(p.Cures))
	for _, name := range slices.Sorted(maps.Keys(p.Settings)) {
		s := p.Settings[name]
		out = append(out, entry{id: name, origin: &s.origin, cited: s.Sources})
	}
	return out
}

// Cure is what can be tried before a move: how a trouble of what runs today is eased while its style stays.
type Cure struct {
	ID      string
	Current string   // the option that runs today
	Trouble string   // a word of today.trouble
	Try     string   // what to try, as a request without a full stop
	Sources []string // ids of sources, or free text

	origin
}

func (p *Pack) cure(t *source.Table) Cure {
	defer t.Done()
	return Cure{ID: name(t), Current: t.Text("current", true), Trouble: t.Text("trouble", true),
		Try: t.Text("try", true), Sources: cites(t), origin: p.origin(t)}
}
