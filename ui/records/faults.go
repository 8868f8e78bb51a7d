package records

import (
	"fmt"
	"os"
	"path/filepath"

	"archadvisor/advisor/record"
)

// SharedNumbers tells by file which other records of its folder have its number.
func SharedNumbers(files []string) map[string][]string {
	type place struct {
		dir    string
		number int
	}
	at := map[place][]string{}
	for _, f := range files {
		if n := record.NumberOf(filepath.Base(f)); n > 0 {
			k := place{filepath.Dir(f), n}
			at[k] = append(at[k], f)
		}
	}
	said := map[string][]string{}
	for k, names := range at {
		for _, name := range names {
			for _, other := range names {
				if other != name {
					said[name] = append(said[name], fmt.Sprintf("the number %d is also that of %s", k.number, filepath.Base(other)))
				}
			}
		}
	}
	return said
}

// LostLinks are the files beside a record that it links to and that are not there.
func LostLinks(name string, data []byte) []string {
	var said []string
	for _, link := range record.Links(data) {
		if _, err := os.Stat(filepath.Join(filepath.Dir(name), link)); os.IsNotExist(err) {
			said = append(said, "links to "+link+", which is not there")
		}
	}
	return said
}
