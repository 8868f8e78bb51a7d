package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

func newRulesTest(set *settings, s Streams) *cobra.Command {
	var cases string
	c := &cobra.Command{Use: "test [FILE]", Short: "Run the tests that a pack carries, or score labelled decisions", Args: takes(0, 1, "one FILE"),
		Example: "  archadvisor rules test\n  archadvisor rules test my-rules.toml\n  archadvisor rules test --cases cases/",
		Long: `Run the tests that a pack carries: profiles with what the pack must say of them.

With --cases DIR, score labelled decisions instead and say how well the stated win
shares agree with what turned out right. DIR holds labels.toml, one [[case]] each
with id, label, and maybe rejected and confidence, and profiles/ID.toml.`,
		RunE: func(c *cobra.Command, args []string) error {
			e, err := packEngine(set, s, c, args)
			if err != nil {
				return err
			}
			format, err := set.format(c)
			if err != nil {
				return err
			}
			if cases != "" {
				return e.calibrate(set, s, format, cases)
			}
			return e.testPack(set, s, format)
		}}
	c.Flags().StringVar(&cases, "cases", "", "folder of labelled decisions")
	return c
}

// packEngine is the engine of the settings, or of the pack in a file.
func packEngine(set *settings, s Streams, c *cobra.Command, args []string) (*engine, error) {
	if len(args) == 0 {
		return newEngine(set, s, c)
	}
	return newEngineOf(set, s, c, func() (*rules.Pack, error) {
		data, err := readPack(args[0])
		if err != nil {
			return nil, err
		}
		pack, issues := userPack(args[0], data)
		if err := packError(issues); err != nil {
			return nil, err
		}
		own, _ := rules.LoadFile(args[0], data)
		pack.Tests = own.Tests // the core pack's are run without FILE
		return pack, nil
	})
}

// testRow is the result of one test of a pack.
type testRow struct {
	ID       string   `json:"id"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Passed   bool     `json:"passed"`
	Problems []string `json:"problems"`
}

func (e *engine) testPack(set *settings, s Streams, format string) error {
	options := e.options
	options.Detail = true
	results := e.Pack().RunTests(func(given map[string]any) (rules.Outcome, error) { return e.outcomeOf(given, options) })
	failed := 0
	rows := make([]testRow, len(results))
	for i, r := range results {
		rows[i] = testRow{r.ID, r.File, r.Line, len(r.Problems) == 0, append([]string{}, r.Problems...)}
		if !rows[i].Passed {
			failed++
		}
	}
	if err := writeTo(set, s, func(w io.Writer) error { return printTests(w, format, rows) }); err != nil {
		return err
	}
	if !set.v.GetBool("quiet") {
		fmt.Fprintf(s.Err, "%s of pack %s, %d failed\n", plural(len(rows), "test"), profile.Clean(e.Pack().Name), failed)
	}
	if failed > 0 {
		return quietly(exitUsage)
	}
	return nil
}

func printTests(w io.Writer, format string, rows []testRow) error {
	if format == "json" {
		return writeJSON(w, rows)
	}
	var b strings.Builder
	for _, r := range rows {
		state := "ok    "
		if !r.Passed {
			state = "FAILED"
		}
		fmt.Fprintf(&b, "%s %s (%s:%d)\n", state, profile.Clean(r.ID), profile.Clean(r.File), r.Line)
		for _, p := range r.Problems {
			b.WriteString("       " + profile.Clean(p) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// outcomeOf decides the profile of a test.
func (e *engine) outcomeOf(given map[string]any, o advisor.Options) (rules.Outcome, error) {
	p, err := testProfile(given)
	if err != nil {
		return rules.Outcome{}, err
	}
	d := e.Advise(p, o)
	out := rules.Outcome{Leader: d.Recommendation, Verdict: string(d.Verdict), States: map[string]string{}, RuledOut: []string{}}
	for i := range d.Ranking {
		k := &d.Ranking[i]
		if !k.Feasible {
			out.RuledOut = append(out.RuledOut, k.Architecture)
		}
		for _, c := range k.Contributions {
			if c.Kind != "measure" {
				out.States[c.ID] = c.State
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

// calibrate scores labelled decisions.
func (e *engine) calibrate(set *settings, s Streams, format, dir string) error {
	cases, err := loadCases(dir)
	if err != nil {
		return err
	}
	start := time.Now()
	k := e.Calibrate(cases, e.options)
	if !set.v.GetBool("quiet") && isTerminal(s.Err) {
		fmt.Fprintf(s.Err, "%s in %v\n", plural(len(cases), "case"), time.Since(start).Round(time.Millisecond))
	}
	return writeTo(set, s, func(w io.Writer) error {
		if format == "json" {
			return writeJSON(w, calibrationJSON(k))
		}
		return writeDocument(w, format, calibrationText(k), textWidth(w), set.colour(w))
	})
}

func loadCases(dir string) ([]advisor.Case, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, usage("--cases %s: not a folder", profile.Clean(dir))
	}
	cases, err := advisor.LoadCases(os.DirFS(dir))
	if err != nil {
		return nil, usage("--cases %s: %v", profile.Clean(dir), err)
	}
	return cases, nil
}
