// Package batch reads many files and works on them on all cores: it finds the files, reads their profiles or
// records, and hands results on in the order of the input.
package batch

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/rules/source"
	"archadvisor/ui/disk"
	"archadvisor/ui/terminal"
)

// Input is one file of a batch. A file that cannot be read is an input with an error, so that it gets its row.
type Input struct {
	Name string // - is standard input
	Err  error
	From string // the argument that led to it
	Root string // the folder that was walked, "" for a file that was named
}

// Own is the real folder of a file below what was asked for; false for what only a link leads to.
func (in Input) Own() (dir string, ok bool, err error) {
	info, err := os.Lstat(in.Name)
	if err != nil || info.Mode()&os.ModeSymlink != 0 {
		return "", false, err
	}
	dir, err = filepath.EvalSymlinks(filepath.Dir(in.Name))
	if err != nil || in.Root == "" {
		return dir, err == nil, err
	}
	root, err := filepath.EvalSymlinks(in.Root)
	rel, outside := filepath.Rel(root, dir)
	return dir, outside == nil && filepath.IsLocal(rel), err
}

// IsProfile tells by its name whether a file of a folder is a profile.
func IsProfile(name string) bool { return strings.EqualFold(filepath.Ext(name), ".toml") }

// Expand is Each as a list.
func Expand(paths []string, want func(name string) bool) (list []Input, empty []string) {
	list = slices.Collect(Each(paths, want, &empty))
	return list, empty
}

// Each turns arguments into files as they are asked for: files as named, folders walked in lexical order (once whatever
// their links, hidden ones skipped), patterns that the shell did not expand. Empty gets arguments without a file.
func Each(paths []string, want func(name string) bool, empty *[]string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		w := walker{want: want, seen: map[string]bool{}}
		for _, p := range paths {
			w.found = false
			w.yield = func(in Input) bool {
				w.found, in.From = true, p
				return yield(in)
			}
			for _, path := range matches(p) {
				if !w.argument(path) {
					return
				}
			}
			if !w.found {
				*empty = append(*empty, p)
			}
		}
	}
}

// matches are the files that an argument names, itself unless it is a pattern.
func matches(p string) []string {
	_, err := os.Lstat(p)
	list, wrong := filepath.Glob(p)
	if err == nil || wrong != nil || !strings.ContainsAny(p, "*?[") {
		return []string{p}
	}
	return list
}

// walker hands on the wanted files below folders, following links to folders but
// entering no folder twice. Its methods tell whether more is asked for.
type walker struct {
	want  func(name string) bool
	seen  map[string]bool
	found bool // a file, or a folder that was walked before
	yield func(Input) bool
}

func (w *walker) argument(p string) (on bool) {
	if p == "-" {
		return w.yield(Input{Name: p})
	}
	if info, err := os.Stat(p); err != nil || !info.IsDir() {
		return w.yield(Input{Name: p, Err: disk.Plain(err)})
	}
	before := len(w.seen)
	on = w.folder(p, p)
	w.found = w.found || len(w.seen) == before
	return on
}

func (w *walker) folder(dir, root string) (on bool) {
	real, err := filepath.EvalSymlinks(dir)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return w.yield(Input{Name: dir, Err: disk.Plain(err), Root: root})
	}
	if w.seen[real] {
		return true
	}
	w.seen[real] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		return w.yield(Input{Name: dir, Err: disk.Plain(err), Root: root})
	}
	for _, entry := range entries {
		name, mode, err := entry.Name(), entry.Type(), error(nil)
		path := filepath.Join(dir, name)
		if mode&fs.ModeSymlink != 0 {
			var info fs.FileInfo
			if info, err = os.Stat(path); err == nil { // what it leads to
				mode = info.Mode()
			}
		}
		if mode.IsDir() {
			on = strings.HasPrefix(name, ".") || w.folder(path, root)
		} else {
			mayBe := w.want(name) || err != nil && filepath.Ext(name) == "" && !errors.Is(err, os.ErrNotExist) // a folder
			on = !mayBe || err == nil && !mode.IsRegular() || w.yield(Input{Name: path, Err: disk.Plain(err), Root: root})
		}
		if !on {
			return false
		}
	}
	return true
}

// Profiles reads the profiles of an input, also the one that a decision record
// of ours carries; every fault is a located error.
func (in Input) Profiles(stdin io.Reader) ([]*profile.Profile, source.Errors) {
	data, err := []byte(nil), in.Err
	if err == nil {
		data, err = Head(in.Name, stdin, source.MaxSize+1)
	}
	if err == nil && !record.IsOurs(data) {
		return profile.Decode(data, in.Name)
	}
	var r *record.Record
	if err == nil {
		r, err = record.Parse(data, in.Name)
	}
	var fault source.Fault
	switch {
	case errors.As(err, &fault):
		return nil, source.Errors{{File: in.Name, Spot: source.Spot{Line: fault.Line, Column: min(fault.Line, 1)}, Message: fault.Message}}
	case err != nil:
		return nil, source.Errors{{File: in.Name, Message: err.Error()}}
	}
	return []*profile.Profile{r.Profile}, nil
}

const maxRecord = 4 << 20 // bounds a file that may be a record, of some 20 KiB, in bytes

// IsRecord tells by its name whether a file of a folder may be a record.
func IsRecord(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".md" || ext == ".json"
}

// Record reads a file that may be a record; of a file that is too large to be one it reads nothing.
func (in Input) Record(stdin io.Reader) ([]byte, error) {
	if in.Err != nil {
		return nil, in.Err
	}
	if info, err := os.Stat(in.Name); err == nil && info.Size() > maxRecord {
		return nil, nil
	}
	return Head(in.Name, stdin, maxRecord)
}

// Head reads at most so many bytes of a file, or of standard input, which is named -.
func Head(name string, stdin io.Reader, most int64) ([]byte, error) {
	from := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, disk.Plain(err)
		}
		defer f.Close()
		from = f
	} else if terminal.Is(stdin) {
		return nil, errors.New("standard input is a terminal; pipe a file into it")
	}
	data, err := io.ReadAll(io.LimitReader(from, most))
	return data, disk.Plain(err)
}

// Nearest is the file in the same folder whose name is spelt most like the missing one, "" if none is close.
func Nearest(word string) string {
	dir, base := filepath.Split(word)
	entries, _ := os.ReadDir(cmp.Or(dir, ".")) // what cannot be listed has none
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if near := source.Nearest(base, names...); near != "" {
		return dir + near
	}
	return ""
}

// Ordered runs work for each input on all cores, hands the results on in order, and counts them on a line for people.
// At most a few results wait at any time.
func Ordered[In, Out any](ctx context.Context, bar *terminal.Progress, inputs iter.Seq[In], work func(In) Out, next func(In, Out) error) error {
	defer bar.Done()
	type job struct {
		in   In
		done chan Out
	}
	ctx, cancel := context.WithCancel(ctx)
	workers := runtime.GOMAXPROCS(0)
	queue := make(chan job, 4*workers) // in order of input: what runs, and what waits for one before it
	defer func() {
		cancel()
		for range queue { // until nothing is read from inputs
		}
	}()
	todo := make(chan job)
	for range workers { // a goroutine each job would grow a stack each time
		go func() {
			for j := range todo {
				j.done <- work(j.in)
			}
		}()
	}
	go func() {
		defer close(queue)
		defer close(todo)
		for in := range inputs {
			j := job{in, make(chan Out, 1)}
			select {
			case todo <- j: // or no longer: whoever ends the program waits for no result
				queue <- j
			case <-ctx.Done():
				return
			}
		}
	}()
	for j := range queue {
		select {
		case out := <-j.done:
			bar.Step()
			if err := next(j.in, out); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
