package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say"
	"archadvisor/ui/records"
)

// listOptions are what list is asked for.
type listOptions struct {
	common
	paths []string
}

func newList(s Streams, run func(context.Context, *listOptions) error) *cobra.Command {
	return &cobra.Command{Use: "list [PATH...]", Short: "List decision records, what they recommend and whether they hold",
		Example: "  archadvisor list\n  archadvisor list docs/decisions --format json",
		RunE: func(c *cobra.Command, paths []string) error {
			o, err := s.read(c)
			if err != nil {
				return err
			}
			return run(c.Context(), &listOptions{o, paths})
		}}
}

func runList(ctx context.Context, o *listOptions) error {
	e, err := newEngine(&o.common)
	if err != nil {
		return err
	}
	if len(o.paths) == 0 {
		at, err := records.Find("auto", "")
		if err != nil {
			return err
		}
		if _, err := os.Stat(at.Dir); err != nil {
			fmt.Fprintf(o.Err, "archadvisor: no records here: %s is not there; archadvisor export writes them\n", profile.Clean(at.Shown()))
			return nil
		}
		o.paths = []string{at.Shown()}
	}
	var rows []record.Row
	err = e.recheck(ctx, o.paths, func(r record.Row) error {
		rows = append(rows, r)
		return nil
	})
	if err != nil {
		return err
	}
	return o.writeTo(func(w io.Writer) error { return printList(w, o.format, rows) })
}

// listEntry is one record of `list --format json`.
type listEntry struct {
	record.Row
	State  record.State `json:"state"`
	Status string       `json:"status"`
}

func printList(w io.Writer, format string, rows []record.Row) error {
	if format == "json" {
		a := array{w: w}
		for _, r := range rows {
			if err := a.add(listEntry{r, r.State, r.Status}); err != nil {
				return err
			}
		}
		return a.close()
	}
	if len(rows) == 0 {
		_, err := fmt.Fprintln(w, "no decision records of this program")
		return err
	}
	lines := [][]string{{"number", "status", "recommends", "today", "title", "file"}}
	for i := range rows {
		lines = append(lines, listCells(&rows[i]))
	}
	_, err := io.WriteString(w, say.Columns(lines))
	return err
}

func listCells(r *record.Row) []string {
	number := "-"
	if r.Number > 0 {
		number = fmt.Sprintf("%04d", r.Number)
	}
	today := string(r.State)
	if r.State == record.Drifted {
		today = "drifted: " + architectureNow(r.Now)
	}
	cells := []string{number, r.Status, r.Recorded, today, r.Title, r.File}
	for i := range cells {
		cells[i] = strings.TrimSpace(profile.Clean(cells[i]))
	}
	cells[4] = ansi.Truncate(cells[4], 60, "…")
	return cells
}
