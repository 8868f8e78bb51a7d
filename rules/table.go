package rules

import (
	"math/bits"
)

// tables evaluate all conditions of a pack at once. Every row of every
// condition has a bit. For every expression the thresholds of the pack cut its
// values into segments, and each segment has the set of rows that it does not
// falsify. The rows that hold are the intersection over the expressions; work
// grows with expressions, not with rules.
//
// The row of condition i has bit i; the further rows of conditions with several
// follow after the conditions, in extra. A condition that would need too many
// rows is in direct instead.
type tables struct {
	conditions int
	words      int // of a set of rows
	columns    []column
	cuts       []uint64 // of all columns, each padded to a multiple of four
	must       []uint64 // sets, by column and segment: rows that hold on it
	may        []uint64 // the same, but for unknown values: rows that may hold
	base       []uint64 // rows that exist
	extra      []int32  // condition of row conditions+i
	direct     []directCondition
}

type column struct {
	fact   int32 // of the value vector; -1 if computed
	from   int32 // first of its cuts
	to     int32
	at     int32 // its sets in must and may
	expr   *num
	facts  []int
	domain set
}

type directCondition struct {
	index int
	cond  *cond
}

// build makes the tables of typed conditions.
func build(conds []*cond) *tables {
	t := &tables{conditions: len(conds)}
	cols := newColumns(false)
	rows := make([]row, len(conds))
	exists := make([]bool, len(conds))
	for i, c := range conds {
		list, ok := cols.rows(c, false)
		if !ok {
			t.direct = append(t.direct, directCondition{i, c})
			continue
		}
		for k, r := range list {
			if k == 0 {
				rows[i], exists[i] = r, true
				continue
			}
			rows, exists = append(rows, r), append(exists, true)
			t.extra = append(t.extra, int32(i))
		}
	}
	t.words = max(1, (len(rows)+63)/64)
	t.base = make([]uint64, t.words)
	for i, e := range exists {
		if e {
			t.base[i>>6] |= 1 << (i & 63)
		}
	}
	for col, x := range cols.exprs {
		t.column(rows, col, x, cols.domain[col])
	}
	return t
}

// column adds the segments of one expression, if a row asks for it.
func (t *tables) column(rows []row, col int, x *num, domain set) {
	points := cuts(rows, col)
	if len(points) == 0 {
		return
	}
	c := column{fact: -1, expr: x, from: int32(len(t.cuts)), at: int32(len(t.must)), domain: domain}
	if x.op == 'f' {
		c.fact = int32(x.fact)
	}
	x.visit(func(f int) { c.facts = append(c.facts, f) })
	t.cuts = append(append(append(t.cuts, bottom), points...), top)
	for (len(t.cuts)-int(c.from))%4 != 0 {
		t.cuts = append(t.cuts, ^uint64(0))
	}
	c.to = int32(len(t.cuts))
	segments := int(c.to-c.from) + 1
	t.must = append(t.must, make([]uint64, segments*t.words)...)
	t.may = append(t.may, make([]uint64, segments*t.words)...)
	t.columns = append(t.columns, c)
	for r, fields := range rows {
		in, asked := everything(), false
		for _, f := range fields {
			if f.col == col {
				in, asked = f.in, true
			}
		}
		t.mark(&c, r, in, asked)
	}
}

// mark sets the bits of one row in the segments of a column. The first segment
// and those after the last number are for not-a-number.
func (t *tables) mark(c *column, r int, in set, asked bool) {
	segments := int(c.to-c.from) + 1
	inside := in.and(c.domain)
	for s := 0; s < segments; s++ {
		number := s > 0 && t.cuts[int(c.from)+s-1] < top
		must, may := !asked, !asked
		switch {
		case !asked:
		case number:
			must = in.has(t.cuts[int(c.from)+s-1])
			may = must
		default:
			must, may = inside.equal(c.domain), len(inside) > 0
		}
		word, bit := int(c.at)+s*t.words+r>>6, uint64(1)<<(r&63)
		if must {
			t.must[word] |= bit
		}
		if may {
			t.may[word] |= bit
		}
	}
}

// segment is the number of cuts at or below the key of x. The comparison is a
// subtraction with borrow, so that nothing is guessed by the processor.
func (t *tables) segment(c *column, x float64) int {
	k := keyOf(x)
	list := t.cuts[c.from:c.to]
	if len(list) > 32 {
		return search(list, k)
	}
	below := uint64(0)
	for ; len(list) >= 4; list = list[4:] {
		_, a := bits.Sub64(k, list[0], 0)
		_, b := bits.Sub64(k, list[1], 0)
		_, d := bits.Sub64(k, list[2], 0)
		_, e := bits.Sub64(k, list[3], 0)
		below += a + b + d + e
	}
	return int(c.to-c.from) - int(below)
}

// search is segment for long lists.
func search(list []uint64, k uint64) int {
	at := 0
	for n := len(list); n > 0; {
		half := (n + 1) / 2
		if list[at+half-1] <= k {
			at += half
			n -= half
		} else {
			n = half - 1
		}
	}
	return at
}
