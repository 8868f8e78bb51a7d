package cond

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
