package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"archadvisor/ui/render"
	"archadvisor/ui/setup"
	"archadvisor/ui/terminal"
	"archadvisor/ui/view"
)

func newDemo(s Streams) *cobra.Command {
	var o common
	c := &cobra.Command{Use: "demo", Short: "Three worked examples, to look at before answering anything", Args: takes(0, 0, "nothing"),
		RunE: s.runs(&o, func(ctx context.Context) error {
			if terminal.Is(s.In) && terminal.Is(s.Out) && !o.set.accessible {
				return runInterview(ctx, &o, fresh(nil, s.In), func(c *view.Config) { c.Demo = true })
			}
			return printExamples(&o)
		})}
	interviewFlags(c.Flags())
	return c
}

// printExamples says in a line each what becomes of the examples.
func printExamples(o *common) error {
	e, err := newEngine(o)
	if err != nil {
		return err
	}
	for _, p := range setup.Examples() {
		if _, err := fmt.Fprintln(o.Out, render.OneLine(e.Advise(p, e.options))); err != nil {
			return err
		}
	}
	return nil
}
