package command

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

var called = regexp.MustCompile(`archadvisor"? ((?:check|score)\b[^|&#\n']*)`)

// What wraps the program for CI names commands, flags and formats that it has.
func TestWrappersNameWhatIsThere(t *testing.T) {
	seen := 0
	for _, file := range []string{".github/actions/check/action.yml", ".gitlab/check.yml", ".pre-commit-hooks.yaml"} {
		text, err := os.ReadFile(filepath.Join("../..", file))
		if err != nil {
			t.Fatal(err)
		}
		var doc any
		if err := yaml.Unmarshal(text, &doc); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		for key := range unsaid(doc) {
			t.Errorf("%s: %q has no value; does it begin behind a comma?", file, key)
		}
		for _, m := range called.FindAllStringSubmatch(string(text), -1) {
			words := strings.Fields(m[1])
			c, rest, err := newRoot(Streams{}).Find(words[:1])
			if err != nil || len(rest) > 0 {
				t.Errorf("%s: %s: no such command", file, m[1])
				continue
			}
			for i, w := range words {
				name, flag := strings.CutPrefix(w, "--")
				if !flag {
					continue
				}
				if seen++; c.Flags().Lookup(name) == nil && c.InheritedFlags().Lookup(name) == nil {
					t.Errorf("%s: %s: no such flag", file, w)
				}
				if name == "format" && !slices.Contains(formatsOf(c), words[i+1]) {
					t.Errorf("%s: %s has no format %s", file, c.Name(), words[i+1])
				}
			}
		}
	}
	if seen < 10 {
		t.Errorf("%d flags looked at", seen)
	}
}

// unsaid are the keys without a value.
func unsaid(v any) iter.Seq[string] {
	return func(yield func(string) bool) {
		switch v := v.(type) {
		case map[string]any:
			for key, value := range v {
				if value == nil {
					yield(key)
				}
				unsaid(value)(yield)
			}
		case []any:
			for _, value := range v {
				unsaid(value)(yield)
			}
		}
	}
}

// The files that a release takes are there.
func TestReleaseTakesWhatIsThere(t *testing.T) {
	text, err := fs.ReadFile(os.DirFS("../.."), ".goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var config struct {
		Before struct{ Hooks []string }
		Nfpms  []struct {
			Contents []struct{ Src, Dst string }
		}
	}
	if err := yaml.Unmarshal(text, &config); err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("../../.ci/release")
	if err != nil || len(config.Nfpms) != 1 || len(config.Nfpms[0].Contents) < 5 || !slices.Equal(config.Before.Hooks, []string{".ci/release documents"}) {
		t.Fatalf("%v, %+v", err, config)
	}
	for _, c := range config.Nfpms[0].Contents {
		made := strings.HasPrefix(c.Src, ".dist/documents/") && strings.Contains(string(script), ".dist/documents/archadvisor.")
		if _, err := os.Stat(filepath.Join("../..", c.Src)); err != nil && !made {
			t.Errorf("%s is neither there nor made", c.Src)
		}
	}
}
