package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

// maxProfile bounds a profile file, in bytes (profile.md: 1 MiB).
const maxProfile = 1 << 20

// input is one file of a batch. A file that cannot be read is an input with an
// error, so that it gets its row.
type input struct {
	name string
	err  error
}

// isProfile tells by its name whether a file of a folder is a profile.
func isProfile(name string) bool { return strings.HasSuffix(name, ".toml") }

// expand turns the arguments of a batch into files: files as named, folders
// walked in lexical order for the files that are wanted. A folder is walked
// once whatever its links; hidden folders are skipped.
func expand(paths []string, want func(name string) bool) []input {
	var list []input
	seen := map[string]bool{}
	for _, p := range paths {
		if p == "-" {
			list = append(list, input{name: "-"})
			continue
		}
		info, err := os.Stat(p)
		switch {
		case err != nil:
			list = append(list, input{p, plainError(err)})
		case info.IsDir():
			list = append(list, walk(p, want, seen)...)
		default:
			list = append(list, input{name: p})
		}
	}
	return list
}

// walk lists the wanted files below a folder, following links to folders
// but entering no folder twice.
func walk(dir string, want func(string) bool, seen map[string]bool) []input {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return []input{{dir, plainError(err)}}
	}
	if real, err = filepath.Abs(real); err != nil || seen[real] {
		return nil
	}
	seen[real] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		return []input{{dir, plainError(err)}}
	}
	var list []input
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if e.Type().IsRegular() {
			if want(e.Name()) {
				list = append(list, input{name: path})
			}
			continue
		}
		info, err := os.Stat(path) // what a link leads to
		switch {
		case err != nil:
			if want(e.Name()) {
				list = append(list, input{path, plainError(err)})
			}
		case info.IsDir():
			if !strings.HasPrefix(e.Name(), ".") {
				list = append(list, walk(path, want, seen)...)
			}
		case want(e.Name()) && info.Mode().IsRegular():
			list = append(list, input{name: path})
		}
	}
	return list
}

// read returns the bytes of an input, one more than a profile may have if it is
// larger.
func read(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		if isTerminal(stdin) {
			return nil, errors.New("standard input is a terminal; pipe a profile into it")
		}
		data, err := io.ReadAll(io.LimitReader(stdin, maxProfile+1))
		return data, plainError(err)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, plainError(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, plainError(err)
	}
	if info.IsDir() {
		return nil, errors.New("is a folder, not a profile")
	}
	if info.Size() > maxProfile {
		return nil, fmt.Errorf("the file has %d bytes; a profile has at most %d (1 MiB)", info.Size(), maxProfile)
	}
	buf := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	_, err = buf.ReadFrom(io.LimitReader(f, maxProfile+1))
	return buf.Bytes(), plainError(err)
}

// plainError drops the operation and the path, which the report names anyway.
func plainError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// nearestFile is the file in the same folder whose name is spelt most like the
// missing one, "" if none is close.
func nearestFile(word string) string {
	dir, base := filepath.Split(word)
	from := dir
	if from == "" {
		from = "."
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return ""
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	if near := profile.NearestWord(base, names); near != "" {
		return dir + near
	}
	return ""
}

// decode reads the profiles of one input; every fault is a located error.
func decode(in input, stdin io.Reader) ([]*profile.Profile, profile.Errors) {
	if in.err != nil {
		return nil, profile.Errors{{File: in.name, Message: in.err.Error()}}
	}
	data, err := read(in.name, stdin)
	if err != nil {
		return nil, profile.Errors{{File: in.name, Message: err.Error()}}
	}
	if record.IsOurs(data) {
		return fromRecord(data, in.name)
	}
	return profile.Decode(data, in.name)
}

// fromRecord takes a decision record of ours as the profile that it carries.
func fromRecord(data []byte, name string) ([]*profile.Profile, profile.Errors) {
	r, err := record.Parse(data, name)
	var fault *record.Error
	switch {
	case errors.As(err, &fault):
		return nil, profile.Errors{{File: name, Line: fault.Line, Column: min(fault.Line, 1), Message: fault.Message}}
	case err != nil:
		return nil, profile.Errors{{File: name, Message: err.Error()}}
	}
	return []*profile.Profile{r.Profile}, nil
}
