package command

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"archadvisor/advisor/measure"
	"archadvisor/advisor/measure/git"
	"archadvisor/advisor/profile"
	"archadvisor/ui/measuring"
)

// measurement finds facts; base is what is known before.
type measurement func(ctx context.Context, o *options, base *profile.Profile, today time.Time) (*measure.Fragment, error)

func newMeasure(o *options) *cobra.Command {
	one := func(use, short string, take measurement) *cobra.Command {
		return o.command(use, short, func(o *options, ctx context.Context) error { return o.measure(ctx, take) }, "into")
	}
	return group("measure", "Facts for a profile from what you have: access logs, git history, cost exports",
		one("logs FILE...", "The load, from access logs", measureLogs),
		one("git [REPO]", "People, releases and modules, from a git history", measureGit),
		one("bill FILE", "The bill of today, from a cloud's cost export",
			func(_ context.Context, o *options, _ *profile.Profile, _ time.Time) (*measure.Fragment, error) {
				return measuring.Bill(o.args[0], o.In)
			}))
}

func measureLogs(ctx context.Context, o *options, base *profile.Profile, today time.Time) (*measure.Fragment, error) {
	prices, err := loadPrices(o, today)
	if err != nil {
		return nil, err
	}
	return measuring.Logs(ctx, o.args, o.In, base, prices)
}

// measureGit takes the last commit's day for today, unless --date says otherwise.
func measureGit(ctx context.Context, o *options, _ *profile.Profile, today time.Time) (*measure.Fragment, error) {
	if o.set.text("date") == "" {
		today = time.Time{}
	}
	return git.Measure(ctx, append(o.args, ".")[0], today)
}

func (o *options) measure(ctx context.Context, take measurement) error {
	today, err := o.set.today()
	if err != nil {
		return err
	}
	if o.into == "-" {
		return usage("--into needs a file; without --into the fragment goes to standard output")
	}
	base, err := measuring.Base(o.into)
	if err != nil {
		return usage("%v", err)
	}
	if err := o.override(base); err != nil {
		return err
	}
	f, err := take(ctx, o, base, today)
	if err != nil {
		return unlessEnded(err)
	}
	if o.into == "" {
		return o.write(string(f.TOML()))
	}
	m, err := measuring.Into(o.into, f)
	if err != nil {
		return usage("%v", err)
	}
	for _, line := range f.Head {
		o.remark("%s", profile.Clean(line))
	}
	for _, c := range m.Kept {
		o.remark("kept: %s is stated; measured: %s", c.Old, c.New)
	}
	for _, c := range m.Added {
		o.remark("%s", c.New)
	}
	return nil
}
