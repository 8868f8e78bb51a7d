package session

import (
	"context"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// Engine is what the screens need of the advisor; *advisor.Advisor is one.
type Engine interface {
	Advise(p *profile.Profile, o advisor.Options) *explain.Decision
	Explain(ctx context.Context, p *profile.Profile, o advisor.Options) (*explain.Explanation, error)
	Flips(ctx context.Context, p *profile.Profile, o advisor.Options) ([]explain.Flip, error)
	Inquire(ctx context.Context, p *profile.Profile, o advisor.Options) (explain.Inquiry, error)
}

// ByValue orders the open questions by value of information: what an answer is
// expected to gain, in points, per effort of giving it. It tells, too, whether
// nothing left is likely to change the answer.
func ByValue(ctx context.Context, e Engine, p *profile.Profile, o advisor.Options) (fields []string, stop bool) {
	q, err := e.Inquire(ctx, p, o)
	if err != nil {
		return nil, false
	}
	names := make([]string, len(q.Questions))
	for i := range names {
		names[i] = q.Questions[i].Field
	}
	return names, q.Stop
}
