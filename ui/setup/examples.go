package setup

import (
	"embed"
	"io/fs"

	"archadvisor/advisor/profile"
)

//go:embed examples/*.toml
var examples embed.FS

// Examples are three worked examples, the smallest first.
func Examples() []*profile.Profile {
	var out []*profile.Profile
	names, _ := fs.Glob(examples, "examples/*.toml") // the pattern is well formed
	for _, name := range names {
		data, err := examples.ReadFile(name)
		if err != nil {
			continue // embedded
		}
		list, _ := profile.Decode(data, name) // a test reads them
		out = append(out, list...)
	}
	return out
}
