package command

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say/document"
	"archadvisor/ui/render"
)

func newCases(s Streams) *cobra.Command {
	return group("cases", "The documented decisions that the advice is learned from: list, show, similar",
		newCasesList(s), newCasesShow(s), newCasesSimilar(s))
}

func newCasesList(s Streams) *cobra.Command {
	var o common
	return &cobra.Command{Use: "list", Short: "List the documented decisions", Args: takes(0, 0, "nothing"),
		RunE: s.runs(&o, func(context.Context) error { return runCasesList(&o) })}
}

func newCasesShow(s Streams) *cobra.Command {
	var o common
	return &cobra.Command{Use: "show ID", Short: "One documented decision: what was known, what was chosen, what became of it", Args: takes(1, 1, "one ID"),
		ValidArgsFunction: offers(caseIDs),
		RunE:              s.runs(&o, func(context.Context) error { return runCasesShow(&o) })}
}

func newCasesSimilar(s Streams) *cobra.Command {
	var o oneProfile
	c := &cobra.Command{Use: "similar PROFILE", Short: "The documented decisions nearest to a profile, what they share and where they differ", Args: takes(1, 1, "one PROFILE"),
		RunE: s.runs(&o.common, func(context.Context) error { return runCasesSimilar(&o) })}
	o.flag(c)
	return c
}

// shownCases are the documented decisions that may be shown.
func shownCases() []*precedent.Case {
	var out []*precedent.Case
	for _, c := range precedent.Corpus() {
		if c.Shown() {
			out = append(out, c)
		}
	}
	return out
}

func runCasesList(o *common) error {
	shown := shownCases()
	return o.print(shown, func() *document.Document { return render.CasesText(shown, len(precedent.Corpus())) })
}

func runCasesShow(o *common) error {
	c := precedent.Find(shownCases(), o.args[0])
	if c == nil {
		return usage("no documented decision %q%s; archadvisor cases list shows them", profile.Clean(o.args[0]), didYouMean(o.args[0], caseIDs()))
	}
	return o.print(render.CaseJSON(c), func() *document.Document { return render.CaseText(c) })
}

func runCasesSimilar(o *oneProfile) error {
	e, p, _, err := o.read()
	if err != nil {
		return err
	}
	r := e.Draw(p, e.options.AtMost(advisor.MinDraws))
	defer r.Done()
	list := precedent.NewNeighbours(e.Advisor, precedent.Corpus()).Nearest(r)
	return o.print(render.SimilarJSON(list), func() *document.Document { return render.SimilarText(p, list) })
}

func caseIDs() []string {
	var ids []string
	for _, c := range shownCases() {
		ids = append(ids, c.ID)
	}
	return ids
}

// shippedCases is the word that stands for the decisions that the program
// ships with where a folder is asked for.
const shippedCases = "shipped"

// caseFolder reads the labelled decisions of a folder, or the shipped ones.
func caseFolder(dir string) ([]*precedent.Case, error) {
	info, err := os.Stat(dir)
	if err != nil && dir == shippedCases {
		return precedent.Corpus(), nil
	}
	if err != nil || !info.IsDir() {
		return nil, usage("--cases %s: neither a folder nor the word %q", profile.Clean(dir), shippedCases)
	}
	name := dir
	if full, err := filepath.Abs(dir); err == nil {
		name = filepath.Base(full)
	}
	cases, err := precedent.LoadCases(os.DirFS(dir), name)
	if err != nil {
		return nil, usage("--cases %s: %v", profile.Clean(dir), err)
	}
	return cases, nil
}

// caseFolders reads folders of labelled decisions, each decision once.
func caseFolders(dirs []string) ([]*precedent.Case, error) {
	var all []*precedent.Case
	seen := map[string]string{}
	for _, dir := range dirs {
		cases, err := caseFolder(dir)
		if err != nil {
			return nil, err
		}
		for _, c := range cases {
			if first, twice := seen[c.ID]; twice {
				return nil, usage("--cases %s: case %q is in %s, too", profile.Clean(dir), profile.Clean(c.ID), profile.Clean(first))
			}
			seen[c.ID] = dir
		}
		all = append(all, cases...)
	}
	return all, nil
}

// learningCases are what is learned from: the named decisions on top of the
// shipped ones. Folders that hold shipped decisions are a choice among them, and
// are learned from alone.
func (o *common) learningCases(named []*precedent.Case) []*precedent.Case {
	var chosen []string
	for _, c := range named {
		if precedent.Find(precedent.Corpus(), c.ID) != nil {
			chosen = append(chosen, c.ID)
		}
	}
	switch {
	case len(named) == 0:
		return precedent.Corpus()
	case len(chosen) == 0:
		o.remark("learning from %d decisions on top of the %d that the program ships with", len(named), len(precedent.Corpus()))
		return append(append([]*precedent.Case(nil), precedent.Corpus()...), named...)
	case len(chosen) < len(precedent.Corpus()):
		o.remark("learning from the named decisions alone: %d of them are among the %d that the program ships with (%s)", len(chosen), len(precedent.Corpus()),
			profile.Clean(strings.Join(chosen[:min(3, len(chosen))], ", "))+", …")
	}
	return named
}
