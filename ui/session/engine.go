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
	EachFlip(ctx context.Context, p *profile.Profile, o advisor.Options) ([]explain.Flip, error)
	Inquire(ctx context.Context, p *profile.Profile, o advisor.Options) (explain.Inquiry, error)
}
