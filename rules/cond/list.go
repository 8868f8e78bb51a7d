package cond

// A list is a set of words. A condition asks for one of them: x == "w" is true
// if the list holds the word, x != "w" if it does not, x in ["v", "w"] if it
// holds any of them.

// list types a comparison of a list with a word.
func (t *typer) list(n, left, right *ast, l, r *quantity, op string) *Condition {
	switch {
	case r.kind != factString:
		t.clash(n, left, right, l, r)
	case op != "==" && op != "!=":
		t.fail(n, "a list has no order: == asks whether it holds a word, != whether it does not")
	default:
		if i := t.optionWord(right, l.fact); i >= 0 {
			return t.holds(left, l, i, op == "==")
		}
	}
	return nil
}

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
