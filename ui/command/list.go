package command

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/ui/records"
	"archadvisor/ui/render"
)

// listOptions are what list is asked for.
type listOptions struct {
	common
	paths []string
}

func newList(s Streams, run func(context.Context, *listOptions) error) *cobra.Command {
	return &cobra.Command{Use: "list [PATH...]", Short: "List decision records, what they recommend and whether they hold",
		Example: "  archadvisor list\n  archadvisor list docs/decisions --format json",
		RunE: s.with(func(ctx context.Context, o common, paths []string) error {
			return run(ctx, &listOptions{o, paths})
		})}
}

func runList(ctx context.Context, o *listOptions) error {
	e, err := newEngine(&o.common)
	if err != nil {
		return err
	}
	if len(o.paths) == 0 {
		at, err := records.Find("auto", "")
		if err != nil {
			return err
		}
		if _, err := os.Stat(at.Dir); err != nil {
			fmt.Fprintf(o.Err, "archadvisor: no records here: %s is not there; archadvisor export writes them\n", profile.Clean(at.Shown()))
			return nil
		}
		o.paths = []string{at.Shown()}
	}
	var rows []record.Row
	err = e.recheck(ctx, o.paths, func(r record.Row) error {
		rows = append(rows, r)
		return nil
	})
	if err != nil {
		return err
	}
	return o.writeTo(func(w io.Writer) error { return render.List(w, o.format, rows) })
}
