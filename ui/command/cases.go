package command

import (
	"os"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// loadCases reads labelled decisions from a folder.
func loadCases(dir string) ([]precedent.Case, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, usage("--cases %s: not a folder", profile.Clean(dir))
	}
	cases, err := precedent.LoadCases(os.DirFS(dir))
	if err != nil {
		return nil, usage("--cases %s: %v", profile.Clean(dir), err)
	}
	return cases, nil
}
