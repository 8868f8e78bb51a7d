package result

import (
	"fmt"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
)

func billNode(det *explain.Detail, o *advisor.Option) node {
	n := node{key: "bill/" + det.Architecture, title: "The bill of " + det.Architecture, detail: []string{"A month, at the middle of what is known."}}
	if det.Dominating != "" {
		n.detail = append(n.detail, "Largest line: "+det.Dominating+".")
	}
	if from := det.SpreadFrom[advisor.Cost]; from != "" && from != explain.Models {
		n.detail = append(n.detail, "Its range hangs most on "+say.FieldLabel(from)+".")
		n.field, _ = profile.Lookup(from)
	}
	n.detail = append(n.detail, say.Sentence(say.Typical(o)))
	n = below(n, det.Bill, func(l *explain.LineItem) node {
		kid := node{title: l.Item, right: numeral.Money(l.MonthlyUSD), source: l.Source, field: n.field,
			detail: []string{fmt.Sprintf("%s %s at %s each, %s a month.", numeral.Figure(l.Quantity), l.Unit, numeral.MoneyExact(l.UnitPriceUSD), numeral.Money(l.MonthlyUSD))}}
		if l.AsOf != "" {
			kid.detail = append(kid.detail, "Price of "+l.AsOf+".")
		}
		if l.Flagged {
			kid.title += " " + theme.Alert
			kid.detail = append(kid.detail, theme.Alert+" This price is from memory and not verified.")
		}
		return kid
	})
	n.right = say.QuantityOf("cost_monthly_usd").Figure(o)
	if len(det.Shapes) > 1 {
		n.kids = append(n.kids, shapesNode(n, det.Shapes))
	}
	return n
}

func shapesNode(bill node, shapes []explain.ShapeCost) node {
	n := node{key: bill.key + "/shapes", title: "Other ways to deploy it", right: fmt.Sprint(len(shapes)), field: bill.field,
		detail: []string{"Each shape of this architecture on this cloud, cheapest first, with the staff that runs it."}}
	return below(n, shapes, func(s *explain.ShapeCost) node {
		mark := theme.Off
		if s.Chosen {
			mark = theme.On
		}
		kid := node{title: mark + " " + s.Shape, right: numeral.Money(s.MonthlyUSD), field: bill.field,
			detail: []string{fmt.Sprintf("%s a month in infrastructure, %s in staff.", numeral.Money(s.MonthlyUSD), numeral.Money(s.OpsUSD))}}
		for _, f := range s.Failing {
			kid.tone = -1
			kid.detail = append(kid.detail, theme.Stop+" "+f)
		}
		return kid
	})
}

func objectionsNode(x *explain.Explanation) node {
	n := node{key: "objections", title: "The strongest arguments against this advice"}
	return below(n, x.Objections, func(r *explain.Reason) node {
		return node{title: say.Reason(r), right: numeral.Signed(r.Points), tone: -1, rule: r.ID, detail: []string{"Speaks for " + r.For + "."}}
	})
}

func carryingNode(x *explain.Explanation) node {
	n := node{key: "carrying", title: "Rules that carry the answer", detail: []string{"Without any one of these another option would lead."}}
	return below(n, x.Sensitivity.Carrying, func(c *explain.Carry) node {
		return node{key: c.ID, title: c.ID, right: c.Recommendation, rule: c.ID, detail: []string{"Without it " + c.Recommendation + " would lead."}}
	})
}

func openNode(x *explain.Explanation) node {
	n := node{key: "rests", title: "What it rests on that you did not say", right: fmt.Sprint(len(x.Open)),
		detail: []string{"Open questions, with what was assumed and what part of the doubt between the two comes from each.", say.Capital(say.Defaults(x.Assumed, say.FieldLabel))}}
	return below(n, x.Open, func(a *explain.OpenField) node {
		kid := node{key: a.Field, title: say.FieldLabel(a.Field) + ": " + say.Tried(a.Field), right: numeral.Percent(a.Explains),
			detail: []string{say.Capital(say.FieldLabel(a.Field)) + " was taken as " + say.Tried(a.Field) + ".", say.Doubt(a.Explains), "Press e to answer it."}}
		kid.field, _ = profile.Lookup(a.Field)
		return kid
	})
}

func questionsNode(d *explain.Decision) node {
	n := node{key: "questions", title: "Worth asking next", open: true, detail: []string{"Open questions by what an answer is expected to add to the probability of choosing right."}}
	return below(n, say.Asking(d), func(q *explain.Question) node {
		kid := node{key: q.Field, title: say.FieldLabel(q.Field), right: say.Worth(q.Value)}
		if id, ok := profile.Lookup(q.Field); ok {
			kid.field, kid.title = id, id.Field().Prompt
			kid.detail = []string{id.Field().Why, "Press e to answer it."}
		}
		return kid
	})
}

func migrationNode(x *explain.Explanation) node {
	n := node{key: "migration", title: "The way there", detail: []string{"Steps from what runs today, each with what should trigger it."}, field: profile.Current}
	at := 0
	return below(n, x.Migration, func(s *explain.Step) node {
		at++
		return node{title: fmt.Sprintf("%d. %s", at, say.Do(s)), detail: []string{"When: " + say.When(s)}, field: n.field}
	})
}

func notesNode(d *explain.Decision) node {
	return below(node{key: "notes", title: "Notes", open: true}, d.Notes, func(k *explain.Note) node { return node{title: say.Note(k)} })
}
