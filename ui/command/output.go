package command

import (
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
		return terminal.Buffered(o.Out, f)
	case "/dev/stderr":
		return terminal.Buffered(o.Err, f)
	}
	var fault error
	err := disk.Write(path, 0o666, true, func(w io.Writer) error {
		fault = terminal.Buffered(w, f)
		return fault
	})
	if err != nil && fault == nil {
		return usage("%s %s: %v", o.set.found["output"].Said, profile.Clean(path), disk.Plain(err))
	}
	return err
}
