package ui

import (
	"context"
	"slices"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// TestFactsAreOneSheet: yes-or-no questions are asked together; what is not ticked
// stays open unless it is said not to be true, and passing the sheet answers nothing.
func TestFactsAreOneSheet(t *testing.T) {
	facts := []profile.ID{profile.GPU, profile.SecurityIsolation, profile.RelationalQueries}
	for _, c := range []struct {
		keys  []string
		plain string
		want  string // of each fact
	}{
		{[]string{"tab"}, "skip", "???"},
		{[]string{"enter", "enter"}, "", "???"},
		{[]string{"2", "enter"}, "2", "?y?"},
		{[]string{"2", "none", "enter"}, "2, none", "nyn"},
		{[]string{"none", "enter"}, "none", "nnn"},
		{[]string{"1", "3", "I don", "enter"}, "1, 3", "y?y"},
		{[]string{"I don", "enter"}, "skip", "???"},
		{[]string{"I don", "enter"}, "not sure", "???"},
	} {
		d := drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.PriorityCost)
		d.m.cfg.Engine = factual{}
		d.press("tab").want("Which of these are true", "It needs a GPU", "Parts must be kept apart for security, such", "as keys or code of customers", "None of these", "stays open")
		d.press("?").want("Inference and rendering usually do").press("esc")
		d.press(c.keys...)
		_, cfg, _, text := plainlyWith(t, factual{}, profile.New("shop"), append(slices.Repeat([]string{"skip"}, 9), c.plain)...)
		for i, id := range facts {
			for where, v := range map[string]profile.Value{"screen": d.m.session().Value(id), "lines": cfg.Session.Value(id)} {
				got := map[bool]string{true: "y", false: "n"}[v.Bool()]
				if !v.Known() {
					got = "?"
				}
				if got != c.want[i:i+1] {
					t.Errorf("%s, %v: %s is %s, want %s\n%s", where, c.keys, id, got, c.want, text)
				}
			}
		}
	}
}

// TestBackToASheet: a sheet that is gone back to is whole, with its ticks; a tick taken away leaves its question open.
func TestBackToASheet(t *testing.T) {
	d := drive(t, profile.New("shop"), "mono", 100, 30).ask(profile.PriorityCost)
	d.m.cfg.Engine = factual{}
	d.press("tab", "1", "2", "enter", "esc").want("Which of these are true", "1 [x]", "2 [x]", "3 [ ]")
	d.press("1", "enter")
	for id, known := range map[profile.ID]bool{profile.GPU: false, profile.SecurityIsolation: true, profile.RelationalQueries: false} {
		if v := d.m.session().Value(id); v.Known() != known {
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
	d.press("enter").want("Nothing is answered yet").press("2", "12GB").want("= 12,000 MB").press("enter").want("[x] memory: 12,000 MB", "None of these")
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
