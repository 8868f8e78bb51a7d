// Package precedent holds the documented decisions that the program ships with, learns from them how strongly
// each statement of a pack acts, says how good that is on decisions left out of the learning, and finds those
// that resemble a profile. It also measures how far a pack reaches over random profiles.
//
//	fit, report, err := precedent.Learn(ctx, adviser, precedent.Corpus(), nil)
//	fmt.Println(report.CrossValidated.Top1, report.CrossValidated.Brier)
//	os.WriteFile("strengths.toml", fit.Encode(), 0o644)
//	near := precedent.NewNeighbours(adviser, precedent.Corpus()).Nearest(drawn)
package precedent

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules/source"
)

const numOptions = estimate.NumArchitectures

// Case is a documented decision: a profile of what was known before it, and what turned out right.
type Case struct {
	ID           string           `json:"id"`
	Organisation string           `json:"organisation"` // decisions of one organisation are never judged by one another
	Label        string           `json:"label"`        // the architecture that turned out right
	Rejected     string           `json:"rejected"`     // the one that was left or declined, "" if none is told
	Confidence   string           `json:"confidence"`   // in the label: high, medium or low
	Kind         string           `json:"kind"`         // decision, adr, advice, exercise; "" if not told
	Scope        string           `json:"scope"`        // system or component; "" if not told
	Year         int              `json:"year"`         // 0 if not told
	Source       string           `json:"source"`       // address; a case without one is learned from and never shown
	Summary      string           `json:"summary"`      // what became of it, in words of our own
	Folder       string           `json:"-"`            // where the case was read from
	Profile      *profile.Profile `json:"-"`
}

// Architecture is the label as an index.
func (c *Case) Architecture() int {
	i, _ := advisor.Architecture(c.Label)
	return i
}

// Shown reports whether the case may be shown: it has an address.
func (c *Case) Shown() bool { return c.Source != "" }

// Confidences are the words for how sure a label is, surest first; in fitting they weigh as weight says.
var Confidences = []string{"high", "medium", "low"}

func (c *Case) weight() float64 {
	return cmp.Or(map[string]float64{"low": 0.4, "medium": 0.7}[c.Confidence], 1)
}

// LoadCases reads labels.toml of a folder and, for cases without a profile, profiles/ID.toml or ID.toml. Faults name the
// files in dir, which is the folder as the user knows it.
func LoadCases(fsys fs.FS, dir, folder string) ([]*Case, error) {
	data, err := fs.ReadFile(fsys, "labels.toml")
	if err != nil {
		return nil, err
	}
	return decodeCases(filepath.Join(dir, "labels.toml"), data, folder, fsys)
}

// decodeCases reads a file of labels; every fault, also of a profile, has its place. Profiles may stand apart in a folder;
// nil: none does.
func decodeCases(name string, data []byte, folder string, fsys fs.FS) ([]*Case, error) {
	d := caseReader{folder: folder, fsys: fsys, seen: map[string]bool{}, file: source.New(name, data)}
	var cases []*Case
	errs := d.file.Read("a file of labelled decisions", func(root *source.Table) {
		for _, t := range root.Tables("case") {
			cases = append(cases, d.read(t))
		}
		root.Done()
	})
	if errs = append(errs, d.faults...); len(errs) > 0 {
		return nil, errs
	}
	return cases, nil
}

type caseReader struct {
	folder string
	fsys   fs.FS
	seen   map[string]bool
	file   *source.File
	faults source.Errors // of profiles
}

// read reads one case.
func (d *caseReader) read(t *source.Table) *Case {
	t.ID = t.Text("id", true)
	c := &Case{ID: t.ID, Folder: d.folder, Organisation: t.Text("organisation", false),
		Label: t.Word("label", true, profile.Architectures[:]...), Rejected: t.Word("rejected", false, profile.Architectures[:]...),
		Confidence: t.Word("confidence", false, Confidences...), Kind: t.Text("kind", false), Scope: t.Text("scope", false),
		Year: int(t.Number("year", 1950, 2100, 0, false)), Source: t.Text("source", false), Summary: t.Text("summary", false)}
	t.OneOrMore("facts", false) // what the profile was coded from; kept by who collects cases
	if d.seen[c.ID] {
		t.At("id", "there are two cases %s", source.Quote(c.ID))
	}
	d.seen[c.ID] = true
	c.Organisation = cmp.Or(c.Organisation, c.ID)
	if !strings.HasPrefix(c.Source, "http") {
		c.Source = ""
	}
	c.Profile = d.profile(t)
	t.Done()
	return c
}

// profile reads the profile of a case, where it stands or in a file of its own.
func (d *caseReader) profile(t *source.Table) *profile.Profile {
	text, file, above := t.Text("profile", false), d.file.Name, 0
	if n := t.Node.Near("profile"); text != "" { // its lines are counted from its quotes, below which it may begin
		above = strings.Count(d.file.Text[:max(n.Val, n.End-len(`"""`)-len(text))], "\n")
	} else if t.ID == "" || t.Values["profile"] != nil { // of what is wrong its reader has told
		return nil
	} else {
		data, err := []byte(nil), error(nil)
		for _, name := range []string{"profiles/" + t.ID + ".toml", t.ID + ".toml"} {
			if data, err = fs.ReadFile(d.fsys, name); err == nil {
				text, file = string(data), filepath.Join(filepath.Dir(file), name)
				break
			}
		}
		if err != nil {
			t.At("id", "there is no profiles/%s.toml", source.Clean(t.ID))
			return nil
		}
	}
	list, errs := profile.Decode([]byte(text), file)
	for i := range errs {
		errs[i].Line += above
	}
	if d.faults = append(d.faults, errs...); len(list) > 1 {
		t.At("id", "a case is one profile, %s holds %d", file, len(list))
	}
	return cmp.Or(list...)
}

// corpusFiles hold the documented decisions that the program ships with, one
// file for each folder that they were collected in, profiles verbatim.
//
//go:embed corpus/*.toml
var corpusFiles embed.FS

// corpus reads the shipped decisions once, when they are first asked for.
var corpus = sync.OnceValues(func() ([]*Case, error) {
	names, _ := fs.Glob(corpusFiles, "corpus/*.toml") // of what is embedded nothing is missing
	var all []*Case
	for _, name := range names {
		data, _ := corpusFiles.ReadFile(name)
		cases, err := decodeCases(path.Base(name), data, strings.TrimSuffix(path.Base(name), ".toml"), nil)
		if err != nil {
			return nil, err
		}
		all = append(all, cases...)
	}
	return all, nil
})

// Corpus are the documented decisions that the program ships with. They are shared: nobody may change them.
func Corpus() []*Case {
	cases, _ := corpus() // a test reads every file
	return cases
}

// Find is the case with an id, or else the first of an organisation, by which texts call a case; nil if there is none.
func Find(cases []*Case, id string) *Case {
	for _, is := range []func(*Case) bool{func(c *Case) bool { return c.ID == id }, func(c *Case) bool { return c.Organisation == id }} {
		if i := slices.IndexFunc(cases, is); i >= 0 {
			return cases[i]
		}
	}
	return nil
}

// Hash is "sha256:" and the digest of what strengths are learned from.
func Hash(cases []*Case) string {
	h := sha256.New()
	for _, c := range cases {
		fmt.Fprintf(h, "%q %q %q %q\n", c.ID, c.Organisation, c.Label, c.Confidence)
		h.Write(profile.Encode(c.Profile))
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
