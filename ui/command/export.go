package command

import (
	"context"
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
		return err
	}
	if e.stdout || e.Dir == "" && place.Format.Folder() == "" || e.set.text("output") != "" {
		text := ""
		for i := range list {
			data, err := e.Print(place.Format, &list[i], i+1)
			if err != nil {
				return err
			}
			text += string(data)
		}
		return e.write(text)
	}
	e.remark("format %s in %s: %s", place.Format, profile.Clean(place.Shown()), profile.Clean(place.Because))
	files, err := place.Write(&e.Request, list)
	if err != nil {
		return err
	}
	text, would := "", map[bool]string{true: "would write "}[e.Dry]
	for _, f := range files {
		text += would + profile.Clean(f.Path) + "\n"
	}
	return disk.Bytes([]byte(text))(e.Out)
}

// toExport decides the profiles that become records. One that cannot be read or has no feasible option stops all.
func (e *engine) toExport(ctx context.Context) ([]records.Decided, error) {
	list, err := e.named()
	if err != nil {
		return nil, err
	}
	bar := e.progress()
	defer bar.Done()
	var faults []string
	for i := range list {
		bar.Step()
		d := &list[i]
		if d.Explanation, err = e.Account(ctx, d.Profile, e.how); err != nil {
			return nil, err
		}
		d.Mixture = e.mixture(d.Profile)
		if d.Explanation.Verdict == advisor.Infeasible {
			none := &record.InfeasibleError{Relaxation: d.Explanation.Relaxation}
			if d.Mixture.Divided() {
				none.Divided = say.Mixture(d.Mixture)
			}
			faults = append(faults, profile.Clean(d.File)+": "+none.Error())
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

// named are the profile that the argument names, or those below a folder.
func (o *options) named() ([]records.Decided, error) {
	path := o.args[0]
	switch inputs, _ := batch.Expand(o.args, batch.IsProfile); {
	case len(inputs) == 0:
		return nil, usage("%s: no *.toml profile below it", profile.Clean(path))
	case len(inputs) > 1 || inputs[0].Name != path:
		return o.read(inputs)
	}
	p, _, err := o.one()
	return []records.Decided{{Profile: p, File: path}}, err
}
