package command

import (
	"context"
	"errors"
	"fmt"
	"time"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say"
	"archadvisor/ui/batch"
	"archadvisor/ui/disk"
	"archadvisor/ui/records"
)

// export writes one record, or one per profile of a folder: all or none.
func (e *engine) export(ctx context.Context) error {
	e.Date = e.date.Format(time.DateOnly)
	list, err := e.toExport(ctx)
	if err != nil {
		return err
	}
	place, err := records.Find(e.format, e.Dir)
	if err != nil {
		return asUsage(err)
	}
	if e.stdout || e.Dir == "" && place.Format.Folder() == "" || e.set.output != "" {
		return e.printRecords(place.Format, list)
	}
	e.remark("format %s in %s: %s", place.Format, profile.Clean(place.Shown()), profile.Clean(place.Because))
	files, err := place.Write(&e.Request, list)
	if err != nil {
		return asUsage(err)
	}
	text, would := "", map[bool]string{true: "would write "}[e.Dry]
	for _, f := range files {
		text += would + profile.Clean(f.Path) + "\n"
	}
	return disk.Bytes([]byte(text))(e.Out)
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

// toExport decides the profiles that become records. One that cannot be read or has no feasible option stops all.
func (e *engine) toExport(ctx context.Context) ([]records.Decided, error) {
	var list []records.Decided
	var faults []string
	inputs, _ := batch.Expand([]string{e.args[0]}, batch.IsProfile)
	if len(inputs) == 0 {
		return nil, usage("%s: no *.toml profile below it", profile.Clean(e.args[0]))
	}
	folder := len(inputs) > 1 || inputs[0].Name != e.args[0]
	bar := e.progress()
	defer bar.Done()
	for _, in := range inputs {
		bar.Step()
		profiles, err := e.profilesOf(in, folder)
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		for _, p := range profiles {
			x, err := e.Account(ctx, p, e.how)
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
	if err := refuse("", faults); err != nil {
		return nil, err
	}
	for i := range list {
		if why := e.set.refuses(&list[i].Explanation.Decision.Decision); why != "" {
			return nil, &exitError{exitStrict, fmt.Sprintf("%s: %s, which --strict does not record", profile.Clean(list[i].File), why)}
		}
	}
	return list, nil
}

func (e *engine) profilesOf(in batch.Input, all bool) ([]*profile.Profile, error) {
	list, errs := in.Profiles(e.In)
	if len(errs) > 0 {
		return nil, usage("%s", errs.Error())
	}
	if !all {
		p, _, err := pick(list, in.Name, e.name)
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

func (e *engine) printRecords(f record.Format, list []records.Decided) error {
	var text []byte
	for i := range list {
		data, err := e.Print(f, &list[i], i+1)
		if err != nil {
			return asUsage(err)
		}
		text = append(text, data...)
	}
	return e.write(string(text))
}
