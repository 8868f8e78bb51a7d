package command

import (
	"io"

	"github.com/spf13/cobra"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

const explainExample = `  archadvisor explain shop.toml
  archadvisor explain shop.toml --set team.engineers=40
  archadvisor explain shop.toml --format markdown --output decision.md`

func newExplain(set *settings, s Streams) *cobra.Command {
	var name string
	c := &cobra.Command{Use: "explain PROFILE", Example: explainExample, Args: takes(1, 1, "one PROFILE"),
		Short: "One profile in depth: why, why not, the bill, what would flip it, what to ask next",
		RunE: func(c *cobra.Command, args []string) error {
			e, err := newEngine(set, s, c)
			if err != nil {
				return err
			}
			format, err := set.format(c)
			if err != nil {
				return err
			}
			p, index, err := e.one(args[0], name, s)
			if err != nil {
				return err
			}
			x, err := e.Explain(c.Context(), p, e.options)
			if err != nil {
				return err
			}
			if err := writeTo(set, s, func(w io.Writer) error { return printExplanation(w, set, format, args[0], index, p, x) }); err != nil {
				return err
			}
			if set.v.GetBool("strict") && x.Verdict != advisor.Recommended {
				return quietly(exitStrict)
			}
			return nil
		}}
	c.Flags().StringVar(&name, "name", "", "which profile of a file that holds several")
	return c
}

func printExplanation(w io.Writer, set *settings, format, file string, index *int, p *profile.Profile, x *advisor.Explanation) error {
	if format == "json" {
		return writeJSON(w, advisor.NewReport(file, index, x))
	}
	return writeDocument(w, format, explanation(p, x), textWidth(w), set.colour(w))
}
