package terminal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// endGrace is how long the program may take to end after a signal; a write that
// waits for the other end of a pipe would never end.
const endGrace = 5 * time.Second

// sameSignal is the time within which a second signal is the first one again, as
// timeout sends it to the program and to its group.
const sameSignal = 300 * time.Millisecond

// Interrupted is the exit code after Ctrl-C.
const Interrupted = 130

// Ended is why a signal cancelled a context: the exit code that it asks for.
type Ended int

// Error is the code in words.
func (e Ended) Error() string { return fmt.Sprintf("ended by a signal, exit code %d", int(e)) }

// Signalled is a context that the first INT, TERM or HUP cancels, with Ended as its
// cause; a second one ends the program at once. Signals that the
// caller ignores, as nohup does with HUP, stay ignored.
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
		select {
		case <-ctx.Done():
			return
		case s := <-signals:
			if n, ok := s.(syscall.Signal); ok {
				code = 128 + int(n)
			}
		}
		cancel(Ended(code))
		time.AfterFunc(endGrace, func() { os.Exit(code) })
		time.Sleep(sameSignal)
		for len(signals) > 0 {
			<-signals
		}
		<-signals
		os.Exit(code)
	}()
	return ctx, func() { signal.Stop(signals); cancel(nil) }
}

// ExitCode is the exit code of a run whose context was cancelled.
func ExitCode(ctx context.Context) int {
	var e Ended
	if errors.As(context.Cause(ctx), &e) {
		return int(e)
	}
	return Interrupted
}
