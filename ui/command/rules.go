package command

import (
	"context"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules"
	"archadvisor/ui/render"
)

func newRules(s Streams) *cobra.Command {
	return group("rules", "The rules behind the advice: list, show, lint, test, coverage",
		newRulesList(s, runRulesList), newRulesShow(s, runRulesShow), newRulesLint(s, runLint), newRulesTest(s, runRulesTest),
		newRulesCoverage(s, runCoverage), newRulesFit(s, runFit))
}

// rulesListOptions are what rules list is asked for.
type rulesListOptions struct {
	common
	founding bool
}

func newRulesList(s Streams, run func(*rulesListOptions) error) *cobra.Command {
	var o rulesListOptions
	c := &cobra.Command{Use: "list", Short: "List measures, rules and gates", Args: takes(0, 0, "nothing"),
		Example: "  archadvisor rules list\n  archadvisor rules list --statements",
		RunE: s.with(func(_ context.Context, k common, _ []string) error {
			o.common = k
			return run(&o)
		})}
	c.Flags().BoolVar(&o.founding, "statements", false, "list the founding statements and which rules, measures and gates hold them")
	return c
}

func runRulesList(o *rulesListOptions) error {
	pack, err := loadPack(o.set.packs)
	if err != nil {
		return err
	}
	if o.founding {
		list := render.Held(pack)
		return o.print(list, func() *say.Document { return render.HeldText(list) })
	}
	list := render.Statements(pack)
	return o.print(list, func() *say.Document { return render.StatementsText(list) })
}

// rulesShowOptions are what rules show is asked for.
type rulesShowOptions struct {
	common
	id string
}

func newRulesShow(s Streams, run func(*rulesShowOptions) error) *cobra.Command {
	return &cobra.Command{Use: "show ID", Short: "Show one statement in full: condition, points, reason, source", Args: takes(1, 1, "one ID"),
		Example: "  archadvisor rules show monthly-cost", ValidArgsFunction: completeRules,
		RunE: s.with(func(_ context.Context, o common, args []string) error {
			return run(&rulesShowOptions{o, args[0]})
		})}
}

func runRulesShow(o *rulesShowOptions) error {
	pack, err := loadPack(o.set.packs)
	if err != nil {
		return err
	}
	k, err := findStatement(pack, o.id)
	if err != nil {
		return err
	}
	return o.print(k, func() *say.Document { return k.Document(pack) })
}

func findStatement(pack *rules.Pack, id string) (*render.Statement, error) {
	list := render.Statements(pack)
	ids := make([]string, len(list))
	for i := range list {
		if list[i].ID == id {
			return &list[i], nil
		}
		ids[i] = list[i].ID
	}
	return nil, usage("no measure, rule or gate %q in the pack%s", profile.Clean(id), didYouMean(id, ids))
}
