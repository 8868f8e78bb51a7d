package command

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/report"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/advisor/say/row"
	"archadvisor/rules/source"
	"archadvisor/ui/batch"
	"archadvisor/ui/records"
	"archadvisor/ui/render"
)

const noProfile = "no *.toml profile"

// score decides on all cores and prints in the order of the input, holding no more rows than it works on.
func (e *engine) score(ctx context.Context) error {
	var empty []string
	c := counts{first: map[string]string{}, said: map[string]bool{}}
	err := e.writeTo(func(w io.Writer) error {
		out := render.NewRows(e.format, w, e.style())
		inputs := batch.Each(e.args, batch.IsProfile, &empty)
		err := batch.Ordered(ctx, e.progress(), inputs, e.scoreInput, func(_ batch.Input, rows []render.Row) error {
			for k := range rows {
				e.count(&c, &rows[k])
				if err := out.Write(&rows[k]); err != nil {
					return err
				}
			}
			for _, text := range render.Remarks(rows) { // people read them in their formats, too
				if !c.said[text] { // once, however many profiles it is about
					c.said[text], c.remarks = true, append(c.remarks, text)
					e.remark("%s", text)
				}
			}
			return nil
		})
		if err == nil && c.rows == 0 { // before anything is written
			err, empty = e.nothingIn(empty, noProfile), nil
		}
		if err != nil && ctx.Err() == nil {
			return err
		}
		return cmp.Or(err, out.Close(c.remarks)) // an array that was interrupted is closed
	})
	return cmp.Or(err, exitIf(c.failed > 0, exitErrorRows), e.nothingIn(empty, noProfile), exitIf(c.refused > 0, exitStrict))
}

// counts are what the rows of a batch come to.
type counts struct {
	rows, failed, refused int
	first                 map[string]string // the file of a name
	said                  map[string]bool
	remarks               []string // the same, in order
}

// count counts a row, and tells on standard error what is wrong with it.
func (e *engine) count(c *counts, r *render.Row) {
	if c.rows++; r.Decision == nil {
		c.failed++
	} else if why := e.set.refuses(&r.Decision.Decision); why != "" {
		c.refused++
		e.remark("archadvisor: --strict: %s: %s", profile.Clean(r.Name), why)
	}
	if e.format == "table" || e.format == "markdown" { // people see names alone
		if at := c.first[r.Name]; at != "" && at != r.File && r.Name != "" {
			e.remark("archadvisor: two profiles have the name %s: %s and %s", source.Quote(r.Name), profile.Clean(at), profile.Clean(r.File))
		}
		if len(c.first) < mostNames { // memory does not grow with a batch
			c.first[r.Name] = r.File
		}
	}
	if len(r.Errors) > 0 {
		fmt.Fprintln(e.Err, r.Errors.Error()) // the report of one file is bounded
	}
}

const mostNames = 10_000 // bounds the names that are compared with those that follow

func (e *engine) scoreInput(in batch.Input) []render.Row {
	list, errs := in.Profiles(e.In)
	if len(errs) > 0 {
		return []render.Row{{File: in.Name, Errors: errs}}
	}
	var rows []render.Row
	for i, p := range list {
		r := render.Row{File: in.Name, Name: p.Name()}
		if len(list) > 1 {
			r.Index = &i
		}
		if err := e.override(p); err != nil {
			r.Errors = source.Errors{{File: in.Name, Message: err.Error()}}
			rows = append(rows, r)
			continue
		}
		r.Name = p.Name()
		if text := e.regionNote(p); text != "" {
			r.Remarks = append(r.Remarks, text)
		}
		if r.Mixture = e.mixture(p); r.Mixture == nil {
			r.Decision = e.decide(p)
		} else {
			r.Decision = r.Mixture.Whole
			for _, part := range r.Mixture.Parts {
				rows = append(rows, render.Row{File: r.File, Index: r.Index, Name: r.Name, Component: part.Name, Decision: part.Decision})
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// regionNote says that prices are not those of the stated region, "" if all are.
func (e *engine) regionNote(p *profile.Profile) string {
	if n, ok := explain.RegionNote(e.Advisor, p); ok {
		return say.Note(&n)
	}
	return ""
}

func (e *engine) mixture(p *profile.Profile) *mixture.Mixture {
	if len(p.Components()) == 0 {
		return nil
	}
	return mixture.Of(e.Explainer, p, e.how, e.decide)
}

func (e *engine) decide(p *profile.Profile) *explain.Decision {
	if e.flips {
		return e.AdviseWithFlips(context.Background(), p, e.how)
	}
	return e.Advise(p, e.how)
}

func (e *engine) tell(ctx context.Context, entry *report.Entry, inDepth bool) (err error) {
	entry.Mixture = e.mixture(entry.Profile)
	if !inDepth {
		entry.Decision = e.Advise(entry.Profile, e.how)
		return nil
	}
	if entry.Explanation, err = e.Explain(ctx, entry.Profile, e.how); err == nil {
		entry.Decision = entry.Explanation.Decision
	}
	return err
}

func (e *engine) explain(ctx context.Context) error {
	p, index, err := e.one()
	if err != nil {
		return err
	}
	m := e.mixture(p)
	x, err := e.Account(ctx, p, e.how)
	if err != nil {
		return err
	}
	report := row.NewExplanation(e.args[0], index, x)
	if m != nil {
		report.AddMixture(m)
	}
	if err := e.print(report, func() *document.Document { return say.Explanation(x, m) }); err != nil {
		return err
	}
	if why := e.set.refuses(&x.Decision.Decision); why != "" {
		e.remark("archadvisor: --strict: %s", why)
		return exitIf(true, exitStrict)
	}
	return nil
}

// report decides every profile; one that cannot be read stops the whole page.
func (e *engine) report(ctx context.Context) error {
	inputs, empty := batch.Expand(e.args, batch.IsProfile)
	if err := e.nothingIn(empty, noProfile); err != nil || len(inputs) == 0 {
		return err
	}
	list, err := e.read(inputs)
	if err != nil {
		return err
	}
	entries := say.Each(list, func(d records.Decided) report.Entry { return report.Entry{File: d.File, Profile: d.Profile} })
	each := func(yield func(*report.Entry) bool) {
		for i := 0; i < len(entries) && yield(&entries[i]); i++ {
		}
	}
	tell := func(x *report.Entry) error { return e.tell(ctx, x, len(entries) <= report.MostInDepth) }
	if err := batch.Ordered(ctx, e.progress(), each, tell, func(_ *report.Entry, err error) error { return err }); err != nil {
		return err
	}
	var page bytes.Buffer
	if err := report.Write(&page, entries, e.Strengths().Reliability()); err != nil {
		return err
	}
	return e.write(page.String())
}
