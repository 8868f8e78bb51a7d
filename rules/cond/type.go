package cond

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// Condition reads and types a condition. option is what {option} stands for; if it is "", a condition that
// names it is wrong for the reason why. The condition is nil after a problem that is not merely doubtful.
func (s *Schema) Condition(text, option, why string) (*Condition, []Problem) {
	root, p := parse(text)
	if p != nil {
		return nil, []Problem{*p}
	}
	t := &typer{s: s, text: text, option: option, why: why}
	c := t.condition(root)
	return c, t.problems
}

// Expression reads and types a number for one option; nil after a problem.
func (s *Schema) Expression(text, option string) (*Expression, []Problem) {
	root, p := parse(text)
	if p != nil {
		return nil, []Problem{*p}
	}
	t := &typer{s: s, text: text, option: option}
	q := t.value(root)
	if q != nil && q.kind != FactNumber {
		t.fail(root, "type clash: a measure is over a number, this is "+q.kind.String())
	}
	if q == nil || len(t.problems) > 0 {
		return nil, t.problems
	}
	return q.x, nil
}

// typer turns a parsed condition into a typed one: names become facts, units are converted, clashes noted.
type typer struct {
	s        *Schema
	text     string // the condition
	option   string // what {option} stands for, "" where it may not stand
	why      string // why it may not, for the message
	guard    bool   // known(fact) is all that may be asked
	problems []Problem
}

func (t *typer) shown(n *ast) string { return strings.Join(strings.Fields(t.text[n.from:n.to]), " ") }

func (t *typer) fail(n *ast, message string) {
	t.problems = append(t.problems, Problem{n.from, n.to, message, false})
}

// condition types a node that must be true or false; nil after a problem.
func (t *typer) condition(n *ast) *Condition {
	switch n.op {
	case "and", "or", "not":
		return t.joined(n)
	case "known":
		if q := t.fact(n); q != nil {
			return &Condition{atom: &atom{x: q.x}}
		}
		return nil
	}
	switch _, compares := flipped[n.op]; {
	case t.guard:
		t.fail(n, ofGuards)
		return nil
	case compares:
		return t.compare(n)
	case n.op == "in" || n.op == "not in":
		return t.in(n)
	case n.op == "" && n.kind == tokenWord:
		return &Condition{op: n.text}
	case n.op == "" && n.kind == tokenFact:
		q := t.value(n)
		if q == nil {
			return nil
		}
		if q.kind != FactBool {
			t.fail(n, n.text+" is "+q.kind.String()+", not a condition; compare it with something")
			return nil
		}
		c := t.atom(n, q, ">=", 1)
		c.atom.named = true
		return c
	}
	t.fail(n, "this is not a condition: nothing is compared")
	return nil
}

func (t *typer) joined(n *ast) *Condition {
	c := &Condition{op: n.op}
	for _, k := range n.kids {
		c.kids = append(c.kids, t.condition(k))
	}
	if slices.Contains(c.kids, nil) {
		return nil
	}
	return c
}

// atom builds the comparison of an expression, or of the sign of one of two, with constants.
func (t *typer) atom(left *ast, q *quantity, op string, wants ...float64) *Condition {
	a := &atom{x: q.x, op: op, wants: wants, unit: q.unit, kind: q.kind, shown: t.shown(left)}
	a.index()
	unknown := slices.Repeat([]float64{nan}, len(t.s.Facts))
	x, y := a.x.interval(unknown, unknown, t.s.Facts)
	if x != x {
		x, y = math.Inf(-1), math.Inf(1)
	}
	a.domain = [2]float64{x, y}
	return &Condition{atom: a}
}

var flipped = map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}

func (t *typer) compare(n *ast) *Condition {
	a, b := n.kids[0], n.kids[1]
	l, r := t.value(a), t.value(b)
	if l == nil || r == nil {
		return nil
	}
	op := n.op
	if l.x != nil && r.x != nil && l.x.constant() && !r.x.constant() || l.kind == factString && r.kind != factString {
		a, b, l, r, op = b, a, r, l, flipped[op]
	}
	switch {
	case l.kind == factString && r.kind == factString:
		t.fail(n, "two strings are compared; one side must be a fact")
	case l.kind == FactList && r.kind == factString && op != "==" && op != "!=":
		t.fail(n, "a list has no order: == asks whether it holds a word, != whether it does not")
	case l.kind == FactList && r.kind == factString:
		if i := t.optionWord(b, l.fact); i >= 0 {
			return t.holds(a, l, i, op == "==")
		}
	case l.kind == FactOption && r.kind == factString:
		i := t.optionWord(b, l.fact)
		if op != "==" && op != "!=" {
			t.fail(n, "an option has no order: compare with ==, != or in")
		} else if i >= 0 {
			return t.atom(a, l, op, float64(i))
		}
	case l.kind == FactList || l.kind != r.kind:
		t.clash(n, a, b, l, r)
	case l.kind == FactNumber:
		return t.numbers(n, a, b, l, r, op)
	case op != "==" && op != "!=":
		t.fail(n, l.kind.String()+" has no order: compare with ==, != or in")
	case l.kind == FactOption && !slices.Equal(l.fact.Options, r.fact.Options):
		t.fail(n, "the options of "+l.fact.Name+" and "+r.fact.Name+" are not the same")
	case l.x.constant():
		return &Condition{op: strconv.FormatBool((l.x.k == r.x.k) == (op == "=="))}
	case r.x.constant():
		return t.atom(a, l, op, r.x.k)
	default:
		return t.against(a, l, r, op)
	}
	return nil
}

func (t *typer) clash(n, a, b *ast, l, r *quantity) {
	message := "type clash: " + t.shown(a) + " is " + l.kind.String() + ", " + t.shown(b) + " is " + r.kind.String()
	if l.fact != nil && l.kind == FactBool {
		message += "; write " + l.fact.Name + " or not " + l.fact.Name
	}
	if l.fact != nil && (l.kind == FactOption || l.kind == FactList) {
		message += "; it may be " + strings.Join(l.fact.Options, ", ")
	}
	t.fail(n, message)
}

// optionWord looks a string up among the words of an option fact.
func (t *typer) optionWord(n *ast, f *Fact) int {
	i := slices.Index(f.Options, n.text)
	if i < 0 {
		t.fail(n, f.Name+" is never "+source.Quote(n.text)+source.DidYouMean(n.text, f.Options...)+" (it may be "+strings.Join(f.Options, ", ")+")")
	}
	return i
}

func (t *typer) numbers(n, a, b *ast, l, r *quantity, op string) *Condition {
	if !t.align(n, l, r) {
		return nil
	}
	switch lc, rc := l.x.constant(), r.x.constant(); {
	case lc && rc:
		probe := t.atom(a, l, op, r.x.Eval(nil))
		return &Condition{op: strconv.FormatBool(probe.Eval(nil) == True)}
	case rc:
		w := r.x.Eval(nil)
		if w != w {
			t.fail(b, "this is not a number: a division of zero by zero")
			return nil
		}
		c := t.atom(a, l, op, w)
		t.reach(b, c.atom, w)
		return c
	}
	return t.against(a, l, r, op)
}

// reach warns of a threshold that the fact can never meet.
func (t *typer) reach(n *ast, a *atom, w float64) {
	lo, hi := a.domain[0], a.domain[1]
	if w >= lo && w <= hi {
		return
	}
	t.fail(n, "the threshold "+numeral.Plain(w)+" is outside the domain of "+a.shown+", "+numeral.Plain(lo)+" to "+numeral.Plain(hi))
	t.problems[len(t.problems)-1].Doubtful = true
}

// against types a comparison of two expressions that both read facts.
func (t *typer) against(left *ast, l, r *quantity, op string) *Condition {
	q := &quantity{kind: l.kind, unit: l.unit, x: &Expression{op: 'c', l: l.x, r: r.x}}
	swapped := r.x.key() < l.x.key() // so that what is the same has one key
	if swapped {
		q.x.l, q.x.r, op = r.x, l.x, flipped[op]
	}
	c := t.atom(left, q, op, 0)
	c.atom.swapped = swapped
	return c
}

func (t *typer) in(n *ast) *Condition {
	l := t.value(n.kids[0])
	var wants []float64
	good := l != nil
	for _, k := range n.kids[1:] {
		if r := t.value(k); r == nil || l == nil || !t.member(k, l, r, &wants) {
			good = false
		}
	}
	if !good {
		return nil
	}
	if l.x == nil || l.x.constant() {
		t.fail(n.kids[0], "the left side of in must read a fact")
		return nil
	}
	if l.kind == FactList {
		return t.anyWord(n, l, wants)
	}
	c := t.atom(n.kids[0], l, n.op, wants...)
	for i, w := range wants {
		t.reach(n.kids[i+1], c.atom, w)
	}
	return c
}

func (t *typer) member(k *ast, l, r *quantity, wants *[]float64) bool {
	if (l.kind == FactOption || l.kind == FactList) && r.kind == factString {
		i := t.optionWord(k, l.fact)
		*wants = append(*wants, float64(i))
		return i >= 0
	}
	if l.kind != r.kind || l.kind == factString {
		t.fail(k, "type clash: "+l.kind.String()+" is looked for, "+t.shown(k)+" is "+r.kind.String())
		return false
	}
	if !r.x.constant() {
		t.fail(k, "a list holds constants only")
		return false
	}
	if l.kind == FactNumber {
		x := *l // the list converts to the fact, never the fact to the list
		if !t.align(k, &x, r) {
			return false
		}
	}
	w := r.x.Eval(nil)
	if w != w {
		t.fail(k, "this is not a number: a division of zero by zero")
		return false
	}
	*wants = append(*wants, w)
	return true
}

// A list is a set of words. A condition asks for one of them: x == "w" is true if the list holds the word, x
// != "w" if it does not, x in ["v", "w"] if it holds any of them.

// holds asks for one word of a list.
func (t *typer) holds(left *ast, l *quantity, word int, is bool) *Condition {
	op := ">="
	if !is {
		op = "<"
	}
	q := &quantity{kind: FactBool, x: &Expression{op: 'w', fact: l.x.fact, k: float64(word)}}
	return t.atom(left, q, op, 1)
}

// anyWord types a membership: the list holds at least one of the words.
func (t *typer) anyWord(n *ast, l *quantity, words []float64) *Condition {
	c := &Condition{op: "or"}
	for _, w := range words {
		c.kids = append(c.kids, t.holds(n.kids[0], l, int(w), true))
	}
	if len(c.kids) == 1 {
		c = c.kids[0]
	}
	if n.op == "in" {
		return c
	}
	return &Condition{op: "not", kids: []*Condition{c}}
}
