// Package disk writes files whole or not at all: whoever reads one, or a program
// that is killed, meets the old file or the new one.
package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Write makes a file of what write gives, under a name beside its own until it is
// complete. One that is there is replaced only if that is asked for; otherwise the
// error is fs.ErrExist.
func Write(path string, mode fs.FileMode, replace bool, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".archadvisor-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if err := errors.Join(write(tmp), tmp.Close()); err != nil {
		return err
	}
	if err := os.Chmod(tmp.Name(), mode); err != nil {
		return err
	}
	if replace {
		return os.Rename(tmp.Name(), path)
	}
	return os.Link(tmp.Name(), path)
}

// Plain drops the operation and the path of an error, which the message that
// quotes it names anyway.
func Plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
