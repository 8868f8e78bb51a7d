package command

import (
	"cmp"
	"context"
	"io"
	"os"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/packs"
	"archadvisor/ui/records"
	"archadvisor/ui/render"
)

// lintOptions are what rules lint is asked for.
type lintOptions struct {
	common
	file string // "": the core pack
}

func newRulesLint(s Streams, run func(*lintOptions) error) *cobra.Command {
	return &cobra.Command{Use: "lint [FILE]", Args: takes(0, 1, "one FILE"),
		Short:   "Check a pack for mistakes: the core pack, or a file of your own",
		Example: "  archadvisor rules lint\n  archadvisor rules lint my-rules.toml",
		RunE: s.with(func(_ context.Context, o common, args []string) error {
			return run(&lintOptions{o, strings.Join(args, "")})
		})}
}

func runLint(o *lintOptions) error {
	issues, err := lint(o.file)
	if err != nil {
		return err
	}
	if err := o.writeTo(func(w io.Writer) error { return render.Issues(w, o.format, issues) }); err != nil {
		return err
	}
	errors, warnings := severities(issues)
	o.remark("%s, %s", render.Plural(errors, "error"), render.Plural(warnings, "warning"))
	if errors > 0 {
		return quietly(exitUsage)
	}
	return nil
}

// lint finds everything that is wrong with the core pack, or with a file.
func lint(file string) ([]rules.Issue, error) {
	if file == "" {
		core, issues := rules.Load(packs.Core(), "*.toml")
		if core != nil {
			issues = append(issues, core.Check(advisor.Schema())...)
		}
		return issues, nil
	}
	data, err := readPack(file)
	if err != nil {
		return nil, err
	}
	_, issues := userPack(file, data)
	sort.SliceStable(issues, func(i, j int) bool {
		return cmp.Or(cmp.Compare(issues[i].Line, issues[j].Line), cmp.Compare(issues[i].Column, issues[j].Column)) < 0
	})
	return issues, nil
}

// maxPack bounds the size of a pack file, in bytes, as package rules does.
const maxPack = 1 << 20

func readPack(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, usage("%s: %v", profile.Clean(path), records.Plain(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxPack+1))
	if err != nil {
		return nil, usage("%s: %v", profile.Clean(path), records.Plain(err))
	}
	return data, nil
}

// userPack reads a user's file as what it is: a pack of its own, or statements
// on top of the core pack, whichever makes it less wrong. The issues are those
// of the file, not of the core pack under it.
func userPack(name string, data []byte) (*rules.Pack, []rules.Issue) {
	own, faults := rules.LoadFile(name, data)
	if own == nil {
		return nil, faults
	}
	alone := append(faults[:len(faults):len(faults)], own.Check(advisor.Schema())...)
	core, issues := rules.Load(packs.Core(), "*.toml")
	if core == nil {
		return own, append(issues, alone...)
	}
	onTop, _ := rules.LoadFile(name, data)
	over := append(faults[:len(faults):len(faults)], core.Add(onTop)...)
	for _, i := range core.Check(advisor.Schema()) {
		if i.File == name {
			over = append(over, i)
		}
	}
	wrongAlone, _ := severities(alone)
	wrongOver, _ := severities(over)
	if len(own.Criteria) > 0 && wrongAlone <= wrongOver {
		return own, alone
	}
	return core, over
}

func severities(issues []rules.Issue) (errors, warnings int) {
	for i := range issues {
		if issues[i].Severity == rules.Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}
