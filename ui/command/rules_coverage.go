package command

import (
	"context"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/say/document"
	"archadvisor/ui/render"
)

// coverageOptions are what rules coverage is asked for.
type coverageOptions struct {
	common
	population, known int
	cases             string
}

func newRulesCoverage(s Streams) *cobra.Command {
	var o coverageOptions
	c := &cobra.Command{Use: "coverage", Short: "How far the rules reach: which architectures win, which rules never matter", Args: takes(0, 0, "nothing"),
		RunE: s.runs(&o.common, func(context.Context) error { return runCoverage(&o) })}
	f := c.Flags()
	f.IntVar(&o.population, "population", defaultPopulation, "how many random profiles")
	f.IntVar(&o.known, "known", 0, "how many random fields of each are known; 0: all")
	f.StringVar(&o.cases, "cases", "", "labelled decisions instead of random profiles")
	return c
}

func runCoverage(o *coverageOptions) error {
	e, err := newEngine(&o.common)
	if err != nil {
		return err
	}
	if o.population < 1 || o.population > maxPopulation {
		return usage("--population %d: allowed is 1 to %d", o.population, maxPopulation)
	}
	if o.known < 0 {
		return usage("--known %d: allowed is 0 (all fields) and more", o.known)
	}
	var reach *precedent.Coverage
	if o.cases != "" {
		list, err := caseFolder(o.cases)
		if err != nil {
			return err
		}
		reach = precedent.CoverCases(e.Advisor, list, e.options)
	} else {
		reach = precedent.Cover(e.Advisor, o.population, o.known, e.populationOptions(o.known))
	}
	return o.print(reach, func() *document.Document { return render.CoverageText(reach) })
}

// The size of the population: enough for shares to a percent, and the most that
// is kept in memory.
const (
	defaultPopulation = 2000
	maxPopulation     = 1_000_000
)

// populationOptions are the draws of a report: with few fields known a fixed
// number is enough, because shares over the population average them.
func (e *engine) populationOptions(known int) advisor.Options {
	o := e.options
	if o.Draws < 0 && known > 0 {
		o.Draws = 256
	}
	return o
}
