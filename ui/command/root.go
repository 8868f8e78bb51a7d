// Package command is the outside of the program: its commands, the settings, and the exit codes. A command names its
// use, its flags and the function that it runs with the options that they fill. Data goes to standard output,
// everything else to standard error, and errors become exit codes in Main and nowhere else.
package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"archadvisor/advisor/profile"
	"archadvisor/rules/source"
	"archadvisor/ui/batch"
	"archadvisor/ui/disk"
	"archadvisor/ui/manual"
	"archadvisor/ui/settings"
	"archadvisor/ui/terminal"
	"archadvisor/ui/view"
)

func newRoot(s Streams) *cobra.Command {
	o := newOptions(s)
	root := o.command("archadvisor [PROFILE]", "Monolith, microservices or serverless: a reasoned decision", func(o *options, ctx context.Context) error {
		return runInterview(ctx, o, fresh, func(c *view.Config) {
			if c.Opened = len(o.args) > 0; !c.Opened && c.Session.Answers() == 0 {
				c.Offers = begunBefore()
			}
		})
	}, "accessible", "no-mouse")
	root.Args, root.Version = rootArgs, "archadvisor "+Version
	root.SilenceUsage, root.SilenceErrors, root.SuggestionsMinimumDistance = true, true, 2
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(), ".FlagUsages", fmt.Sprintf(".FlagUsagesWrapped %d", terminal.Width(s.Out))))
	commonFlags(root.PersistentFlags())
	root.AddCommand(
		o.decides("score PATH...", "Score many profiles: files, folders, or - for standard input", (*engine).score, "flips", "allow-empty"),
		o.decides("explain PROFILE", "One profile in depth: why, why not, the bill, what would flip it, what to ask next", (*engine).explain, "name"),
		o.decides("report PATH...", "Write one HTML page: decisions, charts, bills, sources; of several a portfolio first", (*engine).report, "allow-empty"),
		o.decides("export PROFILE|FOLDER", "Write a decision record", (*engine).export, "dir", "number", "status", "title", "name",
			"deciders", "supersedes", "stdout", "dry-run"),
		o.command("check PATH...", "Score recorded decisions again and say which no longer hold", runCheck, "allow-empty", "measure", "accept", "fix"),
		o.decides("list [PATH...]", "List decision records, what they recommend and whether they hold", (*engine).list, "allow-empty"),
		newMeasure(o), newRules(o), newCases(o),
		o.command("resume [DRAFT]", "Continue the last unfinished questionnaire", runResume, "accessible", "no-mouse"),
		o.command("demo", "Three worked examples, to look at before answering anything", runDemo, "accessible", "no-mouse"),
		newSchema(s), newConfig(s), newCompletion(s), newVersion(s), newMan(s))
	root.AddCommand(manual.Topics()...)
	root.SetHelpCommand(newHelp(s, root))
	root.SetFlagErrorFunc(flagFault)
	_ = root.RegisterFlagCompletionFunc("format", func(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) { // commonFlags declares it
		return formatsOf(c), cobra.ShellCompDirectiveNoFileComp
	})
	manual.Describe(root)
	return root
}

// rootArgs takes one file or nothing; what is neither a command nor a file gets the nearest of both.
func rootArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	_, err := os.Stat(args[0])
	text := profile.Clean(args[0])
	switch near := append(c.Root().SuggestionsFor(args[0]), batch.Nearest(args[0]))[0]; {
	case args[0] == "-" || err == nil:
	case !errors.Is(err, os.ErrNotExist):
		return usage("%s: %v", text, disk.Plain(err))
	default:
		return usage("%s: neither a command nor a file%s", text, cmp.Or(settings.Suggest(near), "; archadvisor --help lists the commands"))
	}
	if len(args) > 1 {
		return usage("one profile at a time, got %d arguments; archadvisor score takes many", len(args))
	}
	return nil
}

// newHelp is `help COMMAND` and `help TOPIC`; a word that is neither gets the nearest that is.
func newHelp(s Streams, root *cobra.Command) *cobra.Command {
	return &cobra.Command{Use: "help [COMMAND|TOPIC]", Short: "Help about a command or a topic",
		RunE: func(c *cobra.Command, args []string) error {
			found, rest, err := root.Find(args)
			if err != nil || found == nil || len(rest) > 0 {
				word := strings.Join(args, " ")
				return usage("no command and no topic %q%s", profile.Clean(word), settings.DidYouMean(word, helpWords(root)...))
			}
			found.InitDefaultHelpFlag()
			var page strings.Builder
			found.SetOut(&page)
			return cmp.Or(found.Help(), s.put(c, page.String()))
		}}
}

func helpWords(root *cobra.Command) []string {
	var words []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			words = append(words, c.Name())
		}
	}
	return words
}

// group is a command that says what it holds, and refuses what it does not.
func group(use, short string, subs ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Args: noSuchCommand, RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(subs...)
	return c
}

func noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	names := helpWords(c)
	return usage("%s has no command %q%s; it has %s", named(c), profile.Clean(args[0]), settings.DidYouMean(args[0], names...), strings.Join(names, ", "))
}

// takes checks the number of arguments against the use of a command: FILE, [FILE], FILE..., FILE|FOLDER or none.
func takes(c *cobra.Command, args []string) error {
	_, what, _ := strings.Cut(c.Use, " ")
	what, optional := strings.CutPrefix(strings.TrimSuffix(what, "]"), "[")
	what, many := strings.CutSuffix(strings.ReplaceAll(what, "|", " or "), "...")
	switch {
	case what == "" && len(args) > 0:
		return usage("%s takes no argument, got %q", named(c), profile.Clean(args[0]))
	case what == "" || len(args) > 0 && many || optional && len(args) == 0 || len(args) == 1:
		return nil
	case len(args) > 0:
		return usage("%s takes one %s, got %d arguments", named(c), what, len(args))
	case many:
		what = "at least one " + what
	default:
		what = "one " + what
	}
	return usage("%s needs %s; see %s --help", named(c), what, c.CommandPath())
}

// named is the name of a command without the program's.
func named(c *cobra.Command) string {
	_, path, _ := strings.Cut(c.CommandPath(), " ")
	return cmp.Or(path, c.Name())
}

func flagFault(c *cobra.Command, err error) error {
	_, word, ok := strings.Cut(err.Error(), "unknown flag: --")
	if !ok {
		what, _, _ := strings.Cut(err.Error(), ": strconv.")
		return usage("%s; see %s --help", profile.Clean(what), c.CommandPath())
	}
	if strings.Contains(word, "colo") && strings.HasPrefix(word, "no") {
		return usage("unknown flag --%s; did you mean --color never?", profile.Clean(word))
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := source.Nearest(word, names...); near != "" {
		return usage("unknown flag --%s; did you mean --%s?", profile.Clean(word), near)
	}
	return usage("unknown flag --%s; see %s --help", profile.Clean(word), c.CommandPath())
}
