package command

import (
	"cmp"
	"context"
	"io"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/fact"
	"archadvisor/rules"
	"archadvisor/rules/packs"
	"archadvisor/rules/source"
	"archadvisor/ui/render"
)

func newRulesLint(s Streams) *cobra.Command {
	var o common
	return &cobra.Command{Use: "lint [FILE]", Args: takes(0, 1, "one FILE"),
		Short: "Check a pack for mistakes: the core pack, or a file of your own",
		RunE:  s.runs(&o, func(context.Context) error { return runLint(&o) })}
}

func runLint(o *common) error {
	issues, err := o.lint(strings.Join(o.args, ""))
	if err != nil {
		return err
	}
	if err := o.writeTo(func(w io.Writer) error { return render.Issues(w, o.format, issues) }); err != nil {
		return err
	}
	errors, warnings := rules.Severities(issues)
	o.remark("%s, %s", render.Plural(errors, "error"), render.Plural(warnings, "warning"))
	if errors > 0 {
		return quietly(exitUsage)
	}
	return nil
}

// lint finds everything that is wrong with the core pack, or with a file.
func (o *common) lint(file string) ([]rules.Issue, error) {
	if file == "" {
		core, issues := rules.Load(packs.Core(), "*.toml")
		if core != nil {
			issues = append(issues, core.Check(fact.Schema())...)
		}
		return issues, nil
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
			issues = append(issues, rules.Issue{File: r.File, ID: r.ID, Spot: source.Spot{Line: r.Line, Column: 1}, Severity: rules.Error, Message: "profile: " + faults[i].Error()})
		}
	}
	return issues
}
