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
	return strings.HasPrefix(path, "/dev/") || strings.HasPrefix(path, "/proc/")
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

// errClosed is a folder that takes no new file.
var errClosed = errors.New("no new file can be made beside it")

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
