package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/compose"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/source"
	"archadvisor/ui/batch"
	"archadvisor/ui/records"
	"archadvisor/ui/render"
	"archadvisor/ui/settings"
	"archadvisor/ui/terminal"
)

// options are what a command is asked for: what all have in common, then what the flags of its own say.
type options struct {
	Streams
	own    *pflag.FlagSet // the flags that only some commands have
	set    *choices
	format string   // what --format asks for, one of the command's own
	args   []string // what the command is about

	records.Request
	name, into                     string
	population, known              int
	cases, measured                []string
	flips, allowEmpty, accept, fix bool
	stdout                         bool
}

func newOptions(s Streams) *options {
	f := pflag.NewFlagSet("", pflag.ContinueOnError)
	o := &options{Streams: s, own: f}
	f.BoolVar(&o.accept, "accept", false, "write today's rules, prices and answer into the records: for a person who has looked at them again")
	f.Bool("accessible", false, "plain line prompts instead of a drawn screen")
	f.BoolVar(&o.allowEmpty, "allow-empty", false, "a PATH in which nothing is found is no fault")
	f.StringArrayVar(&o.cases, "cases", nil, "folder of labelled decisions, or \"shipped\" (repeatable)")
	f.StringVar(&o.Deciders, "deciders", "", "who decided, separated by commas")
	f.StringVar(&o.Dir, "dir", "", "folder of the records (default: where the project keeps them, else by format)")
	f.BoolVar(&o.Dry, "dry-run", false, "say what would be written and write nothing")
	f.BoolVar(&o.fix, "fix", false, "mend shared numbers, records whose number differs from their name's, links to nowhere that can mean one file, and UTF-16")
	f.BoolVar(&o.flips, "flips", false, "fill flips and next_questions, which takes longer")
	f.StringVar(&o.into, "into", "", "put what was measured into this profile; what it states stays")
	f.IntVar(&o.known, "known", 0, "how many random fields of each are known; 0: all")
	f.StringArrayVar(&o.measured, "measure", nil, "fresh measurements: a fragment that archadvisor measure printed, - for standard input (repeatable)")
	f.StringVar(&o.name, "name", "", "which profile of a file that holds several")
	f.Bool("no-mouse", false, "leave clicks and the wheel to the terminal")
	f.StringVar(&o.Number, "number", "auto", "auto, a number, or date")
	f.IntVar(&o.population, "population", 2000, "how many random profiles")
	f.StringVar(&o.Status, "status", "", "proposed, accepted, rejected or deprecated (default proposed: the program recommends, people decide)")
	f.BoolVar(&o.stdout, "stdout", false, "print the record instead of writing a file")
	f.StringSliceVar(&o.Supersedes, "supersedes", nil, "numbers or file names of the records that this one replaces") // names without commas
	f.StringVar(&o.Title, "title", "", "title of the record")
	return o
}

// command makes a command that runs with flags, some of its own, and settings read.
func (o *options) command(use, short string, run func(*options, context.Context) error, own ...string) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Args: takes, RunE: func(c *cobra.Command, args []string) (err error) {
		o.args = args
		if o.set, err = readSettings(c.Flags()); err == nil {
			o.format, err = chosenFormat(c, o.set.text("format"))
		}
		if err == nil {
			err = o.readsOnce()
		}
		if err != nil {
			return err
		}
		return run(o, c.Context())
	}}
	for _, name := range own {
		c.Flags().AddFlag(o.own.Lookup(name))
	}
	return c
}

// decides is command with the engine that the settings ask for.
func (o *options) decides(use, short string, run func(*engine, context.Context) error, own ...string) *cobra.Command {
	return o.command(use, short, func(o *options, ctx context.Context) error {
		e, err := newEngine(o)
		if err != nil {
			return err
		}
		return run(e, ctx)
	}, own...)
}

// file reads a file that a flag or setting names, one byte more than it may have; - is standard input.
func (o *options) file(said, name string) ([]byte, error) {
	data, err := batch.Head(name, o.In, source.MaxSize+1)
	if err != nil {
		return nil, usage("%s%s: %v", said, profile.Clean(name), err)
	}
	return data, nil
}

// files are those that are read, - for standard input, "" for none.
func (o *options) files() []string {
	return slices.Concat(o.args, o.set.found["pack"].Values, []string{o.set.text("prices"), o.set.text("strengths")})
}

// readsOnce refuses to read standard input twice: the second time nothing is left.
func (o *options) readsOnce() error {
	if all := slices.DeleteFunc(o.files(), func(name string) bool { return name != "-" }); len(all) > 1 {
		return usage("standard input, -, can be read once, and %d files are to come from it", len(all))
	}
	return nil
}

// chosenFormat is --format, checked; a setting for what only other commands print is none for this one.
func chosenFormat(c *cobra.Command, asked string) (string, error) {
	words := formatsOf(c)
	if len(words) == 0 {
		return "", nil
	}
	byFlag := c.Flags().Changed("format")
	known := slices.Contains(words, asked)
	if asked == "" || !byFlag && (!known || c.Name() == "export") {
		return words[0], nil
	}
	if !known {
		return "", usage("--format %q: %v", asked, settings.OneOf(asked, words...))
	}
	return asked, nil
}

// remark prints a line on standard error, unless --quiet.
func (o *options) remark(format string, args ...any) {
	if !o.set.is("quiet") {
		fmt.Fprintf(o.Err, format+"\n", args...)
	}
}

func (o *options) print(value any, text func() *document.Document) error {
	switch o.format {
	case "json":
		return o.write(render.JSON(value))
	case "markdown":
		return o.write(text().Markdown())
	}
	style := o.style()
	return o.write(text().Plain(style.Width, style.Bold))
}

func (o *options) progress() *terminal.Progress {
	if o.set.is("quiet") {
		return nil
	}
	return terminal.NewProgress(o.Err)
}

func (o *options) style() render.Style {
	return render.Style{Width: terminal.Width(o.stream()), Bold: o.set.colour(o.stream())}
}

// nothingIn is the fault of paths in which nothing is: to pass for want of something to look at says nothing.
func (o *options) nothingIn(paths []string, what string) error {
	if len(paths) == 0 {
		return nil
	}
	text := what + " in " + profile.Clean(strings.Join(paths, ", "))
	if o.allowEmpty {
		o.remark("archadvisor: %s", text)
		return nil
	}
	return usage("%s (--allow-empty makes it no fault)", text)
}

func (o *options) override(p *profile.Profile) error {
	faults := setAll(p, o.set.sets...)
	if len(o.set.sets) > 0 && len(faults) == 0 {
		for _, err := range p.Validate() {
			faults = append(faults, "--set: "+err.Error())
		}
	}
	return refuse("", faults)
}

// read reads the profiles of many files; the faults of all are one.
func (o *options) read(inputs []batch.Input) (list []records.Decided, err error) {
	var faults []string
	for _, in := range inputs {
		profiles, errs := in.Profiles(o.In)
		if len(errs) > 0 {
			faults = append(faults, errs.Error())
		}
		for _, p := range profiles {
			if err := o.override(p); err != nil {
				faults = append(faults, profile.Clean(in.Name)+": "+err.Error())
			}
			list = append(list, records.Decided{Profile: p, File: in.Name})
		}
	}
	return list, refuse("", faults)
}

// one reads the single profile that a command is about. A file of several needs a name.
func (o *options) one() (*profile.Profile, *int, error) {
	path := o.args[0]
	if _, err := os.Stat(path); path != "-" && errors.Is(err, os.ErrNotExist) {
		return nil, nil, usage("%s: no such file%s", profile.Clean(path), settings.Suggest(batch.Nearest(path)))
	}
	list, errs := batch.Input{Name: path}.Profiles(o.In)
	if len(errs) > 0 {
		return nil, nil, usage("the profile is invalid\n%s", errs.Error())
	}
	p, index, err := pick(list, path, o.name)
	if err != nil {
		return nil, nil, err
	}
	return p, index, o.override(p)
}

const maxNames = 20 // bounds the profiles that a remark about a file names

// pick is the only profile of a file, or the one of a name with its index.
func pick(list []*profile.Profile, path, name string) (p *profile.Profile, index *int, err error) {
	if len(list) == 1 && (name == "" || name == list[0].Name()) {
		return list[0], nil, nil
	}
	names := say.Each(list, (*profile.Profile).Name)
	at := slices.Index(names, name)
	if at >= 0 && !slices.Contains(names[at+1:], name) {
		return list[at], &at, nil
	}
	what, shown := "choose one with --name", profile.Clean(strings.Join(names[:min(len(names), maxNames)], ", "))
	switch {
	case at >= 0:
		what = fmt.Sprintf("several have the name %q, and each needs its own", profile.Clean(name))
	case name != "":
		what = fmt.Sprintf("none is named %q%s", profile.Clean(name), settings.DidYouMean(name, names...))
	}
	return nil, nil, usage("%s holds %s; %s: %s", profile.Clean(path), render.Plural(len(list), "profile"), what, shown)
}

func setAll(p *profile.Profile, sets ...string) (faults []string) {
	for _, assign := range sets {
		if err := compose.SetString(p, assign); err != nil {
			faults = append(faults, "--set "+profile.Clean(assign)+": "+err.Error())
		}
	}
	return faults
}
