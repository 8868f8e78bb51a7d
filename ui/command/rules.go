package command

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/fact"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
	"archadvisor/rules/numeral"
	"archadvisor/rules/packs"
	"archadvisor/rules/source"
	"archadvisor/ui/render"
	"archadvisor/ui/settings"
)

func runRulesTest(o *options, ctx context.Context) error {
	pack, err := o.pack()
	if err != nil {
		return err
	}
	if len(o.cases) > 0 {
		_, report, err := o.learn(ctx, pack, true)
		if err != nil {
			return err
		}
		return o.print(report, func() *document.Document { return render.QualityText(report) })
	}
	learned, err := loadStrengths(o, pack)
	if err != nil {
		return err
	}
	e, err := engineOf(o, pack, learned)
	if err != nil {
		return err
	}
	return e.testPack()
}

func (e *engine) testPack() error {
	how := e.how
	how.Detail = true
	results := e.Pack().RunTests(func(given map[string]any) (rules.Outcome, error) { return e.outcomeOf(given, how) })
	if err := e.write(render.Tests(e.format, results)); err != nil {
		return err
	}
	all, failed := len(results), len(slices.DeleteFunc(results, func(r rules.TestResult) bool { return r.Passed }))
	e.remark("%s of pack %s, %d failed", render.Plural(all, "test"), profile.Clean(e.Pack().Name), failed)
	if all == 0 {
		return usage("a pack without a [[test]] passes no test")
	}
	return exitIf(failed > 0, exitUsage)
}

func (e *engine) outcomeOf(given map[string]any, o advisor.Options) (rules.Outcome, error) {
	p, err := testProfile(given)
	if err != nil {
		return rules.Outcome{}, err
	}
	d := e.Advisor.Advise(p, o)
	out := rules.Outcome{Leader: d.Recommendation, Verdict: string(d.Verdict), States: map[string]string{}, RuledOut: []string{}}
	for i := range d.Ranking {
		k := &d.Ranking[i]
		if !k.Feasible {
			out.RuledOut = append(out.RuledOut, k.Architecture)
		}
		for _, c := range k.Contributions {
			if c.Kind != "measure" {
				out.States[c.ID] = string(c.State)
			}
		}
	}
	return out, nil
}

// testProfile makes a profile of the tables of a test, which need no schema and no name.
func testProfile(given map[string]any) (*profile.Profile, error) {
	doc := map[string]any{"schema": 1, "name": "test"}
	maps.Copy(doc, given)
	text, err := toml.Marshal(doc)
	if err != nil {
		return nil, err
	}
	list, errs := profile.Decode(text, "")
	if len(errs) > 0 {
		return nil, errors.New(errs[0].Message)
	}
	return list[0], nil
}

func runFit(o *options, ctx context.Context) error {
	pack, err := loadPack(o)
	if err != nil {
		return err
	}
	fit, _, err := o.learn(ctx, pack, false)
	if err != nil {
		return err
	}
	c := fit.CrossValidated
	o.remark("learned from %d decisions; judged without their own organisation: right in %s, Brier score %.3f, %d recommended plainly, %d of them wrong",
		fit.Cases, numeral.Percent(c.Top1), c.Brier, c.Recommended, c.RecommendedWrong)
	return o.write(string(fit.Encode()))
}

func (o *options) pack() (*rules.Pack, error) {
	if len(o.args) == 0 {
		return loadPack(o)
	}
	pack, issues, err := userPack(o, o.args[0])
	return pack, cmp.Or(err, packError(issues))
}

// learn learns from the decisions of the folders and judges the pack by all or by these alone.
func (o *options) learn(ctx context.Context, pack *rules.Pack, byNamed bool) (*precedent.Fit, *precedent.Report, error) {
	e, err := engineOf(o, pack, nil) // what learns has learned nothing
	if err != nil {
		return nil, nil, err
	}
	named, err := caseFolders(o.cases)
	if err != nil {
		return nil, nil, err
	}
	var counts func(*precedent.Case) bool
	if byNamed {
		counts = func(c *precedent.Case) bool { return slices.Contains(named, c) }
	}
	fit, report, err := precedent.Learn(ctx, e.Advisor, o.learningCases(named), counts)
	return fit, report, unlessEnded(err)
}

func newCases(o *options) *cobra.Command {
	return group("cases", "The documented decisions that the advice is learned from: list, show, similar",
		o.command("list", "List the documented decisions", listCases),
		o.command("show ID", "One documented decision: what was known, what was chosen, what became of it", showCase),
		o.decides("similar PROFILE", "The documented decisions nearest to a profile, what they share and where they differ", (*engine).similar, "name"))
}

func listCases(o *options, _ context.Context) error {
	shown := shownCases()
	return o.print(shown, func() *document.Document { return render.CasesText(shown, len(precedent.Corpus())) })
}

func showCase(o *options, _ context.Context) error {
	shown := shownCases()
	k := precedent.Find(shown, o.args[0])
	if k == nil {
		return usage("no documented decision %q%s; archadvisor cases list shows them", profile.Clean(o.args[0]), settings.DidYouMean(o.args[0], slices.Concat(say.Each(shown, func(c *precedent.Case) string { return c.ID }), say.Each(shown, func(c *precedent.Case) string { return c.Organisation }))...))
	}
	return o.print(render.CaseJSON(k), func() *document.Document { return render.CaseText(k) })
}

func (e *engine) similar(context.Context) error {
	p, _, err := e.one()
	if err != nil {
		return err
	}
	r := e.Draw(p, e.how.AtMost(advisor.MinDraws))
	defer r.Done()
	list := precedent.NewNeighbours(e.Advisor, precedent.Corpus()).Nearest(r)
	return e.print(say.All(list, (*precedent.Precedent).Row), func() *document.Document { return render.SimilarText(p, list) })
}

func shownCases() []*precedent.Case {
	return slices.DeleteFunc(slices.Clone(precedent.Corpus()), func(c *precedent.Case) bool { return !c.Shown() })
}

const shippedCases = "shipped" // stands for the program's own decisions where a folder is asked for

// caseFolders reads folders of labelled decisions, each decision once.
func caseFolders(dirs []string) (all []*precedent.Case, err error) {
	for _, dir := range dirs {
		cases := precedent.Corpus()
		if dir != shippedCases {
			full, _ := filepath.Abs(dir) // its last part is a name for the folder
			if cases, err = precedent.LoadCases(os.DirFS(dir), dir, filepath.Base(full)); err != nil {
				return nil, usage("the labelled decisions of --cases %s cannot be read (%s are those of the program)\n%v", profile.Clean(dir), shippedCases, err)
			}
		}
		for _, c := range cases {
			if precedent.Find(all, c.ID) != nil {
				return nil, usage("--cases %s: case %q is in another folder, too", profile.Clean(dir), profile.Clean(c.ID))
			}
		}
		if all = append(all, cases...); len(cases) == 0 {
			return nil, usage("--cases %s: no case in it", profile.Clean(dir))
		}
	}
	return all, nil
}

// learningCases are what is learned from: the named decisions on top of the shipped ones. Folders that hold
// shipped decisions are a choice among them, and are learned from alone.
func (o *options) learningCases(named []*precedent.Case) []*precedent.Case {
	shipped := precedent.Corpus()
	chosen := slices.ContainsFunc(named, func(c *precedent.Case) bool { return precedent.Find(shipped, c.ID) != nil })
	switch {
	case len(named) == 0:
		return shipped
	case !chosen:
		o.remark("learning from %s on top of the %d that the program ships with", render.Plural(len(named), "decision"), len(shipped))
		return slices.Concat(shipped, named)
	case len(named) < len(shipped):
		o.remark("learning from the named decisions alone: some are among the %d that the program ships with", len(shipped))
	}
	return named
}

func newRules(o *options) *cobra.Command {
	return group("rules", "The rules behind the advice: list, show, lint, test, coverage, fit",
		o.command("list", "List measures, rules and gates", runRulesList),
		o.command("show ID", "Show one statement in full: condition, points, reason, source", runRulesShow),
		o.command("lint [FILE]", "Check a pack for mistakes: the core pack, or a file of your own", runLint),
		o.command("test [FILE]", "Run the tests that a pack carries, or judge it by documented decisions", runRulesTest, "cases"),
		o.decides("coverage", "How far the rules reach: which architectures win, which rules never matter", (*engine).coverage, "population", "known"),
		o.command("fit", "Learn how strongly each rule acts from documented decisions", runFit, "cases"))
}

func runRulesList(o *options, _ context.Context) error {
	pack, err := loadPack(o)
	if err != nil {
		return err
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

func runLint(o *options, _ context.Context) (err error) {
	pack, issues := rules.Load(packs.Core())
	if len(o.args) == 0 {
		issues = append(issues, pack.Check(fact.Schema())...)
	} else if pack, issues, err = userPack(o, o.args[0]); pack != nil {
		issues = append(issues, testFaults(pack)...)
		slices.SortStableFunc(issues, func(a, b rules.Issue) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
	}
	if err == nil {
		err = o.write(render.Issues(o.format, issues))
	}
	if err != nil {
		return err
	}
	errors, warnings := rules.Severities(issues)
	o.remark("%s, %s", render.Plural(errors, "error"), render.Plural(warnings, "warning"))
	return exitIf(errors > 0, exitUsage)
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

const maxPopulation = 1_000_000 // bounds what is kept in memory

func (e *engine) coverage(context.Context) error {
	if e.population < 1 || e.population > maxPopulation || e.known < 0 {
		return usage("--population: allowed is 1 to %d; --known: 0 (all fields) and more", maxPopulation)
	}
	if e.how.Draws < 0 && e.known > 0 { // shares over the population average the draws
		e.how.Draws = 256
	}
	reach := precedent.Cover(e.Advisor, e.population, e.known, e.how)
	return e.print(reach, func() *document.Document { return render.CoverageText(reach) })
}
