package records

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/ui/disk"
)

// Write writes all records or none, and returns the new ones; a dry request
// writes nothing. The folder is locked from the choice of the number to the last
// write, so that two exports never take the same one; a file is made whole under
// its final name and never replaces another.
func (p Place) Write(r *Request, list []Decided) ([]File, error) {
	if !r.Dry {
		if err := os.MkdirAll(p.Dir, 0o755); err != nil {
			return nil, fault("--dir %s: %v", profile.Clean(p.Dir), disk.Plain(err))
		}
		unlock, err := lockDir(p.Dir)
		if err != nil {
			return nil, err
		}
		defer unlock()
	}
	plan, err := p.plan(r, list)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, w := range plan {
		if w.Old == nil {
			files = append(files, w)
		}
	}
	if r.Dry {
		return files, nil
	}
	return files, commit(plan)
}

// plan renders every record and every edit of a superseded one.
func (p Place) plan(r *Request, list []Decided) ([]File, error) {
	fsys := os.DirFS(p.Dir)
	next, err := r.firstNumber(fsys)
	if err != nil {
		return nil, err
	}
	refs, olds, err := p.superseded(fsys, r.Supersedes)
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	var plan []File
	var by []record.Ref
	for i := range list {
		m := r.meta(next + i)
		m.Supersedes = refs
		if m, err = m.Fill(p.Format, list[i].Explanation.Decision, list[i].Profile); err != nil {
			return nil, fault("%v", err)
		}
		if m.File, err = r.freeName(fsys, p.Format, m.File, taken); err != nil {
			return nil, fault("%v", err)
		}
		taken[m.File] = true
		data, err := r.render(p.Format, &list[i], m)
		if err != nil {
			return nil, fault("%v", err)
		}
		plan = append(plan, File{Path: filepath.Join(p.Dir, m.File), Data: data})
		by = append(by, record.Ref{Number: m.Number, Title: m.Title, File: m.File})
	}
	for k := range olds {
		edited, err := record.Supersede(olds[k].Old, olds[k].Path, by...)
		if err != nil {
			return nil, fault("%v", err)
		}
		plan = append(plan, File{olds[k].Path, edited, olds[k].Old})
	}
	return plan, nil
}

// firstNumber is the number of the first record.
func (r *Request) firstNumber(fsys fs.FS) (int, error) {
	next, err := record.NextNumber(fsys, ".")
	if errors.Is(err, fs.ErrNotExist) {
		next, err = 1, nil
	}
	if err != nil {
		return 0, fault("%v", err)
	}
	if r.Number == "auto" || r.Number == "" || r.Number == "date" {
		return next, nil
	}
	n, err := strconv.Atoi(r.Number)
	if err != nil || n < 1 || n > 9999 {
		return 0, fault("--number %q: allowed is auto, date, or 1 to 9999", profile.Clean(r.Number))
	}
	if file, err := record.FindRecord(fsys, ".", n); err == nil {
		return 0, fault("--number %d: %s has it already; the next free one is %d", n, profile.Clean(file), next)
	}
	return n, nil
}

// freeName keeps a new file from replacing another. --number date puts the date
// in the place of the number.
func (r *Request) freeName(fsys fs.FS, f record.Format, name string, taken map[string]bool) (string, error) {
	if r.Number == "date" && !f.Dated() && len(name) > 4 {
		name = strings.ReplaceAll(r.Date, "-", "") + name[4:]
	}
	free, err := record.FreeName(fsys, ".", name)
	for n := 1; err == nil && taken[free]; n++ {
		if free = record.Clash(name, n); !taken[free] {
			free, err = record.FreeName(fsys, ".", free)
		}
	}
	return free, err
}

// superseded reads the records that the new one replaces.
func (p Place) superseded(fsys fs.FS, numbers []int) ([]record.Ref, []File, error) {
	var refs []record.Ref
	var olds []File
	for _, n := range numbers {
		file, err := record.FindRecord(fsys, ".", n)
		if err != nil {
			return nil, nil, fault("--supersedes %d: no record with that number in %s", n, profile.Clean(p.Shown()))
		}
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, nil, err
		}
		refs = append(refs, record.RefOf(data, file))
		olds = append(olds, File{Path: filepath.Join(p.Dir, file), Old: data})
	}
	return refs, olds, nil
}
