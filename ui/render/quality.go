package render

import (
	"fmt"
	"maps"
	"slices"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/numeral"
)

// QualityText is how good a pack is on documented decisions, for people.
func QualityText(r *precedent.Report) *document.Document {
	d := &document.Document{}
	c := &r.CrossValidated
	d.Heading("How the advice compares with what turned out right")
	d.Paragraph(fmt.Sprintf("Learned without the organisation that is judged, the leader is right in %s of %d decisions. %d are recommended plainly, of which %d wrong. "+
		"Brier score of the probabilities, three classes, 0 (best) to 2: %.3f; one third for each scores 0.667.",
		numeral.Percent(c.Top1), c.Cases, c.Recommended, c.RecommendedWrong, c.Brier))
	d.Paragraph(fmt.Sprintf("Learned from all of them, it is right in %s, with a score of %.3f: the difference is what learning by heart gives.",
		numeral.Percent(r.Resubstitution.Top1), r.Resubstitution.Brier))
	counts(d, "By what turned out right", "label", c.ByLabel)
	counts(d, "By folder", "folder", c.ByFolder)
	d.Heading("How often the leader was right, by its probability")
	rows := [][]string{{"probability", "decisions", "right", "share"}}
	for _, b := range c.Reliability {
		rows = append(rows, []string{fmt.Sprintf("%s to %s", numeral.Percent(b.From), numeral.Percent(b.To)), fmt.Sprint(b.Cases), fmt.Sprint(b.Agreed),
			numeral.Percent(float64(b.Agreed) / max(1, float64(b.Cases)))})
	}
	d.Table(1, rows...)
	return d
}

// counts is a table of groups of decisions.
func counts(d *document.Document, title, what string, groups map[string]precedent.Count) {
	d.Heading(title)
	rows := [][]string{{what, "decisions", "right", "Brier", "recommended", "of these wrong"}}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		c := groups[name]
		rows = append(rows, []string{name, fmt.Sprint(c.Cases), numeral.Percent(c.Top1), fmt.Sprintf("%.3f", c.Brier), fmt.Sprint(c.Recommended), fmt.Sprint(c.RecommendedWrong)})
	}
	d.Table(1, rows...)
}
