package advisor

import (
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// run is the drawing of one profile: what is fixed over its draws.
type run struct {
	e       *evaluator
	s       *sample
	noise   *noise
	imp     importances
	settled [maxCriteria]float64
	active  []bool // gates that may fire
	sampler *profile.Sampler
	cells   *[estimate.NumScenarios]cell // of a profile that leaves nothing open
	still   bool                         // one evaluation at the central inputs, no draws
}

// begin prepares the draws of a profile: central inputs, shapes, weights.
func (e *evaluator) begin(p *profile.Profile, o Options) *run {
	a := e.a
	s := &e.keep.sample
	s.reset(a)
	r := &run{e: e, s: s, noise: a.noiseFor(o.Seed), imp: a.importances(p)}
	seed := r.noise.seed
	s.profile = p
	r.sampler = profile.NewSampler(p, seed)
	r.sampler.Central(&s.central)
	s.open = len(r.sampler.Open()) > 0
	r.imp.settled(r.settled[:len(a.criteria)])
	r.active = e.activeGates(p)
	s.shapes = e.chooseShapes(&s.central, r.active)
	return r
}

// activeGates tells which gates may fire: one that needs a stated target is
// asleep without it.
func (e *evaluator) activeGates(p *profile.Profile) []bool {
	e.keep.active = zeroedBools(e.keep.active, len(e.a.gates))
	for g := range e.a.gates {
		needs := e.a.gates[g].needs
		e.keep.active[g] = needs == profile.Schema || p.Known(needs)
	}
	return e.keep.active
}

func zeroedBools(s []bool, n int) []bool {
	if cap(s) < n {
		return make([]bool, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// extend draws until there are k draws. The first call sets the draws that the
// scores and contributions are the mean of; further ones only sharpen the shares,
// so that a score does not depend on how close the shares are to a threshold.
func (r *run) extend(k int) {
	if r.s.k == 0 {
		r.s.scored = k
	}
	if r.s.open {
		r.extendOpen(k)
		return
	}
	r.extendClosed(k)
}

// extendOpen evaluates the models and the rules in every draw.
func (r *run) extendOpen(k int) {
	a, s := r.e.a, r.s
	n := len(a.criteria)
	nz := r.noise.upTo(k)
	w := make([]float64, n)
	for i := s.k; i < k; i++ {
		r.sampler.Draw(i, &r.e.point)
		c := r.e.at(&r.e.point, a.models.Scenario(int(nz.scenario[i])), s.shapes)
		r.imp.draw(w, &nz, r.noise.seed, a, i)
		s.gates = append(s.gates, r.e.gateBits(c, r.active))
		s.record(c, w, r.settled[:n])
		if i < s.scored {
			s.attribute(a, c, w, 1)
		}
		s.observe(&c.est)
	}
}

// extendClosed evaluates each scenario of the models once: where every input is
// a point, only weights and residuals vary from draw to draw.
func (r *run) extendClosed(k int) {
	a, s := r.e.a, r.s
	n := len(a.criteria)
	nz := r.noise.upTo(k)
	if r.cells == nil {
		r.cells = r.e.keep.scenarios(r)
	}
	var sums [estimate.NumScenarios][maxCriteria]float64
	var count [estimate.NumScenarios]int
	w := r.e.keep.w[:n]
	for i := s.k; i < k; i++ {
		x := nz.scenario[i]
		r.imp.draw(w, &nz, r.noise.seed, a, i)
		s.gates = append(s.gates, r.e.keep.gateBits[x])
		s.record(&r.cells[x], w, r.settled[:n])
		if i >= s.scored {
			continue
		}
		count[x]++
		for c := range w {
			sums[x][c] += w[c]
		}
	}
	for x := range sums {
		if count[x] > 0 {
			s.attribute(a, &r.cells[x], sums[x][:n], count[x])
		}
	}
}

// store is the memory that an evaluator keeps from profile to profile.
type store struct {
	sample   sample
	active   []bool
	cells    [estimate.NumScenarios]cell
	gateBits [estimate.NumScenarios]uint64
	w        [maxCriteria]float64
	lo, hi   []float64
	may      []uint64
	sorted   []float64
}

// scenarios evaluates the central point under each scenario of the models.
func (st *store) scenarios(r *run) *[estimate.NumScenarios]cell {
	for x := range st.cells {
		c := r.e.at(&r.s.central, r.e.a.models.Scenario(x), r.s.shapes)
		to := &st.cells[x]
		fired, measured := to.fired, to.measured
		*to = *c
		to.fired = append(fired[:0], c.fired...)
		to.measured = append(measured[:0], c.measured...)
		st.gateBits[x] = r.e.gateBits(c, r.active)
		r.s.observe(&c.est)
	}
	return &st.cells
}
