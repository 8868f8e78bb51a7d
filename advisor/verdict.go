package advisor

// Verdict is the first that applies: infeasible, not enough information, close
// call, recommended.
func (r *Drawn) Verdict() Verdict {
	set := &r.Advisor.Settings
	lead := r.Leader()
	if lead < 0 {
		return Infeasible
	}
	k := float64(r.tally.draws)
	win := r.tally.share(lead, 0)
	if win < set.Enough && r.OpenValue() > set.WorthAsking {
		return NotEnough
	}
	if win < set.Enough || r.Risk[lead] > set.GateRisk {
		return CloseCall
	}
	for o := 0; o < numOptions; o++ {
		if o == lead || r.RuledOut[o] {
			continue
		}
		if r.tally.share(o, 0) > win || o == r.Ranking()[1] && r.tally.pair[o][lead]/k > set.Close {
			return CloseCall
		}
	}
	return Recommended
}

// OpenValue is the value of all open answers: EVPI over the open inputs, with
// the central weights and without the residuals.
func (r *Drawn) OpenValue() float64 {
	if !r.s.open {
		return 0
	}
	return r.CentralValues.EVPI(r.Allowed())
}

// Allowed are the options that are not ruled out.
func (r *Drawn) Allowed() (ok [numOptions]bool) {
	for o := range ok {
		ok[o] = !r.RuledOut[o]
	}
	return ok
}

// NearTie is a difference in score that nobody should act on, in points: about
// the change that one weak rule makes.
const NearTie = 1.0
