// Package disk writes files whole or not at all: whoever reads one, or a program that is killed, meets the old
// file or the new one. What is no regular file is written through instead.
package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Write makes a file of what write gives, under a name beside its own until it is complete. One that is there is
// replaced only if that is asked for, and its mode and owner stay; otherwise the error is fs.ErrExist. A new file gets
// the mode less the umask. With replace, links are followed, and devices, pipes and sockets get the text themselves.
func Write(path string, mode fs.FileMode, replace bool, write func(io.Writer) error) error {
	if replace {
		path = target(path)
		if info, err := stat(path); err == nil && (!info.Mode().IsRegular() || filepath.IsAbs(path) && isStream(path)) {
			return through(path, info, write)
		}
	}
	tmp, err := stage(path, mode, replace, write)
	if replace && errors.Is(err, errClosed) {
		var text bytes.Buffer
		if err := write(&text); err != nil {
			return err
		}
		return over(path, text.Bytes())
	}
	if err != nil {
		return err
	}
	return place(tmp, path, replace)
}

// over writes into a file whose folder takes no other: one that its owner alone may change, or a single file
// that a container was given. What was there comes back if the text does not fit.
func over(path string, text []byte) error {
	old, unknown := os.ReadFile(path)
	write := func(text []byte) error {
		f, err := open(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
		if err != nil {
			return err
		}
		return errors.Join(Bytes(text)(f), f.Close())
	}
	err := write(text)
	if err != nil && unknown == nil {
		_ = write(old)
	}
	return err
}

// Bytes writes what is in memory.
func Bytes(data []byte) func(io.Writer) error {
	return func(to io.Writer) error {
		_, err := to.Write(data)
		return err
	}
}

// target is the file to which a path leads through links at its last step. Names of open streams lead to no other name.
func target(path string) string {
	for range 40 { // as many as Linux follows
		link, err := os.Readlink(path)
		if err != nil || isStream(path) {
			return path
		}
		if !filepath.IsAbs(link) {
			link = filepath.Dir(path) + string(filepath.Separator) + link
		}
		path = link
	}
	return path
}

// isStream tells names such as /dev/stdout and /proc/self/fd/1.
func isStream(path string) bool {
	return strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/dev/std") || strings.HasPrefix(path, "/proc/")
}

// through writes into what is no regular file; a stream that leads to one goes on at its end.
func through(path string, info fs.FileInfo, write func(io.Writer) error) error {
	if info.Mode()&fs.ModeSocket != 0 {
		c, err := net.Dial("unix", path)
		if err != nil {
			return err
		}
		return errors.Join(write(c), c.Close())
	}
	f, err := open(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// errReadOnly is that a file is not to be written, which a rename would not notice, nor would root.
var errReadOnly = errors.New("the file is read-only: nobody has the permission to write it")

var errClosed = errors.New("no new file can be made beside it") // a folder that takes no new file

// stage writes a hidden file in the folder of a path, with the mode and the owner
// of what it is to replace, and returns its name; of a failure nothing is left.
func stage(path string, mode fs.FileMode, replace bool, write func(io.Writer) error) (tmp string, err error) {
	var old fs.FileInfo
	if replace {
		if old, err = stat(path); err == nil {
			if mode = old.Mode().Perm(); mode&0o222 == 0 {
				return "", errReadOnly
			}
			if f, err := open(path, os.O_WRONLY, 0); errors.Is(err, fs.ErrPermission) {
				return "", err
			} else if err == nil {
				_ = f.Close() // it may be written, which is all there was to know
			}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	var f *file
	for err = fs.ErrExist; errors.Is(err, fs.ErrExist); {
		tmp = hidden(path)
		f, err = open(tmp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	}
	if old != nil && errors.Is(err, fs.ErrPermission) {
		err = errors.Join(errClosed, err)
	}
	if err != nil {
		return "", err
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		discard(tmp)
		return "", err
	}
	if old != nil {
		likeOld(tmp, old)
	}
	return tmp, nil
}

func hidden(path string) string {
	return filepath.Join(filepath.Dir(path), fmt.Sprintf(".archadvisor-%08x", rand.Uint32()))
}

// place gives a complete file its name, which must be free unless it replaces another; if it cannot, the file
// goes. Where the file system knows no hard links, exclusive creation takes the name first.
func place(tmp, path string, replace bool) error {
	defer discard(tmp)
	if replace {
		err := rename(tmp, path)
		if text, e := os.ReadFile(tmp); e == nil && errors.Is(err, syscall.EBUSY) { // something is mounted there
			return over(path, text)
		}
		return err
	}
	if err := call("link", path, func() error { return os.Link(tmp, path) }); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	f, err := open(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if err = errors.Join(f.Close(), rename(tmp, path)); err != nil {
		discard(path)
	}
	return err
}

// discard removes a file of ours, if it is still there, and tries twice: nobody else would.
func discard(path string) {
	if err := Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		_ = Remove(path)
	}
}

// Plain drops the operation and the path of an error, which the message that quotes it names anyway.
func Plain(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

// staleLock is the age of a lock file whose process must be gone: an export holds it for milliseconds.
const staleLock = 30 * time.Second

// lockByFile holds a folder by a lock file until unlock, where there are no other locks.
func lockByFile(dir string) (unlock func(), err error) {
	name := filepath.Join(dir, ".archadvisor.lock")
	for {
		f, err := open(name, os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			_ = f.Close() // nothing was written
			return func() { discard(name) }, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if info, err := stat(name); err == nil && time.Since(info.ModTime()) > staleLock {
			discard(name)
			continue
		}
		time.Sleep(5 * time.Millisecond)
	}
}

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
