package say

import (
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Staff says what the figures of people count and what they do not: dedicated
// staff, the developers' own time, the heads of a rota.
func Staff(d *explain.Decision) string {
	own := All(d.Ranking, func(o *advisor.Option) string {
		return text("%s on %s", numeral.Range(o.Central.OwnLow, o.Central.OwnHigh, "share", numeral.Figure), o.Architecture)
	})
	words := text("Staff is dedicated: people whose work it is to run the system, in full-time equivalents, below one a part of somebody's time. The share of their own time that developers give to it is in no figure: %s.", And(own))
	heads, staff := d.Ranking[0].Central.RotaHeads, d.Ranking[0].Estimates.OpsFTE.Expected
	if staff < heads {
		are := text("are")
		if numeral.RoundPeople(staff) == 1 {
			are = text("is")
		}
		words = text("%s Called around the clock, a rota takes %s heads, and %s %s fewer: developers share it, or nobody is called at night.",
			words, numeral.Whole(heads), numeral.People(staff), are)
	}
	return words
}

// Ranges says what a range holds and which input those of the leader hang on.
func Ranges(x *explain.Explanation) string {
	words := text("A figure is typical: that of the middle of what is open. The range behind it holds eight of ten draws; the mean is told where it lies more than a fifth off.")
	if len(x.Details) == 0 {
		return words
	}
	if x.Details[0].Basis.Unattended {
		words = text("%s Nobody waits for an answer: the 99th percentile is that of one piece of work, from its start to its end.", words)
	}
	var by []string // inputs, in the order of the quantities
	of := map[string][]string{}
	lead, from := &x.Ranking[0], RangesHangOn(&x.Details[0])
	for _, q := range Quantities() {
		name := from[q.ID]
		if b := q.Band(lead); name == "" || b.Low == b.High {
			continue
		}
		if id, ok := profile.Lookup(name); ok {
			name = Label(id)
		} else {
			name = text("what the models do not know")
		}
		if of[name] == nil {
			by = append(by, name)
		}
		of[name] = append(of[name], spoken(q.name))
	}
	if len(by) == 1 {
		return text("%s For %s they hang most on %s.", words, lead.Architecture, by[0])
	}
	for i, name := range by {
		by[i] = text("%s on %s", And(of[name]), name)
	}
	if len(by) > 0 {
		words = text("%s For %s they hang most on these: %s.", words, lead.Architecture, strings.Join(by, "; "))
	}
	return words
}

// RangesHangOn is, by the id of a quantity, the input that its range hangs on most.
func RangesHangOn(k *explain.Detail) map[string]string {
	on := map[string]string{}
	for _, q := range Quantities() {
		if q.drawn != none && k.SpreadFrom[q.drawn] != "" {
			on[q.ID] = k.SpreadFrom[q.drawn]
		}
	}
	return on
}
