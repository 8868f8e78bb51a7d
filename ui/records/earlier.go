package records

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

// Earlier is a record that decides a system already.
type Earlier struct {
	Name string // of the system
	File string // in the folder
	Word string // what --supersedes calls it
}

// Earlier finds the records in force that decide one of the systems already and are not
// asked to be replaced. A folder or a file that cannot be read holds none.
func (p Place) Earlier(r *Request, list []Decided) (found []Earlier) {
	entries, _ := os.ReadDir(p.Dir)
	for _, e := range entries {
		file := e.Name()
		if ext := filepath.Ext(file); !e.Type().IsRegular() || ext != ".md" && ext != ".json" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(p.Dir, file))
		if err != nil {
			continue
		}
		old, err := record.Parse(data, file)
		if err != nil || old.Skipped() {
			continue
		}
		is := Earlier{profile.Clean(old.Profile.Name()), file, file}
		if old.Number > 0 {
			is.Word = strconv.Itoa(old.Number)
		}
		replaced := slices.ContainsFunc(r.Supersedes, func(word string) bool {
			n, _ := strconv.Atoi(word)
			return filepath.Base(word) == file || n > 0 && n == old.Number
		})
		if !replaced && slices.ContainsFunc(list, func(d Decided) bool { return d.Profile.Name() == old.Profile.Name() }) {
			found = append(found, is)
		}
	}
	return found
}
