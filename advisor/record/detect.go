package record

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"archadvisor/advisor/record/page"
)

// Found is the form of the records that a project keeps already.
type Found struct {
	Format  Format
	Dir     string // the folder of the records, relative to the file system's root
	Because string // what gave it away, a clause
}

// Detect says which form of record a project uses. It looks in dir, then in
// each folder above it up to the root of fsys, for what the tools leave behind
// and for records; if nothing is found the answer is MADR in MADR's folder
// under the root.
func Detect(fsys fs.FS, dir string) Found {
	dir = path.Clean(dir)
	if f, ok := ownRecords(fsys, dir); ok {
		return f
	}
	for at := dir; ; at = path.Dir(at) {
		for _, look := range []func(fs.FS, string) (Found, bool){
			log4brainsConfig, adrDirFile, adrsConfig, otherFolders,
		} {
			if f, ok := look(fsys, at); ok {
				return f
			}
		}
		if at == "." || at == "/" {
			break
		}
	}
	return Found{Format: MADR, Dir: MADR.Folder(), Because: "no records and no settings of another tool were found"}
}

// ownRecords looks at the records in the folder itself.
func ownRecords(fsys fs.FS, dir string) (Found, bool) {
	format, name := formatIn(fsys, dir)
	if format == "" {
		return Found{}, false
	}
	return Found{Format: format, Dir: dir, Because: fmt.Sprintf("%s is a record of that form", path.Join(dir, name))}, true
}

// formatIn is the form of the last record in a folder and its file name.
func formatIn(fsys fs.FS, dir string) (Format, string) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return "", ""
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name() > entries[j].Name() })
	last := "" // in a folder of records, one without a form that is known
	for _, e := range entries {
		name := e.Name()
		if _, ok := page.NameOf(name); !ok || !recordFile(name) {
			continue
		}
		data, err := fs.ReadFile(fsys, path.Join(dir, name))
		if err != nil {
			continue
		}
		if strings.HasSuffix(name, ".json") {
			return JSON, name
		}
		if f := headOf(page.Text(data)).format; f != "" {
			return f, name
		}
		if forRecords(dir) {
			last = name
		}
	}
	if last != "" {
		return MADR, last
	}
	return "", ""
}

// forRecords tells by its name whether a folder holds nothing but records, so that
// whatever has a number there is one.
func forRecords(dir string) bool {
	base := strings.ToLower(path.Base(dir))
	return strings.HasPrefix(base, "adr") || strings.Contains(base, "decisions")
}

// log4brainsConfig looks for .log4brains.yml and the folder it names.
func log4brainsConfig(fsys fs.FS, at string) (Found, bool) {
	name := path.Join(at, ".log4brains.yml")
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Found{}, false
	}
	dir := Log4brains.Folder()
	for _, line := range strings.Split(page.Text(data), "\n") {
		if value, ok := strings.CutPrefix(strings.TrimSpace(line), "adrFolder:"); ok {
			dir = configured(value, dir)
			break
		}
	}
	return Found{Format: Log4brains, Dir: path.Join(at, dir), Because: name + " is there"}, true
}

// adrDirFile looks for the .adr-dir of adr-tools.
func adrDirFile(fsys fs.FS, at string) (Found, bool) {
	name := path.Join(at, ".adr-dir")
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Found{}, false
	}
	return Found{Format: Nygard, Dir: path.Join(at, configured(string(data), Nygard.Folder())), Because: name + " is there"}, true
}

// adrsConfig looks for the settings of adrs.
func adrsConfig(fsys fs.FS, at string) (Found, bool) {
	name := path.Join(at, "adrs.toml")
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Found{}, false
	}
	f := Found{Format: Nygard, Dir: Nygard.Folder(), Because: name + " is there"}
	for _, line := range strings.Split(page.Text(data), "\n") {
		key, value, _ := strings.Cut(line, "=")
		switch strings.TrimSpace(key) {
		case "adr_dir":
			f.Dir = configured(value, f.Dir)
		case "format":
			if configured(value, "") == "madr" {
				f.Format, f.Because = MADR, name+" asks for it"
			}
		}
	}
	f.Dir = path.Join(at, f.Dir)
	return f, true
}

// customFolders are the folders of the formats, and others that people use.
func customFolders() []string {
	return []string{Nygard.Folder(), MADR.Folder(), MADR2.Folder(), "docs/adrs", "doc/architecture/decisions", "docs/architecture/decisions", "docs/architecture/adr", "docs/architecture-decisions",
		"docs/architecture", "doc/decisions", "architecture/decisions", "adr", "adrs", "decisions", "docs/rfcs", "rfcs"}
}

// otherFolders looks for records where the tools keep them by custom.
func otherFolders(fsys fs.FS, at string) (Found, bool) {
	for _, folder := range customFolders() {
		dir := path.Join(at, folder)
		if f, ok := ownRecords(fsys, dir); ok {
			return f, true
		}
		if folder != MADR.Folder() {
			continue
		}
		if entries, err := fs.ReadDir(fsys, dir); err == nil && len(entries) > 0 {
			return Found{Format: MADR, Dir: dir, Because: dir + " is there"}, true
		}
	}
	return Found{}, false
}

// configured is a path from a settings file, the fallback if it is empty or
// leads out of the project.
func configured(value, fallback string) string {
	value, _, _ = strings.Cut(strings.TrimSpace(value), " #")
	value = strings.Trim(strings.TrimSpace(value), `"'`)
	value = strings.TrimPrefix(strings.ReplaceAll(value, `\`, "/"), "./")
	if value == "" || !fs.ValidPath(path.Clean(value)) {
		return fallback
	}
	return path.Clean(value)
}

// isMissing reports whether an error says that a file is not there.
func isMissing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
