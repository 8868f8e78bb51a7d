package packs_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"archadvisor/advisor/estimate"
	"archadvisor/rules"
)

// TestCoreCitesByID: what the core pack says comes from a source that ships.
func TestCoreCitesByID(t *testing.T) {
	pack := load(t)
	cited := cited(pack)
	for id, by := range cited {
		if pack.Source(id) == nil {
			t.Errorf("%s cites %q, which is no source", by, id)
		}
	}
	if len(cited) < 100 {
		t.Errorf("%d sources are cited", len(cited))
	}
}

// cited is what statements and settings of a pack cite, with one that does.
func cited(p *rules.Pack) map[string]string {
	by := map[string]string{}
	add := func(id string, sources []string) {
		for _, s := range sources {
			by[s] = id
		}
	}
	for _, k := range p.Criteria {
		add(k.ID, k.Sources)
	}
	for _, k := range p.Measures {
		add(k.ID, k.Sources)
	}
	for _, k := range p.Rules {
		add(k.ID, k.Sources)
	}
	for _, k := range p.Gates {
		add(k.ID, k.Sources)
	}
	for _, k := range p.Cures {
		add(k.ID, k.Sources)
	}
	for name, s := range p.Settings {
		add(name, s.Sources)
	}
	return by
}

var (
	address  = regexp.MustCompile(`https?://[^\s"'<>)]+`)
	fileName = regexp.MustCompile(`\b[\w-]+\.(?:md|toml)\b`)
)

// TestNamesOnlyFilesThatAreThere: no text of packs, price books, models and the
// field table sends a reader to a file that is not in the repository.
func TestNamesOnlyFilesThatAreThere(t *testing.T) {
	const root = "../.."
	there := map[string]bool{}
	texts := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		there[d.Name()] = true
		for _, room := range []string{"rules/packs/", "advisor/pricing/books/", "advisor/profile/fields.toml"} {
			if rel, _ := filepath.Rel(root, path); strings.HasPrefix(filepath.ToSlash(rel), room) && strings.HasSuffix(path, ".toml") {
				data, err := os.ReadFile(path)
				texts[path] = string(data)
				return err
			}
		}
		return nil
	})
	if err != nil || len(texts) < 10 {
		t.Fatalf("%d texts, %v", len(texts), err)
	}
	for _, e := range estimate.Essays() {
		texts["essay "+e.Title] = e.Text
	}
	for where, text := range texts {
		for _, name := range fileName.FindAllString(address.ReplaceAllString(text, ""), -1) {
			if !there[name] {
				t.Errorf("%s names %s, which is not in the repository", where, name)
			}
		}
	}
}
