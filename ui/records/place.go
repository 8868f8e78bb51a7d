// Package records keeps decision records on disk: where a project has them, which numbers are free, all files or none.
package records

import (
	"cmp"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/record/page"
	"archadvisor/ui/disk"
)

// Place is where records go and in which form.
type Place struct {
	Format  record.Format
	Dir     string // on disk
	Because string // why this format and folder
}

// Shown is the folder as people would write it from here.
func (p Place) Shown() string {
	cwd, _ := os.Getwd()
	if rel, err := filepath.Rel(cwd, p.Dir); err == nil && filepath.IsAbs(p.Dir) {
		return rel
	}
	return p.Dir
}

// Find settles format and folder: as asked, or as the project already keeps its records, looked for in the
// folder and above it up to the repository root or the working folder. The format "auto" asks for what the
// project uses; an empty folder asks for the project's own.
func Find(format, asked string) (Place, error) {
	if err := fileInTheWay(asked); err != nil {
		return Place{}, err
	}
	if names := record.FormatNames(); format != "auto" && !slices.Contains(names, format) {
		return Place{}, fault("format %q: allowed is auto, %s", profile.Clean(format), strings.Join(names, ", "))
	}
	if format != "auto" {
		f := record.Format(format)
		return Place{f, cmp.Or(asked, filepath.FromSlash(f.Folder())), "as asked"}, nil
	}
	root, rel, err := above(cmp.Or(asked, "."))
	if err != nil {
		return Place{}, err
	}
	found := record.Detect(disk.Dir(root), filepath.ToSlash(rel))
	if asked == "" && len(found.Several) > 1 {
		return Place{}, fault("records are kept in %s; say by --dir where this one belongs", profile.Clean(strings.Join(found.Several, ", ")))
	}
	if asked == "" && found.Outside != "" {
		return Place{}, fault("%s, which is outside of the project; say by --dir where this record belongs", profile.Clean(found.Outside))
	}
	p := Place{found.Format, filepath.Join(root, filepath.FromSlash(found.Dir)), found.Because}
	p.Dir = p.Shown()
	if _, err := os.Stat(p.Dir); err != nil && found.Dir == record.MADR.Folder() {
		p.Dir = filepath.FromSlash(found.Dir) // nothing was found: here, not at the root
	}
	p.Dir = cmp.Or(asked, p.Dir)
	return p, nil
}

// fileInTheWay is the fault of a folder that a file keeps from being there.
func fileInTheWay(dir string) error {
	for at := dir; at != "" && at != filepath.Dir(at); at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil && !info.IsDir() {
			return fault("--dir %s: %s is a file, not a folder", profile.Clean(dir), profile.Clean(at))
		}
	}
	return nil
}

// FromRoot is a file as services name it: from the root of its repository, if it is in one.
func FromRoot(file string) string {
	root, rel, err := above(file)
	if _, none := os.Stat(filepath.Join(root, ".git")); err != nil || none != nil || file == "-" {
		return file
	}
	return rel
}

// above finds where the search for records ends, the repository or the working folder, and the way to dir.
func above(dir string) (root, rel string, err error) {
	at, err := filepath.Abs(dir)
	if err != nil {
		return "", "", err
	}
	cwd, _ := os.Getwd()
	root = at
	if inside, err := filepath.Rel(cwd, at); err == nil && filepath.IsLocal(inside) {
		root = cwd
	}
	for up, below := at, ""; up != below; up, below = filepath.Dir(up), up {
		if _, err := os.Stat(filepath.Join(up, ".git")); err == nil {
			root = up
			break
		}
	}
	rel, err = filepath.Rel(root, at)
	return root, rel, err
}

// Faults are what does not fit in folders of records, by folder and file.
type Faults map[string]map[string][]string

// Of tells what does not fit about a record; each folder is read once.
func (f Faults) Of(file string) []string {
	dir := filepath.Dir(file)
	if f[dir] == nil {
		f[dir] = map[string][]string{}
		pages, _ := record.Mend(disk.Dir(dir)) // what cannot be read has a row of its own
		for _, p := range pages {
			f[dir][p.File] = p.Faults
		}
	}
	return f[dir][filepath.Base(file)]
}

// Mend makes numbers, names and links of records fit, all of it or nothing, and tells what was done.
func Mend(folders, others []string) (said []string, err error) {
	var plan []disk.File
	moved := map[string]string{} // new names by the path of the old one
	for _, dir := range folders {
		unlock, err := disk.LockDir(dir)
		if err != nil {
			return nil, fmt.Errorf("lock %s: %w", profile.Clean(dir), disk.Plain(err))
		}
		defer unlock()
		pages, err := record.Mend(disk.Dir(dir))
		if err != nil {
			return nil, err
		}
		for _, p := range pages {
			plan = append(plan, filesOf(dir, &p)...)
			if p.New != p.File {
				moved[absolute(filepath.Join(dir, p.File))] = p.New
			}
			if len(p.Done) > 0 {
				said = append(said, profile.Clean(filepath.Join(dir, p.File)+": "+strings.Join(p.Done, "; ")))
			}
		}
	}
	for _, name := range others {
		if len(moved) == 0 {
			break // none of them leads to what moves
		}
		old, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		text := page.Text(old)
		fresh := page.Relink(text, func(file string) string {
			if to := moved[absolute(filepath.Join(filepath.Dir(name), filepath.FromSlash(file)))]; to != "" {
				return path.Join(path.Dir(file), to)
			}
			return ""
		})
		if fresh != text {
			plan, said = append(plan, disk.File{Path: name, Data: page.Like(old, fresh), Old: old}), append(said, profile.Clean(name)+": its links fit now")
		}
	}
	gone := func(f disk.File) bool { return f.Data == nil } // last: until then nothing is lost
	stay := slices.DeleteFunc(slices.Clone(plan), gone)
	plan = slices.DeleteFunc(plan, func(f disk.File) bool { return !gone(f) })
	return said, disk.Commit(append(stay, plan...))
}

func filesOf(dir string, p *record.Page) []disk.File {
	at, data := filepath.Join(dir, p.File), p.Data
	switch {
	case p.New == p.File && data == nil:
		return nil
	case p.New == p.File:
		return []disk.File{{Path: at, Data: data, Old: p.Old}}
	case data == nil:
		data = p.Old
	}
	return []disk.File{{Path: filepath.Join(dir, p.New), Data: data}, {Path: at, Old: p.Old}}
}

// absolute is a path by which two names of a file are one.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
