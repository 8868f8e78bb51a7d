// Package export is the form in which a decision record is asked for, with its preview; Config.Export writes it.
package export

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/rules/numeral"
	"archadvisor/ui/draw"
	"archadvisor/ui/records"
	"archadvisor/ui/theme"
	"archadvisor/ui/view"
)

// Model writes a decision record: what to write on top or on the left, what it will be beside it.
type Model struct {
	view.Answer

	cursor  int
	format  int
	status  int
	texts   [numRows]draw.Input
	text    draw.Scroll // the preview
	reading bool        // it has all of a small window
	work    view.Task   // that makes the preview
	preview view.ExportResult
	fault   string
	file    string // in which the profile is kept, "" if none
	written string // where the last record went, "" if something was changed since
}

// The rows of the form, from top to bottom.
const (
	formatRow = iota
	titleRow
	numberRow
	statusRow
	decidersRow
	folderRow
	writeRow
	numRows
)

// rows are what the rows are called, and what an empty one to type in stands for.
var rows = [numRows]struct{ label, empty string }{formatRow: {label: "Format"}, titleRow: {"Title", "from the answer"},
	numberRow: {"Number", "the next free one"}, statusRow: {label: "Status"}, decidersRow: {"Deciders", "nobody named"},
	folderRow: {"Folder", "the project's own"}}

// formats are the one that the project has, and those of package record.
var formats = append([]record.Format{"auto"}, record.Formats()...)

var statuses = record.Statuses()

// madeMsg is what came of a request.
type madeMsg struct {
	result view.ExportResult
	fault  string
	seq    int // of a preview, 0 of what was to be written
}

// New makes the view.
func New(cfg *view.Config) view.View {
	m := Model{Answer: view.NewAnswer(cfg, "export", "Export"), file: cfg.File}
	for row := range m.texts {
		m.texts[row] = draw.NewInput(cfg.Theme, "")
	}
	return m
}

// Takes reports that characters, and the keys that move among them, are text on a text field.
func (m Model) Takes(msg tea.KeyMsg) bool {
	return m.isText(m.cursor) && (view.IsText(msg) || msg.Type == tea.KeyLeft || msg.Type == tea.KeyRight)
}

func (m Model) isText(row int) bool { return rows[row].empty != "" }

// Update takes an explanation, a preview, keys and names of actions.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	m.Answer = m.Took(msg)
	switch msg := msg.(type) {
	case view.SizeMsg:
		return m.lay(), nil
	case view.ExplainedMsg:
		m.P, m.X, m.M = msg.Profile, msg.Explanation, msg.Mixture
		return m.plan()
	case view.KeptMsg:
		m.file = msg.Path
		next, cmd := m.plan()
		next.written = m.written
		return next, cmd
	case madeMsg:
		return m.made(msg)
	case tea.KeyMsg:
		if m.isText(m.cursor) && m.texts[m.cursor].Key(msg) {
			return m.plan()
		}
	case view.ClickMsg:
		if m.cursor = min(msg.Row, writeRow); m.cursor == writeRow {
			return m.write()
		}
	case view.ActionMsg:
		return m.act(msg.Name)
	}
	return m, nil
}

func (m Model) made(msg madeMsg) (Model, tea.Cmd) {
	switch {
	case msg.seq == m.work.Seq:
		m.preview, m.fault = msg.result, msg.fault
		m.text.GotoTop()
		return m.lay(), nil
	case msg.seq > 0: // of what is not asked any more
		return m, nil
	case msg.fault != "":
		m.fault = msg.fault
		return m, view.Fault("Not written: " + m.fault)
	}
	again, cmd := m.plan()
	again.written = msg.result.Path
	return again, tea.Batch(cmd, view.Send(view.ExportedMsg{Path: msg.result.Path}))
}

func (m Model) act(name string) (Model, tea.Cmd) {
	if m.small() {
		switch {
		case !m.reading && name == "pagedown":
			m.reading = true
			return m.lay(), nil
		case m.reading && name != "pagedown" && (name != "pageup" || m.text.AtTop()):
			m.reading = false
			return m, nil
		}
	}
	m.cursor, _ = draw.Move(name, m.cursor, numRows, 0)
	switch name {
	case "less":
		return m.choose(-1)
	case "more":
		return m.choose(1)
	case "write":
		if m.cursor < writeRow {
			m.cursor++
			return m, nil
		}
		return m.write()
	case "copyrecord":
		return m, view.Send(view.CopyMsg{Text: m.preview.Text})
	}
	m.text.Act(name)
	return m, nil
}

func (m Model) choose(by int) (Model, tea.Cmd) {
	switch m.cursor {
	case formatRow:
		m.format = (m.format + by + len(formats)) % len(formats)
	case statusRow:
		m.status = (m.status + by + len(statuses)) % len(statuses)
	default:
		return m, nil
	}
	return m.plan()
}

// make makes the record in a command, for the preview of a number or, with 0, to be written.
func (m Model) make(ctx context.Context, seq int) tea.Cmd {
	text := func(row int) string { return strings.TrimSpace(m.texts[row].Value()) }
	r := view.ExportRequest{Format: string(formats[m.format]), Decided: records.Decided{Profile: m.P, Explanation: m.X, Mixture: m.M, File: m.file},
		Request: records.Request{Dir: text(folderRow), Number: text(numberRow), Title: text(titleRow), Status: statuses[m.status], Deciders: text(decidersRow), Dry: seq > 0}}
	export := m.Cfg.Export
	return func() tea.Msg {
		result, err := export(ctx, r)
		fault := ""
		if err != nil {
			fault = profile.Clean(err.Error())
		}
		if ctx.Err() != nil {
			return nil
		}
		return madeMsg{result, fault, seq}
	}
}

// plan makes the preview in a command; the one before is cancelled.
func (m Model) plan() (Model, tea.Cmd) {
	seq, ctx := m.work.Start(context.Background())
	m.written = ""
	if m.X == nil {
		m.preview = view.ExportResult{}
		return m, nil
	}
	return m, m.make(ctx, seq)
}

func (m Model) write() (Model, tea.Cmd) {
	switch {
	case m.X == nil:
		return m, view.Fault("There is nothing to write yet.")
	case m.written != "":
		return m, view.Note("It is written already: " + profile.Clean(m.written) + ". Change something to write another one.")
	}
	return m, m.make(context.Background(), 0)
}

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

const fewRows = 4 // the rows of the form that must be seen beside where the record goes

func (m Model) form(width int) []string {
	t := m.Cfg.Theme
	var lines []string
	for i, r := range rows {
		mark, style := t.Pointed(i == m.cursor)
		lines = append(lines, theme.Row(i, theme.Cut(style.Render(mark)+theme.Pad(r.label, 9)+m.value(i, width-11), width)))
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

func (m Model) value(row, width int) string {
	t, focus := m.Cfg.Theme, row == m.cursor
	_, style := t.Pointed(focus)
	switch row {
	case formatRow:
		words, choice := " what is in use", style.Render("◂ "+string(formats[m.format])+" ▸")
		if m.format > 0 {
			words = " " + formats[m.format].Words()
		}
		if theme.Width(choice+words) <= width {
			choice += t.Muted.Render(words)
		}
		return choice
	case statusRow:
		return style.Render("◂ " + statuses[m.status] + " ▸")
	case writeRow:
		return style.Render("[ Write ]")
	}
	if m.texts[row].Value() == "" && !focus {
		return t.Muted.Render(rows[row].empty)
	}
	return m.texts[row].Render(max(1, width), focus)
}

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
