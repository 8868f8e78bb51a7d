package records

import (
	"os"
	"path/filepath"

	"archadvisor/advisor/record"
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
	cwd, err := os.Getwd()
	if err != nil {
		return p.Dir
	}
	if rel, err := filepath.Rel(cwd, p.Dir); err == nil && filepath.IsAbs(p.Dir) {
		return rel
	}
	return p.Dir
}

// Find settles format and folder: as asked, or as the project already keeps its
// records, looked for in the folder and above it up to the repository root or
// the working folder. The format "auto" asks for what the project uses; an
// empty folder asks for the project's own.
func Find(format, asked string) (Place, error) {
	dir := asked
	if dir == "" {
		dir = "."
	}
	if format != "auto" {
		f, err := record.ParseFormat(format)
		if err != nil {
			return Place{}, fault("%v", err)
		}
		if asked == "" {
			dir = filepath.FromSlash(f.Folder())
		}
		return Place{f, dir, "as asked"}, nil
	}
	root, rel, err := above(dir)
	if err != nil {
		return Place{}, err
	}
	found := record.Detect(disk.Dir(root), filepath.ToSlash(rel))
	p := Place{found.Format, filepath.Join(root, filepath.FromSlash(found.Dir)), found.Because}
	p.Dir = p.Shown()
	if _, err := os.Stat(p.Dir); err != nil && found.Dir == record.MADR.Folder() {
		p.Dir = filepath.FromSlash(found.Dir) // nothing was found: here, not at the root
	}
	if asked != "" {
		p.Dir = asked
	}
	return p, nil
}

// above finds the folder up to which records are looked for, the root of the
// repository or else the working folder, and the path from it to dir.
func above(dir string) (root, rel string, err error) {
	at, err := filepath.Abs(dir)
	if err != nil {
		return "", "", err
	}
	cwd, err := os.Getwd()
	if err != nil {
		return "", "", err
	}
	root = at
	if inside, err := filepath.Rel(cwd, at); err == nil && filepath.IsLocal(inside) {
		root = cwd
	}
	for up := at; ; up = filepath.Dir(up) {
		if _, err := os.Stat(filepath.Join(up, ".git")); err == nil {
			root = up
			break
		}
		if filepath.Dir(up) == up {
			break
		}
	}
	rel, err = filepath.Rel(root, at)
	return root, rel, err
}
