package command

import (
	"context"

	"github.com/spf13/cobra"

	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/advisor/say/row"
)

func newExplain(s Streams) *cobra.Command {
	var o oneProfile
	c := &cobra.Command{Use: "explain PROFILE", Args: takes(1, 1, "one PROFILE"),
		Short: "One profile in depth: why, why not, the bill, what would flip it, what to ask next",
		RunE:  s.runs(&o.common, func(ctx context.Context) error { return runExplain(ctx, &o) })}
	o.flag(c)
	return c
}

func runExplain(ctx context.Context, o *oneProfile) error {
	e, p, index, err := o.read()
	if err != nil {
		return err
	}
	m := e.mixture(p)
	x, err := e.Account(ctx, p, e.options)
	if err != nil {
		return err
	}
	report := row.NewExplanation(o.args[0], index, x)
	if m != nil {
		report.AddMixture(m)
	}
	if err := o.print(report, func() *document.Document { return say.Explanation(x, m) }); err != nil {
		return err
	}
	if why := o.set.refuses(&x.Decision.Decision); why != "" {
		o.remark("archadvisor: --strict: %s", why)
		return quietly(exitStrict)
	}
	return nil
}
