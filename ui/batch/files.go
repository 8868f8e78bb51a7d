package batch

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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

// Own is the real folder of a file that stands below what was asked for; ok is false
// for what only a link leads to.
func (in Input) Own() (dir string, ok bool) {
	info, err := os.Lstat(in.Name)
	if err != nil || info.Mode()&os.ModeSymlink != 0 {
		return "", false
	}
	dir, err = filepath.EvalSymlinks(filepath.Dir(in.Name))
	if err != nil || in.Root == "" {
		return dir, err == nil
	}
	root, err := filepath.EvalSymlinks(in.Root)
	from, err2 := filepath.Abs(root)
	at, err3 := filepath.Abs(dir)
	rel, err4 := filepath.Rel(from, at)
	return dir, errors.Join(err, err2, err3, err4) == nil && filepath.IsLocal(rel)
}

// IsProfile tells by its name whether a file of a folder is a profile.
func IsProfile(name string) bool { return strings.EqualFold(filepath.Ext(name), ".toml") }

// Expand turns the arguments of a batch into files: files as named, folders walked in lexical order for the
// files that are wanted, and patterns that the shell did not expand. A folder is walked once whatever its
// links; hidden folders are skipped. Empty are the arguments in which nothing was found.
func Expand(paths []string, want func(name string) bool) (list []Input, empty []string) {
	seen := map[string]bool{}
	for _, p := range paths {
		before, folders := len(list), len(seen)
		repeated := false
		for _, path := range matches(p) {
			found, again := expand(path, want, seen)
			repeated = repeated || again
			list = append(list, found...)
		}
		for i := before; i < len(list); i++ {
			list[i].From = p
		}
		if len(list) == before && (len(seen) > folders || !repeated) {
			empty = append(empty, p)
		}
	}
	return list, empty
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

// expand is one file, or the files below a folder; again says that the folder was walked before.
func expand(p string, want func(string) bool, seen map[string]bool) (list []Input, again bool) {
	if p == "-" {
		return []Input{{Name: "-"}}, false
	}
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return []Input{{Name: p, Err: disk.Plain(err)}}, false
	case info.IsDir():
		folders := len(seen)
		list = walk(p, want, seen)
		for i := range list {
			list[i].Root = p
		}
		return list, len(seen) == folders
	}
	return []Input{{Name: p}}, false
}

// walk lists the wanted files below a folder, following links to folders but entering no folder twice.
func walk(dir string, want func(string) bool, seen map[string]bool) []Input {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return []Input{{Name: dir, Err: disk.Plain(err)}}
	}
	if real, err = filepath.Abs(real); err != nil || seen[real] {
		return nil
	}
	seen[real] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		return []Input{{Name: dir, Err: disk.Plain(err)}}
	}
	var list []Input
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		info, err := os.Stat(path) // what a link leads to
		switch {
		case err == nil && info.IsDir():
			if !strings.HasPrefix(e.Name(), ".") {
				list = append(list, walk(path, want, seen)...)
			}
		case want(e.Name()) && (err != nil || info.Mode().IsRegular()):
			list = append(list, Input{Name: path, Err: disk.Plain(err)})
		}
	}
	return list
}

// read returns the bytes of an input, one more than a profile may have if it is larger.
func read(name string, stdin io.Reader) ([]byte, error) {
	if info, err := os.Stat(name); name != "-" && err == nil {
		switch {
		case info.IsDir():
			return nil, errors.New("is a folder, not a profile")
		case info.Size() > source.MaxSize:
			return nil, fmt.Errorf("the file has %d bytes; a profile has at most %d (1 MiB)", info.Size(), source.MaxSize)
		}
	}
	return Head(name, stdin, source.MaxSize+1)
}

// Profiles reads the profiles of an input, also the one that a decision record
// of ours carries; every fault is a located error.
func (in Input) Profiles(stdin io.Reader) ([]*profile.Profile, source.Errors) {
	data, err := []byte(nil), in.Err
	if err == nil {
		data, err = read(in.Name, stdin)
	}
	if err == nil && !record.IsOurs(data) {
		return profile.Decode(data, in.Name)
	}
	var r *record.Record
	if err == nil {
		r, err = record.Parse(data, in.Name)
	}
	var fault source.Error
	switch {
	case errors.As(err, &fault):
		return nil, source.Errors{{File: in.Name, Line: fault.Line, Column: min(fault.Line, 1), Message: fault.Message}}
	case err != nil:
		return nil, source.Errors{{File: in.Name, Message: err.Error()}}
	}
	return []*profile.Profile{r.Profile}, nil
}

// maxRecord bounds a file that may be a record, in bytes; a record has some 20
// KiB, and what is larger is not one.
const maxRecord = 4 << 20

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
