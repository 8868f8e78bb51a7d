package explain

import (
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// A gate whose field is open is asked about before anything may be called certain, however unlikely its prior makes
// it. Targets that nobody stated and exclusions are no open gates: the one is no limit, the other a wish.

// OpenGate is a gate that may yet stop the leader, with the open fields that decide it.
type OpenGate struct {
	ID     string
	Hard   bool // a hard limit, which a checklist can ask for
	Fields []profile.ID
	Within profile.Value // of a hard limit with one open field: the answer that keeps it from firing
	share  float64       // of the draws in which it fires
	Also   profile.ID    // an open field that may make it fire where nobody knows the first, Schema if none
}

// stopsIn is the share of the draws with one answer in which a gate on an estimate must fire to count as one that the
// answer may let stop the leader: little, since other answers will add to it.
const stopsIn = 0.1

func (o *open) openGates() []OpenGate {
	lead := o.r.Leader()
	if lead < 0 {
		return nil
	}
	var list []OpenGate
	for g := range o.r.Advisor.Gates {
		gate := &o.r.Advisor.Gates[g]
		if !gate.Stops[lead] {
			continue
		}
		k := OpenGate{ID: gate.ID, Hard: !gate.Estimated, share: o.r.GateShare[g]}
		switch {
		case gate.Estimated:
			k.Fields = o.letStop(g)
		case o.r.Undecided(g):
			k.Fields = o.behind(g)
		}
		if v, ok := o.r.Within(g); ok && k.Hard && len(k.Fields) == 1 && k.Fields[0] == gate.Field {
			k.Within = v
		}
		if gate.Field == profile.LongestJobS && !exact(o.r.Profile, profile.DurationMillis) {
			k.Also = profile.DurationMillis // a request is not longer than the longest job
		}
		if len(k.Fields) > 0 {
			list = append(list, k)
		}
	}
	return list
}

// behind are the open fields that a hard limit is asked by: its own or, once something is known of that, all it reads.
func (o *open) behind(gate int) []profile.ID {
	p := o.r.Profile
	if id := o.r.Advisor.Gates[gate].Field; id != profile.Schema && !p.Known(id) {
		return []profile.ID{id}
	}
	var ids []profile.ID
	for _, id := range o.r.Advisor.GateFields(gate) {
		if !exact(p, id) && (Relevant(p, id) || p.Known(id)) {
			ids = append(ids, id)
		}
	}
	return ids
}

func exact(p *profile.Profile, id profile.ID) bool {
	v := p.Get(id)
	return p.Known(id) && v.Low == v.High
}

// letStop are the open fields of which one answer would let a gate on an estimate stop the leader.
func (o *open) letStop(g int) []profile.ID {
	var ids []profile.ID
	fires := func(set []uint64, in func(k int) bool) bool {
		n, fired := 0.0, 0.0
		for k := range set {
			if in(k) {
				n++
				fired += float64(set[k] >> g & 1)
			}
		}
		return n > 0 && fired >= stopsIn*n
	}
	for _, f := range o.fields {
		stops := slices.ContainsFunc(f.tried, func(set []uint64) bool { return fires(set, func(int) bool { return true }) })
		for b := range f.bins {
			stops = stops || fires(o.gates, func(k int) bool { return int(f.bin[k]) == b })
		}
		if stops {
			ids = append(ids, f.id)
		}
	}
	return ids
}

// gatesAtEnds are the gates on an estimate, beside those known that something is asked for, that one answer at
// an end of what is usual would let stop the leader: the draws seldom go there.
func (o *open) gatesAtEnds(known []OpenGate) (list []OpenGate) {
	lead := o.r.Leader()
	for g := range o.r.Advisor.Gates {
		gate := &o.r.Advisor.Gates[g]
		if lead < 0 || !gate.Stops[lead] || !gate.Estimated || !o.r.Awake(g) ||
			slices.ContainsFunc(known, func(k OpenGate) bool { return k.ID == gate.ID && slices.ContainsFunc(k.Fields, o.unasked) }) {
			continue
		}
		if ids := o.stopsAtEnd(g, lead); len(ids) > 0 {
			list = append(list, OpenGate{ID: gate.ID, Fields: ids, share: o.r.GateShare[g]})
		}
	}
	return list
}

// unasked reports whether nobody has answered or passed over a field: of one that was answered by a range no more is asked.
func (o *open) unasked(id profile.ID) bool {
	return !o.r.Profile.Known(id) && !slices.Contains(o.passed, id)
}

// stopsAtEnd are the open fields that, at an end of what is usual, let a gate on an estimate stop the leader.
func (o *open) stopsAtEnd(g, lead int) []profile.ID {
	var ids []profile.ID
	for _, id := range slices.Concat(o.r.Advisor.GateFields(g), estimate.Reads()) { // the choice of a shape depends on all that the models read
		if !slices.Contains(ids, id) && o.unasked(id) && (Relevant(o.r.Profile, id) || id == profile.PeakToMean) &&
			slices.ContainsFunc(ends(id), func(v profile.Value) bool { return o.stoppedWith(g, lead, id, v) }) {
			ids = append(ids, id)
		}
	}
	return ids
}

// ends are the ends of what is usual for a number, all answers of another field.
func ends(id profile.ID) []profile.Value {
	if id.Field().Kind != profile.Numeric {
		return scanValues(id, profile.Number(math.NaN()))
	}
	if lo, hi, _ := profile.PriorSpan(id); id.Field().Drawn {
		return []profile.Value{profile.Number(lo), profile.Number(hi)}
	}
	return nil
}

// stoppedWith reports whether a gate stops the leader with one more answer.
func (o *open) stoppedWith(g, lead int, id profile.ID, v profile.Value) bool {
	p, ok := changed(o.r.Profile, id, v)
	if !ok || o.r.ex.LikelyLeader(p, advisor.Options{Draws: advisor.MinDraws}) == lead {
		return false
	}
	r := o.r.Advisor.Draw(p, advisor.Options{Draws: advisor.MinDraws})
	defer r.Done()
	return r.RuledOut[lead] && r.GateShare[g] == 1
}

// Relevant reports whether a question makes sense beside the answers of a profile: what could not be answered, or is
// said by another answer, is not asked.
func Relevant(p *profile.Profile, id profile.ID) bool {
	switch id {
	case profile.Schema, profile.Name, profile.Summary, profile.Region, profile.RequestsPerMonth, profile.PeakToMean, profile.Exclude:
		return false // words for people, the other names of something that is asked, and wishes
	case profile.MeanRPS:
		return !p.Known(profile.RequestsPerMonth)
	case profile.PeakRPS:
		return !p.Known(profile.PeakToMean)
	case profile.Users:
		return !p.Known(profile.RequestsPerMonth) && !p.Known(profile.MeanRPS)
	case profile.ServicesNow:
		return p.States(profile.Current, "microservices")
	}
	return p.Asks(id)
}
