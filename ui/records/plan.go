package records

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/record/slug"
	"archadvisor/ui/disk"
)

// Write writes all records or none, and returns the new ones; a dry request
// writes nothing. The folder is locked from the choice of the number to the last
// write, so that two exports never take the same one; a file is made whole under
// its final name and never replaces another.
func (p Place) Write(r *Request, list []Decided) (files []disk.File, err error) {
	if !r.Dry {
		var undo, unlock func()
		if undo, err = disk.MakeDir(p.Dir, 0o755); err != nil {
			return nil, fault("--dir %s: %v", profile.Clean(p.Dir), disk.Plain(err))
		}
		defer func() {
			if err != nil {
				undo()
			}
		}()
		if unlock, err = disk.LockDir(p.Dir); err != nil {
			return nil, fmt.Errorf("lock %s: %w", profile.Clean(p.Dir), disk.Plain(err))
		}
		defer unlock()
	}
	plan, err := p.plan(r, list)
	if err != nil {
		return nil, err
	}
	for _, w := range plan {
		if w.Old == nil {
			files = append(files, w)
		}
	}
	if r.Dry {
		return files, nil
	}
	return files, disk.Commit(plan)
}

// plan renders every record and every edit of a superseded one.
func (p Place) plan(r *Request, list []Decided) ([]disk.File, error) {
	fsys := disk.Dir(p.Dir)
	names, next, err := r.naming(fsys)
	if err != nil {
		return nil, err
	}
	refs, olds, err := p.superseded(fsys, r.Supersedes)
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	var plan []disk.File
	var by []record.Ref
	for i := range list {
		for names.Taken[next] != "" {
			next++
		}
		m := r.meta(next, &list[i])
		next++
		m.Supersedes = refs
		if m, err = m.Fill(p.Format, list[i].Explanation.Decision, list[i].Profile); err != nil {
			return nil, fault("%v", err)
		}
		if m.File, err = freeName(fsys, names.File(p.Format, m), taken); err != nil {
			return nil, fault("%v", err)
		}
		taken[m.File] = true
		data, err := r.render(p.Format, &list[i], m)
		if err != nil {
			return nil, fault("%v", err)
		}
		plan = append(plan, disk.File{Path: filepath.Join(p.Dir, m.File), Data: data})
		by = append(by, record.Ref{Number: m.Number, Title: m.Title, File: m.File})
	}
	for k := range olds {
		edited, err := record.Supersede(olds[k].Old, olds[k].Path, by...)
		if err != nil {
			return nil, fault("%v", err)
		}
		plan = append(plan, disk.File{Path: olds[k].Path, Data: edited, Old: olds[k].Old})
	}
	return plan, nil
}

// naming is how the folder names its records, and the number of the first new one.
func (r *Request) naming(fsys fs.FS) (record.Naming, int, error) {
	names, err := record.NamingOf(fsys, ".")
	if err != nil {
		return names, 0, fault("%v", err)
	}
	switch r.Number {
	case "date":
		names.Date = cmp.Or(names.Date, "20060102")
		return names, min(names.Next, 9999), nil
	case "auto", "":
		if names.Last != "" && names.Date == "" {
			return names, 0, fault("%s is taken by %s; give --number", strconv.Itoa(names.Next-1), profile.Clean(names.Last))
		}
		return names, names.Next, nil
	}
	n, err := strconv.Atoi(r.Number)
	if err != nil || n < 1 || n > 99999 {
		return names, 0, fault("--number %q: allowed is auto, date, or 1 to 99999", profile.Clean(r.Number))
	}
	if file := names.Taken[n]; file != "" {
		return names, 0, fault("--number %d: %s has it already; the next free one is %d", n, profile.Clean(file), names.Next)
	}
	names.Date = ""
	return names, n, nil
}

// freeName keeps a new file from replacing another.
func freeName(fsys fs.FS, name string, taken map[string]bool) (string, error) {
	free, err := record.FreeName(fsys, ".", name)
	for n := 1; err == nil && taken[free]; n++ {
		if free = slug.Clash(name, n); !taken[free] {
			free, err = record.FreeName(fsys, ".", free)
		}
	}
	return free, err
}

// superseded reads the records that the new one replaces, named by number or file.
func (p Place) superseded(fsys fs.FS, asked []string) ([]record.Ref, []disk.File, error) {
	var refs []record.Ref
	var olds []disk.File
	for _, word := range asked {
		file := filepath.Base(word)
		if n, err := strconv.Atoi(word); err == nil {
			if file, err = record.FindRecord(fsys, ".", n); err != nil {
				return nil, nil, fault("--supersedes %d: in %s %v", n, profile.Clean(p.Shown()), err)
			}
		}
		data, err := fs.ReadFile(fsys, file)
		if errors.Is(err, fs.ErrNotExist) {
			err = errors.New("no such record")
		}
		if err != nil {
			return nil, nil, fault("--supersedes %s: in %s: %v", profile.Clean(word), profile.Clean(p.Shown()), disk.Plain(err))
		}
		refs = append(refs, record.RefOf(data, file))
		olds = append(olds, disk.File{Path: filepath.Join(p.Dir, file), Old: data})
	}
	return refs, olds, nil
}
