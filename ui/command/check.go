package command

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/measure"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/rules/source"
	"archadvisor/ui/batch"
	"archadvisor/ui/disk"
	"archadvisor/ui/records"
	"archadvisor/ui/render"
	"archadvisor/ui/terminal"
)

func runCheck(o *options, ctx context.Context) error {
	for _, name := range o.measured {
		text, err := o.file("--measure ", name)
		if err != nil {
			return err
		}
		sets, err := measure.ReadSets(text, name)
		if err != nil {
			return usage("%v", err)
		}
		if len(sets) == 0 {
			return usage("--measure %s: nothing measured in it", profile.Clean(name))
		}
		o.set.sets = append(sets, o.set.sets...)
	}
	e, err := newEngine(o)
	if err == nil && o.fix {
		err = o.mend()
	}
	if err == nil && o.accept {
		err = e.renew()
	}
	if err != nil {
		return err
	}
	rows, empty, err := e.recheck(ctx)
	n, doubtful := map[record.State]int{}, 0
	for i := range rows {
		r := &rows[i]
		n[r.State]++
		if r.Verdict != advisor.Recommended && r.State == record.Holds && o.set.strict() != "" {
			doubtful++
			o.remark("archadvisor: --strict: %s: the verdict is %s", profile.Clean(r.File), r.Verdict)
		}
		if o.format == "github" || o.format == "sarif" {
			r.File = records.FromRoot(r.File)
		}
	}
	if err == nil || ctx.Err() != nil { // what was found until a signal came
		err = cmp.Or(o.write(render.Checks(o.format, Version, rows)), err)
	}
	if err != nil {
		return err
	}
	o.remark("%d hold, %d drifted, %d unreadable, %d skipped (superseded, rejected or deprecated)",
		n[record.Holds], n[record.Drifted], n[record.Unreadable], n[record.Skipped])
	return cmp.Or(exitIf(n[record.Drifted] > 0, exitDrifted), exitIf(n[record.Unreadable] > 0, exitFailed),
		o.nothingIn(empty, noRecord), exitIf(doubtful > 0, exitStrict))
}

const noRecord = "no decision record of this program"

// recheck scores every record of ours again on all cores, in the order of the files; empty are arguments without one.
func (e *engine) recheck(ctx context.Context) (rows []record.Row, empty []string, err error) {
	c := e.checker()
	misfits := records.Faults{}
	ours := map[string]bool{} // arguments with files: whether one is ours
	files := batch.Each(e.args, batch.IsRecord, &empty)
	work := func(in batch.Input) record.Row {
		data, err := in.Record(e.In)
		if err != nil {
			return record.Row{File: in.Name, State: record.Unreadable, Because: err.Error(), Fault: &source.Fault{Message: err.Error()}}
		}
		return c.Check(in.Name, data)
	}
	err = batch.Ordered(ctx, e.progress(), files, work, func(in batch.Input, r record.Row) error {
		ours[in.From] = ours[in.From] || r.State != record.Foreign
		if r.State == record.Foreign {
			return nil
		}
		if r.State == record.Unset {
			return usage("%s: %s", profile.Clean(r.File), profile.Clean(r.Because))
		}
		if in.Name != "-" {
			r.Warnings = append(slices.Clone(misfits.Of(r.File)), r.Warnings...)
		}
		for _, w := range r.Warnings {
			e.remark("archadvisor: %s: %s", profile.Clean(r.File), profile.Clean(w))
		}
		rows = append(rows, r)
		return nil
	})
	for _, p := range e.args {
		if is, read := ours[p]; read && !is {
			ours[p], empty = true, append(empty, p)
		}
	}
	if err == nil && len(rows) == 0 { // before anything is written
		err, empty = e.nothingIn(empty, noRecord), nil
	}
	return rows, empty, err
}

func (e *engine) checker() record.Checker {
	how := e.how
	how.Detail = true // what changed is told by statement
	return record.Checker{Advise: e.Advise, Mixture: e.mixture, Remark: e.regionNote, Version: Version, Set: e.set.sets, Options: how}
}

// edits reads what may be records before any is written. If one cannot be read, all stay as they are; of what is not
// there the check that follows tells.
func (o *options) edits(flag string, each func(in batch.Input, data []byte) error) error {
	files, _ := batch.Expand(o.args, batch.IsRecord)
	for _, in := range files {
		if in.Name == "-" {
			return usage("%s writes into files, and - is standard input", flag)
		}
		data, err := in.Record(nil)
		if err == nil {
			err = each(in, data)
		}
		if fault := (*exitError)(nil); errors.As(err, &fault) {
			return err
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: %w; %s changed nothing", profile.Clean(in.Name), disk.Plain(err), flag)
		}
	}
	return nil
}

func (e *engine) renew() error {
	c := e.checker()
	var plan []disk.File
	err := e.edits("--accept", func(in batch.Input, old []byte) error {
		data, err := c.Accept(in.Name, old)
		if errors.As(err, new(*record.SetError)) {
			return usage("%s: %v", profile.Clean(in.Name), err)
		}
		if err == nil && data != nil && !bytes.Equal(data, old) { // of a fault the check that follows tells
			plan = append(plan, disk.File{Path: in.Name, Data: data, Old: old})
		}
		return nil
	})
	if err != nil {
		return err
	}
	return disk.Commit(plan)
}

// mend mends numbers and links in the folders in which there are records of ours.
func (o *options) mend() error {
	var folders, others []string
	err := o.edits("--fix", func(in batch.Input, data []byte) error {
		dir, own, err := in.Own()
		if err != nil || !own {
			return err
		}
		if record.IsOurs(data) && !slices.Contains(folders, dir) {
			folders = append(folders, dir)
		}
		others = append(others, filepath.Join(dir, filepath.Base(in.Name)))
		return nil
	})
	if err != nil {
		return err
	}
	others = slices.DeleteFunc(others, func(file string) bool { return slices.Contains(folders, filepath.Dir(file)) })
	said, err := records.Mend(folders, others)
	if err != nil {
		return err
	}
	for _, line := range said {
		o.remark("mended %s", line)
	}
	return nil
}

func (e *engine) list(ctx context.Context) error {
	if len(e.args) == 0 {
		at, err := records.Find("auto", "")
		if err != nil {
			return err
		}
		if _, err := os.Stat(at.Dir); err != nil {
			fmt.Fprintf(e.Err, "archadvisor: no records here: %s is not there; archadvisor export writes them\n", profile.Clean(at.Shown()))
			return nil
		}
		e.args = []string{at.Shown()}
	}
	rows, empty, err := e.recheck(ctx)
	if err != nil {
		return err
	}
	width := e.style().Width
	if width == terminal.Piped && !terminal.Is(e.stream()) { // a record a line, for other programs
		width = 0
	}
	for _, r := range rows {
		if r.State == record.Unreadable {
			err = errors.Join(err, fmt.Errorf("%s: %s", profile.Clean(r.File), profile.Clean(r.Because)))
		}
	}
	return cmp.Or(e.write(render.List(e.format, rows, width)), err, e.nothingIn(empty, noRecord))
}
