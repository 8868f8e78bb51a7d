package command

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
	"archadvisor/rules/numeral"
	"archadvisor/ui/render"
	"archadvisor/ui/terminal"
)

// rulesTestOptions are what rules test is asked for.
type rulesTestOptions struct {
	common
	cases []string
}

func newRulesTest(s Streams) *cobra.Command {
	var o rulesTestOptions
	c := &cobra.Command{Use: "test [FILE]", Short: "Run the tests that a pack carries, or judge it by documented decisions", Args: takes(0, 1, "one FILE"),
		RunE: s.runs(&o.common, func(ctx context.Context) error { return runRulesTest(ctx, &o) })}
	c.Flags().StringArrayVar(&o.cases, "cases", nil, "folder of labelled decisions, or \"shipped\" (repeatable)")
	return c
}

func runRulesTest(ctx context.Context, o *rulesTestOptions) error {
	pack, err := o.pack()
	if err != nil {
		return err
	}
	if len(o.cases) > 0 {
		return o.judge(ctx, pack)
	}
	e, err := engineOf(&o.common, pack)
	if err != nil {
		return err
	}
	return e.testPack(o)
}

// pack is that of the file, or of the settings.
func (o *rulesTestOptions) pack() (*rules.Pack, error) {
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

func (e *engine) testPack(o *rulesTestOptions) error {
	options := e.options
	options.Detail = true
	results := e.Pack().RunTests(func(given map[string]any) (rules.Outcome, error) { return e.outcomeOf(given, options) })
	failed := 0
	rows := make([]render.TestRow, len(results))
	for i, r := range results {
		rows[i] = render.TestRow{ID: r.ID, File: r.File, Line: r.Line, Passed: len(r.Problems) == 0, Problems: append([]string{}, r.Problems...)}
		if !rows[i].Passed {
			failed++
		}
	}
	if err := o.writeTo(func(w io.Writer) error { return render.Tests(w, o.format, rows) }); err != nil {
		return err
	}
	o.remark("%s of pack %s, %d failed", render.Plural(len(rows), "test"), profile.Clean(e.Pack().Name), failed)
	if failed > 0 {
		return quietly(exitUsage)
	}
	return nil
}

// outcomeOf decides the profile of a test.
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

// testProfile makes a profile of the tables of a test, which need no schema
// and no name.
func testProfile(given map[string]any) (*profile.Profile, error) {
	doc := map[string]any{"schema": 1, "name": "test"}
	for k, v := range given {
		doc[k] = v
	}
	var text bytes.Buffer
	if err := toml.NewEncoder(&text).Encode(doc); err != nil {
		return nil, err
	}
	list, errs := profile.Decode(text.Bytes(), "")
	if len(errs) > 0 {
		return nil, errors.New(errs[0].Message)
	}
	return list[0], nil
}

// judge judges a pack by documented decisions.
func (o *rulesTestOptions) judge(ctx context.Context, pack *rules.Pack) error {
	e, err := engineWith(&o.common, pack, nil)
	if err != nil {
		return err
	}
	named, err := caseFolders(o.cases)
	if err != nil {
		return err
	}
	counts := map[*precedent.Case]bool{}
	for _, c := range named {
		counts[c] = true
	}
	start := time.Now()
	_, report, err := precedent.Learn(ctx, e.Advisor, o.learningCases(named), func(c *precedent.Case) bool { return counts[c] })
	if errors.Is(err, context.Canceled) {
		return err
	}
	if err != nil {
		return usage("%v", err)
	}
	if terminal.Is(o.Err) {
		o.remark("%s in %v", render.Plural(len(named), "decision"), time.Since(start).Round(time.Millisecond))
	}
	return o.print(report, func() *document.Document { return render.QualityText(report) })
}

// fitOptions are what rules fit is asked for.
type fitOptions struct {
	common
	cases []string
}

func newRulesFit(s Streams) *cobra.Command {
	var o fitOptions
	c := &cobra.Command{Use: "fit", Short: "Learn how strongly each rule acts from documented decisions", Args: takes(0, 0, "nothing"),
		RunE: s.runs(&o.common, func(ctx context.Context) error { return runFit(ctx, &o) })}
	c.Flags().StringArrayVar(&o.cases, "cases", nil, "folder of labelled decisions, or \"shipped\" (repeatable)")
	return c
}

func runFit(ctx context.Context, o *fitOptions) error {
	pack, err := loadPack(&o.common)
	if err != nil {
		return err
	}
	e, err := engineWith(&o.common, pack, nil) // what learns has learned nothing
	if err != nil {
		return err
	}
	named, err := caseFolders(o.cases)
	if err != nil {
		return err
	}
	fit, _, err := precedent.Learn(ctx, e.Advisor, o.learningCases(named), nil)
	if errors.Is(err, context.Canceled) {
		return err
	}
	if err != nil {
		return usage("%v", err)
	}
	c := fit.CrossValidated
	o.remark("learned from %d decisions; judged without their own organisation: right in %s, Brier score %.3f, %d recommended plainly, %d of them wrong",
		fit.Cases, numeral.Percent(c.Top1), c.Brier, c.Recommended, c.RecommendedWrong)
	return o.writeTo(func(w io.Writer) error {
		_, err := w.Write(fit.Encode())
		return err
	})
}
