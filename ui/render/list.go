// Package render prints results: rows of profiles and of records, statements of
// the rules and reports about them, as table, text, Markdown, CSV, JSON or JUnit.
package render

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules"
)

type listEntry struct {
	record.Row
	State  record.State `json:"state"`
	Status string       `json:"status"`
}

// List prints records with what they recommend, as text or JSON: in a terminal that
// is too narrow for the table, the cells of a record below one another.
func List(w io.Writer, format string, rows []record.Row, width int) error {
	if format == "json" {
		return array(w, rows, func(r record.Row) listEntry { return listEntry{r, r.State, r.Status} })
	}
	if len(rows) == 0 {
		_, err := fmt.Fprintln(w, "no decision records of this program")
		return err
	}
	head := []string{"number", "status", "recommends", "today", "title", "file"}
	_, err := io.WriteString(w, document.Columns(append([][]string{head}, say.All(rows, listCells)...), width))
	return err
}

func listCells(r *record.Row) []string {
	number, today := "-", string(r.State)
	if r.Number > 0 {
		number = fmt.Sprintf("%04d", r.Number)
	}
	switch {
	case r.State == record.Drifted:
		today = "drifted: " + cmp.Or(r.Still, r.Now, "nothing")
	}
	cells := say.Each([]string{number, r.Status, r.Recorded, today, r.Title, r.File}, func(text string) string { return strings.TrimSpace(profile.Clean(text)) })
	cells[4] = ansi.Truncate(cells[4], 60, "…")
	return cells
}

type issueRow struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	ID       string `json:"id,omitempty"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
}

// Issues prints the findings of lint, as text or JSON.
func Issues(w io.Writer, format string, issues []rules.Issue) error {
	if format == "json" {
		return array(w, issues, func(i rules.Issue) issueRow {
			return issueRow{i.File, i.Line, i.Column, i.ID, i.Severity.String(), i.Message}
		})
	}
	text := say.Each(issues, func(i rules.Issue) string { return CleanLines(i.String()) + "\n" })
	_, err := io.WriteString(w, strings.Join(text, ""))
	return err
}

// TestRow is the result of one test of a pack.
type TestRow struct {
	ID       string   `json:"id"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Passed   bool     `json:"passed"`
	Problems []string `json:"problems"`
}

// Tests prints the results of a pack's tests, as text or JSON.
func Tests(w io.Writer, format string, rows []TestRow) error {
	if format == "json" {
		return JSON(w, rows)
	}
	var b strings.Builder
	for _, r := range rows {
		state := "ok    "
		if !r.Passed {
			state = "FAILED"
		}
		fmt.Fprintf(&b, "%s %s (%s:%d)\n", state, profile.Clean(r.ID), profile.Clean(r.File), r.Line)
		for _, p := range r.Problems {
			b.WriteString("       " + profile.Clean(p) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Plural is "1 error" or "2 errors".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// CleanLines neutralises what a terminal would obey, line by line.
func CleanLines(text string) string {
	return strings.Join(say.Each(strings.Split(text, "\n"), profile.Clean), "\n")
}
