package command

import (
	"github.com/spf13/cobra"
)

func newRules(s Streams) *cobra.Command {
	return group("rules", "The rules behind the advice: list, show, lint, test, coverage, fit",
		newRulesList(s), newRulesShow(s), newRulesLint(s), newRulesTest(s), newRulesCoverage(s), newRulesFit(s))
}
