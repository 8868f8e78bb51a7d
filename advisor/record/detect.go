package record

import (
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"

	"archadvisor/advisor/record/page"
	"archadvisor/advisor/say"
)

// Found is the form of the records that a project keeps already.
type Found struct {
	Format  Format
	Dir     string   // the folder of the records, relative to the file system's root
	Because string   // what gave it away, a clause
	Several []string // the folders, if records are in more than one and none is nearer
	Outside string   // what names a folder that is none of the project's, a clause
}

// Detect says which form of record a project uses, by records and what tools leave behind in dir and in each folder
// above it up to the root of fsys; if nothing is found it is MADR, in MADR's folder under the root.
func Detect(fsys fs.FS, dir string) Found {
	dir = path.Clean(dir)
	f, ok := ownRecords(fsys, dir)
	for at := dir; !ok; at = path.Dir(at) {
		if f, ok = toolFolder(fsys, at, dir); !ok {
			f, ok = otherFolders(fsys, at)
		}
		if at == "." || at == "/" {
			break
		}
	}
	if ok {
		return f
	}
	found := Found{Format: MADR, Dir: MADR.Folder(), Because: "no records and no settings of another tool were found"}
	for _, at := range page.Folders(fsys) {
		if f, ok := ownRecords(fsys, at); ok {
			f.Several = append(found.Several, at)
			found = f
		}
	}
	return found
}

func ownRecords(fsys fs.FS, dir string) (Found, bool) {
	entries, _ := fs.ReadDir(fsys, dir) // of a folder that cannot be read nothing is known
	found := func(f Format, name string) (Found, bool) {
		return Found{Format: f, Dir: dir, Because: path.Join(dir, name) + " is a record of that form"}, true
	}
	slices.Reverse(entries)
	sort.SliceStable(entries, func(i, j int) bool { return hasNumber(entries[i]) && !hasNumber(entries[j]) })
	last := "" // in a folder of records, one without a form that is known
	for _, e := range entries {
		name := e.Name()
		if !recordFile(name) || !hasNumber(e) && !page.ForRecords(dir) {
			continue
		}
		data, err := fs.ReadFile(fsys, path.Join(dir, name))
		if err != nil {
			continue
		}
		if strings.HasSuffix(name, ".json") {
			return found(JSON, name)
		}
		if f := headOf(page.Text(data)).format; f != "" {
			return found(f, name)
		}
		if page.ForRecords(dir) && hasNumber(e) {
			last = name
		}
	}
	if last != "" {
		return found(MADR, last)
	}
	return Found{}, false
}

func hasNumber(e fs.DirEntry) bool {
	_, ok := page.NameOf(e.Name())
	return ok
}

// toolSettings are the files that other tools keep, the form of their records, and what ends a key.
var toolSettings = []struct {
	name   string
	format Format
	equals string
}{{".log4brains.yml", Log4brains, ":"}, {".adr-dir", Nygard, "\x00"}, {"adrs.toml", Nygard, "="}}

// toolFolder looks for the settings of another tool and the folder that they name for the records of dir.
func toolFolder(fsys fs.FS, at, dir string) (Found, bool) {
	for _, tool := range toolSettings {
		name := path.Join(at, tool.name)
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			continue
		}
		f := Found{Format: tool.format, Dir: tool.format.Folder(), Because: name + " is there"}
		folder := func(value string) {
			switch dir := configured(value); {
			case path.IsAbs(dir) || !fs.ValidPath(path.Join(at, dir)):
				f.Outside = name + " names " + say.Line(dir)
			case dir != "":
				f.Dir = dir
			}
		}
		below := true // a package has a folder of its own, after the path of its code
		for line := range strings.SplitSeq(page.Text(data), "\n") {
			key, value, pair := strings.Cut(line, tool.equals)
			switch key = strings.TrimLeft(strings.TrimSpace(key), "- "); {
			case !pair && tool.name == ".adr-dir": // which holds nothing else
				folder(key)
			case key == "path":
				below = strings.HasPrefix(dir+"/", path.Join(at, configured(value))+"/")
			case below && (key == "adrFolder" || key == "adr_dir"):
				folder(value)
			case key == "format" && configured(value) == "madr":
				f.Format, f.Because = MADR, name+" asks for it"
			}
		}
		f.Dir = path.Join(at, f.Dir)
		return f, true
	}
	return Found{}, false
}

// customFolders are the folders of the formats, and others that people use.
var customFolders = []string{Nygard.Folder(), MADR.Folder(), MADR2.Folder(), "docs/adrs", "doc/architecture/decisions", "docs/architecture/decisions", "docs/architecture/adr",
	"docs/architecture-decisions", "docs/architecture", "doc/decisions", "architecture/decisions", "adr", "adrs", "decisions", "docs/rfcs", "rfcs"}

func otherFolders(fsys fs.FS, at string) (Found, bool) {
	for _, folder := range customFolders {
		if f, ok := ownRecords(fsys, path.Join(at, folder)); ok {
			return f, true
		}
	}
	return Found{}, false
}

// configured is a path or a word from a settings file.
func configured(value string) string {
	value, _, _ = strings.Cut(strings.TrimSpace(value), " #")
	value = strings.Trim(strings.TrimSpace(value), `"'`)
	if value == "" {
		return ""
	}
	return path.Clean(strings.ReplaceAll(value, `\`, "/"))
}
