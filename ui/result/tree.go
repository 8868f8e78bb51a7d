package result

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
	"archadvisor/ui/wording"
)

// node is one line of the explanation and what there is to say about it.
type node struct {
	key       string // with those above it, so that what is open and selected survives a new answer; its number if it has none
	depth     int
	title     string
	right     string // points or money at the end of the line
	tone      int    // +1 in favour, -1 against, 0 neither
	kids      []node
	open      bool // unfolded until the user folds it
	leaf      bool // shown although nothing is below it
	rule      string
	field     profile.ID // question behind it; profile.Schema if none
	undecided bool       // what its rule reads is open
	detail    []string   // paragraphs behind the title
	source    string
}

// below is the node with a line below it for each item.
func below[T any](n node, items []T, line func(*T) node) node {
	n.kids = say.All(items, line)
	return n
}

// keyed gives lines, and those below them, their whole keys.
func keyed(nodes []node, above string, depth int) []node {
	for i := range nodes {
		n := &nodes[i]
		n.key, n.depth = above+"/"+cmp.Or(n.key, strconv.Itoa(i)), depth
		keyed(n.kids, n.key, depth+1)
	}
	return nodes
}

// above is the key of the line that holds the one of a key.
func above(key string) string { return key[:max(0, strings.LastIndex(key, "/"))] }

// flat are lines with those below them, as far as they are open.
func flat(nodes []node, open func(node) bool) (out []node) {
	for _, n := range nodes {
		out = append(out, n)
		if open(n) {
			out = append(out, flat(n.kids, open)...)
		}
	}
	return out
}

// named is the question of a name, profile.Schema if there is none.
func named(name string) profile.ID {
	id, _ := profile.Lookup(name)
	return id
}

func everything(node) bool { return true }

// valued is a line with points at its end.
func valued(n node, points float64) node {
	n.right = numeral.Signed(points)
	switch {
	case points >= 0.05:
		n.tone = 1
	case points <= -0.05:
		n.tone = -1
	}
	return n
}

// explanationTree is the whole explanation as a tree. Of a decision alone it shows what is known already.
func explanationTree(d *explain.Decision, x *explain.Explanation) []node {
	computing := x == nil
	if computing {
		x = &explain.Explanation{Decision: d}
	}
	options := say.All(d.Ranking, func(o *advisor.Option) node { return optionNode(d, o) })
	bills := say.All(x.Details, func(det *explain.Detail) node { return billNode(det, x.Option(det.Architecture)) })
	list := slices.Concat([]node{contrastNode(d), courseNode(d), flipsNode(d, computing), precedentsNode(x)}, options, bills, otherNodes(x))
	return keyed(slices.DeleteFunc(list, func(n node) bool { return len(n.kids) == 0 && !n.leaf }), "", 0)
}

func contrastNode(d *explain.Decision) node {
	if d.Recommendation == "" || say.Undecided(d) {
		return node{}
	}
	title := say.Name(d.Recommendation) + ": every other option is ruled out"
	if second := d.RunnerUp(); second != nil {
		title = say.Name(d.Recommendation) + " against " + say.Name(second.Architecture)
	}
	n := node{key: "contrast", open: true, title: title, detail: []string{"What tells the leader from the runner-up most, of what rests on your answers."}}
	return below(n, d.Reasons, func(r *explain.Reason) node {
		points := math.Abs(r.Points)
		if r.For != d.Recommendation {
			points = -points
		}
		n := node{key: r.ID, title: say.Reason(r), rule: r.ID,
			detail: []string{"Speaks for " + r.For + " and against " + r.Against + ", under " + say.Criterion(r.Criterion) + "."}}
		if len(r.Fields) > 0 {
			n.field = r.Fields[0]
		}
		return valued(n, points)
	})
}

func courseNode(d *explain.Decision) node {
	course := say.Advice(d.Advice)
	if course == "" {
		return node{}
	}
	n := node{key: "course", open: true, leaf: true, title: "Stay or move: " + say.AdviceShort(d.Advice), detail: []string{course}, field: profile.Trouble}
	return below(n, d.Advice.Attempts, func(t *explain.Attempt) node {
		return node{title: say.Attempt(t), source: say.Sources(t.Sources)}
	})
}

func flipsNode(d *explain.Decision, computing bool) node {
	if say.Undecided(d) {
		return node{}
	}
	if computing && len(d.Flips) == 0 {
		return node{key: "flips", title: "What would change the answer is being computed …", leaf: true}
	}
	n := node{key: "flips", open: true, title: "What would change the answer",
		detail: []string{"The nearest changes of one answer that change the recommendation, each tried out before it is shown."}}
	return below(n, d.Flips, func(f *explain.Flip) node {
		c := f.Changes[0]
		kid := node{key: strings.Join(say.Each(f.Changes, func(c explain.Change) string { return c.Field.String() }), "+"), title: say.FlipShort(f), field: c.Field, detail: []string{say.Capital(say.Flip(f)) + "."}}
		if f.About {
			kid.detail = append(kid.detail, "The two are so close there that other draws may say otherwise.")
		}
		kid.detail = append(kid.detail, say.Capital(say.Label(c.Field))+" is "+wording.Value(c.Field, c.From)+" now. Press e to change it, 3 to try it.")
		return kid
	})
}

func precedentsNode(x *explain.Explanation) node {
	n := node{key: "before", open: true, title: say.Text(say.Before), detail: []string{"Documented decisions that the rules say much the same of, nearest first."}}
	for i := range x.Precedents {
		k := &x.Precedents[i]
		kid := node{key: k.ID, title: k.Organisation + ": " + k.Label, right: numeral.Percent(k.Similarity) + " alike", detail: []string{say.Precedent(k)}, source: k.Source}
		if asked := slices.Concat(k.Differs, k.Shared); len(asked) > 0 {
			kid.field = asked[0]
		}
		n.kids = append(n.kids, kid)
	}
	return n
}

// optionNode is why an option has the score it has: by criterion, down to the statement of the pack.
func optionNode(d *explain.Decision, o *advisor.Option) node {
	why, leads := "Why not ", o.Architecture == d.Recommendation && !say.Undecided(d)
	switch {
	case leads:
		why = "Why "
	case d.Recommendation == "" || say.Undecided(d):
		why = "What speaks for "
	}
	n := node{leaf: true, key: o.Architecture, title: why + o.Architecture, right: numeral.With(o.Score, "points", numeral.Whole), open: leads || d.Recommendation == "",
		detail: slices.Concat([]string{profile.Clean(o.Shape)}, say.Figures(o, true), []string{say.Standing(o)})}
	if !o.Feasible {
		n.right = theme.Stop + " ruled out"
	}
	open := node{key: "open", title: "What you left open", detail: []string{"Points that rest on open questions alone."}}
	asleep := node{key: "asleep", title: "Does not apply", detail: []string{"Statements whose condition is not met, with what they miss."}}
	by, sum := map[string][]*advisor.Contribution{}, 0.0
	for i := range o.Contributions {
		switch c := &o.Contributions[i]; {
		case c.State == "asleep" || c.Points == 0 && c.State != "undecided":
			asleep.kids = append(asleep.kids, statementNode(c))
		case !c.Answered:
			open.kids = append(open.kids, statementNode(c))
			sum += c.Points
		default:
			by[c.Criterion] = append(by[c.Criterion], c)
		}
	}
	asleep.right = numeral.With(float64(len(asleep.kids)), "rules", numeral.Whole)
	gates := say.All(o.Gates, func(g *advisor.GateHit) node { return gateNode(o, g) })
	rest := slices.DeleteFunc([]node{valued(open, sum), asleep}, func(k node) bool { return len(k.kids) == 0 })
	n.kids = slices.Concat(gates, criterionNodes(by), rest)
	return n
}

func gateNode(o *advisor.Option, g *advisor.GateHit) node {
	mark, state := theme.Alert, "In "+numeral.Percent(g.Share)+" of the draws this rules "+o.Architecture+" out."
	if !o.Feasible && g.Share >= 1 {
		mark, state = theme.Stop, "This rules "+o.Architecture+" out, whatever else is true."
	}
	return node{key: g.ID, title: mark + " " + say.Gate(g), tone: -1, rule: g.ID, detail: []string{state}, source: say.Sources(g.Sources)}
}

func criterionNodes(by map[string][]*advisor.Contribution) []node {
	sums := map[string]float64{}
	for name, list := range by {
		slices.SortStableFunc(list, func(a, b *advisor.Contribution) int { return cmp.Compare(math.Abs(b.Points), math.Abs(a.Points)) })
		for _, c := range list {
			sums[name] += c.Points
		}
	}
	names := slices.Sorted(maps.Keys(by))
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(sums[b], sums[a]) })
	return say.Each(names, func(name string) node {
		n := valued(node{key: name, title: say.Criterion(name), field: named("priorities." + name), kids: say.Each(by[name], statementNode)}, sums[name])
		n.detail = []string{"Together " + n.right + " points of the score. Unfold it for what gives and takes them."}
		return n
	})
}

func statementNode(c *advisor.Contribution) node {
	n := valued(node{key: c.ID, title: say.Contribution(c), rule: c.ID, source: say.Sources(c.Sources)}, c.Points)
	n.detail = say.Each(slices.Sorted(maps.Keys(c.Facts)), func(name string) string { return name + " = " + wording.Any(c.Facts[name]) })
	if margin := say.Margin(&c.Margin); margin != "" {
		n.detail = append(n.detail, "Threshold: "+margin)
	}
	if n.undecided = c.State == "undecided"; n.undecided {
		n.title = theme.Alert + " " + n.title
		n.detail = append(n.detail, "Undecided: it applies in "+numeral.Percent(c.Share)+" of the draws.")
	}
	n.detail = append(n.detail, fmt.Sprintf("%s, criterion %s, importance %.2f, %s points.", say.Name(string(c.Kind)), say.Criterion(c.Criterion), c.Weight, n.right))
	return n
}

func billNode(det *explain.Detail, o *advisor.Option) node {
	n := node{key: "bill " + det.Architecture, title: "The bill of " + det.Architecture, detail: []string{"A month, at the middle of what is known."}}
	if det.Dominating != "" {
		n.detail = append(n.detail, "Largest line: "+det.Dominating+".")
	}
	if from := det.SpreadFrom[advisor.Cost]; from != "" && from != explain.Models {
		n.detail = append(n.detail, "Its range hangs most on "+say.FieldLabel(from)+".")
		n.field = named(from)
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
	return n
}

// otherNodes are what speaks against the answer, what it rests on, what to ask and to do next, and notes.
func otherNodes(x *explain.Explanation) []node {
	step := 0
	return []node{
		below(node{key: "objections", title: "The strongest arguments against this advice"}, x.Objections, func(r *explain.Reason) node {
			return node{key: r.ID, title: say.Reason(r), right: numeral.Signed(r.Points), tone: -1, rule: r.ID, detail: []string{"Speaks for " + r.For + "."}}
		}),
		below(node{key: "rests", title: "What it rests on that you did not say", right: numeral.With(float64(len(x.Open)), "answers", numeral.Whole),
			detail: []string{"Open questions, with what was assumed and what an answer to each would settle of the doubt between the two.", say.Capital(say.Defaults(x.Assumed, say.FieldLabel))}}, x.Open, func(a *explain.OpenField) node {
			id := named(a.Field)
			label, tried := say.FieldLabel(a.Field), say.TriedIn(x.Profile, id)
			return node{key: a.Field, title: label + ": " + tried, right: numeral.Percent(a.Explains), field: id,
				detail: []string{say.Capital(label) + ": " + tried + ".", say.Doubt(a.Explains), "Press e to answer it."}}
		}),
		below(node{key: "questions", title: "Worth asking next", open: true, detail: []string{"Open questions by what an answer is expected to add to the probability of choosing right."}}, say.Asking(x.Decision), func(q *explain.Question) node {
			kid := node{key: q.Field, title: say.FieldLabel(q.Field), right: say.Worth(q.Value), field: named(q.Field)}
			if kid.field != profile.Schema {
				kid.title, kid.detail = kid.field.Field().Prompt, []string{kid.field.Field().Why, "Press e to answer it."}
			}
			return kid
		}),
		below(node{key: "migration", title: "The way there", detail: []string{"Steps from what runs today, each with what should trigger it."}, field: profile.Current}, x.Migration, func(s *explain.Step) node {
			step++
			return node{title: fmt.Sprintf("%d. %s", step, say.Do(s)), detail: []string{"When: " + say.When(s)}, field: profile.Current}
		}),
		below(node{key: "notes", title: "Notes", open: true}, x.Notes, func(k *explain.Note) node {
			if k.Kind == explain.OtherRegion {
				return node{title: say.Note(k), field: profile.Region}
			}
			return node{title: say.Note(k), field: k.Field}
		}),
	}
}
