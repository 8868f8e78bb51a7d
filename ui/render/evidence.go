package render

import (
	"strings"

	"archadvisor/advisor/say/document"
	"archadvisor/rules"
)

// Source is a source of a pack and the statements that cite it.
type Source struct {
	rules.Source
	CitedBy []string `json:"cited_by"`
}

// Evidence lists the sources of a pack in its order; prices and models may cite
// one that no statement does.
func Evidence(p *rules.Pack) []Source {
	_, by := p.Cited()
	out := make([]Source, len(p.Sources))
	for i := range p.Sources {
		out[i] = Source{p.Sources[i], append([]string{}, by[p.Sources[i].ID]...)}
	}
	return out
}

// EvidenceText is the list for people.
func EvidenceText(list []Source) *document.Document {
	d := &document.Document{}
	for _, s := range list {
		line := s.ID + ": " + s.Title
		if s.Address != "" {
			line += ", " + s.Address
		}
		line += " (" + s.Date + ", " + s.Quality + "): " + s.Says
		if len(s.CitedBy) > 0 {
			line += " Cited by " + strings.Join(s.CitedBy, ", ") + "."
		}
		d.Bullet(line)
	}
	return d
}
