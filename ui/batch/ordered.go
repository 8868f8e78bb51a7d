// Package batch reads many files and works on them on all cores: it finds the files, reads their profiles or
// records, and hands results on in the order of the input.
package batch

import (
	"context"
	"iter"
	"runtime"
	"runtime/debug"
)

// Ordered runs work for each input on all cores and hands the results on in order,
// each with how many there are by then. At most a few results wait at any time.
func Ordered[In, Out any](ctx context.Context, inputs iter.Seq[In], work func(In) Out, next func(int, In, Out) error) error {
	type job struct {
		in   In
		done chan Out
	}
	ctx, cancel := context.WithCancel(ctx)
	queue := make(chan job, runtime.GOMAXPROCS(0)) // in order of input: what runs, and what waits for one before it
	defer func() {
		cancel()
		for range queue { // until nothing is read from inputs
		}
	}()
	go func() {
		defer close(queue)
		for in := range inputs {
			j := job{in, make(chan Out, 1)}
			select {
			case queue <- j:
				go func() { j.done <- work(in) }()
			case <-ctx.Done():
				return
			}
		}
	}()
	n := 0
	for j := range queue {
		select {
		case out := <-j.done:
			n++
			if err := next(n, j.in, out); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// Frugal lets the heap of a batch grow to three times what is in use before it is collected, but hardly above
// what a small batch needs anyway: a program that reads four thousand files should not look larger than one
// that reads a hundred. What is in use does not grow with the number of files, but with the number of workers.
// It returns what undoes it.
func Frugal() (undo func()) {
	limit := int64(12+6*runtime.GOMAXPROCS(0)) << 20
	if asked := debug.SetMemoryLimit(-1); asked < limit {
		limit = asked // GOMEMLIMIT
	}
	percent, before := debug.SetGCPercent(200), debug.SetMemoryLimit(limit)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(before)
	}
}
