package profile

// basePoint is what needs no drawing: exact answers, the defaults of fields
// that are not drawn, and Unknown for everything else.
func (p *Profile) basePoint() (pt Point) {
	for id := ID(0); id < NumFields; id++ {
		pt[id] = p.baseValue(id)
	}
	return pt
}

func (p *Profile) baseValue(id ID) float64 {
	f, c := id.Field(), &p.cells[id]
	switch {
	case id == Exclude:
		return p.excluded()
	case c.state == Open:
		return f.defaultValue()
	case id == Runtime:
		return runtimeIndex(*p.text(id))
	case f.Kind == Text:
		return Unknown
	case f.Kind == TextList:
		return float64(len(*p.list(id)))
	case c.state == Exact:
		return c.low
	}
	return Unknown
}

// defaultValue is the value of an unanswered field that is not drawn.
func (f *Field) defaultValue() float64 {
	switch {
	case f.Default == "":
		return Unknown
	case f.Kind == Bool:
		return 0 // the only default of a bool is false
	}
	i, ok := f.Option(f.Default)
	if !ok {
		return Unknown
	}
	return float64(i)
}

// excluded is a bit set over Architectures.
func (p *Profile) excluded() float64 {
	set := 0
	for _, name := range *p.list(Exclude) {
		for i, a := range Architectures {
			if a == name {
				set |= 1 << i
			}
		}
	}
	return float64(set)
}

// FromPoint returns the profile in which every drawn field has the exact value
// it has in a point that a Sampler of p drew. Of a pair of fields that say the
// same, the one that p states is written; of mean, peak and ratio, mean and
// ratio unless p states the peak.
func (p *Profile) FromPoint(pt *Point) *Profile {
	q := p.Clone()
	for id := ID(0); id < NumFields; id++ {
		f := id.Field()
		x := pt[id]
		if x != x || p.exact(id) || !(f.Drawn || p.Known(id)) || f.Kind == Text || f.Kind == TextList {
			continue
		}
		if c := &p.cells[id]; c.state == Range { // the units of a pair may differ by rounding
			x = within(x, c.low, c.high)
		}
		q.put(id, Number(x))
	}
	q.settlePairs(p, pt)
	return q
}

// settlePairs leaves one field of each pair, so that rounding cannot make them
// disagree.
func (q *Profile) settlePairs(p *Profile, pt *Point) {
	if p.Known(RequestsPerMonth) && !p.Known(MeanRPS) {
		q.Clear(MeanRPS)
	} else {
		q.Clear(RequestsPerMonth)
	}
	if p.Known(PeakRPS) {
		q.Clear(PeakToMean)
	} else {
		q.Clear(PeakRPS)
	}
}
