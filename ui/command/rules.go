package command

import (
	"cmp"
	"context"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/fact"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
	"archadvisor/rules/packs"
	"archadvisor/rules/source"
	"archadvisor/ui/render"
	"archadvisor/ui/settings"
)

func newRules(s Streams) *cobra.Command {
	return group("rules", "The rules behind the advice: list, show, lint, test, coverage, fit",
		s.command("list", "List measures, rules and gates", runRulesList, "sources"),
		completed(statementIDs, s.command("show ID", "Show one statement in full: condition, points, reason, source", runRulesShow)),
		s.command("lint [FILE]", "Check a pack for mistakes: the core pack, or a file of your own", runLint),
		s.command("test [FILE]", "Run the tests that a pack carries, or judge it by documented decisions", runRulesTest, "cases"),
		s.decides("coverage", "How far the rules reach: which architectures win, which rules never matter", (*engine).coverage, "population", "known"),
		s.command("fit", "Learn how strongly each rule acts from documented decisions", runFit, "cases"))
}

func runRulesList(o *options, _ context.Context) error {
	pack, err := loadPack(o)
	if err != nil {
		return err
	}
	if o.sources {
		list := render.Evidence(pack)
		return o.print(list, func() *document.Document { return render.EvidenceText(list) })
	}
	list := render.Statements(pack)
	return o.print(list, func() *document.Document { return render.StatementsText(list) })
}

func runRulesShow(o *options, _ context.Context) error {
	pack, err := loadPack(o)
	if err != nil {
		return err
	}
	list := render.Statements(pack)
	ids := make([]string, len(list))
	for i, k := range list {
		if ids[i] = k.ID; k.ID == o.args[0] {
			return o.print(&k, func() *document.Document { return k.Document(pack) })
		}
	}
	return usage("no measure, rule or gate %q in the pack%s", profile.Clean(o.args[0]), settings.DidYouMean(o.args[0], ids...))
}

func runLint(o *options, _ context.Context) error {
	issues, err := o.lint(strings.Join(o.args, ""))
	if err != nil {
		return err
	}
	if err := o.write(render.Issues(o.format, issues)); err != nil {
		return err
	}
	errors, warnings := rules.Severities(issues)
	o.remark("%s, %s", render.Plural(errors, "error"), render.Plural(warnings, "warning"))
	if errors > 0 {
		return quietly(exitUsage)
	}
	return nil
}

func (o *options) lint(file string) ([]rules.Issue, error) {
	if file == "" {
		core, issues := rules.Load(packs.Core())
		return append(issues, core.Check(fact.Schema())...), nil
	}
	data, err := o.file("", file)
	if err != nil {
		return nil, err
	}
	pack, issues := userPack(file, data)
	if own, _ := rules.LoadFile(file, data); pack != nil && own != nil {
		issues = append(issues, testFaults(own)...)
	}
	sort.SliceStable(issues, func(i, j int) bool {
		return cmp.Or(cmp.Compare(issues[i].Line, issues[j].Line), cmp.Compare(issues[i].Column, issues[j].Column)) < 0
	})
	return issues, nil
}

// testFaults are the profiles of a pack's tests that are none.
func testFaults(pack *rules.Pack) []rules.Issue {
	var faults []error
	results := pack.RunTests(func(given map[string]any) (rules.Outcome, error) {
		_, err := testProfile(given)
		faults = append(faults, err)
		return rules.Outcome{}, err
	})
	var issues []rules.Issue
	for i, r := range results {
		if faults[i] != nil {
			issues = append(issues, rules.Issue{Fault: source.Fault{File: r.File, ID: r.ID, Spot: source.Spot{Line: r.Line, Column: 1}, Message: "profile: " + faults[i].Error()}})
		}
	}
	return issues
}

// The size of the population: enough for shares to a percent, and the most that is kept in memory.
const (
	defaultPopulation = 2000
	maxPopulation     = 1_000_000
)

func (e *engine) coverage(context.Context) error {
	if e.population < 1 || e.population > maxPopulation {
		return usage("--population %d: allowed is 1 to %d", e.population, maxPopulation)
	}
	if e.known < 0 {
		return usage("--known %d: allowed is 0 (all fields) and more", e.known)
	}
	if e.how.Draws < 0 && e.known > 0 { // shares over the population average the draws
		e.how.Draws = 256
	}
	reach := precedent.Cover(e.Advisor, e.population, e.known, e.how)
	return e.print(reach, func() *document.Document { return render.CoverageText(reach) })
}
