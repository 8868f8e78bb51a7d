package command

import (
	"context"
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
		Example: "  archadvisor rules fit --cases my-decisions/ -o strengths.toml\n  archadvisor score --strengths strengths.toml profiles/",
		Long: `Learn how strongly each statement of the pack acts, from documented decisions, and
write a file of strengths for --strengths. The side that a statement takes never turns.

--cases DIR (repeatable) names folders with labels.toml and profiles/ID.toml. They are
learned from on top of the decisions that the program ships with; a folder that holds
some of those is a choice among them and is learned from alone. Without --cases the
result is what the program ships with.`,
		RunE: s.runs(&o.common, func(context.Context) error { return runFit(&o) })}
	c.Flags().StringArrayVar(&o.cases, "cases", nil, "folder of labelled decisions, or \"shipped\" (repeatable)")
	return c
}

func runFit(o *fitOptions) error {
	pack, err := loadPack(o.set)
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
	fit, _, err := precedent.Learn(e.Advisor, o.learningCases(named), nil)
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
