package command

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

const scoreExample = `  archadvisor score testdata/profiles/*.toml
  archadvisor score profiles/ --format csv --output scores.csv
  cat shop.toml | archadvisor score - --format json --flips`

func newScore(set *settings, s Streams) *cobra.Command {
	var flips bool
	c := &cobra.Command{Use: "score PATH...", Short: "Score many profiles: files, folders, or - for standard input",
		Example: scoreExample, Args: takes(1, anyNumber, "at least one PATH"),
		RunE: func(c *cobra.Command, paths []string) error {
			e, err := newEngine(set, s, c)
			if err != nil {
				return err
			}
			e.options.Flips = flips
			format, err := set.format(c)
			if err != nil {
				return err
			}
			return writeTo(set, s, func(w io.Writer) error {
				return runScore(c.Context(), e, set, s, w, format, paths)
			})
		}}
	c.Flags().BoolVar(&flips, "flips", false, "fill flips and next_questions, which takes longer")
	return c
}

// row is one line of a batch: a decision, or the faults of its input.
type row struct {
	file  string
	index *int
	name  string
	d     *advisor.Decision
	errs  profile.Errors
}

// rowWriter prints rows in order, in one format.
type rowWriter interface {
	write(r *row) error
	close() error
}

// runScore decides every profile on all cores and prints the rows in the order
// of the input, holding no more rows than are being worked on.
func runScore(ctx context.Context, e *engine, set *settings, s Streams, w io.Writer, format string, paths []string) error {
	defer frugal()()
	inputs := expand(paths, isProfile)
	if len(inputs) == 0 && !set.v.GetBool("quiet") {
		fmt.Fprintf(s.Err, "archadvisor: no *.toml profile in %s\n", profile.Clean(strings.Join(paths, ", ")))
	}
	out := newRowWriter(format, w, set)
	bar := newProgress(s.Err, len(inputs), set.v.GetBool("quiet"))
	counts := tallyRows{}
	err := ordered(ctx, len(inputs), func(i int) []row { return e.scoreInput(inputs[i], s.In) }, func(i int, rows []row) error {
		bar.step(i + 1)
		for k := range rows {
			counts.add(&rows[k])
			reportRow(s.Err, &rows[k])
			if err := out.write(&rows[k]); err != nil {
				return err
			}
		}
		tellDisagreement(s.Err, out, rows, set.v.GetBool("quiet"))
		if f, ok := w.(flusher); ok && format == "ndjson" {
			return f.Flush() // a line is read as soon as it is ready
		}
		return nil
	})
	bar.done()
	if err == nil {
		err = out.close()
	}
	if err != nil {
		return err
	}
	return counts.exit(set.v.GetBool("strict"), len(inputs))
}

// tellDisagreement puts a remark on standard error, and into the formats that
// people read.
func tellDisagreement(errs io.Writer, out rowWriter, rows []row, quiet bool) {
	text := disagreement(rows)
	if text == "" {
		return
	}
	if !quiet {
		fmt.Fprintln(errs, text)
	}
	if r, ok := out.(interface{ remark(string) }); ok {
		r.remark(text)
	}
}

// frugal lets the heap of a batch grow to three times what is in use before it
// is collected, but hardly above what a small batch needs anyway: a program
// that reads four thousand files should not look larger than one that reads a
// hundred. What is in use does not grow with the number of files, but with the
// number of workers. It returns what undoes it.
func frugal() (undo func()) {
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

// scoreInput decides the profiles of one input.
func (e *engine) scoreInput(in input, stdin io.Reader) []row {
	list, errs := decode(in, stdin)
	if len(errs) > 0 {
		return []row{{file: in.name, errs: errs}}
	}
	rows := make([]row, len(list))
	for i, p := range list {
		rows[i] = row{file: in.name, name: p.Name()}
		if len(list) > 1 {
			rows[i].index = &i
		}
		if err := e.override(p); err != nil {
			rows[i].errs = profile.Errors{{File: in.name, Message: err.Error()}}
			continue
		}
		rows[i].d = e.Advise(p, e.options)
	}
	return rows
}

// ordered runs work for 0..n-1 on all cores and hands the results on in order.
// At most a few results wait at any time.
func ordered[T any](ctx context.Context, n int, work func(int) T, next func(int, T) error) error {
	workers := runtime.GOMAXPROCS(0)
	type job struct {
		i    int
		done chan T
	}
	queue := make(chan job, 4*workers) // in order of input
	todo := make(chan job)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		defer close(queue)
		defer close(todo)
		for i := 0; i < n; i++ {
			j := job{i, make(chan T, 1)}
			select {
			case queue <- j:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	for w := 0; w < workers; w++ {
		go func() {
			for j := range todo {
				j.done <- work(j.i)
			}
		}()
	}
	for j := range queue {
		select {
		case out := <-j.done:
			if err := next(j.i, out); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// tallyRows decides the exit code of a batch.
type tallyRows struct{ errors, doubtful int }

func (t *tallyRows) add(r *row) {
	switch {
	case r.d == nil:
		t.errors++
	case r.d.Verdict != advisor.Recommended:
		t.doubtful++
	}
}

func (t *tallyRows) exit(strict bool, inputs int) error {
	switch {
	case t.errors > 0:
		return quietly(exitErrorRows)
	case strict && t.doubtful > 0:
		return quietly(exitStrict)
	}
	return nil
}
