package command

import (
	"context"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say/document"
	"archadvisor/ui/render"
)

func newCases(s Streams) *cobra.Command {
	return group("cases", "The documented decisions that the advice is learned from: list, show, similar",
		newCasesList(s), newCasesShow(s), newCasesSimilar(s))
}

func newCasesList(s Streams) *cobra.Command {
	var o common
	return &cobra.Command{Use: "list", Short: "List the documented decisions", Args: takes(0, 0, "nothing"),
		RunE: s.runs(&o, func(context.Context) error { return runCasesList(&o) })}
}

func newCasesShow(s Streams) *cobra.Command {
	var o common
	return &cobra.Command{Use: "show ID", Short: "One documented decision: what was known, what was chosen, what became of it", Args: takes(1, 1, "one ID"),
		ValidArgsFunction: offers(caseIDs),
		RunE:              s.runs(&o, func(context.Context) error { return runCasesShow(&o) })}
}

func newCasesSimilar(s Streams) *cobra.Command {
	var o oneProfile
	c := &cobra.Command{Use: "similar PROFILE", Short: "The documented decisions nearest to a profile, what they share and where they differ", Args: takes(1, 1, "one PROFILE"),
		RunE: s.runs(&o.common, func(context.Context) error { return runCasesSimilar(&o) })}
	o.flag(c)
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

func runCasesList(o *common) error {
	shown := shownCases()
	return o.print(shown, func() *document.Document { return render.CasesText(shown, len(precedent.Corpus())) })
}

func runCasesShow(o *common) error {
	c := precedent.Find(shownCases(), o.args[0])
	if c == nil {
		return usage("no documented decision %q%s; archadvisor cases list shows them", profile.Clean(o.args[0]), didYouMean(o.args[0], caseIDs()))
	}
	return o.print(render.CaseJSON(c), func() *document.Document { return render.CaseText(c) })
}

func runCasesSimilar(o *oneProfile) error {
	e, p, _, err := o.read()
	if err != nil {
		return err
	}
	r := e.Draw(p, e.options.AtMost(advisor.MinDraws))
	defer r.Done()
	list := precedent.NewNeighbours(e.Advisor, precedent.Corpus()).Nearest(r)
	return o.print(render.SimilarJSON(list), func() *document.Document { return render.SimilarText(p, list) })
}

func caseIDs() []string {
	var ids []string
	for _, c := range shownCases() {
		ids = append(ids, c.ID)
	}
	return ids
}
