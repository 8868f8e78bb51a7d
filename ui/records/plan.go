package records

import (
	"cmp"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/record/token"
	"archadvisor/ui/disk"
)

// Request is what records are asked to be. Empty texts leave the choice to the program.
type Request struct {
	Dir                 string // "": where the project keeps its records
	Number              string // auto, a number, or date
	Date, Status, Title string
	Deciders            string   // people, separated by commas
	Supersedes          []string // numbers or file names of the records that are replaced
	Dry                 bool     // nothing is written
}

// Decided is a decision to be recorded.
type Decided struct {
	Profile     *profile.Profile
	Explanation *explain.Explanation
	Mixture     *mixture.Mixture // of a profile that has components
	File        string           // of the profile, "" if there is none
}

// Error is a request that cannot be met.
type Error struct{ text string }

// Error is what is wrong and what is allowed.
func (e *Error) Error() string { return e.text }

func fault(format string, args ...any) error { return &Error{fmt.Sprintf(format, args...)} }

// Print renders one record without a file; n is its number if none is asked for.
func (r *Request) Print(f record.Format, x *Decided, n int) ([]byte, error) {
	if asked, err := strconv.Atoi(r.Number); err == nil {
		n = asked
	}
	data, err := record.Write(f, x.Explanation, x.Profile, r.meta(n, x))
	if err != nil {
		return nil, fault("%v", err)
	}
	return data, nil
}

func (r *Request) meta(number int, x *Decided) record.Meta {
	return record.Meta{Mixture: x.Mixture, Title: r.Title, Status: r.Status, Date: r.Date, Number: number, Deciders: strings.Split(r.Deciders, ",")}
}

// CommandLine is the command that writes the same record of a profile's file in a format.
func (r *Request) CommandLine(f record.Format, file string) string {
	line := "archadvisor export " + token.ShellWord(profile.Clean(cmp.Or(file, "PROFILE.toml"))) + " --format " + string(f)
	for _, flag := range [][3]string{{"dir", r.Dir}, {"number", r.Number, "auto"}, {"title", r.Title}, {"status", r.Status, record.Statuses()[0]}, {"deciders", r.Deciders}} {
		if flag[1] != flag[2] {
			line += " --" + flag[0] + " " + token.ShellWord(profile.Clean(flag[1]))
		}
	}
	return line
}

// Write writes all records or none, and returns the new ones; a dry request writes nothing. The folder is
// locked from the choice of the number to the last write, so that two exports never take the same one; a file
// is made whole under its final name and never replaces another.
func (p Place) Write(r *Request, list []Decided) (files []disk.File, err error) {
	if !r.Dry {
		var undo, unlock func()
		if undo, err = disk.MakeDir(p.Dir, 0o755); err != nil {
			return nil, fault("folder %s cannot be made: %v; name another", profile.Clean(p.Dir), disk.Plain(err))
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
	files = slices.DeleteFunc(slices.Clone(plan), func(f disk.File) bool { return f.Old != nil })
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
	if len(olds) > 0 && len(list) > 1 {
		return nil, fault("--supersedes is for one record, and %d would be written", len(list))
	}
	taken := map[string]bool{}
	var plan []disk.File
	var by record.Ref
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
		if m.File, err = record.FreeName(fsys, names.File(p.Format, m), taken); err != nil {
			return nil, fault("%v", err)
		}
		taken[m.File] = true
		data, err := record.Write(p.Format, list[i].Explanation, list[i].Profile, m)
		if err != nil {
			return nil, fault("%v", err)
		}
		plan = append(plan, disk.File{Path: filepath.Join(p.Dir, m.File), Data: data})
		by = record.Ref{Number: m.Number, Title: m.Title, File: m.File}
	}
	for _, old := range olds {
		if old.Data, err = record.Supersede(old.Old, old.Path, by); err != nil {
			return nil, fault("%v", err)
		}
		plan = append(plan, old)
	}
	return plan, nil
}

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
			return names, 0, fault("%d is taken by %s; give --number", names.Next-1, profile.Clean(names.Last))
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
		if err != nil {
			return nil, nil, fault("--supersedes %s: in %s: %v", profile.Clean(word), profile.Clean(p.Shown()), disk.Plain(err))
		}
		refs = append(refs, record.RefOf(data, file))
		olds = append(olds, disk.File{Path: filepath.Join(p.Dir, file), Old: data})
	}
	return refs, olds, nil
}
