package record

import (
	"sort"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// contextOf tells in paragraphs what the profile says: what is to be decided,
// then one paragraph per group of answered fields.
func contextOf(p *profile.Profile, name, summary string) []string {
	// No line may start with a stranger's text: Structurizr takes "Date: " there
	// for the date.
	first := "How should " + name + " be built and run: as one modular monolith, as microservices, or as serverless functions? This is what is known of it."
	paragraphs := []string{first}
	if summary != "" {
		paragraphs = append(paragraphs, "Summary: "+summary)
	}
	groups, order := map[string][]string{}, []string{}
	for _, id := range p.Answered() {
		text, group := say(p, id), groupOf(id)
		if text == "" {
			continue
		}
		if groups[group] == nil {
			order = append(order, group)
		}
		groups[group] = append(groups[group], text)
	}
	for _, g := range order {
		paragraphs = append(paragraphs, g+": "+strings.Join(groups[g], "; ")+".")
	}
	if len(order) == 0 {
		paragraphs = append(paragraphs, "Nothing else was told about it.")
	}
	return paragraphs
}

// groupOf is the heading under which a field is told.
func groupOf(id profile.ID) string {
	switch id.Field().Section {
	case "work":
		return "One request or job"
	case "quality":
		return "Quality"
	}
	return Sentence(id.Field().Section)[:len(id.Field().Section)]
}

// driversOf lists the criteria with their weights, the heaviest first.
func driversOf(d *explain.Decision, p *profile.Profile) []string {
	weights := map[string]float64{}
	total := 0.0
	for _, o := range d.Ranking {
		for _, c := range o.Contributions {
			if _, seen := weights[c.Criterion]; !seen && c.Criterion != "" && c.Weight > 0 {
				weights[c.Criterion] = c.Weight
				total += c.Weight
			}
		}
	}
	ids := make([]string, 0, len(weights))
	for id := range weights {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		if weights[ids[i]] != weights[ids[j]] {
			return weights[ids[i]] > weights[ids[j]]
		}
		return ids[i] < ids[j]
	})
	out := make([]string, len(ids))
	for i, id := range ids {
		name := criterionName(id)
		out[i] = strings.ToUpper(name[:1]) + name[1:] + ", weight " + numeral.Percent(weights[id]/total) + importance(p, id)
	}
	return out
}

// importance says where a criterion's weight comes from.
func importance(p *profile.Profile, criterion string) string {
	id, ok := profile.Lookup("priorities." + criterion)
	if !ok || !p.Known(id) {
		return " (the rule pack's default)"
	}
	return " (importance " + valueText(id, p.Get(id)) + ", as stated)"
}
