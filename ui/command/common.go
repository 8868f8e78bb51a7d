package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/compose"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/source"
	"archadvisor/ui/batch"
	"archadvisor/ui/render"
	"archadvisor/ui/settings"
	"archadvisor/ui/terminal"
)

// common is what the options of every command that reads settings begin with.
type common struct {
	Streams
	set    *choices
	format string   // what --format asks for, one of the command's own
	args   []string // what the command is about
}

// runs makes what a command runs: its common options are read from its flags and the settings, then it goes on.
func (s Streams) runs(o *common, then func(context.Context) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		set, err := readSettings(c.Flags())
		if err != nil {
			return err
		}
		format, err := chosenFormat(c, set.format)
		if err != nil {
			return err
		}
		*o = common{s, set, format, args}
		if err := o.readsOnce(); err != nil {
			return err
		}
		return then(c.Context())
	}
}

// file reads a file that a flag or setting names, one byte more than it may have; - is standard input.
func (o *common) file(said, name string) ([]byte, error) {
	data, err := batch.Head(name, o.In, source.MaxSize+1)
	if err != nil {
		return nil, usage("%s%s: %v", said, profile.Clean(name), err)
	}
	return data, nil
}

// readsOnce refuses to read standard input twice: the second time nothing is left.
func (o *common) readsOnce(more ...string) error {
	all := slices.Concat(o.set.packs, []string{o.set.prices, o.set.strengths}, o.args, more)
	if all = slices.DeleteFunc(all, func(name string) bool { return name != "-" }); len(all) > 1 {
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
		return "", usage("--format %q: %v", asked, settings.OneOf(words...)(asked))
	}
	return asked, nil
}

// remark prints a line on standard error, unless --quiet.
func (o *common) remark(format string, args ...any) {
	if !o.set.quiet {
		fmt.Fprintf(o.Err, format+"\n", args...)
	}
}

func (o *common) print(value any, text func() *document.Document) error {
	return o.writeTo(func(w io.Writer) error {
		switch o.format {
		case "json":
			return render.JSON(w, value)
		case "markdown":
			_, err := io.WriteString(w, text().Markdown())
			return err
		}
		style := o.style(w)
		_, err := io.WriteString(w, text().Plain(style.Width, style.Bold))
		return err
	})
}

// progress is the line that counts a long batch, nil if none is wanted.
func (o *common) progress(count func() int) *terminal.Progress {
	if o.set.quiet {
		return nil
	}
	return terminal.NewProgress(o.Err, count)
}

// files are those that the arguments lead to, with the line that counts them; empty gets
// the arguments in which there is none.
func (o *common) files(want func(string) bool, empty *[]string) (iter.Seq[batch.Input], *terminal.Progress) {
	return batch.Each(o.args, want, empty), o.progress(func() int {
		all, n := batch.Each(o.args, want, new([]string)), 0
		for range all {
			n++
		}
		return n
	})
}

func (o *common) style(w io.Writer) render.Style {
	return render.Style{Width: terminal.Width(w), Bold: o.set.colour(w)}
}

// allowEmpty declares the flag for those who want a batch of nothing to succeed.
func allowEmpty(c *cobra.Command, allowed *bool) {
	c.Flags().BoolVar(allowed, "allow-empty", false, "a PATH in which nothing is found is no fault")
}

// nothingIn is the fault of paths in which nothing is: to pass for want of something to look at says nothing.
func (o *common) nothingIn(paths []string, what string, allowed bool) error {
	if len(paths) == 0 {
		return nil
	}
	text := what + " in " + profile.Clean(strings.Join(paths, ", "))
	if allowed {
		o.remark("archadvisor: %s", text)
		return nil
	}
	return usage("%s (--allow-empty makes it no fault)", text)
}

func (s Streams) command(o *common, use, short string, args cobra.PositionalArgs, run func(context.Context) error) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: args, RunE: s.runs(o, run)}
}

// decides is command with the engine that the settings ask for.
func (s Streams) decides(o *common, use, short string, args cobra.PositionalArgs, run func(context.Context, *engine) error) *cobra.Command {
	return s.command(o, use, short, args, func(ctx context.Context) error {
		e, err := newEngine(o)
		if err != nil {
			return err
		}
		return run(ctx, e)
	})
}

// override applies --set to a profile; every fault is reported at once.
func (e *engine) override(p *profile.Profile) error {
	faults := setAll(p, e.sets...)
	if len(e.sets) > 0 && len(faults) == 0 {
		for _, err := range p.Validate() {
			faults = append(faults, "--set: "+err.Error())
		}
	}
	return refuse(faults)
}

// one reads the single profile that a command is about. A file of several needs a name.
func (e *engine) one(path, name string, stdin io.Reader) (*profile.Profile, *int, error) {
	if _, err := os.Stat(path); path != "-" && errors.Is(err, os.ErrNotExist) {
		if near := batch.Nearest(path); near != "" {
			return nil, nil, usage("%s: no such file; did you mean %q?", profile.Clean(path), profile.Clean(near))
		}
		return nil, nil, usage("%s: no such file", profile.Clean(path))
	}
	list, errs := batch.Input{Name: path}.Profiles(stdin)
	if len(errs) > 0 {
		return nil, nil, usage("the profile is invalid\n%s", errs.Error())
	}
	p, index, err := pick(list, path, name)
	if err != nil {
		return nil, nil, err
	}
	return p, index, e.override(p)
}

type oneProfile struct {
	common
	name string
}

func (o *oneProfile) flag(c *cobra.Command) {
	c.Flags().StringVar(&o.name, "name", "", "which profile of a file that holds several")
}

// maxNames bounds the profiles that a remark about a file names.
const maxNames = 20

func pick(list []*profile.Profile, path, name string) (*profile.Profile, *int, error) {
	names := make([]string, len(list))
	var found []int
	for i, p := range list {
		if names[i] = p.Name(); name != "" && p.Name() == name {
			found = append(found, i)
		}
	}
	switch {
	case len(found) > 1:
		return nil, nil, usage("%s: %d profiles have the name %q; give each its own", profile.Clean(path), len(found), profile.Clean(name))
	case len(found) == 1 && len(list) == 1:
		return list[0], nil, nil
	case len(found) == 1:
		return list[found[0]], &found[0], nil
	}
	shown := profile.Clean(strings.Join(names[:min(len(names), maxNames)], ", "))
	if len(names) > maxNames {
		shown += fmt.Sprintf(" … and %d more", len(names)-maxNames)
	}
	switch {
	case name != "":
		return nil, nil, usage("%s: no profile named %q%s; it holds: %s", profile.Clean(path), profile.Clean(name), settings.DidYouMean(name, names...), shown)
	case len(list) > 1:
		return nil, nil, usage("%s holds %d profiles; choose one with --name: %s", profile.Clean(path), len(list), shown)
	}
	return list[0], nil, nil
}

func setAll(p *profile.Profile, sets ...string) (faults []string) {
	for _, assign := range sets {
		if err := compose.SetString(p, assign); err != nil {
			faults = append(faults, "--set "+profile.Clean(assign)+": "+err.Error())
		}
	}
	return faults
}
