package export

import (
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
)

// panes are the form, and the preview beside it or below it, if there is room.
func (m Model) panes() theme.Pair {
	if m.Box.W >= 90 {
		return m.Box.Pair(48, 0, 0)
	}
	high := len(m.form(m.Box.Inner().W)) + 2
	return theme.Pair{One: theme.Box{W: m.Box.W, H: min(high, m.Box.H)}, Two: theme.Box{W: m.Box.W, H: max(0, m.Box.H-high)}, Framed: true}
}

// small tells that the preview has no room beside the form, but in its place.
func (m Model) small() bool { return m.panes().Two.H < 3 }

// View draws the form and the preview.
func (m Model) View() string {
	panes, t := m.panes(), m.Cfg.Theme
	one, _ := panes.Inner()
	title := "Preview"
	if m.preview.Text != "" {
		title += " · " + numeral.Whole(float64(strings.Count(m.preview.Text, "\n"))) + " lines"
	}
	record := m.text.View()
	if m.X == nil || m.preview.Text == "" && m.fault == "" {
		record = t.Muted.Render("Computing …")
	}
	form := theme.Pane{Title: "Export a decision record", Lines: m.form(one.W), Focus: true}
	switch {
	case m.small() && m.reading:
		return t.Frame(m.Box, "Preview, pgup goes back", record, true)
	case m.small():
		return theme.Fit(t.Frame(panes.One, form.Title, strings.Join(form.Lines, "\n"), true), m.Box)
	}
	return panes.Draw(t, form, theme.Pane{Title: title, Lines: strings.Split(record, "\n")})
}

// fewRows are the rows of the form that must be seen beside where the record goes.
const fewRows = 4

func (m Model) form(width int) []string {
	t := m.Cfg.Theme
	labels := [numRows]string{"Format", "Title", "Number", "Status", "Deciders", "Folder", ""}
	var lines []string
	for i, label := range labels {
		mark, style := t.Pointed(i == m.cursor)
		lines = append(lines, theme.Row(i, theme.Cut(style.Render(mark)+theme.Pad(label, 9)+m.value(i, width-11), width)))
	}
	if m.fault != "" {
		return append(lines, t.Wrapped(t.Bad, theme.Stop+" "+m.fault, width)...)
	}
	var about []string
	for _, part := range [][2]string{{"To:" + theme.Unbroken, m.preview.Path}, {"Same as: ", m.preview.Command}, {"", m.preview.Note}} {
		more := t.Wrapped(t.Muted, part[0]+profile.Clean(part[1]), width)
		if part[1] != "" && (len(about) == 0 || len(about)+len(more)+fewRows <= m.Box.H-2) {
			about = append(about, more...)
		}
	}
	from, to := draw.Window(m.cursor, len(lines), max(1, min(len(lines), m.Box.H-2-len(about))))
	return append(lines[from:to:to], about...)
}

// untouched says what an empty field stands for.
var untouched = [numRows]string{titleRow: "from the answer", numberRow: "the next free one", decidersRow: "nobody named", folderRow: "the project's own"}

func (m Model) value(row, width int) string {
	t, focus := m.Cfg.Theme, row == m.cursor
	_, style := t.Pointed(focus)
	switch row {
	case formatRow:
		choice := style.Render("◂ " + formats[m.format].id + " ▸")
		if words := " " + formats[m.format].words; theme.Width(choice+words) <= width {
			choice += t.Muted.Render(words)
		}
		return choice
	case statusRow:
		return style.Render("◂ " + statuses[m.status] + " ▸")
	case writeRow:
		return style.Render("[ Write ]")
	}
	if m.texts[row].Value() == "" && !focus {
		return t.Muted.Render(untouched[row])
	}
	return m.texts[row].Render(max(1, width), focus)
}

// lay wraps the record into the preview, headings marked.
func (m Model) lay() Model {
	_, b := m.panes().Inner()
	if m.small() {
		b = m.Box.Inner()
	}
	t := m.Cfg.Theme
	var lines []string
	for _, l := range strings.Split(m.preview.Text, "\n") {
		style := t.Text
		if strings.HasPrefix(l, "#") {
			style = t.Strong
		}
		lines = append(lines, t.Wrapped(style, profile.Clean(l), b.W)...)
	}
	m.text.Fill(b, lines)
	return m
}
