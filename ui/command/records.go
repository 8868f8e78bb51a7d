package command

import (
	"bytes"
	"context"
	"fmt"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/ui/batch"
	"archadvisor/ui/records"
)

// recheck scores every record again on all cores and hands the rows on in the
// order of the files. Files that are no records of ours get none.
func (e *engine) recheck(ctx context.Context, paths []string, next func(record.Row) error) error {
	files := batch.Expand(paths, batch.IsRecord)
	c := e.checker()
	return batch.Ordered(ctx, len(files), func(i int) record.Row { return checkFile(c, files[i]) }, func(_ int, r record.Row) error {
		if r.State == record.Foreign {
			return nil
		}
		return next(r)
	})
}

func (e *engine) checker() record.Checker {
	options := e.options
	options.Detail = true // what changed is told by statement
	return record.Checker{Adviser: e, Version: Version, Set: e.sets, Options: options}
}

// accept writes today's answer into every record.
func (e *engine) accept(paths []string) error {
	c := e.checker()
	for _, in := range batch.Expand(paths, batch.IsRecord) {
		old, err := in.Record()
		if err != nil {
			continue // the check that follows tells
		}
		data, err := c.Accept(in.Name, old)
		if err != nil || data == nil || bytes.Equal(data, old) || in.Name == "-" {
			continue // likewise
		}
		if err := records.Put(records.File{Path: in.Name, Data: data, Old: old}); err != nil {
			return fmt.Errorf("write %s: %w", profile.Clean(in.Name), err)
		}
	}
	return nil
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
