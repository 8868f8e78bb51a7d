package result

import (
	"fmt"
	"math"
	"slices"
	"sort"
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
	key    string // stable: what is open and selected survives a new answer
	title  string
	right  string // points or money at the end of the line
	tone   int    // +1 in favour, -1 against, 0 neither
	kids   []node
	open   bool // unfolded until the user folds it
	leaf   bool // shown although nothing is below it
	rule   string
	field  profile.ID // question behind it; profile.Schema if none
	detail []string   // paragraphs
	source string
}

// explanationTree is the whole explanation as a tree. Of a decision alone it
// shows what is known already.
func explanationTree(d *explain.Decision, x *explain.Explanation) []node {
	list := []node{contrastNode(d), courseNode(d), relaxNode(d), flipsNode(d, x), precedentsNode(x)}
	for _, o := range d.Ranking {
		list = append(list, optionNode(d, o))
	}
	if x != nil {
		for _, det := range x.Details {
			list = append(list, billNode(det))
		}
		list = append(list, objectionsNode(x), carryingNode(x), openNode(x))
	}
	list = append(list, questionsNode(d))
	if x != nil {
		list = append(list, migrationNode(x))
	}
	list = append(list, notesNode(d))
	return slices.DeleteFunc(list, func(n node) bool { return len(n.kids) == 0 && !n.leaf })
}

func contrastTitle(d *explain.Decision) string {
	if second := d.RunnerUp(); second != nil {
		return say.Name(d.Recommendation) + " against " + say.Name(second.Architecture)
	}
	return say.Name(d.Recommendation) + ": every other option is ruled out"
}

func contrastNode(d *explain.Decision) node {
	n := node{key: "contrast", open: true, title: contrastTitle(d),
		detail: []string{"What tells the leader from the runner-up most, of what rests on your answers."}}
	for i, r := range d.Reasons {
		tone, points := 1, math.Abs(r.Points)
		if r.For != d.Recommendation {
			tone, points = -1, -points
		}
		words := profile.Clean(say.Reason(&r))
		n.kids = append(n.kids, node{key: fmt.Sprint("contrast/", i), title: words, right: numeral.Signed(points),
			tone: tone, rule: r.ID, detail: []string{words,
				"Speaks for " + r.For + " and against " + r.Against + ", under " + profile.Clean(r.Criterion) + "."}})
	}
	if d.Recommendation == "" {
		return node{}
	}
	return n
}

func relaxNode(d *explain.Decision) node {
	if d.Relaxation == nil {
		return node{}
	}
	text := "Smallest change that lets an option pass: " + wording.Flip(*d.Relaxation)
	n := node{key: "relax", title: text, tone: -1, detail: []string{text}, leaf: true}
	n.field = d.Relaxation.Changes[0].Field
	return n
}

func flipsNode(d *explain.Decision, x *explain.Explanation) node {
	if x == nil && len(d.Flips) == 0 {
		text := "What would change the answer is being computed …"
		return node{key: "flips", title: text, detail: []string{text}, leaf: true}
	}
	n := node{key: "flips", open: true, title: "What would change the answer",
		detail: []string{"The nearest changes of one answer that change the recommendation, each tried out before it is shown."}}
	for i, f := range d.Flips {
		text := wording.Flip(f)
		kid := node{key: fmt.Sprint("flips/", i), title: wording.FlipShort(f), detail: []string{text}}
		if f.About {
			kid.detail = append(kid.detail, "The two are so close there that other draws may say otherwise.")
		}
		if len(f.Changes) == 1 {
			c := f.Changes[0]
			kid.field = c.Field
			kid.detail = append(kid.detail, "Field "+c.Field.String()+" is "+wording.Value(c.Field, c.From)+" now. Press e to change it, 3 to try it.")
		}
		n.kids = append(n.kids, kid)
	}
	return n
}

// optionNode is why an option has the score it has: by criterion, down to the
// statement of the pack.
func optionNode(d *explain.Decision, o advisor.Option) node {
	why := "Why not "
	if o.Architecture == d.Recommendation {
		why = "Why "
	}
	n := node{leaf: true, key: "option/" + o.Architecture, title: why + o.Architecture, right: numeral.Tenth(o.Score),
		open: o.Architecture == d.Recommendation || d.Recommendation == "", detail: optionDetail(o)}
	if !o.Feasible {
		n.right = theme.Stop + " ruled out"
	}
	for i, g := range o.Gates {
		n.kids = append(n.kids, gateNode(o, i, g))
	}
	byCriterion, open, asleep := map[string][]advisor.Contribution{}, node{}, node{}
	open = node{key: n.key + "/open", title: "What you left open", detail: []string{"Points that rest on open questions alone."}}
	asleep = node{key: n.key + "/asleep", title: "Does not apply", detail: []string{"Statements whose condition is not met, with what they miss."}}
	sum := 0.0
	for _, c := range o.Contributions {
		switch {
		case c.State == "asleep" || c.Points == 0 && c.State != "undecided":
			asleep.kids = append(asleep.kids, statementNode(n.key, c))
		case !c.Answered:
			open.kids = append(open.kids, statementNode(n.key, c))
			sum += c.Points
		default:
			byCriterion[c.Criterion] = append(byCriterion[c.Criterion], c)
		}
	}
	n.kids = append(n.kids, criterionNodes(n.key, byCriterion)...)
	if len(open.kids) > 0 {
		open.right, open.tone = numeral.Signed(sum), tone(sum)
		n.kids = append(n.kids, open)
	}
	if len(asleep.kids) > 0 {
		asleep.right = fmt.Sprint(len(asleep.kids))
		n.kids = append(n.kids, asleep)
	}
	return n
}

func optionDetail(o advisor.Option) []string {
	out := []string{profile.Clean(o.Shape)}
	out = append(out, wording.Estimates(o)...)
	out = append(out, fmt.Sprintf("Score %s, between %s and %s in 8 of 10 draws; probability %s.", numeral.Tenth(o.Score), numeral.Tenth(o.Low), numeral.Tenth(o.High), numeral.ProbabilityInWords(o.Probability)))
	return out
}

func gateNode(o advisor.Option, i int, g advisor.GateHit) node {
	mark, state := theme.Alert, "In "+numeral.Percent(g.Share)+" of the draws this rules "+o.Architecture+" out."
	if !o.Feasible && g.Share >= 1 {
		mark, state = theme.Stop, "This rules "+o.Architecture+" out, whatever else is true."
	}
	because := profile.Clean(say.Gate(&g))
	return node{key: fmt.Sprint("option/", o.Architecture, "/gate/", i), title: mark + " " + because, tone: -1,
		rule: g.ID, detail: []string{because, state}, source: say.Sources(g.Sources)}
}

func criterionNodes(key string, by map[string][]advisor.Contribution) []node {
	var out []node
	sums := map[string]float64{}
	for name, cs := range by {
		n := node{key: key + "/" + name, title: strings.ReplaceAll(profile.Clean(name), "_", " ")}
		sort.SliceStable(cs, func(i, j int) bool { return math.Abs(cs[i].Points) > math.Abs(cs[j].Points) })
		sum := 0.0
		for _, c := range cs {
			sum += c.Points
			n.kids = append(n.kids, statementNode(key, c))
		}
		n.right, n.tone = numeral.Signed(sum), tone(sum)
		n.detail = []string{"Together " + n.right + " points of the score. Unfold it for each statement of the pack that speaks of " + n.title + "."}
		sums[n.key] = sum
		out = append(out, n)
	}
	sort.Slice(out, func(i, j int) bool {
		if sums[out[i].key] != sums[out[j].key] {
			return sums[out[i].key] > sums[out[j].key]
		}
		return out[i].key < out[j].key
	})
	return out
}

func tone(points float64) int {
	switch {
	case points >= 0.05:
		return 1
	case points <= -0.05:
		return -1
	}
	return 0
}

func statementNode(key string, c advisor.Contribution) node {
	mark := ""
	if c.State == "undecided" {
		mark = theme.Alert + " "
	}
	because := profile.Clean(say.Contribution(&c))
	n := node{key: key + "/" + c.ID, title: mark + because, right: numeral.Signed(c.Points), tone: tone(c.Points),
		rule: c.ID, source: say.Sources(c.Sources), detail: []string{because}}
	names := make([]string, 0, len(c.Facts))
	for name := range c.Facts {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if id, ok := profile.Lookup(name); ok && n.field == profile.Schema {
			n.field = id
		}
		n.detail = append(n.detail, profile.Clean(name)+" = "+wording.Any(c.Facts[name]))
	}
	if margin := say.Margin(&c.Margin); margin != "" {
		n.detail = append(n.detail, "Threshold: "+profile.Clean(margin))
	}
	if c.State == "undecided" {
		n.detail = append(n.detail, "Undecided: it applies in "+numeral.Percent(c.Share)+" of the draws.")
	}
	n.detail = append(n.detail, fmt.Sprintf("%s, criterion %s, importance %.2f, %s points.", say.Name(string(c.Kind)), profile.Clean(c.Criterion), c.Weight, numeral.Signed(c.Points)))
	return n
}
