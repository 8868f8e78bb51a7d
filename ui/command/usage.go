package command

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"archadvisor/advisor/profile"
	"archadvisor/rules/source"
)

// isUsage recognises the errors that cobra makes of wrong flags and arguments.
func isUsage(err error) bool {
	for _, prefix := range []string{"unknown command", "unknown flag", "unknown shorthand", "flag needs an argument",
		"invalid argument", "required flag", "bad flag syntax"} {
		if strings.HasPrefix(err.Error(), prefix) {
			return true
		}
	}
	return false
}

// group makes a command that only holds others.
func group(use, short string, subs ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Args: noSuchCommand, RunE: func(c *cobra.Command, _ []string) error {
		return c.Help()
	}}
	c.AddCommand(subs...)
	return c
}

// noSuchCommand refuses what is no command of a group and names the nearest.
func noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	names := helpWords(c)
	return usage("%s has no command %q%s; it has %s", named(c), profile.Clean(args[0]), didYouMean(args[0], names), strings.Join(names, ", "))
}

// takes checks the number of arguments and says what is missing.
func takes(least, most int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usage("%s needs %s; see %s --help", named(c), what, c.CommandPath())
		case len(args) > most && most == 0:
			return usage("%s takes no argument, got %q", named(c), profile.Clean(args[0]))
		case len(args) > most:
			return usage("%s takes %s, got %d arguments", named(c), what, len(args))
		}
		return nil
	}
}

// named is the name of a command without the program's.
func named(c *cobra.Command) string {
	_, path, _ := strings.Cut(c.CommandPath(), " ")
	return cmp.Or(path, c.Name())
}

// anyNumber is the upper bound of commands that take as many arguments as come.
const anyNumber = 1 << 30

// flagFault adds the nearest flag to the fault of an unknown one.
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

// didYouMean is `; did you mean "x"?`, or nothing.
func didYouMean(word string, words []string) string {
	if near := source.Nearest(word, words...); near != "" {
		return fmt.Sprintf("; did you mean %q?", profile.Clean(near))
	}
	return ""
}
