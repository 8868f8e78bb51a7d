package whatif

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// simpleEngine recommends microservices to more than 75 people.
type simpleEngine struct{ session.Engine }

func (simpleEngine) Advise(p *profile.Profile, _ advisor.Options) *explain.Decision {
	d := &explain.Decision{Decision: advisor.Decision{Recommendation: "monolith", Ranking: []advisor.Option{{Architecture: "monolith", Feasible: true}, {Architecture: "microservices", Feasible: true}}}}
	if p.Get(profile.Engineers).Low > 75 {
		d.Recommendation = "microservices"
	}
	return d
}

// EachFlip knows none.
func (simpleEngine) EachFlip(context.Context, *profile.Profile, advisor.Options) ([]explain.Flip, error) {
	return nil, nil
}

func shop(tb testing.TB) *profile.Profile {
	tb.Helper()
	p := profile.New("shop")
	for _, set := range []string{"team.engineers=8", "load.mean_rps=120"} {
		if err := p.SetString(set); err != nil {
			tb.Fatal(err)
		}
	}
	return p
}

// settled is what-if in front, with all that it computes on its first answers.
func settled(t *testing.T, cfg *view.Config, p *profile.Profile) Model {
	t.Helper()
	m := New(cfg)
	run := func(msg tea.Msg) tea.Cmd {
		next, cmd := m.Update(msg)
		m = next
		return cmd
	}
	run(view.SizeMsg{Box: theme.Box{W: 100, H: 26}})
	run(view.ShownMsg{Front: true})
	cmd := run(view.ExplainedMsg{Profile: p, Explanation: &explain.Explanation{Decision: cfg.Engine.Advise(p, cfg.Options)}})
	for cmd != nil {
		cmd = run(cmd())
	}
	return m.(Model).pick(profile.Engineers)
}

func config() *view.Config {
	return &view.Config{Engine: simpleEngine{}, Theme: theme.New("mono", 0), Typing: advisor.Options{Draws: 64}}
}

// slowEngine takes as long as a test lets it.
type slowEngine struct {
	simpleEngine
	calls, release chan struct{}
}

func (e slowEngine) Advise(p *profile.Profile, o advisor.Options) *explain.Decision {
	e.calls <- struct{}{}
	<-e.release
	return e.simpleEngine.Advise(p, o)
}

// TestNeverWaits: keys move the slider while the engine is busy, the last
// answer stays on the screen, and what newer input made useless never starts.
func TestNeverWaits(t *testing.T) {
	m := settled(t, config(), shop(t))
	e := slowEngine{calls: make(chan struct{}, 99), release: make(chan struct{})}
	m.Cfg.Engine, m.Cfg.Pause = e, time.Minute
	results := make(chan tea.Msg, 99)
	shown := m.now
	for range 20 {
		var cmd tea.Cmd
		m, cmd = m.act("more")
		if m.now != shown || !m.Busy {
			t.Fatal("the last answer is not shown until the new one is ready")
		}
		go func() { results <- cmd() }()
	}
	close(e.release)
	last := 0
	for range 20 {
		if msg, ok := (<-results).(triedMsg); ok {
			last = max(last, msg.seq)
		}
	}
	if last != m.work.look.Seq {
		t.Errorf("the last computation was %d, want %d", last, m.work.look.Seq)
	}
	if n := len(e.calls); n > 10 {
		t.Errorf("%d decisions were computed for 20 keys", n)
	}
	old, _ := m.Update(triedMsg{now: &explain.Decision{}, from: &explain.Decision{}, seq: last - 1})
	if old.(Model).now != shown {
		t.Error("an answer to an old question was taken")
	}
}

// TestRests: what takes long does not start while the keys do not rest.
func TestRests(t *testing.T) {
	m := settled(t, config(), shop(t))
	m, _ = m.act("more")
	old := m.work.look.Seq
	m, _ = m.act("more")
	if _, cmd := m.Update(triedMsg{now: m.now, from: m.from, seq: old}); cmd != nil {
		t.Error("slower work starts after an answer that is not the last")
	}
}

// TestNewAnswersWithoutExplanation: on new answers nothing is computed before
// their explanation is there, even if there was none on the old ones yet.
func TestNewAnswersWithoutExplanation(t *testing.T) {
	p := shop(t)
	cfg := config()
	var m view.View = New(cfg)
	m, _ = m.Update(view.ExplainedMsg{Profile: p, Explanation: &explain.Explanation{Decision: cfg.Engine.Advise(p, cfg.Options)}})
	q := p.Clone()
	if err := q.Set(profile.Engineers, profile.Number(9)); err != nil {
		t.Fatal(err)
	}
	m, _ = m.Update(view.ExplainedMsg{Profile: q})
	if _, cmd := m.Update(view.ShownMsg{Front: true}); cmd != nil {
		t.Error("a decision is compared with an explanation that is not there")
	}
	if _, cmd := m.Update(view.ExplainedMsg{Profile: q, Err: errors.New("none")}); cmd != nil {
		t.Error("something is computed without an explanation")
	}
}

// TestTryingBeforeTheExplanation: a slider that is moved before the explanation
// is there shows the quick decision, and the thorough one follows it.
func TestTryingBeforeTheExplanation(t *testing.T) {
	p := shop(t)
	cfg := config()
	var m view.View = New(cfg)
	run := func(msg tea.Msg) {
		next, cmd := m.Update(msg)
		for m = next; cmd != nil; m = next {
			next, cmd = m.Update(cmd())
		}
	}
	run(view.SizeMsg{Box: theme.Box{W: 100, H: 26}})
	run(view.ShownMsg{Front: true})
	run(view.ExplainedMsg{Profile: p})
	m = m.(Model).pick(profile.Engineers)
	run(view.ActionMsg{Name: "muchmore"})
	run(view.ActionMsg{Name: "muchmore"})
	run(view.ActionMsg{Name: "muchmore"})
	got := m.(Model)
	if got.now == nil || got.now.Recommendation != "microservices" || got.exact {
		t.Fatalf("before the explanation: %+v", got.now)
	}
	run(view.ExplainedMsg{Profile: p, Explanation: &explain.Explanation{Decision: cfg.Engine.Advise(p, cfg.Options)}})
	if got = m.(Model); got.now.Recommendation != "microservices" || !got.exact || got.Busy {
		t.Errorf("after it: %+v", got.now)
	}
}

// pick goes to an answer.
func (m Model) pick(id profile.ID) Model {
	m.row = slices.Index(m.rows, id)
	return m
}
