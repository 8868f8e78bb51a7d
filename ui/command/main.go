package command

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"archadvisor/advisor/profile"
	"archadvisor/ui/disk"
	"archadvisor/ui/records"
	"archadvisor/ui/render"
	"archadvisor/ui/terminal"
)

// The exit codes; archadvisor help exit-codes tells them.
const (
	exitFine      = 0
	exitFailed    = 1
	exitUsage     = 2
	exitErrorRows = 3
	exitDrifted   = 4
	exitStrict    = 5
)

// Streams are the three streams of the program. In and Out may be files, and only then can they be terminals.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
}

// exitError is an error with its exit code; an empty text prints nothing, for the command has said it all.
type exitError struct {
	code int
	text string
}

func (e *exitError) Error() string { return e.text }

// usage is wrong usage, an invalid pack or an invalid profile: exit code 2.
func usage(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Sprintf(format, args...)}
}

// refuse is a usage error of faults, if there are any, behind what is said of them.
func refuse(said string, faults []string) error {
	if len(faults) == 0 {
		return nil
	}
	return usage("%s%s", said, strings.Join(faults, "\n"))
}

// exitIf is an exit code alone, nil unless there is a reason for it.
func exitIf(reason bool, code int) error {
	if !reason {
		return nil
	}
	return &exitError{code: code}
}

// Main runs the program and returns its exit code.
func Main(args []string, in *os.File, out, errs *os.File) int {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(300) // a batch holds 5 MB at any time, however many its files: it spends little on collecting 20
	}
	ctx, stop := terminal.Signalled()
	defer stop()
	return Run(ctx, args, Streams{in, out, errs})
}

// Run is Main with a context and streams of the caller's.
func Run(ctx context.Context, args []string, s Streams) int {
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(s.In)
	help := bufio.NewWriter(s.Out) // which remembers a failure: cobra tells nobody
	root.SetOut(help)
	root.SetErr(s.Err)
	err := root.ExecuteContext(ctx)
	return complain(ctx, cmp.Or(err, help.Flush()), s.Err)
}

func complain(ctx context.Context, err error, w io.Writer) int {
	if err == nil {
		return exitFine
	}
	if errors.Is(err, context.Canceled) && ctx.Err() != nil {
		return terminal.ExitCode(ctx)
	}
	if errors.Is(err, syscall.EPIPE) {
		return exitFine // the reader has seen enough
	}
	code, text := exitFailed, err.Error()
	var coded *exitError
	switch {
	case errors.As(err, &coded):
		code = coded.code
	case errors.As(err, new(*records.Error)):
		code = exitUsage
	}
	if text != "" {
		fmt.Fprintln(w, "archadvisor: "+render.CleanLines(text))
	}
	return code
}

// writeTo runs f with standard output or the file of --output, a regular one whole or not at all.
func (o *options) writeTo(f func(io.Writer) error) error {
	path := o.set.text("output")
	if w := o.stream(); w != nil {
		return f(w)
	}
	if o.reads(path) {
		return usage("%s %s: is read, too, and would be gone", o.set.found["output"].Said, profile.Clean(path))
	}
	var fault error
	err := disk.Write(path, 0o666, true, func(w io.Writer) error {
		fault = f(w)
		return fault
	})
	if err != nil && fault == nil {
		return usage("%s %s: %v", o.set.found["output"].Said, profile.Clean(path), disk.Plain(err))
	}
	return err
}

func (o *options) write(text string) error { return o.writeTo(disk.Bytes([]byte(text))) }

// stream is the standard stream that --output names, nil if it names a file.
func (o *options) stream() io.Writer {
	return map[string]io.Writer{"": o.Out, "-": o.Out, "/dev/stdout": o.Out, "/dev/stderr": o.Err}[o.set.text("output")]
}

// unlessEnded is the fault of what was asked for, unless a signal ended the work.
func unlessEnded(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	return usage("%v", err)
}

// reads tells a file that is read, which writing would destroy.
func (o *options) reads(path string) bool {
	out, err := os.Stat(path)
	return err == nil && out.Mode().IsRegular() && slices.ContainsFunc(o.files(), func(name string) bool {
		in, err := os.Stat(name)
		return err == nil && os.SameFile(in, out)
	})
}
