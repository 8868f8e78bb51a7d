package cond

// step asks where a comparison lies, and tells what to ask next. Hundreds of conditions are asked in every draw: as
// steps in a row they take a third of the time of trees.
type step struct {
	asked
	in, out, open int32 // the next step where it lies in the span, out of it, or neither is sure
}

const holding, failing = -1, -2 // instead of a next step

// plan adds the steps that ask whether a condition, or its opposite, surely holds, and returns the first.
func (e *Set) plan(c *Condition, opposite bool, yes, no int32) int32 {
	if c == nil { // after a problem
		return no
	}
	opposite = opposite != c.not
	for i := len(c.kids) - 1; i >= 0; i-- {
		switch first := e.plan(&c.kids[i], opposite, yes, no); {
		case i == 0:
			return first
		case c.all != opposite: // the opposite of all is one
			yes = first
		default:
			no = first
		}
	}
	next := step{c.asked, yes, no, no}
	if opposite {
		next.in, next.out = no, yes
	}
	e.steps = append(e.steps, next)
	return int32(len(e.steps) - 1)
}

// sure walks the steps from one on for values between lo and hi. What is unknown may be anything in its domain if the
// facts are given.
func (e *Set) sure(at int32, lo, hi []float64, facts []Fact) bool {
	for at >= 0 {
		s := &e.steps[at]
		var x, y float64
		switch {
		case s.fact >= 0:
			x, y = lo[s.fact], hi[s.fact]
		case s.x.op == 'w':
			x, y = s.x.held(lo, hi)
		case facts == nil:
			x = s.x.Eval(lo)
			y = x
		default:
			x, y = s.x.interval(lo, hi, facts)
		}
		if facts != nil && (x != x || y != y) {
			x, y = s.domain[0], s.domain[1]
		}
		if at = s.open; s.span[0] <= x && y <= s.span[1] {
			at = s.in
		} else if y < s.span[0] || x > s.span[1] {
			at = s.out
		}
	}
	return at == holding
}

// Between reports whether condition i must hold, and whether it may, for values between lo and hi: see Range.
func (e *Set) Between(i int, lo, hi []float64) (must, may bool) {
	return e.sure(e.starts[i][0], lo, hi, e.schema.Facts), !e.sure(e.starts[i][1], lo, hi, e.schema.Facts)
}

// Holds reports whether condition i holds for the values of the facts.
func (e *Set) Holds(i int, v []float64) bool { return e.sure(e.starts[i][0], v, v, nil) }
