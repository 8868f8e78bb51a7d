package ui

import (
	"testing"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/view"
)

// TestLimitsAreOneChecklist: where several hard limits are open, one line of the
// question answers them all.
func TestLimitsAreOneChecklist(t *testing.T) {
	d := drive(t, shop(t), "mono", 100, 30)
	q := explain.Inquiry{Gates: []explain.OpenGate{
		{ID: "long", Hard: true, Fields: []profile.ID{profile.LongestJobS}, Within: profile.Between(0.1, 900)},
		{ID: "gpu", Hard: true, Fields: []profile.ID{profile.GPU}, Within: profile.Flag(false)}}}
	d.m, _ = d.m.send(interview, view.EditMsg{Field: profile.LongestJobS})
	d.m, _ = d.m.send(interview, view.OrderMsg{Inquiry: q})
	d.want("None of these limits is reached", "900 s", "no GPU")
	d.press("down", "enter")
	s := d.m.session()
	if v := s.Value(profile.LongestJobS); !v.Known() || v.High != 900 {
		t.Errorf("the longest job is %v", v)
	}
	if v := s.Value(profile.GPU); !v.Known() || v.Bool() {
		t.Errorf("GPU is %v", v)
	}
}
