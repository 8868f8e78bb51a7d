package command

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

// place is where records go and in which form.
type place struct {
	format  record.Format
	dir     string // on disk
	because string
}

// shown is the folder as people would write it from here.
func (p place) shown() string {
	cwd, err := os.Getwd()
	if err != nil {
		return p.dir
	}
	if rel, err := filepath.Rel(cwd, p.dir); err == nil && filepath.IsAbs(p.dir) {
		return rel
	}
	return p.dir
}

// findPlace settles format and folder: as asked, or as the project already
// keeps its records, looked for in --dir and above it up to the repository root
// or the working folder.
func findPlace(o *exportOptions) (place, error) {
	dir := o.dir
	if dir == "" {
		dir = "."
	}
	if o.format != "auto" {
		f, err := record.ParseFormat(o.format)
		if err != nil {
			return place{}, usage("%v", err)
		}
		if o.dir == "" {
			dir = filepath.FromSlash(f.Folder())
		}
		return place{f, dir, "as asked"}, nil
	}
	root, rel, err := above(dir)
	if err != nil {
		return place{}, err
	}
	found := record.Detect(os.DirFS(root), filepath.ToSlash(rel))
	p := place{found.Format, filepath.Join(root, filepath.FromSlash(found.Dir)), found.Because}
	p.dir = p.shown()
	if _, err := os.Stat(p.dir); err != nil && found.Dir == record.MADR.Folder() {
		p.dir = filepath.FromSlash(found.Dir) // nothing was found: here, not at the root
	}
	if o.dir != "" {
		p.dir = o.dir
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

// writeRecords writes all records or none. The folder is locked from the choice
// of the number to the last write, so that two exports never take the same one;
// a file is made whole under its final name and never replaces another.
func writeRecords(p place, o *exportOptions, list []exported) ([]write, error) {
	if !o.dryRun {
		if err := os.MkdirAll(p.dir, 0o755); err != nil {
			return nil, usage("--dir %s: %v", profile.Clean(p.dir), plainError(err))
		}
		unlock, err := lockDir(p.dir)
		if err != nil {
			return nil, err
		}
		defer unlock()
	}
	plan, err := planRecords(p, o, list)
	if err != nil {
		return nil, err
	}
	var files []write
	for _, w := range plan {
		if w.old == nil {
			files = append(files, w)
		}
	}
	if o.dryRun {
		return files, nil
	}
	return files, commit(plan)
}

// write is one file to be written; old is what it replaces, nil for a new one.
type write struct {
	path string
	data []byte
	old  []byte
}

// planRecords renders every record and every edit of a superseded one.
func planRecords(p place, o *exportOptions, list []exported) ([]write, error) {
	fsys := os.DirFS(p.dir)
	next, err := firstNumber(fsys, o)
	if err != nil {
		return nil, err
	}
	refs, olds, err := superseded(fsys, p, o)
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	var plan []write
	var by []record.Ref
	for i := range list {
		m := o.meta(next + i)
		m.Supersedes = refs
		if m, err = m.Fill(p.format, list[i].x.Decision, list[i].profile); err != nil {
			return nil, usage("%v", err)
		}
		if m.File, err = freeName(fsys, p.format, m.File, taken, o); err != nil {
			return nil, usage("%v", err)
		}
		taken[m.File] = true
		data, err := o.render(p.format, &list[i], m)
		if err != nil {
			return nil, usage("%v", err)
		}
		plan = append(plan, write{path: filepath.Join(p.dir, m.File), data: data})
		by = append(by, record.Ref{Number: m.Number, Title: m.Title, File: m.File})
	}
	for k := range olds {
		edited, err := record.Supersede(olds[k].old, olds[k].path, by...)
		if err != nil {
			return nil, usage("%v", err)
		}
		plan = append(plan, write{olds[k].path, edited, olds[k].old})
	}
	return plan, nil
}

// firstNumber is the number of the first record.
func firstNumber(fsys fs.FS, o *exportOptions) (int, error) {
	next, err := record.NextNumber(fsys, ".")
	if errors.Is(err, fs.ErrNotExist) {
		next, err = 1, nil
	}
	if err != nil {
		return 0, usage("%v", err)
	}
	if o.number == "auto" || o.number == "" || o.number == "date" {
		return next, nil
	}
	n, err := strconv.Atoi(o.number)
	if err != nil || n < 1 || n > 9999 {
		return 0, usage("--number %q: allowed is auto, date, or 1 to 9999", profile.Clean(o.number))
	}
	if file, err := record.FindRecord(fsys, ".", n); err == nil {
		return 0, usage("--number %d: %s has it already; the next free one is %d", n, profile.Clean(file), next)
	}
	return n, nil
}

// freeName keeps a new file from replacing another. --number date puts the date
// in the place of the number.
func freeName(fsys fs.FS, f record.Format, name string, taken map[string]bool, o *exportOptions) (string, error) {
	if o.number == "date" && !f.Dated() && len(name) > 4 {
		name = compactDate(o.date) + name[4:]
	}
	free, err := record.FreeName(fsys, ".", name)
	for n := 1; err == nil && taken[free]; n++ {
		if free = record.Clash(name, n); !taken[free] {
			free, err = record.FreeName(fsys, ".", free)
		}
	}
	return free, err
}

func compactDate(date string) string {
	return string(bytes.ReplaceAll([]byte(date), []byte("-"), nil))
}

// superseded reads the records that the new one replaces.
func superseded(fsys fs.FS, p place, o *exportOptions) ([]record.Ref, []write, error) {
	var refs []record.Ref
	var olds []write
	for _, n := range o.supersedes {
		file, err := record.FindRecord(fsys, ".", n)
		if err != nil {
			return nil, nil, usage("--supersedes %d: no record with that number in %s", n, profile.Clean(p.shown()))
		}
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, nil, err
		}
		refs = append(refs, record.RefOf(data, file))
		olds = append(olds, write{path: filepath.Join(p.dir, file), old: data})
	}
	return refs, olds, nil
}

// commit writes the plan; if one write fails, what was written is taken back.
func commit(plan []write) error {
	for i, w := range plan {
		err := writeAtomic(w)
		if err == nil {
			continue
		}
		for _, done := range plan[:i] {
			if done.old == nil {
				_ = os.Remove(done.path)
			} else {
				_ = writeAtomic(write{done.path, done.old, done.data})
			}
		}
		return fmt.Errorf("write %s: %w", profile.Clean(w.path), plainError(err))
	}
	return nil
}

// writeAtomic puts a whole file in place: a new one by a link, which fails if
// the name is taken, an edit by a rename.
func writeAtomic(w write) error {
	tmp, err := os.CreateTemp(filepath.Dir(w.path), ".archadvisor-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(w.data)
	if e := tmp.Chmod(0o644); err == nil {
		err = e
	}
	if e := tmp.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	if w.old != nil {
		return os.Rename(tmp.Name(), w.path)
	}
	return os.Link(tmp.Name(), w.path)
}
