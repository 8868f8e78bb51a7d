package command

import (
	"context"

	"github.com/spf13/cobra"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/say"
	"archadvisor/ui/render"
)

// fitOptions are what rules fit is asked for.
type fitOptions struct {
	common
	cases string
}

func newRulesFit(s Streams, run func(*fitOptions) error) *cobra.Command {
	var o fitOptions
	c := &cobra.Command{Use: "fit", Short: "Propose the fitted constants from labelled decisions", Args: takes(0, 0, "nothing"),
		Example: "  archadvisor rules fit --cases cases/",
		Long: `Propose the five constants that labelled decisions may set: the two weight
spreads, the residual and the two thresholds of the verdict. Each case is also left
out in turn and scored with the constants fitted to the others. Nothing is written.`,
		RunE: s.with(func(_ context.Context, k common, _ []string) error {
			o.common = k
			return run(&o)
		})}
	c.Flags().StringVar(&o.cases, "cases", "", "folder of labelled decisions")
	return c
}

func runFit(o *fitOptions) error {
	if o.cases == "" {
		return usage("fit needs --cases DIR, a folder with labels.toml and profiles/")
	}
	e, err := newEngine(&o.common)
	if err != nil {
		return err
	}
	list, err := loadCases(o.cases)
	if err != nil {
		return err
	}
	best, left := precedent.Fit(e.Advisor, list)
	return o.print(render.FitJSON(best, left), func() *say.Document { return render.FitText(best, left) })
}
