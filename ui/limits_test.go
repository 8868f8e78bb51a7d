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
	d := drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.Pattern)
	q := explain.Inquiry{Gates: []explain.OpenGate{
		{ID: "long", Hard: true, Fields: []profile.ID{profile.LongestJobS}, Within: profile.Between(0.1, 900)},
		{ID: "memory", Hard: true, Fields: []profile.ID{profile.MemoryMB}, Within: profile.Between(128, 10240)},
		{ID: "gpu", Hard: true, Fields: []profile.ID{profile.GPU}, Within: profile.Flag(false)}}}
	d.m, _ = d.m.send(interview, view.OrderMsg{Inquiry: q})
	d.press("tab").want("Which of these limits", "longest job over 900 s", "it needs a GPU", "None of these")
	d.press("enter").want("Nothing is answered yet").press("2", "12GB").want("= 12,000 MB").press("enter").want("[x]", "12,000 MB")
	d.press("none", "enter")
	s := d.m.session()
	if v := s.Value(profile.LongestJobS); !v.Known() || v.High != 900 {
		t.Errorf("the longest job is %v", v)
	}
	if v := s.Value(profile.MemoryMB); v.Low != 12000 {
		t.Errorf("the memory is %v", v)
	}
	if v := s.Value(profile.GPU); !v.Known() || v.Bool() {
		t.Errorf("GPU is %v", v)
	}
}
