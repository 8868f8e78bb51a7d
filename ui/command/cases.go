package command

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/ui/render"
	"archadvisor/ui/settings"
)

func newCases(s Streams) *cobra.Command {
	var list, show common
	var similar oneProfile
	c := s.command(&show, "show ID", "One documented decision: what was known, what was chosen, what became of it", takes(1, 1, "one ID"),
		func(context.Context) error {
			k := precedent.Find(shownCases(), show.args[0])
			if k == nil {
				return usage("no documented decision %q%s; archadvisor cases list shows them", profile.Clean(show.args[0]), settings.DidYouMean(show.args[0], caseIDs()...))
			}
			return show.print(render.CaseJSON(k), func() *document.Document { return render.CaseText(k) })
		})
	c.ValidArgsFunction = offers(caseIDs)
	near := s.decides(&similar.common, "similar PROFILE", "The documented decisions nearest to a profile, what they share and where they differ",
		takes(1, 1, "one PROFILE"), func(_ context.Context, e *engine) error {
			p, _, err := e.one(similar.args[0], similar.name, similar.In)
			if err != nil {
				return err
			}
			r := e.Draw(p, e.options.AtMost(advisor.MinDraws))
			defer r.Done()
			list := precedent.NewNeighbours(e.Advisor, precedent.Corpus()).Nearest(r)
			return similar.print(render.SimilarJSON(list), func() *document.Document { return render.SimilarText(p, list) })
		})
	similar.flag(near)
	return group("cases", "The documented decisions that the advice is learned from: list, show, similar",
		s.command(&list, "list", "List the documented decisions", takes(0, 0, "nothing"), func(context.Context) error {
			shown := shownCases()
			return list.print(shown, func() *document.Document { return render.CasesText(shown, len(precedent.Corpus())) })
		}), c, near)
}

func shownCases() []*precedent.Case {
	return slices.DeleteFunc(slices.Clone(precedent.Corpus()), func(c *precedent.Case) bool { return !c.Shown() })
}

func caseIDs() []string {
	return say.Each(shownCases(), func(c *precedent.Case) string { return c.ID })
}

// shippedCases stands for the program's own decisions where a folder is asked for.
const shippedCases = "shipped"

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
		if all = append(all, cases...); len(cases) == 0 {
			return nil, usage("--cases %s: no case in it", profile.Clean(dir))
		}
	}
	return all, nil
}

// learningCases are what is learned from: the named decisions on top of the shipped ones. Folders that hold
// shipped decisions are a choice among them, and are learned from alone.
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
