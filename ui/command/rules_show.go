package command

import (
	"context"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
	"archadvisor/ui/render"
)

func newRulesShow(s Streams) *cobra.Command {
	var o common
	return &cobra.Command{Use: "show ID", Short: "Show one statement in full: condition, points, reason, source", Args: takes(1, 1, "one ID"),
		ValidArgsFunction: offers(statementIDs),
		RunE:              s.runs(&o, func(context.Context) error { return runRulesShow(&o) })}
}

func runRulesShow(o *common) error {
	pack, err := loadPack(o)
	if err != nil {
		return err
	}
	k, err := findStatement(pack, o.args[0])
	if err != nil {
		return err
	}
	return o.print(k, func() *document.Document { return k.Document(pack) })
}

func findStatement(pack *rules.Pack, id string) (*render.Statement, error) {
	list := render.Statements(pack)
	ids := make([]string, len(list))
	for i := range list {
		if list[i].ID == id {
			return &list[i], nil
		}
		ids[i] = list[i].ID
	}
	return nil, usage("no measure, rule or gate %q in the pack%s", profile.Clean(id), didYouMean(id, ids))
}
