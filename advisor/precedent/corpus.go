package precedent

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"archadvisor/advisor/profile"
)

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
