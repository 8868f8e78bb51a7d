package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/numeral"
)

// caseShown is one of `cases show --format json`: what was known before, too.
type caseShown struct {
	precedent.Case
	Fields map[string]any `json:"fields"`
}

// CasesText is a list of documented decisions for people; learned is how many
// there are, those without an address included.
func CasesText(cases []*precedent.Case, learned int) *document.Document {
	d := &document.Document{}
	d.Heading("Documented decisions")
	table(d, 5, []string{"id", "organisation", "year", "went to", "from"}, cases, func(c *precedent.Case) []string {
		return []string{c.ID, profile.Clean(c.Organisation), fmt.Sprint(c.Year), c.Label, cmp.Or(c.Rejected, "-")}
	})
	if more := learned - len(cases); more > 0 {
		d.Paragraph(fmt.Sprintf("Strengths are learned from %d more, which have no public address.", more))
	}
	return d
}

// CaseJSON is one documented decision as data.
func CaseJSON(c *precedent.Case) any {
	fields := map[string]any{}
	for _, id := range stated(c.Profile) {
		fields[id.String()] = c.Profile.ValueAny(id)
	}
	return caseShown{*c, fields}
}

// stated are the fields that tell something of a decision.
func stated(p *profile.Profile) []profile.ID {
	return slices.DeleteFunc(p.Answered(), func(id profile.ID) bool { return id == profile.Schema || id == profile.Name })
}

// CaseText is one documented decision for people.
func CaseText(c *precedent.Case) *document.Document {
	d := &document.Document{}
	d.Heading(fmt.Sprintf("%s, %s (%d): %s", c.ID, profile.Clean(c.Organisation), c.Year, c.Label))
	d.Paragraph(profile.Clean(c.Summary))
	if c.Rejected != "" {
		d.Paragraph("Left or declined: " + c.Rejected + ".")
	}
	d.Paragraph("Confidence in this reading: " + cmp.Or(c.Confidence, "high") + ".")
	d.Paragraph(profile.Clean(c.Source))
	d.Heading("What was known before")
	table(d, 2, []string{"field", "value"}, stated(c.Profile), func(id profile.ID) []string { return []string{id.String(), profile.Format(id, c.Profile.Get(id))} })
	return d
}

// SimilarJSON is the nearest decisions as data.
func SimilarJSON(list []precedent.Precedent) any {
	out := []precedent.Row{}
	for i := range list {
		out = append(out, list[i].Row())
	}
	return out
}

// SimilarText is the nearest decisions to a profile for people.
func SimilarText(p *profile.Profile, list []precedent.Precedent) *document.Document {
	d := &document.Document{}
	d.Heading("Documented decisions nearest to " + profile.Clean(p.Name()))
	if len(list) == 0 {
		d.Paragraph("None is near. Say more about the team, the work and what runs today: only what is stated is compared.")
	}
	for i := range list {
		k := &list[i]
		there := func(id profile.ID) string { return profile.Format(id, k.Profile.Get(id)) }
		d.Heading(fmt.Sprintf("%s (%d): %s, similarity %s", profile.Clean(k.Organisation), k.Year, k.Label, numeral.Percent(k.Similarity)))
		d.Paragraph(profile.Clean(k.Summary))
		if len(k.Shared) > 0 {
			d.Bullet("Shares " + fieldsWith(k.Shared, there) + ".")
		}
		if len(k.Differs) > 0 {
			d.Bullet("Differs: " + fieldsWith(k.Differs, func(id profile.ID) string {
				return there(id) + " there, " + profile.Format(id, p.Get(id)) + " here"
			}) + ".")
		}
		d.Bullet(profile.Clean(k.Source))
	}
	return d
}

func fieldsWith(ids []profile.ID, say func(profile.ID) string) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = fmt.Sprintf("%s (%s)", id, say(id))
	}
	return strings.Join(parts, ", ")
}
