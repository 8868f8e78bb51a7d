package advisor

// verdict is the first that applies (architecture.md, "The decision" 7).
func (r *run) verdict(out *outcome) Verdict {
	set := &r.e.a.set
	lead := out.leader()
	if lead < 0 {
		return Infeasible
	}
	k := float64(out.tally.draws)
	win := out.tally.share(lead, 0)
	if win < set.enough && r.openValue(out) > set.worthAsking {
		return NotEnough
	}
	if win < set.enough || out.risk[lead] > set.gateRisk {
		return CloseCall
	}
	for o := 0; o < numOptions; o++ {
		if o == lead || out.ruledOut[o] {
			continue
		}
		if out.tally.share(o, 0) > win || o == out.ranking()[1] && out.tally.pair[o][lead]/k > set.close {
			return CloseCall
		}
	}
	return Recommended
}

// openValue is the value of all open answers: EVPI over the open inputs, with
// the central weights and without the residuals.
func (r *run) openValue(out *outcome) float64 {
	if !r.s.open {
		return 0
	}
	return out.settled.evpi(out.allowed())
}

func (out *outcome) allowed() (ok [numOptions]bool) {
	for o := range ok {
		ok[o] = !out.ruledOut[o]
	}
	return ok
}
