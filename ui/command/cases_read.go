package command

import (
	"os"
	"path/filepath"
	"strings"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

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
