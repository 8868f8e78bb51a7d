package ui

import (
	"context"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// TestFactsAreOneSheet: yes-or-no questions are asked together; what is not ticked
// is a no, and passing the sheet answers nothing.
func TestFactsAreOneSheet(t *testing.T) {
	d := drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.PriorityCost)
	d.m.cfg.Engine = factual{}
	facts := []profile.ID{profile.GPU, profile.SecurityIsolation, profile.RelationalQueries}
	d.press("tab").want("Which of these are true", "it needs a GPU", "parts must be kept", "None of these")
	passed := d.m.session()
	for _, id := range facts {
		if passed.Next().Profile().Known(id) {
			t.Errorf("passing answers %s", id)
		}
	}
	d.press("2", "enter")
	for i, id := range facts {
		if v := d.m.session().Value(id); !v.Known() || v.Bool() != (i == 1) {
			t.Errorf("%s is %v", id, v)
		}
	}
}

// factual is an engine to which three facts are worth something.
type factual struct{ fakeEngine }

func (factual) Inquire(context.Context, *profile.Profile, advisor.Options, ...profile.ID) (explain.Inquiry, error) {
	q := explain.Inquiry{Gain: 0.1, Worth: 0.02}
	for _, id := range []profile.ID{profile.GPU, profile.SecurityIsolation, profile.RelationalQueries} {
		q.Questions = append(q.Questions, explain.Question{Field: id.String(), Value: 0.03})
	}
	return q, nil
}

// TestLimitsAreOneChecklist: where several hard limits are open, one line of the
// question answers them all.
func TestLimitsAreOneChecklist(t *testing.T) {
	d := drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.Pattern)
	d.m.cfg.Engine = gated{gates: []explain.OpenGate{
		{ID: "long", Hard: true, Fields: []profile.ID{profile.LongestJobS}, Within: profile.Between(0.1, 900)},
		{ID: "memory", Hard: true, Fields: []profile.ID{profile.MemoryMB}, Within: profile.Between(128, 10240)},
		{ID: "gpu", Hard: true, Fields: []profile.ID{profile.GPU}, Within: profile.Flag(false)}}}
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
