package result

import (
	"fmt"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// billNode is the bill of one option, line by line.
func billNode(det explain.Detail) node {
	total := 0.0
	n := node{key: "bill/" + det.Architecture, title: "The bill of " + det.Architecture}
	for i, l := range det.Bill {
		total += l.MonthlyUSD
		flag := ""
		if l.Flagged {
			flag = " " + theme.Alert
		}
		n.kids = append(n.kids, node{key: fmt.Sprint(n.key, "/", i), title: profile.Clean(l.Item) + flag, right: numeral.MoneyShort(l.MonthlyUSD),
			source: l.Source, detail: lineDetail(l)})
	}
	n.right = numeral.MoneyShort(total)
	n.detail = []string{"A month, at the middle of what is known."}
	if det.Dominating != "" {
		n.detail = append(n.detail, "Largest line: "+profile.Clean(det.Dominating)+".")
	}
	if det.SpreadFrom != "" {
		n.detail = append(n.detail, "Moved most by "+wording.LabelOf(det.SpreadFrom)+".")
		n.field, _ = profile.Lookup(det.SpreadFrom)
	}
	n.detail = append(n.detail, fmt.Sprintf("Beside it %s people to run it, about %s a month.", numeral.People(det.OpsFTE), numeral.Money(det.OpsUSD.Expected)))
	if len(det.Shapes) > 1 {
		n.kids = append(n.kids, shapesNode(n.key, det.Shapes))
	}
	return n
}

func lineDetail(l explain.LineItem) []string {
	out := []string{profile.Clean(l.Item),
		fmt.Sprintf("%s %s at %s each, %s a month.", numeral.Figure(l.Quantity), profile.Clean(l.Unit), numeral.MoneyExact(l.UnitPriceUSD), numeral.Money(l.MonthlyUSD))}
	if l.AsOf != "" {
		out = append(out, "Price of "+profile.Clean(l.AsOf)+".")
	}
	if l.Flagged {
		out = append(out, theme.Alert+" This price is from memory and not verified.")
	}
	return out
}

func shapesNode(key string, shapes []explain.ShapeCost) node {
	n := node{key: key + "/shapes", title: "Other ways to deploy it", right: fmt.Sprint(len(shapes)),
		detail: []string{"Each shape of this architecture on this cloud, cheapest first, with the people to run it."}}
	for i, s := range shapes {
		mark := theme.Off
		if s.Chosen {
			mark = theme.On
		}
		kid := node{key: fmt.Sprint(n.key, "/", i), title: mark + " " + profile.Clean(s.Shape), right: numeral.MoneyShort(s.MonthlyUSD),
			detail: []string{profile.Clean(s.Shape), fmt.Sprintf("%s a month, and %s for the people.", numeral.Money(s.MonthlyUSD), numeral.Money(s.OpsUSD))}}
		for _, f := range s.Failing {
			kid.tone = -1
			kid.detail = append(kid.detail, theme.Stop+" "+profile.Clean(f))
		}
		n.kids = append(n.kids, kid)
	}
	return n
}

func objectionsNode(x *explain.Explanation) node {
	n := node{key: "objections", title: "The strongest arguments against this advice"}
	for i, r := range x.Objections {
		words := profile.Clean(say.Reason(&r))
		n.kids = append(n.kids, node{key: fmt.Sprint("objections/", i), title: words, right: numeral.Signed(r.Points), tone: -1,
			rule: r.ID, detail: []string{words, "Speaks for " + r.For + "."}})
	}
	return n
}

func carryingNode(x *explain.Explanation) node {
	n := node{key: "carrying", title: "Rules that carry the answer", detail: []string{"Without any one of these another option would lead."}}
	for _, c := range x.Sensitivity.Carrying {
		n.kids = append(n.kids, node{key: "carrying/" + c.ID, title: c.ID, right: c.Recommendation, rule: c.ID,
			detail: []string{"Without it " + c.Recommendation + " would lead."}})
	}
	return n
}

func openNode(x *explain.Explanation) node {
	n := node{key: "rests", title: "What it rests on that you did not say",
		detail: []string{"Open questions, with what was assumed and how much each explains of what is uncertain between the two."}}
	for _, a := range x.Open {
		kid := node{key: "rests/" + a.Field, title: wording.LabelOf(a.Field) + ": " + say.Tried(a.Field), right: numeral.Percent(a.Explains),
			detail: []string{wording.LabelOf(a.Field) + " was taken as " + say.Tried(a.Field) + ".", "Press e to answer it."}}
		kid.field, _ = profile.Lookup(a.Field)
		n.kids = append(n.kids, kid)
	}
	n.right = fmt.Sprint(len(n.kids))
	return n
}

func questionsNode(d *explain.Decision) node {
	n := node{key: "questions", title: "Worth asking next", open: true, detail: []string{"Open questions by what an answer is expected to gain, in points, for the effort of giving it."}}
	for _, q := range d.NextQuestions {
		kid := node{key: "questions/" + q.Field, title: wording.LabelOf(q.Field), right: fmt.Sprintf("%.2g", q.Value)}
		if id, ok := profile.Lookup(q.Field); ok {
			kid.field = id
			kid.title = id.Field().Prompt
			kid.detail = []string{id.Field().Prompt, id.Field().Why, "Press e to answer it."}
		}
		n.kids = append(n.kids, kid)
	}
	return n
}

func migrationNode(x *explain.Explanation) node {
	n := node{key: "migration", title: "The way there", detail: []string{"Steps from what runs today, each with what should trigger it."}}
	for i := range x.Migration {
		do, when := profile.Clean(say.Do(&x.Migration[i])), profile.Clean(say.When(&x.Migration[i]))
		n.kids = append(n.kids, node{key: fmt.Sprint("migration/", i), title: fmt.Sprintf("%d. %s", i+1, do),
			detail: []string{do, "When: " + when}})
	}
	return n
}

func notesNode(d *explain.Decision) node {
	n := node{key: "notes", title: "Notes", open: true}
	for i := range d.Notes {
		text := profile.Clean(say.Note(&d.Notes[i]))
		n.kids = append(n.kids, node{key: fmt.Sprint("notes/", i), title: text, detail: []string{text}})
	}
	return n
}
