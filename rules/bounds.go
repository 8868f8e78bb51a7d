package rules

// entry is the points of one rule for one option.
type entry struct {
	rule, slot int // slot = criterion * options + option
	points     float64
}

func (g *Program) prepareBounds() {
	p := g.pack
	at := map[string]int{}
	for i := range p.Criteria {
		at[p.Criteria[i].ID] = i
	}
	for r := range p.Rules {
		c, ok := at[p.Rules[r].Criterion]
		if !ok { // a pack made in Go, for its conditions alone
			continue
		}
		for o, name := range g.schema.Options() {
			if pts := p.Rules[r].Points[name]; pts != 0 {
				g.points = append(g.points, entry{r, c*len(g.schema.Options()) + o, pts})
			}
		}
	}
	for m := range p.Measures {
		c, ok := at[p.Measures[m].Criterion]
		if !ok {
			c = -1
		}
		g.measures[m].criterion = c
	}
}

// Bound is the least and the most that something may still become.
type Bound struct{ Low, High float64 }

// Bounds writes, for every criterion and option, the least and the most points
// that measures and rules may give for values between lo and hi (read as by
// Eval3): out[criterion*options+option]. must
// and may are the sets that Eval3 wrote for the same values. Gates give no
// points. It does not allocate.
func (g *Program) Bounds(lo, hi []float64, must, may []uint64, out []Bound) {
	clear(out)
	options := len(g.schema.Options())
	for m := range g.measures {
		c := g.measures[m].criterion
		if c < 0 {
			continue
		}
		for o := range options {
			a, b := g.ValueRange(m, o, lo, hi)
			out[c*options+o].Low += a
			out[c*options+o].High += b
		}
	}
	for i := range g.points {
		e := &g.points[i]
		sure, open := Fired(must, e.rule), Fired(may, e.rule)
		if sure || open && e.points < 0 {
			out[e.slot].Low += e.points
		}
		if sure || open && e.points > 0 {
			out[e.slot].High += e.points
		}
	}
}
