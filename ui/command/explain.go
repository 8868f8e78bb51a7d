package command

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/report"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/advisor/say/row"
	"archadvisor/ui/batch"
)

func newExplain(s Streams) *cobra.Command {
	var o oneProfile
	c := s.decides(&o.common, "explain PROFILE", "One profile in depth: why, why not, the bill, what would flip it, what to ask next", takes(1, 1, "one PROFILE"),
		func(ctx context.Context, e *engine) error { return e.explain(ctx, &o) })
	o.flag(c)
	return c
}

func newReport(s Streams) *cobra.Command {
	var o common
	var empty bool
	c := s.decides(&o, "report PATH...", "Write one HTML page: decisions, charts, bills, sources; of several a portfolio first",
		takes(1, anyNumber, "at least one PATH"), func(ctx context.Context, e *engine) error { return e.report(ctx, &o, empty) })
	allowEmpty(c, &empty)
	return c
}

func (e *engine) tell(ctx context.Context, entry *report.Entry, inDepth bool) (err error) {
	entry.Mixture = e.mixture(entry.Profile)
	if !inDepth {
		entry.Decision = e.Advise(entry.Profile, e.options)
		return nil
	}
	if entry.Explanation, err = e.Explain(ctx, entry.Profile, e.options); err == nil {
		entry.Decision = entry.Explanation.Decision
	}
	return err
}

func (e *engine) explain(ctx context.Context, o *oneProfile) error {
	p, index, err := e.one(o.args[0], o.name, o.In)
	if err != nil {
		return err
	}
	m := e.mixture(p)
	x, err := e.Account(ctx, p, e.options)
	if err != nil {
		return err
	}
	report := row.NewExplanation(o.args[0], index, x)
	if m != nil {
		report.AddMixture(m)
	}
	if err := o.print(report, func() *document.Document { return say.Explanation(x, m) }); err != nil {
		return err
	}
	if why := o.set.refuses(&x.Decision.Decision); why != "" {
		o.remark("archadvisor: --strict: %s", why)
		return quietly(exitStrict)
	}
	return nil
}

// report decides every profile; one that cannot be read stops the whole page.
func (e *engine) report(ctx context.Context, o *common, mayBeEmpty bool) error {
	inputs, empty := batch.Expand(o.args, batch.IsProfile)
	if err := o.nothingIn(empty, "no *.toml profile", mayBeEmpty); err != nil || len(inputs) == 0 {
		return err
	}
	var entries []report.Entry
	var faults []string
	for _, in := range inputs {
		list, errs := in.Profiles(o.In)
		if len(errs) > 0 {
			faults = append(faults, errs.Error())
		}
		for _, p := range list {
			if err := e.override(p); err != nil {
				faults = append(faults, profile.Clean(in.Name)+": "+err.Error())
			}
			entries = append(entries, report.Entry{File: in.Name, Profile: p})
		}
	}
	if err := refuse(faults); err != nil {
		return err
	}
	bar := o.progress(func() int { return len(entries) })
	each := func(yield func(*report.Entry) bool) {
		for i := 0; i < len(entries) && yield(&entries[i]); i++ {
		}
	}
	err := batch.Ordered(ctx, each, func(x *report.Entry) error { return e.tell(ctx, x, len(entries) <= report.MostInDepth) }, func(n int, _ *report.Entry, err error) error {
		bar.Step(n)
		return err
	})
	if bar.Done(); err != nil {
		return err
	}
	return o.writeTo(func(w io.Writer) error { return report.Write(w, entries, e.Strengths().Reliability()) })
}
