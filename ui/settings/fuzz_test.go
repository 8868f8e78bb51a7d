package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"archadvisor/rules/source"
)

// FuzzFile: whatever a settings file holds, each setting is one that it can be, or
// there is an error without harmful characters that names the file.
func FuzzFile(f *testing.F) {
	for _, s := range []string{"draws = 64\npack = ['a.toml', \"~/b.toml\", \"$X/c\"]\n", "seed = -1", "strict = \"defaults\"\nquiet = 1", "\ufeffcolor = 'red'",
		"draw = 3", "[draws]\nx = 1", "date = 2026-01-01", "prices = [1]", "format = \"\\u001b\"", "a = 1\na = 2\n[x", "\"$schema\" = 'x'"} {
		f.Add([]byte(s))
	}
	kinds, path := kindsOf([]string{"json", "text"}), filepath.Join(f.TempDir(), "archadvisor.toml")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		found := Found{}
		if err := readFile(found, kinds, path); err != nil {
			if text := err.Error(); !strings.HasPrefix(text, path+":") || strings.ContainsFunc(strings.ReplaceAll(text, "\n", ""), source.Harmful) || len(text) > 20<<10 {
				t.Fatalf("error %q", text)
			}
			return
		}
		for name, s := range found {
			for _, v := range s.Values {
				if !kinds[name].path && kinds[name].fault(v) != nil {
					t.Fatalf("%s may not be %q", name, v)
				}
			}
		}
	})
}
