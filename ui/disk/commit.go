package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// File is one of several files that change together.
type File struct {
	Path string
	Data []byte // nil: the file goes
	Old  []byte // what is there, nil if nothing is
}

// Commit changes all files or none: what that and taking it back need is on disk before the first file changes.
func Commit(files []File) error {
	fresh, undo := make([]string, len(files)), make([]string, len(files))
	defer func() {
		for _, tmp := range append(fresh, undo...) {
			if tmp != "" {
				discard(tmp)
			}
		}
	}()
	for i, f := range files {
		err := errors.Join(prepare(&fresh[i], f, f.Data), prepare(&undo[i], f, f.Old))
		if err != nil {
			return failed(f, err)
		}
	}
	for i, f := range files {
		err := f.become(fresh[i])
		if err == nil {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if e := files[k].putBack(undo[k]); e != nil {
				err = fmt.Errorf("%w; %s could not be put back: %w", Plain(err), files[k].Path, Plain(e))
			}
		}
		return failed(f, err)
	}
	return nil
}

func failed(f File, err error) error { return fmt.Errorf("write %s: %w", f.Path, Plain(err)) }

func prepare(tmp *string, f File, data []byte) (err error) {
	if data != nil {
		*tmp, err = stage(target(f.Path), 0o666, f.Old != nil, Bytes(data))
	}
	return err
}

func (f File) become(tmp string) error {
	if f.Data == nil {
		return Remove(f.Path)
	}
	return place(tmp, target(f.Path), f.Old != nil)
}

// putBack undoes become. What cannot be removed gets a hidden name, what cannot be replaced is written over.
func (f File) putBack(tmp string) error {
	err := File{Path: f.Path, Data: f.Old, Old: f.Data}.become(tmp)
	switch {
	case err == nil:
		return nil
	case f.Old == nil:
		return rename(f.Path, hidden(f.Path))
	}
	return over(target(f.Path), f.Old)
}

// Trouble, if a test sets it, is asked before each call by name and path, and gives the error of that call.
var Trouble func(call, path string) error

// call makes a call; one that a signal cut short is made again, a few times.
func call(name, path string, do func() error) (err error) {
	for range 3 {
		if err = try(name, path, do); !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	return err
}

func try(name, path string, do func() error) error {
	if Trouble != nil {
		if err := Trouble(name, path); err != nil {
			return &fs.PathError{Op: name, Path: path, Err: err}
		}
	}
	return do()
}

// file is an open file whose calls can fail.
type file struct{ *os.File }

func open(path string, flag int, mode fs.FileMode) (f *file, err error) {
	f = &file{}
	err = call("open", path, func() (err error) { f.File, err = os.OpenFile(path, flag, mode); return err })
	return f, err
}

// Write writes to the file.
func (f *file) Write(p []byte) (n int, err error) {
	err = try("write", f.Name(), func() (err error) { n, err = f.File.Write(p); return err })
	return n, err
}

// Close closes the file, which an error of the call does not undo.
func (f *file) Close() error {
	closed := f.File.Close()
	return errors.Join(call("close", f.Name(), func() error { return nil }), closed)
}

func stat(path string) (info fs.FileInfo, err error) {
	err = call("stat", path, func() (err error) { info, err = os.Stat(path); return err })
	return info, err
}

func rename(from, to string) error {
	return call("rename", to, func() error { return os.Rename(from, to) })
}

func change(what, path string, do func() error) { _ = call(what, path, do) } // a file system may not know it

// ErrIrregular is that a pipe, a socket or a device stands where a file is read.
var ErrIrregular = errors.New("is no regular file")

// Remove removes a file.
func Remove(path string) error { return call("remove", path, func() error { return os.Remove(path) }) }

// MakeDir makes a folder and those above it that are missing; undo removes those again that are still empty.
func MakeDir(path string, mode fs.FileMode) (undo func(), err error) {
	var made []string
	for at := filepath.Clean(path); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(at); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = append(made, at)
	}
	undo = func() {
		for _, dir := range made {
			_ = os.Remove(dir)
		}
	}
	if err = call("mkdir", path, func() error { return os.MkdirAll(path, mode) }); err != nil {
		undo()
	}
	return undo, err
}

// Dir is a folder to read from; pipes and devices in it are not opened, which would wait for their other end.
func Dir(path string) fs.FS { return folder{os.DirFS(path), path} }

type folder struct {
	fs.FS
	path string
}

// Stat tells about a file of the folder without opening it.
func (d folder) Stat(name string) (fs.FileInfo, error) { return stat(d.path + "/" + name) }

// Open opens a file of the folder.
func (d folder) Open(name string) (f fs.File, err error) {
	if info, err := os.Stat(d.path + "/" + name); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: ErrIrregular}
	}
	err = call("open", d.path+"/"+name, func() (err error) { f, err = d.FS.Open(name); return err })
	return f, err
}
