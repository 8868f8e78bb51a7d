package command

import (
	"bufio"
	"io"
	"os"
	"path/filepath"

	"archadvisor/advisor/profile"
)

// writeTo runs f with standard output, or with the file of --output, which is
// written whole or not at all.
func writeTo(set *settings, s Streams, f func(io.Writer) error) error {
	path := set.v.GetString("output")
	if path == "" || path == "-" {
		return buffered(s.Out, f)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".archadvisor-*")
	if err != nil {
		return usage("--output %s: %v", profile.Clean(path), plainError(err))
	}
	defer os.Remove(tmp.Name())
	result := buffered(tmp, f)
	if e := tmp.Close(); e != nil {
		return e
	}
	if result != nil && !saidByCode(result) {
		return result
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return err
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return usage("--output %s: %v", profile.Clean(path), plainError(err))
	}
	return result
}

// saidByCode reports whether an error only carries an exit code: the output is
// complete.
func saidByCode(err error) bool {
	e, ok := err.(*exitError)
	return ok && e.err == nil
}

// flusher is a writer that holds text back until it is told not to.
type flusher interface{ Flush() error }

// buffered runs f with a buffer around w, unless w is a terminal, where rows
// should appear as they are ready.
func buffered(w io.Writer, f func(io.Writer) error) error {
	if isTerminal(w) {
		return f(w)
	}
	b := bufio.NewWriterSize(w, 64<<10)
	err := f(b)
	if e := b.Flush(); e != nil && err == nil {
		err = e
	}
	return err
}
