package command

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"archadvisor/advisor/precedent"
	"archadvisor/rules/numeral"
)

// fitOptions are what rules fit is asked for.
type fitOptions struct {
	common
	cases []string
}

func newRulesFit(s Streams) *cobra.Command {
	var o fitOptions
	c := &cobra.Command{Use: "fit", Short: "Learn how strongly each rule acts from documented decisions", Args: takes(0, 0, "nothing"),
		RunE: s.runs(&o.common, func(ctx context.Context) error { return runFit(ctx, &o) })}
	c.Flags().StringArrayVar(&o.cases, "cases", nil, "folder of labelled decisions, or \"shipped\" (repeatable)")
	return c
}

func runFit(ctx context.Context, o *fitOptions) error {
	pack, err := loadPack(&o.common)
	if err != nil {
		return err
	}
	e, err := engineWith(&o.common, pack, nil) // what learns has learned nothing
	if err != nil {
		return err
	}
	named, err := caseFolders(o.cases)
	if err != nil {
		return err
	}
	fit, _, err := precedent.Learn(ctx, e.Advisor, o.learningCases(named), nil)
	if errors.Is(err, context.Canceled) {
		return err
	}
	if err != nil {
		return usage("%v", err)
	}
	c := fit.CrossValidated
	o.remark("learned from %d decisions; judged without their own organisation: right in %s, Brier score %.3f, %d recommended plainly, %d of them wrong",
		fit.Cases, numeral.Percent(c.Top1), c.Brier, c.Recommended, c.RecommendedWrong)
	return o.writeTo(func(w io.Writer) error {
		_, err := w.Write(fit.Encode())
		return err
	})
}
