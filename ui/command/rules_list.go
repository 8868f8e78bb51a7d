package command

import (
	"context"

	"github.com/spf13/cobra"

	"archadvisor/advisor/say/document"
	"archadvisor/ui/render"
)

func newRules(s Streams) *cobra.Command {
	return group("rules", "The rules behind the advice: list, show, lint, test, coverage, fit",
		newRulesList(s), newRulesShow(s), newRulesLint(s), newRulesTest(s), newRulesCoverage(s), newRulesFit(s))
}

// rulesListOptions are what rules list is asked for.
type rulesListOptions struct {
	common
	founding bool
	sources  bool
}

func newRulesList(s Streams) *cobra.Command {
	var o rulesListOptions
	c := &cobra.Command{Use: "list", Short: "List measures, rules and gates", Args: takes(0, 0, "nothing"),
		RunE: s.runs(&o.common, func(context.Context) error { return runRulesList(&o) })}
	c.Flags().BoolVar(&o.founding, "statements", false, "list the founding statements and which rules, measures and gates hold them")
	c.Flags().BoolVar(&o.sources, "sources", false, "list the sources and what cites each")
	return c
}

func runRulesList(o *rulesListOptions) error {
	pack, err := loadPack(&o.common)
	if err != nil {
		return err
	}
	switch {
	case o.founding && o.sources:
		return usage("--statements and --sources: give one of them")
	case o.founding:
		list := render.Held(pack)
		return o.print(list, func() *document.Document { return render.HeldText(list) })
	case o.sources:
		list := render.Evidence(pack)
		return o.print(list, func() *document.Document { return render.EvidenceText(list) })
	}
	list := render.Statements(pack)
	return o.print(list, func() *document.Document { return render.StatementsText(list) })
}
