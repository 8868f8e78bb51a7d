package command

import (
	"context"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/say"
)

const explainExample = `  archadvisor explain shop.toml
  archadvisor explain shop.toml --set team.engineers=40
  archadvisor explain shop.toml --format markdown --output decision.md`

// explainOptions are what explain is asked for.
type explainOptions struct {
	common
	path, name string
}

func newExplain(s Streams, run func(context.Context, *explainOptions) error) *cobra.Command {
	var o explainOptions
	c := &cobra.Command{Use: "explain PROFILE", Example: explainExample, Args: takes(1, 1, "one PROFILE"),
		Short: "One profile in depth: why, why not, the bill, what would flip it, what to ask next",
		RunE: s.with(func(ctx context.Context, k common, args []string) error {
			o.common, o.path = k, args[0]
			return run(ctx, &o)
		})}
	c.Flags().StringVar(&o.name, "name", "", "which profile of a file that holds several")
	return c
}

func runExplain(ctx context.Context, o *explainOptions) error {
	e, err := newEngine(&o.common)
	if err != nil {
		return err
	}
	p, index, err := e.one(o.path, o.name, o.In)
	if err != nil {
		return err
	}
	x, err := e.Explain(ctx, p, e.options)
	if err != nil {
		return err
	}
	if err := o.print(say.NewReport(o.path, index, x), func() *say.Document { return say.Explanation(x) }); err != nil {
		return err
	}
	if o.set.strict && x.Verdict != advisor.Recommended {
		return quietly(exitStrict)
	}
	return nil
}
