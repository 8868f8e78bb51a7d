package command

import (
	"cmp"
	"context"
	"io"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/record"
	"archadvisor/ui/measuring"
	"archadvisor/ui/render"
)

// checkOptions are what check is asked for.
type checkOptions struct {
	common
	accept, fix, allowEmpty bool
	measured                []string
}

func newCheck(s Streams) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{Use: "check PATH...", Short: "Score recorded decisions again and say which no longer hold",
		Args: takes(1, anyNumber, "at least one PATH"),
		RunE: s.runs(&o.common, func(ctx context.Context) error { return runCheck(ctx, &o) })}
	allowEmpty(c, &o.allowEmpty)
	c.Flags().StringArrayVar(&o.measured, "measure", nil, "fresh measurements: a fragment that archadvisor measure printed, - for standard input (repeatable)")
	c.Flags().BoolVar(&o.accept, "accept", false, "write today's rules, prices and answer into the records: for a person who has looked at them again")
	c.Flags().BoolVar(&o.fix, "fix", false, "mend shared numbers, names that differ from their record, links to nowhere and UTF-16")
	return c
}

func runCheck(ctx context.Context, o *checkOptions) error {
	for _, name := range o.measured {
		sets, err := measuring.Sets(name, o.In)
		if err != nil {
			return usage("%v", err)
		}
		o.set.sets = append(sets, o.set.sets...)
	}
	e, err := newEngine(&o.common)
	if err != nil {
		return err
	}
	if o.fix {
		if err := o.common.fix(); err != nil {
			return err
		}
	}
	if o.accept {
		if err := e.accept(o.args); err != nil {
			return err
		}
	}
	counts, doubtful := recordCounts{}, 0
	var empty []string
	err = o.writeTo(func(w io.Writer) error {
		out := render.NewChecks(o.format, w, Version)
		var err error
		empty, err = e.recheck(ctx, &o.common, func(r record.Row) error {
			counts[r.State]++
			if r.Verdict != advisor.Recommended && r.State == record.Holds {
				doubtful++
			}
			return out.Write(&r)
		})
		if err != nil && ctx.Err() == nil {
			return err
		}
		return cmp.Or(err, out.Close()) // an array that was interrupted is closed
	})
	if err != nil {
		return err
	}
	o.remark("%v", counts)
	if err := checkExit(counts); err != nil {
		return err
	}
	if err := o.nothingIn(empty, "no decision record of this program", o.allowEmpty); err != nil || o.set.strict == "" || doubtful == 0 {
		return err
	}
	return quietly(exitStrict)
}

// checkExit is the exit code of check.
func checkExit(n recordCounts) error {
	switch {
	case n[record.Drifted] > 0:
		return quietly(exitDrifted)
	case n[record.Unreadable] > 0:
		return quietly(exitFailed)
	}
	return nil
}
