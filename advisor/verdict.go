package advisor

// Verdict is the first that applies.
func (r *Drawn) Verdict() Verdict {
	set := &r.Advisor.Settings
	lead := r.Leader()
	switch {
	case lead < 0:
		return Infeasible
	case r.Probability[lead] >= set.Enough && r.Risk[lead] <= set.GateRisk && r.Probability[lead] == largest(&r.Probability):
		return Recommended
	case r.OpenValue > set.WorthAsking:
		return NotEnough
	}
	return CloseCall
}

// NearTie is a difference in score that nobody should act on, in points: it changes the odds by less than a tenth.
const NearTie = 1.0
