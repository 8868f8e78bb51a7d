package rules

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
	words      int      // of a set of rows
	columns    []column // quick ones first
	hot        []hot    // of the columns, what every evaluation needs
	quick      int      // how many of the columns, the first, have steps and are facts
	cuts       []uint64 // of all columns, each padded to a multiple of four
	must       []uint64 // sets, by column and segment: rows that hold on it
	may        []uint64 // the same, but for unknown values: rows that may hold
	steps      []uint8  // of all columns, see stairs
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

// hot is what an evaluation needs of a column, in words, which load fastest. Its cuts are first..first+4*quads of
// tables.cuts; its steps, if last is above 0, tell where to look among them.
type hot struct {
	base, last, step, first, at, shift uint64
	fact, quads                        int64
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
	for _, col := range cols.order() {
		t.column(rows, col, cols.exprs[col], cols.domain[col])
	}
	t.heat()
	return t
}

// heat makes the short form of the columns and puts the quick ones first, by
// fact, so that values are read in the order they lie in memory.
func (t *tables) heat() {
	var slow []hot
	var quickColumns, slowColumns []column
	for _, c := range t.columns {
		h := hot{fact: int64(c.fact), first: uint64(c.from), quads: int64(c.to-c.from) / 4, at: uint64(c.at)}
		t.stairs(&h, t.cuts[c.from:c.to])
		if h.last > 0 && h.fact >= 0 {
			t.hot, quickColumns = append(t.hot, h), append(quickColumns, c)
		} else {
			slow, slowColumns = append(slow, h), append(slowColumns, c)
		}
	}
	t.quick = len(t.hot)
	t.hot, t.columns = append(t.hot, slow...), append(quickColumns, slowColumns...)
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
	t.cuts = append(t.cuts, ^uint64(0))
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
