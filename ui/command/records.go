package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

// maxRecord bounds the files that check reads, in bytes; a record has some 20
// KiB, and what is larger is not one.
const maxRecord = 4 << 20

// recordFiles turns arguments into files that may hold records: files as
// named, folders walked for Markdown and JSON.
func recordFiles(paths []string) []input {
	return expand(paths, func(name string) bool {
		return strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".json")
	})
}

// recheck scores every record again on all cores and hands the rows on in the
// order of the files. Files that are no records of ours get none.
func (e *engine) recheck(ctx context.Context, paths []string, next func(record.Row) error) error {
	files := recordFiles(paths)
	options := e.options
	options.Detail = true // what changed is told by statement
	c := record.Checker{Adviser: e, Version: version(), Set: e.sets, Options: options}
	return ordered(ctx, len(files), func(i int) record.Row { return checkFile(c, files[i]) }, func(_ int, r record.Row) error {
		if r.State == record.Foreign {
			return nil
		}
		return next(r)
	})
}

func checkFile(c record.Checker, in input) record.Row {
	data, err := recordBytes(in)
	if err != nil {
		return record.Row{File: in.name, State: record.Unreadable, Because: err.Error(), Fault: &record.Fault{Message: err.Error()}}
	}
	return c.Check(in.name, data)
}

// recordBytes reads a file that may be a record; of a file that is too large to
// be one it reads nothing.
func recordBytes(in input) ([]byte, error) {
	if in.err != nil {
		return nil, in.err
	}
	f, err := os.Open(in.name)
	if err != nil {
		return nil, plainError(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > maxRecord {
		return nil, nil
	}
	data, err := io.ReadAll(io.LimitReader(f, maxRecord))
	return data, plainError(err)
}

// recordCounts are how many records ended in each state.
type recordCounts map[record.State]int

// String is "12 hold, 1 drifted, 0 unreadable, 2 skipped (superseded or rejected)".
func (n recordCounts) String() string {
	return fmt.Sprintf("%d hold, %d drifted, %d unreadable, %d skipped (superseded or rejected)",
		n[record.Holds], n[record.Drifted], n[record.Unreadable], n[record.Skipped])
}

// recordName is a record's number and title for people.
func recordName(r *record.Row) string {
	title := profile.Clean(r.Title)
	if r.Number > 0 {
		return strings.TrimSpace(fmt.Sprintf("%04d %s", r.Number, title))
	}
	return title
}

// architectureNow is what is recommended today, or that nothing is.
func architectureNow(name string) string {
	if name == "" {
		return "nothing"
	}
	return name
}
