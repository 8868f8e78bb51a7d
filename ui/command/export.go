package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

const exportExample = `  archadvisor export shop.toml
  archadvisor export shop.toml --status accepted --deciders "Ana Ruiz, Jo Smith"
  archadvisor export profiles/ --dir docs/decisions
  archadvisor export shop.toml --format y`

// exportOptions are the flags of export.
type exportOptions struct {
	format, dir, number, date, status, title, template, name string
	deciders, consulted, informed                            string
	supersedes                                               []int
	stdout, dryRun                                           bool
}

func newExport(set *settings, s Streams) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{Use: "export PROFILE|FOLDER", Short: "Write a decision record", Example: exportExample, Args: takes(1, 1, "one PROFILE or FOLDER"),
		RunE: func(c *cobra.Command, args []string) error {
			e, err := newEngine(set, s, c)
			if err != nil {
				return err
			}
			if o.format, err = set.format(c); err != nil {
				return err
			}
			o.date = e.date.Format(record.DateLayout)
			return runExport(c.Context(), e, set, s, &o, args[0])
		}}
	f := c.Flags()
	f.StringVar(&o.dir, "dir", "", "folder of the records (default: where the project keeps them, else by format)")
	f.StringVar(&o.number, "number", "auto", "auto, a number, or date")
	f.StringVar(&o.status, "status", "", "proposed, accepted, rejected or deprecated (default proposed: the program recommends, people decide)")
	f.StringVar(&o.title, "title", "", "title of the record")
	f.StringVar(&o.template, "template", "", "your own text/template (archadvisor help templates)")
	f.StringVar(&o.name, "name", "", "which profile of a file that holds several")
	f.StringVar(&o.deciders, "deciders", "", "who decided, separated by commas")
	f.StringVar(&o.consulted, "consulted", "", "who was consulted, separated by commas")
	f.StringVar(&o.informed, "informed", "", "who was informed, separated by commas")
	f.IntSliceVar(&o.supersedes, "supersedes", nil, "numbers of the records that this one replaces")
	f.BoolVar(&o.stdout, "stdout", false, "print the record instead of writing a file")
	f.BoolVar(&o.dryRun, "dry-run", false, "say what would be written and write nothing")
	return c
}

// exported is a record ready to be written.
type exported struct {
	profile *profile.Profile
	x       *advisor.Explanation
	file    string
}

// runExport writes one record, or one per profile of a folder: all or none.
func runExport(ctx context.Context, e *engine, set *settings, s Streams, o *exportOptions, path string) error {
	list, err := e.toExport(ctx, s, o, path)
	if err != nil {
		return err
	}
	if set.v.GetBool("strict") {
		for i := range list {
			if v := list[i].x.Verdict; v != advisor.Recommended {
				return &exitError{exitStrict, fmt.Errorf("%s: the verdict is %s, and --strict records plain recommendations only", profile.Clean(list[i].file), v)}
			}
		}
	}
	place, err := findPlace(o)
	if err != nil {
		return err
	}
	if o.stdout || o.toStdout(place) || set.v.GetString("output") != "" {
		return printRecords(set, s, o, place, list)
	}
	if !set.v.GetBool("quiet") {
		fmt.Fprintf(s.Err, "format %s in %s: %s\n", place.format, profile.Clean(place.shown()), profile.Clean(place.because))
	}
	files, err := writeRecords(place, o, list)
	if err != nil {
		return asUsage(err)
	}
	for _, f := range files {
		if o.dryRun {
			fmt.Fprintf(s.Out, "would write %s\n", profile.Clean(f.path))
			continue
		}
		fmt.Fprintln(s.Out, profile.Clean(f.path))
	}
	if len(files) == 1 && !o.dryRun && isTerminal(s.Err) {
		fmt.Fprintf(s.Err, "check later whether it still holds: archadvisor check %s\n", profile.Clean(files[0].path))
	}
	return nil
}

// names splits a list of people at its commas; whatever else is in a name stays.
func names(list string) []string {
	var out []string
	for _, n := range strings.Split(list, ",") {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// asUsage makes the faults of what the user asked for exit code 2.
func asUsage(err error) error {
	var none *record.InfeasibleError
	if errors.As(err, &none) {
		return usage("%v", err)
	}
	return err
}

// toExport decides the profiles that become records. One that cannot be read or
// has no feasible option stops the whole export.
func (e *engine) toExport(ctx context.Context, s Streams, o *exportOptions, path string) ([]exported, error) {
	var list []exported
	var faults []string
	inputs := expand([]string{path}, isProfile)
	if len(inputs) == 0 {
		return nil, usage("%s: no *.toml profile below it", profile.Clean(path))
	}
	folder := len(inputs) > 1 || inputs[0].name != path
	for _, in := range inputs {
		profiles, err := e.profilesOf(in, s, o.name, folder)
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		for _, p := range profiles {
			x, err := e.Explain(ctx, p, e.options)
			if err != nil {
				return nil, err
			}
			if x.Verdict == advisor.Infeasible {
				faults = append(faults, profile.Clean(in.name)+": "+(&record.InfeasibleError{Relaxation: x.Relaxation}).Error())
				continue
			}
			list = append(list, exported{p, x, in.name})
		}
	}
	if len(faults) > 0 {
		return nil, usage("%s", strings.Join(faults, "\n"))
	}
	return list, nil
}

// profilesOf reads one input: all its profiles for a folder, one otherwise.
func (e *engine) profilesOf(in input, s Streams, name string, all bool) ([]*profile.Profile, error) {
	list, errs := decode(in, s.In)
	if len(errs) > 0 {
		return nil, usage("%s", errs.Error())
	}
	if !all {
		p, _, err := pick(list, in.name, name)
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

func printRecords(set *settings, s Streams, o *exportOptions, pl place, list []exported) error {
	return writeTo(set, s, func(w io.Writer) error {
		for i := range list {
			meta := o.meta(i + 1)
			if n, err := strconv.Atoi(o.number); err == nil {
				meta.Number = n
			}
			data, err := o.render(pl.format, &list[i], meta)
			if err != nil {
				return usage("%v", err)
			}
			if _, err := w.Write(data); err != nil {
				return err
			}
		}
		return nil
	})
}

func (o *exportOptions) meta(number int) record.Meta {
	return record.Meta{Title: o.title, Status: o.status, Date: o.date, Number: number,
		Deciders: names(o.deciders), Consulted: names(o.consulted), Informed: names(o.informed)}
}

// render writes one record into memory, by the user's template if there is one.
func (o *exportOptions) render(f record.Format, x *exported, m record.Meta) ([]byte, error) {
	if o.template == "" {
		return record.Write(f, x.x, x.profile, m)
	}
	text, err := os.ReadFile(o.template)
	if err != nil {
		return nil, fmt.Errorf("--template %s: %w", profile.Clean(o.template), plainError(err))
	}
	return record.WriteTemplate(f, filepath.Base(o.template), string(text), x.x, x.profile, m)
}

// toStdout reports whether the format goes to standard output when no folder is
// named.
func (o *exportOptions) toStdout(p place) bool { return o.dir == "" && p.format.Folder() == "" }
