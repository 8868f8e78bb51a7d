package cond

import (
	"strconv"
	"strings"
)

// form is the kind of a node of a parsed condition.
type form uint8

const (
	formNumber form = iota
	formString
	formBool
	formFact
	formNegative
	formArithmetic // op + - * /
	formCompare    // op == != < <= > >=
	formIn         // left in kids; op "in" or "not in"
	formNot
	formAnd   // kids
	formOr    // kids
	formKnown // of a guard: text is the fact
)

// ast is a node of a parsed condition with its place in the text.
type ast struct {
	form     form
	from, to int // bytes of the condition
	op       string
	text     string // of a string or a fact
	number   float64
	unit     unit // of a number; the zero unit if none was written
	hasUnit  bool
	kids     []*ast
}

// String writes the condition in canonical form: it parses to the same
// condition, with as few parentheses as needed.
func (n *ast) String() string {
	var b strings.Builder
	n.print(&b)
	return b.String()
}

// binding is how tightly a node holds its parts; a looser one inside a tighter
// one needs parentheses.
func (n *ast) binding() int {
	switch n.form {
	case formOr:
		return 1
	case formAnd:
		return 2
	case formNot:
		return 3
	case formCompare, formIn:
		return 4
	case formArithmetic:
		if n.op == "+" || n.op == "-" {
			return 5
		}
		return 6
	case formNegative:
		return 7
	}
	return 8
}

func (n *ast) print(b *strings.Builder) {
	switch n.form {
	case formNumber:
		b.WriteString(strconv.FormatFloat(n.number, 'g', -1, 64))
		if n.hasUnit {
			b.WriteString(" " + n.unit.name)
		}
	case formString:
		q := "'"
		if strings.Contains(n.text, q) {
			q = `"`
		}
		b.WriteString(q + n.text + q)
	case formBool, formFact:
		b.WriteString(n.text)
	case formNegative:
		b.WriteString("-")
		n.inner(b, n.kids[0], 7)
	case formNot:
		b.WriteString("not ")
		n.inner(b, n.kids[0], 3)
	case formIn:
		n.inner(b, n.kids[0], 5)
		b.WriteString(" " + n.op + " [")
		n.list(b, n.kids[1:], ", ", 5)
		b.WriteString("]")
	case formAnd:
		n.list(b, n.kids, " and ", 3)
	case formOr:
		n.list(b, n.kids, " or ", 2)
	case formCompare:
		n.inner(b, n.kids[0], 5)
		b.WriteString(" " + n.op + " ")
		n.inner(b, n.kids[1], 5)
	case formArithmetic:
		n.inner(b, n.kids[0], n.binding())
		b.WriteString(" " + n.op + " ")
		n.inner(b, n.kids[1], n.binding()+1)
	}
}

func (n *ast) list(b *strings.Builder, kids []*ast, between string, least int) {
	for i, k := range kids {
		if i > 0 {
			b.WriteString(between)
		}
		n.inner(b, k, least)
	}
}

func (n *ast) inner(b *strings.Builder, kid *ast, least int) {
	if kid.binding() >= least {
		kid.print(b)
		return
	}
	b.WriteString("(")
	kid.print(b)
	b.WriteString(")")
}
