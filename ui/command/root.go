package command

import (
	"context"
	"errors"
	"os"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/ui/batch"
	"archadvisor/ui/disk"
	"archadvisor/ui/manual"
	"archadvisor/ui/view"
)

// newRoot builds the whole tree of commands.
func newRoot(s Streams) *cobra.Command {
	var o common
	root := &cobra.Command{
		Use: "archadvisor [PROFILE]", Short: "Monolith, microservices or serverless: a reasoned decision",
		Version:      versionLine(),
		SilenceUsage: true, SilenceErrors: true, SuggestionsMinimumDistance: 2,
		Args: func(c *cobra.Command, args []string) error { return rootArgs(c, args) },
		RunE: s.runs(&o, func(ctx context.Context) error {
			return runInterview(ctx, &o, fresh(o.args, s.In), func(c *view.Config) {
				if c.Opened = len(o.args) > 0; !c.Opened && c.Session.Answers() == 0 {
					c.Offers = begunBefore()
				}
			})
		}),
	}
	root.SetVersionTemplate("{{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = false
	commonFlags(root.PersistentFlags())
	interviewFlags(root.Flags())
	root.AddCommand(newScore(s), newExplain(s), newReport(s), newExport(s), newCheck(s), newList(s),
		newMeasure(s), newRules(s), newCases(s), newResume(s), newDemo(s), newSchema(s), newConfig(s), newVersion(s), newMan(s))
	root.AddCommand(manual.Topics(formats)...)
	root.SetHelpCommand(newHelp(root))
	root.SetFlagErrorFunc(flagFault)
	completions(root)
	manual.Describe(root)
	return root
}

// rootArgs takes one file or nothing; what is neither a command nor a file gets
// the nearest of both.
func rootArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if err := isFile(c, args[0]); err != nil {
		return err
	}
	if len(args) > 1 {
		return usage("one profile at a time, got %d arguments; archadvisor score takes many", len(args))
	}
	return nil
}

func isFile(c *cobra.Command, name string) error {
	if name == "-" {
		return nil
	}
	_, err := os.Stat(name)
	if err == nil {
		return nil
	}
	if !errors.Is(err, os.ErrNotExist) {
		return usage("%s: %v", profile.Clean(name), disk.Plain(err))
	}
	text := profile.Clean(name) + ": neither a command nor a file"
	if near := append(c.Root().SuggestionsFor(name), batch.Nearest(name)); near[0] != "" {
		return usage("%s; did you mean %q?", text, near[0])
	}
	return usage("%s; archadvisor --help lists the commands", text)
}
