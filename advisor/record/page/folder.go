package page

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// ForRecords tells by its name whether a folder holds nothing but records, so that whatever has a number there is one.
func ForRecords(dir string) bool {
	base := strings.ToLower(path.Base(dir))
	return strings.HasPrefix(base, "adr") || strings.Contains(base, "decision") || base == "rfc" || base == "rfcs"
}

// How deep folders are looked for, and how many are looked at.
const (
	deepest  = 5
	mostSeen = 5000
)

// Folders are those whose name, or that of one above, tells of records; not hidden ones, nor other people's code.
func Folders(fsys fs.FS) (list []string) {
	seen := 0
	_ = fs.WalkDir(fsys, ".", func(at string, e fs.DirEntry, err error) error {
		switch {
		case err != nil || !e.IsDir():
			return nil // what cannot be read holds nothing that could be gone on with
		case at != "." && (strings.HasPrefix(e.Name(), ".") || slices.Contains([]string{"node_modules", "vendor", "third_party", "testdata"}, e.Name())):
			return fs.SkipDir
		}
		if seen++; seen > mostSeen {
			return fs.SkipAll
		}
		if slices.ContainsFunc(strings.Split(at, "/"), ForRecords) {
			list = append(list, at)
		}
		if strings.Count(at, "/") >= deepest {
			return fs.SkipDir
		}
		return nil
	})
	return list
}
