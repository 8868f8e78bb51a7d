package session

import (
	"math"
	"os"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// TestNobodyMayStopWhileAGateIsOpen holds random interviews: answers, ranges and
// "I don't know" in the order in which they are asked for, from profiles of which
// something is known. When one is told that nothing left is likely to change the
// answer, no answer to a question that was not asked yet lets a gate stop the
// leader. ARCHADVISOR_INTERVIEWS sets how many (10,000 by hand).
func TestNobodyMayStopWhileAGateIsOpen(t *testing.T) {
	n := 24
	if s := os.Getenv("ARCHADVISOR_INTERVIEWS"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	engine := shipped(t)
	var stopped, tried atomic.Int64
	advisor.Parallel(n, func(i int) {
		s, ok := interview(t, engine, i)
		if !ok {
			return
		}
		stopped.Add(1)
		lead := engine.Leader(s.profile, advisor.Default)
		if lead < 0 {
			return // nothing leads that could be stopped
		}
		for _, f := range profile.Fields() {
			if s.asked(f.ID) || f.ID == profile.Exclude || !stoppable(engine, lead, f.ID) {
				continue
			}
			for _, v := range answersTo(f) {
				tried.Add(1)
				if gate := stopsLeader(engine, &s, lead, f, v); gate != "" {
					t.Errorf("interview %d: told to stop, but with %s = %v, not asked yet, %s stops %s", i, f.Name(), v, gate, profile.Architectures[lead])
				}
			}
		}
	})
	t.Logf("%d interviews, %d told to stop, %d answers tried", n, stopped.Load(), tried.Load())
	if stopped.Load() < int64(n/6) || tried.Load() < 10*stopped.Load() {
		t.Errorf("%d of %d interviews were told to stop and %d answers tried: the test says little", stopped.Load(), n, tried.Load())
	}
}

// interview answers what is asked until the session says that one may stop.
func interview(t *testing.T, engine *explain.Explainer, i int) (Session, bool) {
	truth := precedent.Population(20, i)
	chance := func(k int) float64 { return distribution.U(21, uint64(i), k) }
	s := New(precedent.Sparse(truth, 20, i, i%12), Folder{}, "")
	for k := 0; !s.Done(); k++ {
		open := func(any []profile.ID) bool { return !slices.ContainsFunc(any, s.asked) }
		if k == 0 || s.Waiting() || k%4 == 0 && !slices.ContainsFunc(basics, open) { // before that nobody may stop
			q, err := engine.Inquire(t.Context(), s.profile, advisor.Default, s.Passed()...)
			if err != nil {
				t.Error(err)
				return s, false
			}
			if s = s.SetOrder(q); s.CanStop() {
				return s, true
			}
		}
		if s.Done() {
			break
		}
		ids := s.Sheet()
		if len(ids) == 0 {
			ids = []profile.ID{s.Current()}
		}
		for _, id := range ids {
			v := truth.Get(id)
			switch u := chance(k + int(id)); {
			case u < 0.15:
				v = profile.Value{}
			case u < 0.25 && id.Field().Kind == profile.Numeric && v.Known():
				v = profile.Between(v.Low, v.High*1.5)
			}
			next, _, err := s.Give(Given{id, v})
			if err != nil { // it contradicts another answer
				next, _, _ = s.Give(Given{ID: id})
			}
			s = next
		}
		s = s.Next()
	}
	return s, false
}

// stoppable reports whether a gate that may stop the leader reads a field, and
// not as the target without which it never fires.
func stoppable(engine *explain.Explainer, lead int, id profile.ID) bool {
	reads := false
	for g := range engine.Gates {
		if engine.Pack().Gates[g].Needs == id.String() {
			return false
		}
		reads = reads || engine.Gates[g].Stops[lead] && slices.Contains(engine.GateFields(g), id)
	}
	return reads
}

// answersTo are answers over the whole domain of a field.
func answersTo(f *profile.Field) (list []profile.Value) {
	if f.Kind == profile.Bool {
		return []profile.Value{profile.Flag(false), profile.Flag(true)}
	}
	for _, word := range f.Options {
		if v, ok := profile.Choice(f.ID, word); ok {
			list = append(list, v)
		}
	}
	if f.Kind != profile.Numeric {
		return list
	}
	lo, hi, _ := profile.PriorSpan(f.ID)
	for _, x := range []float64{f.Min, lo / 100, lo / 10, lo, math.Sqrt(lo * hi), (lo + hi) / 2, hi, hi * 10, hi * 100, f.Max} {
		if f.Allows(x) {
			list = append(list, profile.Number(x))
		}
	}
	return list
}

// stopsLeader names the gate by which an answer rules out the leader: a hard limit
// with any answer, a gate on an estimate with one within the prior.
func stopsLeader(engine *explain.Explainer, s *Session, lead int, f *profile.Field, v profile.Value) string {
	p, err := s.With(Given{f.ID, v})
	if err != nil {
		return ""
	}
	lo, hi, _ := profile.PriorSpan(f.ID)
	usual := f.Kind != profile.Numeric || f.Drawn && v.Low >= lo && v.High <= hi
	few := advisor.Options{Draws: advisor.MinDraws}
	if engine.LikelyLeader(p, few) == lead { // a gate that fires in nine of ten draws does in half of the first
		return ""
	}
	r := engine.Draw(p, few)
	defer r.Done()
	for g := range engine.Gates {
		if gate := &engine.Gates[g]; r.RuledOut[lead] && gate.Stops[lead] && r.GateShare[g] == 1 && (usual || !gate.Estimated) {
			return gate.ID
		}
	}
	return ""
}
