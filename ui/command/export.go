package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say"
	"archadvisor/ui/batch"
	"archadvisor/ui/records"
	"archadvisor/ui/terminal"
)

type exportOptions struct {
	common
	records.Request
	name   string
	stdout bool
}

func newExport(s Streams) *cobra.Command {
	var o exportOptions
	c := s.command(&o.common, "export PROFILE|FOLDER", "Write a decision record", takes(1, 1, "one PROFILE or FOLDER"),
		func(ctx context.Context) error { return runExport(ctx, &o) })
	f := c.Flags()
	f.StringVar(&o.Dir, "dir", "", "folder of the records (default: where the project keeps them, else by format)")
	f.StringVar(&o.Number, "number", "auto", "auto, a number, or date")
	f.StringVar(&o.Status, "status", "", "proposed, accepted, rejected or deprecated (default proposed: the program recommends, people decide)")
	f.StringVar(&o.Title, "title", "", "title of the record")
	f.StringVar(&o.Template, "template", "", "your own text/template (archadvisor help templates)")
	f.StringVar(&o.name, "name", "", "which profile of a file that holds several")
	f.StringVar(&o.Deciders, "deciders", "", "who decided, separated by commas")
	f.StringVar(&o.Consulted, "consulted", "", "who was consulted, separated by commas")
	f.StringVar(&o.Informed, "informed", "", "who was informed, separated by commas")
	f.StringSliceVar(&o.Supersedes, "supersedes", nil, "numbers or file names of the records that this one replaces")
	f.BoolVar(&o.stdout, "stdout", false, "print the record instead of writing a file")
	f.BoolVar(&o.Dry, "dry-run", false, "say what would be written and write nothing")
	return c
}

// runExport writes one record, or one per profile of a folder: all or none.
func runExport(ctx context.Context, o *exportOptions) error {
	e, err := newEngine(&o.common)
	if err != nil {
		return err
	}
	o.Date = e.date.Format(time.DateOnly)
	if o.Template != "" {
		if err := o.readsOnce(o.Template); err != nil {
			return err
		}
		text, err := o.file("--template ", o.Template)
		if err != nil {
			return err
		}
		o.TemplateText = string(text)
	}
	list, err := e.toExport(ctx, o)
	if err != nil {
		return err
	}
	place, err := records.Find(o.format, o.Dir)
	if err != nil {
		return asUsage(err)
	}
	if o.stdout || o.Dir == "" && place.Format.Folder() == "" || o.set.output != "" {
		return o.printRecords(place.Format, list)
	}
	o.remark("format %s in %s: %s", place.Format, profile.Clean(place.Shown()), profile.Clean(place.Because))
	for _, old := range place.Earlier(&o.Request, list) {
		o.remark("archadvisor: %s already decides %s; this is one record more: --supersedes %s would make it replace that one", profile.Clean(old.File), old.Name, profile.Clean(old.Word))
	}
	files, err := place.Write(&o.Request, list)
	if err != nil {
		return asUsage(err)
	}
	would := map[bool]string{true: "would write "}[o.Dry]
	for _, f := range files {
		if _, err := fmt.Fprintln(o.Out, would+profile.Clean(f.Path)); err != nil {
			return err
		}
	}
	if len(files) == 1 && !o.Dry && terminal.Is(o.Err) {
		fmt.Fprintf(o.Err, "check later whether it still holds: archadvisor check %s\n", profile.Clean(files[0].Path))
	}
	return nil
}

// asUsage makes the faults of what the user asked for exit code 2.
func asUsage(err error) error {
	var none *record.InfeasibleError
	var request *records.Error
	if errors.As(err, &none) || errors.As(err, &request) {
		return usage("%v", err)
	}
	return err
}

// toExport decides the profiles that become records. One that cannot be read or
// has no feasible option stops the whole export.
func (e *engine) toExport(ctx context.Context, o *exportOptions) ([]records.Decided, error) {
	var list []records.Decided
	var faults []string
	inputs, _ := batch.Expand([]string{o.args[0]}, batch.IsProfile)
	if len(inputs) == 0 {
		return nil, usage("%s: no *.toml profile below it", profile.Clean(o.args[0]))
	}
	folder := len(inputs) > 1 || inputs[0].Name != o.args[0]
	bar := o.progress(func() int { return len(inputs) })
	defer bar.Done()
	for i, in := range inputs {
		bar.Step(i)
		profiles, err := e.profilesOf(in, o, folder)
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		for _, p := range profiles {
			x, err := e.Account(ctx, p, e.options)
			if err != nil {
				return nil, err
			}
			if x.Verdict == advisor.Infeasible {
				none := &record.InfeasibleError{Relaxation: x.Relaxation}
				if m := e.mixture(p); m.Divided() {
					none.Divided = say.Mixture(m)
				}
				faults = append(faults, profile.Clean(in.Name)+": "+none.Error())
				continue
			}
			list = append(list, records.Decided{Profile: p, Explanation: x, Mixture: e.mixture(p), File: in.Name})
		}
	}
	if err := refuse(faults); err != nil {
		return nil, err
	}
	for i := range list {
		if why := o.set.refuses(&list[i].Explanation.Decision.Decision); why != "" {
			return nil, &exitError{exitStrict, fmt.Sprintf("%s: %s, which --strict does not record", profile.Clean(list[i].File), why)}
		}
	}
	return list, nil
}

func (e *engine) profilesOf(in batch.Input, o *exportOptions, all bool) ([]*profile.Profile, error) {
	list, errs := in.Profiles(o.In)
	if len(errs) > 0 {
		return nil, usage("%s", errs.Error())
	}
	if !all {
		p, _, err := pick(list, in.Name, o.name)
		if err != nil {
			return nil, err
		}
		list = []*profile.Profile{p}
	}
	for _, p := range list {
		if err := e.override(p); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (o *exportOptions) printRecords(f record.Format, list []records.Decided) error {
	return o.writeTo(func(w io.Writer) error {
		for i := range list {
			data, err := o.Print(f, &list[i], i+1)
			if err != nil {
				return asUsage(err)
			}
			if _, err := w.Write(data); err != nil {
				return err
			}
		}
		return nil
	})
}
