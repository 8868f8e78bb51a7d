package command

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"archadvisor/advisor/fact"
	"archadvisor/advisor/pricing"
	"archadvisor/ui/render"
)

func newSchema(s Streams) *cobra.Command {
	sub := func(use, short string, data func() ([]byte, error)) *cobra.Command {
		return &cobra.Command{Use: use, Short: short, Args: takes(0, 0, "nothing"), RunE: func(*cobra.Command, []string) error {
			text, err := data()
			if err == nil {
				_, err = s.Out.Write(append(text, '\n'))
			}
			return err
		}}
	}
	indent := func(v any) ([]byte, error) { return json.MarshalIndent(v, "", "  ") }
	return group("schema", "JSON Schema for editors and other programs",
		sub("profile", "of a profile", func() ([]byte, error) { return indent(render.ProfileSchema()) }),
		sub("pack", "of a rule pack", func() ([]byte, error) { return indent(render.PackSchema(fact.Schema())) }),
		sub("prices", "of a price file", func() ([]byte, error) {
			c, err := pricing.Load()
			if err != nil {
				return nil, err
			}
			return indent(render.PriceSchema(c))
		}),
		sub("settings", "of archadvisor.toml and config.toml", func() ([]byte, error) { return indent(render.SettingsSchema(allFormats())) }),
		sub("cases", "of a file of documented decisions", func() ([]byte, error) { return indent(render.CasesSchema()) }),
		sub("decision", "of what score and explain print as JSON", func() ([]byte, error) { return indent(render.DecisionSchema()) }))
}
