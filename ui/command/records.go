package command

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/ui/batch"
	"archadvisor/ui/disk"
	"archadvisor/ui/records"
)

// recheck scores every record again on all cores and hands the rows on in the
// order of the files. Files that are no records of ours get none; empty are the
// arguments in which there was none of ours.
func (e *engine) recheck(ctx context.Context, o *common, next func(record.Row) error) (empty []string, err error) {
	files, empty := batch.Expand(o.args, batch.IsRecord)
	c := e.checker()
	misfits := records.Faults{}
	ours := map[string]bool{}
	bar := o.progress(len(files))
	defer bar.Done()
	err = batch.Ordered(ctx, len(files), func(i int) record.Row { return checkFile(c, files[i], o.In) }, func(i int, r record.Row) error {
		bar.Step(i + 1)
		if r.State == record.Foreign {
			return nil
		}
		ours[files[i].From] = true
		if files[i].Name != "-" {
			r.Warnings = misfits.Of(r.File)
		}
		for _, w := range r.Warnings {
			o.remark("archadvisor: %s: %s", profile.Clean(r.File), profile.Clean(w))
		}
		return next(r)
	})
	for _, in := range files {
		if !ours[in.From] {
			ours[in.From], empty = true, append(empty, in.From)
		}
	}
	return empty, err
}

func (e *engine) checker() record.Checker {
	options := e.options
	options.Detail = true // what changed is told by statement
	return record.Checker{Adviser: e, Mixture: e.mixture, Version: Version, Set: e.sets, Options: options}
}

// accept writes today's answer into every record.
func (e *engine) accept(paths []string) error {
	c := e.checker()
	files, _ := batch.Expand(paths, batch.IsRecord)
	for _, in := range files {
		if in.Name == "-" {
			return usage("--accept writes into files, and - is standard input")
		}
		old, err := in.Record(nil)
		if err != nil {
			continue // the check that follows tells
		}
		data, err := c.Accept(in.Name, old)
		if err != nil || data == nil || bytes.Equal(data, old) {
			continue // likewise
		}
		if err := disk.Commit([]disk.File{{Path: in.Name, Data: data, Old: old}}); err != nil {
			return err
		}
	}
	return nil
}

// fix mends numbers and links in the folders in which there are records of ours.
func (o *common) fix() error {
	files, _ := batch.Expand(o.args, batch.IsRecord)
	var folders, others []string
	for _, in := range files {
		if in.Name == "-" {
			return usage("--fix writes into files, and - is standard input")
		}
		data, err := in.Record(nil)
		if dir, own := in.Own(); own && err == nil && record.IsOurs(data) && !slices.Contains(folders, dir) {
			folders = append(folders, dir)
		}
	}
	for _, in := range files {
		if dir, own := in.Own(); own && !slices.Contains(folders, dir) {
			others = append(others, filepath.Join(dir, filepath.Base(in.Name)))
		}
	}
	said, err := records.Mend(folders, others)
	if err != nil {
		return err
	}
	for _, line := range said {
		o.remark("mended %s", line)
	}
	return nil
}

func checkFile(c record.Checker, in batch.Input, stdin io.Reader) record.Row {
	data, err := in.Record(stdin)
	if err != nil {
		return record.Row{File: in.Name, State: record.Unreadable, Because: err.Error(), Fault: &record.Fault{Message: err.Error()}}
	}
	return c.Check(in.Name, data)
}

// recordCounts are how many records ended in each state.
type recordCounts map[record.State]int

// String is "12 hold, 1 drifted, 0 unreadable, 2 skipped (superseded, rejected or deprecated)".
func (n recordCounts) String() string {
	return fmt.Sprintf("%d hold, %d drifted, %d unreadable, %d skipped (superseded, rejected or deprecated)",
		n[record.Holds], n[record.Drifted], n[record.Unreadable], n[record.Skipped])
}
