package advisor

import (
	"slices"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/compose"
	"archadvisor/advisor/profile/distribution"
)

// Drawn is what the draws of one profile say: which options a gate stops, what the options are worth, how probable
// each is. Its caller owns it, and whoever explains or shows the decision reads it instead of drawing again. It is
// for one goroutine at a time.
type Drawn struct {
	Advisor *Advisor
	Profile *profile.Profile
	Sampler *profile.Sampler
	Central profile.Point   // the central inputs
	Shapes  [numOptions]int // the shape that stands for each architecture
	Told    bool            // something of the work is stated: see estimate.Telling

	Importance []float64 // by criterion, the middle of a range

	Score       [numOptions]float64 // mean over the draws
	Probability [numOptions]float64 // mean over the draws in which an option is left
	NoOption    float64             // share of draws in which none is
	Precision   float64             // of a probability, at 3.3 standard errors
	RuledOut    [numOptions]bool    // excluded, or stopped in every draw
	Risk        [numOptions]float64 // share of draws in which a gate stops it
	GateShare   []float64           // by gate: share of draws in which it fired
	OpenValue   float64             // expected gain in the probability of the right choice from all open answers that are drawn

	e      *evaluator
	s      *sample
	centre Centre
	seed   uint64
	models distribution.Sequence
	imp    importances
	active []bool                       // gates that may fire
	cells  *[estimate.NumScenarios]cell // of a profile that leaves nothing open
	lean   bool                         // only the leader is asked for: no quantities, no contributions
	still  bool                         // one evaluation at the central inputs, no draws

	near     []modelled              // of a profile that differs little, by draw
	supposed []modelled              // of the first points that were
	hidden   []int                   // facts that no answer will tell
	shapesIn map[int][numOptions]int // by another cloud

	start    [numOptions]float64 // points, before any statement
	leanings []leaning           // what is in them by what is stated
	excluded [numOptions]bool
	fires    []float64 // by gate: share of draws in which its condition holds
	spread   float64   // of OpenValue: its precision
	live     uint64    // gates that count
	forced   uint64    // of these, the targets missed even at the favourable end: in every draw
}

// Draw draws a profile until the verdict is clear of the precision of the
// probabilities, or as often as the options say.
func (a *Advisor) Draw(p *profile.Profile, o Options) *Drawn {
	r := a.scratch.Get().(*evaluator).begin(p, o)
	r.decide(o)
	return r
}

// Done gives the memory of the draws back for other profiles; nothing may be
// asked of them afterwards. It is for those who draw many profiles.
func (r *Drawn) Done() {
	r.Advisor.scratch.Put(r.e)
	r.e, r.s = nil, nil
}

// begin prepares the draws of a profile, its components as one: central inputs, shapes, importances, and
// which rules speak.
func (e *evaluator) begin(p *profile.Profile, o Options) *Drawn {
	a := e.a
	p = compose.Whole(p)
	s := &e.keep.sample
	s.reset(a)
	e.keep.points = e.keep.points[:0]
	r := &Drawn{Advisor: a, Profile: p, e: e, s: s, near: o.near, seed: o.SeedOfDraws(), models: distribution.NewSequence(o.SeedOfDraws(), modelStream), imp: a.importances(p), excluded: ExcludedBy(p)}
	r.Told = slices.ContainsFunc(estimate.Telling, p.Known)
	r.weighTraits()
	r.Sampler = &e.keep.sampler
	r.Sampler.Reset(e.uncached(p), r.seed)
	r.Sampler.Central(&r.Central)
	s.open = len(r.Sampler.Open()) > 0
	r.Importance = make([]float64, len(a.Criteria))
	r.imp.central(r.Importance)
	r.active = e.activeGates(p)
	r.Shapes = e.chooseShapes(&r.Central, r.active, &e.keep.sized)
	e.fill(&r.Central) // the choice left the estimates in the cell
	r.centre.Est = e.cell.est
	e.keep.central = append(e.keep.central[:0], e.facts...)
	r.centre.Facts = e.keep.central
	e.opine(p, r.active)
	e.judge(e.keep.opinions.judged)
	return r
}

// uncached is the profile itself, or where nobody asks for its work and no cache was mentioned, one without: what the
// clock, an event or an open connection brings cannot be answered in front.
func (e *evaluator) uncached(p *profile.Profile) *profile.Profile {
	if p.Known(profile.CacheableShare) || !p.Known(profile.Interaction) || slices.Contains(p.Get(profile.Interaction).List, "request") {
		return p
	}
	e.keep.profile = *p
	e.keep.profile.Set(profile.CacheableShare, profile.Number(0)) // within its bounds
	return &e.keep.profile
}

// activeGates tells which gates may fire: one that needs a stated target is asleep without it.
func (e *evaluator) activeGates(p *profile.Profile) []bool {
	e.keep.active = zeroed(e.keep.active, len(e.a.Gates))
	for g := range e.a.Gates {
		needs := e.a.Gates[g].needs
		e.keep.active[g] = needs == profile.Schema || p.Known(needs)
	}
	return e.keep.active
}

// Points are the inputs of the first n draws, all open fields drawn. They stand until Done; do not change them.
func (r *Drawn) Points(n int) []profile.Point {
	points := r.e.keep.points
	for k := len(points); k < n; k++ {
		points = append(points, profile.Point{})
		r.Sampler.Draw(k, &points[k])
	}
	r.e.keep.points = points
	return points[:n:n]
}

// extend draws until there are k draws; none is the one evaluation at the central inputs. The first call sets the draws
// that the scores and contributions are the mean of; further ones only sharpen the shares, so that a score does not
// depend on how close the shares are to a threshold.
func (r *Drawn) extend(k int) {
	a, s := r.Advisor, r.s
	if k == 0 {
		r.once()
	} else if s.k == 0 {
		s.scored = min(k, scoreDraws)
	}
	w := r.e.keep.w[:len(a.Criteria)]
	for i := s.k; i < k; i++ {
		full := s.open && i < answeredDraws && !r.lean
		c := r.evaluate(i, full)
		r.imp.draw(w, a, r.seed, i)
		r.record(c, w)
		if r.lean {
			continue
		}
		if i < s.scored {
			s.attribute(a, c, r.e.keep.opinions.fired, w)
		}
		if s.open {
			s.observe(&c.est)
		}
		if full {
			s.full = append(s.full, a.value(r.start, c, c.fired, w))
		}
	}
}

// evaluate evaluates the models, the gates and the varying rules in draw i; with full all rules. Where every input is a
// point, each scenario of the models is evaluated once, for only ranges of importances vary from draw to draw.
func (r *Drawn) evaluate(i int, full bool) *cell {
	if !r.s.open {
		if r.cells == nil {
			r.cells = r.scenarios()
		}
		return &r.cells[int(r.models.At(i)*estimate.NumScenarios)]
	}
	pt, judged := &r.e.point, r.e.keep.opinions.judged
	if full {
		pt, judged = &r.Points(i + 1)[i], nil
	} else {
		r.Sampler.Draw(i, pt)
	}
	r.e.model(kept(r.near, i), pt, r.Scenario(i), &r.Shapes)
	r.e.fill(pt)
	return r.e.judge(judged)
}

// record adds one draw: the values in its cell under the importances w.
func (r *Drawn) record(c *cell, w []float64) {
	s := r.s
	s.gates = append(s.gates, r.e.gateBits(c, r.active))
	s.values = append(s.values, r.Advisor.value(r.start, c, r.e.keep.opinions.speaking(c), w))
	s.k++
}

// store is the memory that an evaluator keeps from profile to profile.
type store struct {
	sample   sample
	active   []bool
	opinions opinions
	profile  profile.Profile // see uncached
	sampler  profile.Sampler
	points   []profile.Point // of the first draws, as far as they were asked for
	w        [maxCriteria]float64
	central  []float64 // facts
	lo, hi   []float64
	values   []float64
	stated   []Stated
	leanings []leaning
	shares   Shares
	sized    [numOptions]estimate.Sized // the chosen shapes at the central inputs
}

// scenarios evaluates the central point under each scenario of the models.
func (r *Drawn) scenarios() *[estimate.NumScenarios]cell {
	var cells [estimate.NumScenarios]cell
	for x := range cells {
		c := r.e.at(&r.Central, r.Advisor.models.Scenario(x, r.Told), r.Shapes)
		cells[x] = cell{c.est, slices.Clone(c.fired), slices.Clone(c.measured)}
		if !r.lean {
			r.s.observe(&c.est)
		}
	}
	return &cells
}
