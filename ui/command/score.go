package command

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/source"
	"archadvisor/ui/batch"
	"archadvisor/ui/render"
)

// scoreOptions are what is asked for, and how many rows have no decision or one that --strict refuses.
type scoreOptions struct {
	common
	flips, allowEmpty bool
	errors, refused   int
}

func newScore(s Streams) *cobra.Command {
	var o scoreOptions
	c := s.decides(&o.common, "score PATH...", "Score many profiles: files, folders, or - for standard input", takes(1, anyNumber, "at least one PATH"),
		func(ctx context.Context, e *engine) error { return e.score(ctx, &o) })
	c.Flags().BoolVar(&o.flips, "flips", false, "fill flips and next_questions, which takes longer")
	allowEmpty(c, &o.allowEmpty)
	return c
}

// scoreAll decides on all cores and prints in the order of the input, holding no more rows than it works on.
func (e *engine) scoreAll(ctx context.Context, o *scoreOptions, empty *[]string, w io.Writer) error {
	out := render.NewRows(o.format, w, o.style(w))
	said, remarks := map[string]bool{}, []string(nil)
	first := map[string]string{} // the file of a name, where people see names alone
	inputs, bar := o.files(batch.IsProfile, empty)
	err := batch.Ordered(ctx, inputs, func(in batch.Input) []render.Row { return e.scoreInput(in, o.In) }, func(n int, _ batch.Input, rows []render.Row) error {
		bar.Step(n)
		for k := range rows {
			o.tally(&rows[k])
			if o.format == "table" || o.format == "markdown" {
				if at := first[rows[k].Name]; at != "" && at != rows[k].File && rows[k].Name != "" {
					o.remark("archadvisor: two profiles have the name %s: %s and %s", source.Quote(rows[k].Name), profile.Clean(at), profile.Clean(rows[k].File))
				}
				if len(first) < mostNames { // memory does not grow with a batch
					first[rows[k].Name] = rows[k].File
				}
			}
			if f := rows[k].Errors; len(f) > 0 {
				fmt.Fprintln(o.Err, f.Error()) // the report of one file is bounded
			}
			if err := out.Write(&rows[k]); err != nil {
				return err
			}
		}
		for _, text := range render.Remarks(rows) { // people read them in their formats, too
			if !said[text] { // once, however many profiles it is about
				said[text], remarks = true, append(remarks, text)
				o.remark("%s", text)
			}
		}
		return nil
	})
	bar.Done()
	if err != nil && ctx.Err() == nil {
		return err
	}
	return cmp.Or(err, out.Close(remarks)) // an array that was interrupted is closed
}

// mostNames bounds the names that are compared with those that follow.
const mostNames = 10_000

func (e *engine) scoreInput(in batch.Input, stdin io.Reader) []render.Row {
	list, errs := in.Profiles(stdin)
	if len(errs) > 0 {
		return []render.Row{{File: in.Name, Errors: errs}}
	}
	rows := make([]render.Row, len(list))
	for i, p := range list {
		rows[i] = render.Row{File: in.Name, Name: p.Name()}
		if len(list) > 1 {
			rows[i].Index = &i
		}
		if err := e.override(p); err != nil {
			rows[i].Errors = source.Errors{{File: in.Name, Message: err.Error()}}
			continue
		}
		rows[i].Name = p.Name()
		if text := e.regionNote(p); text != "" {
			rows[i].Remarks = append(rows[i].Remarks, text)
		}
		if rows[i].Mixture = e.mixture(p); rows[i].Mixture == nil {
			rows[i].Decision = e.decide(p)
		}
	}
	return withComponents(rows)
}

func withComponents(rows []render.Row) []render.Row {
	for i := len(rows) - 1; i >= 0; i-- {
		if m := rows[i].Mixture; m != nil {
			var parts []render.Row
			rows[i].Decision = m.Whole
			for k := range m.Parts {
				parts = append(parts, render.Row{File: rows[i].File, Index: rows[i].Index, Name: rows[i].Name, Component: m.Parts[k].Name, Decision: m.Parts[k].Decision})
			}
			rows = slices.Insert(rows, i, parts...)
		}
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

// mixture decides a profile by its components, nil if it has none.
func (e *engine) mixture(p *profile.Profile) *mixture.Mixture {
	if len(p.Components()) == 0 {
		return nil
	}
	return mixture.Of(e.Explainer, p, e.options, e.decide)
}

func (o *scoreOptions) tally(r *render.Row) {
	if r.Decision == nil {
		o.errors++
	} else if why := o.set.refuses(&r.Decision.Decision); why != "" {
		o.refused++
		o.remark("archadvisor: --strict: %s: %s", profile.Clean(r.Name), why)
	}
}

func (e *engine) decide(p *profile.Profile) *explain.Decision {
	if e.flips {
		return e.AdviseWithFlips(context.Background(), p, e.options)
	}
	return e.Advise(p, e.options)
}

func (e *engine) score(ctx context.Context, o *scoreOptions) error {
	defer batch.Frugal()()
	e.flips = o.flips
	var empty []string
	if err := o.writeTo(func(w io.Writer) error { return e.scoreAll(ctx, o, &empty, w) }); err != nil {
		return err
	}
	if o.errors > 0 {
		return quietly(exitErrorRows)
	}
	if err := o.nothingIn(empty, "no *.toml profile", o.allowEmpty); err != nil || o.refused == 0 {
		return err
	}
	return quietly(exitStrict)
}
