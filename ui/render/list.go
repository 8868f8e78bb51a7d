package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say/document"
)

// listEntry is one record of `list --format json`.
type listEntry struct {
	record.Row
	State  record.State `json:"state"`
	Status string       `json:"status"`
}

// List prints records with what they recommend, as text or JSON.
func List(w io.Writer, format string, rows []record.Row) error {
	if format == "json" {
		a := Array{w: w}
		for _, r := range rows {
			if err := a.Add(listEntry{r, r.State, r.Status}); err != nil {
				return err
			}
		}
		return a.Close()
	}
	if len(rows) == 0 {
		_, err := fmt.Fprintln(w, "no decision records of this program")
		return err
	}
	lines := [][]string{{"number", "status", "recommends", "today", "title", "file"}}
	for i := range rows {
		lines = append(lines, listCells(&rows[i]))
	}
	_, err := io.WriteString(w, document.Columns(lines))
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
		if r.Recorded == r.Now && r.Now != "" {
			today = "drifted: components moved"
		}
	}
	cells := []string{number, r.Status, r.Recorded, today, r.Title, r.File}
	for i := range cells {
		cells[i] = strings.TrimSpace(profile.Clean(cells[i]))
	}
	cells[4] = ansi.Truncate(cells[4], 60, "…")
	return cells
}
