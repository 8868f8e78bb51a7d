package command

import (
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
	"archadvisor/rules/numeral"
	"archadvisor/ui/disk"
	"archadvisor/ui/render"
	"archadvisor/ui/terminal"
)

func newRulesTest(s Streams) *cobra.Command {
	var o learnOptions
	return o.flag(s.command(&o.common, "test [FILE]", "Run the tests that a pack carries, or judge it by documented decisions", takes(0, 1, "one FILE"),
		func(ctx context.Context) error { return runRulesTest(ctx, &o) }))
}

func runRulesTest(ctx context.Context, o *learnOptions) error {
	pack, err := o.pack()
	if err != nil {
		return err
	}
	if len(o.cases) > 0 {
		start := time.Now()
		_, report, n, err := o.learn(ctx, pack, true)
		if err != nil {
			return err
		}
		if terminal.Is(o.Err) {
			o.remark("%s in %v", render.Plural(n, "decision"), time.Since(start).Round(time.Millisecond))
		}
		return o.print(report, func() *document.Document { return render.QualityText(report) })
	}
	learned, err := loadStrengths(&o.common, pack)
	if err != nil {
		return err
	}
	e, err := engineOf(&o.common, pack, learned)
	if err != nil {
		return err
	}
	return e.testPack(&o.common)
}

func (e *engine) testPack(o *common) error {
	options := e.options
	options.Detail = true
	results := e.Pack().RunTests(func(given map[string]any) (rules.Outcome, error) { return e.outcomeOf(given, options) })
	failed := 0
	rows := say.Each(results, func(r rules.TestResult) render.TestRow {
		if len(r.Problems) > 0 {
			failed++
		}
		return render.TestRow{ID: r.ID, File: r.File, Line: r.Line, Passed: len(r.Problems) == 0, Problems: append([]string{}, r.Problems...)}
	})
	if err := o.writeTo(func(w io.Writer) error { return render.Tests(w, o.format, rows) }); err != nil {
		return err
	}
	o.remark("%s of pack %s, %d failed", render.Plural(len(rows), "test"), profile.Clean(e.Pack().Name), failed)
	if len(rows) == 0 {
		return usage("a pack without a [[test]] passes no test")
	}
	if failed > 0 {
		return quietly(exitUsage)
	}
	return nil
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

func newRulesFit(s Streams) *cobra.Command {
	var o learnOptions
	return o.flag(s.command(&o.common, "fit", "Learn how strongly each rule acts from documented decisions", takes(0, 0, "nothing"),
		func(ctx context.Context) error { return runFit(ctx, &o) }))
}

func runFit(ctx context.Context, o *learnOptions) error {
	pack, err := loadPack(&o.common)
	if err != nil {
		return err
	}
	fit, _, _, err := o.learn(ctx, pack, false)
	if err != nil {
		return err
	}
	c := fit.CrossValidated
	o.remark("learned from %d decisions; judged without their own organisation: right in %s, Brier score %.3f, %d recommended plainly, %d of them wrong",
		fit.Cases, numeral.Percent(c.Top1), c.Brier, c.Recommended, c.RecommendedWrong)
	return o.writeTo(disk.Bytes(fit.Encode()))
}

type learnOptions struct {
	common
	cases []string
}

func (o *learnOptions) flag(c *cobra.Command) *cobra.Command {
	c.Flags().StringArrayVar(&o.cases, "cases", nil, "folder of labelled decisions, or \"shipped\" (repeatable)")
	return c
}

func (o *learnOptions) pack() (*rules.Pack, error) {
	if len(o.args) == 0 {
		return loadPack(&o.common)
	}
	data, err := o.file("", o.args[0])
	if err != nil {
		return nil, err
	}
	pack, issues := userPack(o.args[0], data)
	if err := packError(issues); err != nil {
		return nil, err
	}
	own, _ := rules.LoadFile(o.args[0], data)
	pack.Tests = own.Tests // the core pack's are run without FILE
	return pack, nil
}

// learn learns from the decisions of the folders and judges the pack by all or by these alone.
func (o *learnOptions) learn(ctx context.Context, pack *rules.Pack, byNamed bool) (*precedent.Fit, *precedent.Report, int, error) {
	e, err := engineOf(&o.common, pack, nil) // what learns has learned nothing
	if err != nil {
		return nil, nil, 0, err
	}
	named, err := caseFolders(o.cases)
	if err != nil {
		return nil, nil, 0, err
	}
	var counts func(*precedent.Case) bool
	if byNamed {
		counts = func(c *precedent.Case) bool { return slices.Contains(named, c) }
	}
	fit, report, err := precedent.Learn(ctx, e.Advisor, o.learningCases(named), counts)
	return fit, report, len(named), unlessEnded(err)
}
