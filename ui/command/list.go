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

func newList(s Streams) *cobra.Command {
	var o common
	return &cobra.Command{Use: "list [PATH...]", Short: "List decision records, what they recommend and whether they hold",
		RunE: s.runs(&o, func(ctx context.Context) error { return runList(ctx, &o) })}
}

func runList(ctx context.Context, o *common) error {
	e, err := newEngine(o)
	if err != nil {
		return err
	}
	if len(o.args) == 0 {
		at, err := records.Find("auto", "")
		if err != nil {
			return err
		}
		if _, err := os.Stat(at.Dir); err != nil {
			fmt.Fprintf(o.Err, "archadvisor: no records here: %s is not there; archadvisor export writes them\n", profile.Clean(at.Shown()))
			return nil
		}
		o.args = []string{at.Shown()}
	}
	var rows []record.Row
	_, err = e.recheck(ctx, o, func(r record.Row) error {
		rows = append(rows, r)
		return nil
	})
	if err != nil {
		return err
	}
	return o.writeTo(func(w io.Writer) error { return render.List(w, o.format, rows) })
}
