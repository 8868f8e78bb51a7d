package cond

// A list is a set of words. A condition asks for one of them: x == "w" is true if the list holds the word, x
// != "w" if it does not, x in ["v", "w"] if it holds any of them.

// holds asks for one word of a list.
func (t *typer) holds(left *ast, l *quantity, word int, is bool) *Condition {
	op := ">="
	if !is {
		op = "<"
	}
	q := &quantity{kind: FactBool, x: &num{op: 'w', fact: l.x.fact, k: float64(word)}}
	return t.atom(left, q, op, 1)
}

// anyWord types a membership: the list holds at least one of the words.
func (t *typer) anyWord(n *ast, l *quantity, words []float64) *Condition {
	c := &Condition{op: condOr}
	for _, w := range words {
		c.kids = append(c.kids, t.holds(n.kids[0], l, int(w), true))
	}
	if len(c.kids) == 1 {
		c = c.kids[0]
	}
	if n.op == "in" {
		return c
	}
	return &Condition{op: condNot, kids: []*Condition{c}}
}
