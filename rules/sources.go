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
func Qualities() []string {
	return []string{"measured", "peer-reviewed", "first-hand", "vendor", "folk"}
}

func (t table) source() Source {
	defer t.Done()
	s := Source{ID: t.name(), Title: t.Text("title", true), Address: t.Text("address", false), Date: t.Date("date", true),
		Quality: t.Text("quality", true), Says: t.Text("says", true), origin: t.origin()}
	if s.Quality != "" && !slices.Contains(Qualities(), s.Quality) {
		t.At("quality", "quality is one of %s, not %s%s", strings.Join(Qualities(), ", "), source.Quote(s.Quality), source.DidYouMean(s.Quality, Qualities()...))
	}
	return s
}

// cites reads a source: an id or free text, or an array of them.
func (t table) cites() []string {
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
	for i := range p.Sources {
		if p.Sources[i].ID == id {
			return &p.Sources[i]
		}
	}
	return nil
}

// Cite writes what a statement cites for people: of an id the title and the
// address, free text as it stands.
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

// FreeText tells a source in words from the id of one: it holds a blank, or it
// is an address.
func FreeText(source string) bool { return strings.ContainsAny(source, " \t\n./:") }

// sources checks that what is cited by id exists. A single word that is near no
// id may be somebody's free text: it is no more than doubtful.
func (l *linker) sources() {
	ids := make([]string, len(l.p.Sources))
	for i := range l.p.Sources {
		ids[i] = l.p.Sources[i].ID
	}
	for _, c := range l.p.citing() {
		for _, id := range c.cited {
			if strings.TrimSpace(id) == "" || FreeText(id) || slices.Contains(ids, id) {
				continue
			}
			message, hint := "there is no [[source]] "+source.Quote(id), source.DidYouMean(id, ids...)
			if hint == "" {
				l.add(c.origin, c.id, "source", Warning, "%s; a source in words has a blank in it", message)
				continue
			}
			l.add(c.origin, c.id, "source", Error, "%s%s", message, hint)
		}
	}
}

// citation is what one statement cites.
type citation struct {
	id     string
	cited  []string
	origin *origin
}

// citing lists everything of the pack that cites a source.
func (p *Pack) citing() []citation {
	var out []citation
	for i := range p.Criteria {
		out = append(out, citation{p.Criteria[i].ID, p.Criteria[i].Sources, &p.Criteria[i].origin})
	}
	for i := range p.Measures {
		out = append(out, citation{p.Measures[i].ID, p.Measures[i].Sources, &p.Measures[i].origin})
	}
	for i := range p.Rules {
		out = append(out, citation{p.Rules[i].ID, p.Rules[i].Sources, &p.Rules[i].origin})
	}
	for i := range p.Gates {
		out = append(out, citation{p.Gates[i].ID, p.Gates[i].Sources, &p.Gates[i].origin})
	}
	for i := range p.Cures {
		out = append(out, citation{p.Cures[i].ID, p.Cures[i].Sources, &p.Cures[i].origin})
	}
	for _, name := range slices.Sorted(maps.Keys(p.Settings)) {
		s := p.Settings[name]
		out = append(out, citation{name, s.Sources, &s.origin})
	}
	return out
}

// Cited lists what the criteria, measures, rules, gates, cures and settings cite, sorted,
// each once, with the ids of those that cite it.
func (p *Pack) Cited() (cited []string, by map[string][]string) {
	by = map[string][]string{}
	for _, c := range p.citing() {
		for _, s := range c.cited {
			by[s] = append(by[s], c.id)
		}
	}
	return slices.Sorted(maps.Keys(by)), by
}
