package command

import (
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
)

// newHelp is `help COMMAND` and `help TOPIC`; a word that is neither gets the
// nearest that is.
func newHelp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{Use: "help [COMMAND|TOPIC]", Short: "Help about a command or a topic",
		ValidArgsFunction: offers(func() []string { return helpWords(root) }),
		RunE: func(_ *cobra.Command, args []string) error {
			found, rest, err := root.Find(args)
			if err != nil || found == nil || len(rest) > 0 {
				word := strings.Join(args, " ")
				return usage("no command and no topic %q%s", profile.Clean(word), didYouMean(word, helpWords(root)))
			}
			found.InitDefaultHelpFlag()
			return found.Help()
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
