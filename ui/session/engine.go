package session

import (
	"context"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// Engine is what the screens need of the advisor; *advisor.Advisor is one.
type Engine interface {
	Advise(p *profile.Profile, o advisor.Options) *advisor.Decision
	Explain(ctx context.Context, p *profile.Profile, o advisor.Options) (*advisor.Explanation, error)
	Flips(ctx context.Context, p *profile.Profile, o advisor.Options) ([]advisor.Flip, error)
	Questions(ctx context.Context, p *profile.Profile, o advisor.Options) ([]advisor.Question, error)
}

// Asker says which open questions are worth asking next, most first, and
// whether nothing left is likely to change the answer.
type Asker func(ctx context.Context, p *profile.Profile) (fields []string, stop bool)

// ByValue asks by value of information: what an answer is expected to gain, in
// points, per effort of giving it. The interview may stop once the verdict is
// a plain recommendation and no single answer is worth as much as enough.
func ByValue(e Engine, o advisor.Options, enough float64) Asker {
	return func(ctx context.Context, p *profile.Profile) ([]string, bool) {
		questions, err := e.Questions(ctx, p, o)
		if err != nil {
			return nil, false
		}
		names, best := make([]string, len(questions)), 0.0
		for i, q := range questions {
			names[i] = q.Field
			best = max(best, q.Value)
		}
		stop := best < enough && e.Advise(p, o).Verdict == advisor.Recommended
		return names, stop
	}
}
