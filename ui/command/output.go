package command

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"

	"archadvisor/advisor/profile"
	"archadvisor/ui/records"
	"archadvisor/ui/terminal"
)

// writeTo runs f with standard output, or with the file of --output, which is
// written whole or not at all.
func (o *common) writeTo(f func(io.Writer) error) error {
	path := o.set.output
	if path == "" || path == "-" {
		return buffered(o.Out, f)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".archadvisor-*")
	if err != nil {
		return usage("--output %s: %v", profile.Clean(path), records.Plain(err))
	}
	defer os.Remove(tmp.Name())
	if err := errors.Join(buffered(tmp, f), tmp.Close()); err != nil {
		return err
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return err
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return usage("--output %s: %v", profile.Clean(path), records.Plain(err))
	}
	return nil
}

// flusher is a writer that holds text back until it is told not to.
type flusher interface{ Flush() error }

// buffered runs f with a buffer around w, unless w is a terminal, where rows
// should appear as they are ready.
func buffered(w io.Writer, f func(io.Writer) error) error {
	if terminal.Is(w) {
		return f(w)
	}
	b := bufio.NewWriterSize(w, 64<<10)
	err := f(b)
	if e := b.Flush(); e != nil && err == nil {
		err = e
	}
	return err
}
