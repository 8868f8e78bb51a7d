package export

import (
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
	"archadvisor/ui/theme"
)

// View draws the form and the preview.
func (m Model) View() string {
	form := m.cfg.Theme.Frame(m.formBox(), "Export a decision record", m.form(m.formBox().Inner()), true)
	b := m.previewBox()
	if b.H <= 0 {
		return theme.Fit(form, m.box)
	}
	preview := m.cfg.Theme.Frame(b, m.previewTitle(), m.record(), false)
	if m.box.W >= 90 {
		return theme.Fit(theme.Beside(form, preview), m.box)
	}
	return theme.Fit(theme.Stack(form, preview), m.box)
}

func (m Model) formBox() theme.Box {
	if m.box.W >= 90 {
		return m.box.Columns(m.box.W*48/100, 0)[0]
	}
	if m.box.H < 16 {
		return m.box
	}
	return m.box.Rows(numRows+6, 0)[0]
}

func (m Model) previewBox() theme.Box {
	switch {
	case m.box.W >= 90:
		return m.box.Columns(m.box.W*48/100, 0)[1]
	case m.box.H < 16:
		return theme.Box{}
	}
	return m.box.Rows(numRows+6, 0)[1]
}

func (m Model) previewTitle() string {
	if m.preview.Text == "" {
		return "Preview"
	}
	return "Preview · " + numeral.Whole(float64(strings.Count(m.preview.Text, "\n"))) + " lines"
}

func (m Model) form(b theme.Box) string {
	t := m.cfg.Theme
	labels := [numRows]string{"Format", "Title", "Number", "Status", "Deciders", "Folder", ""}
	var lines []string
	for i := range labels {
		mark := "  "
		if i == m.cursor {
			mark = t.Select.Render(theme.Cursor + " ")
		}
		lines = append(lines, theme.Cut(mark+theme.Pad(labels[i], 9)+m.value(i, b.W-11), b.W))
	}
	if m.box.H >= 16 {
		lines = append(lines[:writeRow], append([]string{""}, lines[writeRow:]...)...)
	}
	if m.fault != "" {
		for _, l := range theme.Wrap(theme.Stop+" "+m.fault, b.W) {
			lines = append(lines, t.Bad.Render(l))
		}
		return strings.Join(lines, "\n")
	}
	for _, about := range []struct{ label, text string }{{"", m.preview.Note}, {"To: ", m.preview.Path}, {"Same as: ", m.preview.Command}} {
		if about.text == "" {
			continue
		}
		most := 1
		if m.box.W >= 90 {
			most = 4
		}
		for _, l := range theme.WrapTo(about.label+profile.Clean(about.text), b.W, most) {
			lines = append(lines, t.Muted.Render(l))
		}
	}
	return strings.Join(lines, "\n")
}

// value draws what stands in a row of the form.
func (m Model) value(row, width int) string {
	t, focus := m.cfg.Theme, row == m.cursor
	pick := func(s string) string {
		if focus {
			return t.Select.Render("◂ " + s + " ▸")
		}
		return "◂ " + s + " ▸"
	}
	switch row {
	case formatRow:
		f := formats[m.format]
		return pick(f.id) + " " + t.Muted.Render(f.words)
	case statusRow:
		return pick(statuses[m.status])
	case writeRow:
		if focus {
			return t.Select.Render("[ Write ]")
		}
		return "[ Write ]"
	}
	if m.texts[row].Value() == "" && !focus {
		return t.Muted.Render([numRows]string{titleRow: "from the answer", numberRow: "the next free one",
			decidersRow: "nobody named", folderRow: "where the project keeps its records"}[row])
	}
	return m.texts[row].Render(max(1, width), focus)
}

// record draws the preview.
func (m Model) record() string {
	t := m.cfg.Theme
	if m.x == nil || m.preview.Text == "" && m.fault == "" {
		return t.Muted.Render("Computing …")
	}
	return m.text.View()
}

// lay wraps the record into the preview, headings marked.
func (m Model) lay() Model {
	b, t := m.previewBox().Inner(), m.cfg.Theme
	var lines []string
	for _, l := range strings.Split(m.preview.Text, "\n") {
		for _, w := range theme.Wrap(profile.Clean(l), b.W) {
			if strings.HasPrefix(l, "#") {
				w = t.Strong.Render(w)
			}
			lines = append(lines, w)
		}
	}
	m.text.Fill(b, lines)
	return m
}
