package command

import (
	"bufio"
	"io"

	"archadvisor/advisor/profile"
	"archadvisor/ui/disk"
	"archadvisor/ui/terminal"
)

// writeTo runs f with standard output, or with the file of --output, which is
// written whole or not at all if it is a regular one.
func (o *common) writeTo(f func(io.Writer) error) error {
	path := o.set.output
	switch path {
	case "", "-", "/dev/stdout":
		return buffered(o.Out, f)
	case "/dev/stderr":
		return buffered(o.Err, f)
	}
	var fault error
	err := disk.Write(path, 0o666, true, func(w io.Writer) error {
		fault = buffered(w, f)
		return fault
	})
	if err != nil && fault == nil {
		return usage("%s %s: %v", o.set.found["output"].Said, profile.Clean(path), disk.Plain(err))
	}
	return err
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
