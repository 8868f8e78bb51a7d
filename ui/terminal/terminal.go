// Package terminal knows whether the streams of the program are terminals, how wide, with which colours, light or dark.
package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/mattn/go-isatty"
)

// Piped is the width of what is no terminal.
const Piped = 100

// Is reports whether a stream is a terminal.
func Is(v any) bool {
	f, ok := v.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// Width is that of the terminal, 100 columns when piped.
func Width(w any) int {
	f, ok := w.(*os.File)
	if !ok || !Is(f) {
		return Piped
	}
	if n, _, err := term.GetSize(f.Fd()); err == nil && n >= 20 {
		return n
	}
	return 80
}

// Coloured decides by the setting, NO_COLOR, CLICOLOR_FORCE and FORCE_COLOR, the terminal, CLICOLOR, TERM.
func Coloured(setting string, w any) bool {
	switch setting {
	case "always":
		return true
	case "never":
		return false
	}
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	for _, name := range []string{"CLICOLOR_FORCE", "FORCE_COLOR"} {
		if force := os.Getenv(name); force != "" && force != "0" && force != "false" {
			return true
		}
	}
	return Is(w) && os.Getenv("CLICOLOR") != "0" && os.Getenv("TERM") != "dumb"
}

// Progress is a line on standard error for long batches.
type Progress struct {
	w           io.Writer
	done        int
	start, last time.Time
}

// NewProgress begins to count; it is nil, drawing nothing, without a terminal.
func NewProgress(w io.Writer) *Progress {
	if !Is(w) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	return &Progress{w: w, start: time.Now()}
}

// Step counts one more; it redraws at most ten times a second, and not before a fifth of a second.
func (p *Progress) Step() {
	if p == nil {
		return
	}
	if p.done++; time.Since(p.start) < 200*time.Millisecond || time.Since(p.last) < 100*time.Millisecond {
		return
	}
	p.last = time.Now()
	fmt.Fprintf(p.w, "\r\x1b[K%d done in %v", p.done, time.Since(p.start).Round(time.Second))
}

// Done takes the line away.
func (p *Progress) Done() {
	if p != nil && !p.last.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

const endGrace = 5 * time.Second // how long the program may take to end: a write to a stuck pipe never would

// sameSignal is when a second signal is the first again, which timeout sends to program and group.
const sameSignal = 300 * time.Millisecond

// Interrupted is the exit code after Ctrl-C.
const Interrupted = 130

// Ended is why a signal cancelled a context: the exit code that it asks for.
type Ended int

// Error is the code in words.
func (e Ended) Error() string { return fmt.Sprintf("ended by a signal, exit code %d", int(e)) }

// Signalled is a context that the first INT, TERM or HUP cancels, with Ended as its cause; a later one ends
// the program at once. Signals that the caller ignores, as nohup does with HUP, stay ignored.
func Signalled() (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	go func() {
		code := Interrupted
		if s, ok := (<-signals).(syscall.Signal); ok {
			code = 128 + int(s)
		}
		cancel(Ended(code))
		time.Sleep(sameSignal)
		signal.Reset()
		time.Sleep(endGrace)
		os.Exit(code)
	}()
	return ctx, func() { cancel(nil) }
}

// ExitCode is the exit code of a run whose context was cancelled.
func ExitCode(ctx context.Context) int {
	var e Ended
	if errors.As(context.Cause(ctx), &e) {
		return int(e)
	}
	return Interrupted
}
