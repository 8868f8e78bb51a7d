// Package disk writes files whole or not at all: whoever reads one, or a program
// that is killed, meets the old file or the new one. What is no regular file is
// written through instead.
package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"strings"
)

// Write makes a file of what write gives, under a name beside its own until it is
// complete. One that is there is replaced only if that is asked for, and its mode
// and owner stay; otherwise the error is fs.ErrExist. A new file gets the mode
// less the umask. With replace, links are followed, and devices, pipes and
// sockets get the text themselves.
func Write(path string, mode fs.FileMode, replace bool, write func(io.Writer) error) error {
	var old fs.FileInfo
	if replace {
		path = target(path)
		info, err := os.Stat(path)
		if err == nil && (!info.Mode().IsRegular() || filepath.IsAbs(path) && isStream(path)) {
			return through(path, info, write)
		}
		if err == nil {
			old, mode = info, info.Mode().Perm()
		}
	}
	tmp, err := beside(path, mode)
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if err := errors.Join(write(tmp), tmp.Close()); err != nil {
		return err
	}
	if old != nil {
		likeOld(tmp.Name(), old)
	}
	if replace {
		return os.Rename(tmp.Name(), path)
	}
	return place(tmp.Name(), path)
}

// target is the file to which a path leads in the end, through links at its last
// step; the links of its folders are the system's matter. The names that stand
// for open streams are kept: what they lead to is not a name.
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

// through writes into what is there and is no regular file. A stream that leads
// to a regular file goes on at its end.
func through(path string, info fs.FileInfo, write func(io.Writer) error) error {
	if info.Mode()&fs.ModeSocket != 0 {
		c, err := net.Dial("unix", path)
		if err != nil {
			return err
		}
		return errors.Join(write(c), c.Close())
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// beside opens a new hidden file in the folder of a path.
func beside(path string, mode fs.FileMode) (*os.File, error) {
	for {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".archadvisor-%08x", rand.Uint32()))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// place puts a complete file under a name that must be free.
func place(tmp, path string) error {
	err := os.Link(tmp, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return claim(tmp, path)
}

// claim is place for a file system without hard links: exclusive creation takes
// the name, then the file takes its place.
func claim(tmp, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Close(), os.Rename(tmp, path)); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// Plain drops the operation and the path of an error, which the message that
// quotes it names anyway.
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
