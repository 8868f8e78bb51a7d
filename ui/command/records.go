package command

import (
	"context"
	"fmt"

	"archadvisor/advisor/record"
	"archadvisor/ui/batch"
)

// recheck scores every record again on all cores and hands the rows on in the
// order of the files. Files that are no records of ours get none.
func (e *engine) recheck(ctx context.Context, paths []string, next func(record.Row) error) error {
	files := batch.Expand(paths, batch.IsRecord)
	options := e.options
	options.Detail = true // what changed is told by statement
	c := record.Checker{Adviser: e, Version: Version, Set: e.sets, Options: options}
	return batch.Ordered(ctx, len(files), func(i int) record.Row { return checkFile(c, files[i]) }, func(_ int, r record.Row) error {
		if r.State == record.Foreign {
			return nil
		}
		return next(r)
	})
}

func checkFile(c record.Checker, in batch.Input) record.Row {
	data, err := in.Record()
	if err != nil {
		return record.Row{File: in.Name, State: record.Unreadable, Because: err.Error(), Fault: &record.Fault{Message: err.Error()}}
	}
	return c.Check(in.Name, data)
}

// recordCounts are how many records ended in each state.
type recordCounts map[record.State]int

// String is "12 hold, 1 drifted, 0 unreadable, 2 skipped (superseded or rejected)".
func (n recordCounts) String() string {
	return fmt.Sprintf("%d hold, %d drifted, %d unreadable, %d skipped (superseded or rejected)",
		n[record.Holds], n[record.Drifted], n[record.Unreadable], n[record.Skipped])
}
