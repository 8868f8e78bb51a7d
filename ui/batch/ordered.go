// Package batch reads many files and works on them on all cores: it finds the files, reads their profiles or
// records, and hands results on in the order of the input.
package batch

import (
	"context"
	"runtime"
	"runtime/debug"
)

// Ordered runs work for 0..n-1 on all cores and hands the results on in order.
// At most a few results wait at any time.
func Ordered[T any](ctx context.Context, n int, work func(int) T, next func(int, T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan chan T, runtime.GOMAXPROCS(0)) // in order of input: what runs, and what waits for one before it
	go func() {
		defer close(queue)
		for i := range n {
			done := make(chan T, 1)
			select {
			case queue <- done:
				go func() { done <- work(i) }()
			case <-ctx.Done():
				return
			}
		}
	}()
	i := 0
	for done := range queue {
		select {
		case out := <-done:
			if err := next(i, out); err != nil {
				return err
			}
			i++
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
