package command

import (
	"context"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/render"
)

// casesOptions are what a command of cases is asked for.
type casesOptions struct {
	common
	what string // an id, or a profile
	name string
}

func newCases(s Streams) *cobra.Command {
	return group("cases", "The documented decisions that the advice is learned from: list, show, similar",
		newCasesList(s, runCasesList), newCasesShow(s, runCasesShow), newCasesSimilar(s, runCasesSimilar))
}

func newCasesList(s Streams, run func(*casesOptions) error) *cobra.Command {
	return &cobra.Command{Use: "list", Short: "List the documented decisions", Args: takes(0, 0, "nothing"),
		Example: "  archadvisor cases list\n  archadvisor cases list --format json",
		RunE: s.with(func(_ context.Context, k common, _ []string) error {
			return run(&casesOptions{common: k})
		})}
}

func newCasesShow(s Streams, run func(*casesOptions) error) *cobra.Command {
	return &cobra.Command{Use: "show ID", Short: "One documented decision: what was known, what was chosen, what became of it", Args: takes(1, 1, "one ID"),
		Example:           "  archadvisor cases show root-insurance",
		ValidArgsFunction: completeCases,
		RunE: s.with(func(_ context.Context, k common, args []string) error {
			return run(&casesOptions{common: k, what: args[0]})
		})}
}

func newCasesSimilar(s Streams, run func(*casesOptions) error) *cobra.Command {
	var o casesOptions
	c := &cobra.Command{Use: "similar PROFILE", Short: "The documented decisions nearest to a profile, what they share and where they differ", Args: takes(1, 1, "one PROFILE"),
		Example: "  archadvisor cases similar shop.toml",
		RunE: s.with(func(_ context.Context, k common, args []string) error {
			o.common, o.what = k, args[0]
			return run(&o)
		})}
	c.Flags().StringVar(&o.name, "name", "", "which profile of a file that holds several")
	return c
}

// shownCases are the documented decisions that may be shown.
func shownCases() []*precedent.Case {
	var out []*precedent.Case
	for _, c := range precedent.Corpus() {
		if c.Shown() {
			out = append(out, c)
		}
	}
	return out
}

func runCasesList(o *casesOptions) error {
	shown := shownCases()
	return o.print(render.CasesJSON(shown), func() *say.Document { return render.CasesText(shown, len(precedent.Corpus())) })
}

func runCasesShow(o *casesOptions) error {
	c := precedent.Find(shownCases(), o.what)
	if c == nil {
		return usage("no documented decision %q%s; archadvisor cases list shows them", profile.Clean(o.what), didYouMean(o.what, caseIDs()))
	}
	return o.print(render.CaseJSON(c), func() *say.Document { return render.CaseText(c) })
}

func runCasesSimilar(o *casesOptions) error {
	e, err := newEngine(&o.common)
	if err != nil {
		return err
	}
	p, _, err := e.one(o.what, o.name, o.In)
	if err != nil {
		return err
	}
	r := e.Draw(p, e.options.AtMost(advisor.MinDraws))
	defer r.Done()
	list := precedent.NewNeighbours(e.Advisor, precedent.Corpus()).Nearest(r)
	return o.print(render.SimilarJSON(list), func() *say.Document { return render.SimilarText(p, list) })
}

func caseIDs() []string {
	var ids []string
	for _, c := range shownCases() {
		ids = append(ids, c.ID)
	}
	return ids
}

func completeCases(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return caseIDs(), cobra.ShellCompDirectiveNoFileComp
}
