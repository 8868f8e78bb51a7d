package command

import (
	"github.com/spf13/cobra"
)

func newRules(s Streams) *cobra.Command {
	return group("rules", "The rules behind the advice: list, show, lint, test, coverage, fit",
		newRulesList(s, runRulesList), newRulesShow(s, runRulesShow), newRulesLint(s, runLint), newRulesTest(s, runRulesTest),
		newRulesCoverage(s, runCoverage), newRulesFit(s, runFit))
}
