// Package export is the form in which a decision record is asked for, with its
// preview. It writes nothing itself: Config.Export does.
package export

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
	"archadvisor/ui/draw"
	"archadvisor/ui/records"
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

// choice is a word that the form offers, with what it means.
type choice struct{ id, words string }

// formats are those of package record, and the one that the project has.
var formats = func() []choice {
	list := []choice{{"auto", "what is in use"}}
	for _, f := range record.Formats() {
		list = append(list, choice{string(f), f.Words()})
	}
	return list
}()

var statuses = record.Statuses()

type plannedMsg struct {
	result view.ExportResult
	err    error
	seq    int
}

type writtenMsg struct {
	result view.ExportResult
	err    error
}

// New makes the view.
func New(cfg *view.Config) view.View {
	m := Model{Answer: view.NewAnswer(cfg, "export", "Export")}
	for row := range m.texts {
		m.texts[row] = draw.NewInput(cfg.Theme, "")
	}
	return m
}

// Takes reports that characters, and the keys that move among them, are text on a text field.
func (m Model) Takes(msg tea.KeyMsg) bool {
	return m.isText(m.cursor) && (view.IsText(msg) || msg.Type == tea.KeyLeft || msg.Type == tea.KeyRight)
}

func (m Model) isText(row int) bool {
	return row == titleRow || row == numberRow || row == decidersRow || row == folderRow
}

// Update takes an explanation, a preview, keys and names of actions.
func (m Model) Update(msg tea.Msg) (view.View, tea.Cmd) {
	m.Answer = m.Took(msg)
	switch msg := msg.(type) {
	case view.SizeMsg:
		return m.lay(), nil
	case view.ExplainedMsg:
		m.P, m.X, m.M = msg.Profile, msg.Explanation, msg.Mixture
		return m.plan()
	case plannedMsg:
		if msg.seq == m.work.Seq {
			m.preview, m.fault = msg.result, faultWords(msg.err)
			m.text.GotoTop()
			return m.lay(), nil
		}
	case writtenMsg:
		if msg.err != nil {
			m.fault = faultWords(msg.err)
			return m, view.Fault("Not written: " + m.fault)
		}
		again, cmd := m.plan()
		again.written = msg.result.Path
		return again, tea.Batch(cmd, view.Send(view.ExportedMsg{Path: msg.result.Path}))
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

func faultWords(err error) string {
	if err == nil {
		return ""
	}
	return profile.Clean(err.Error())
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

func (m Model) request(dry bool) view.ExportRequest {
	text := func(row int) string { return strings.TrimSpace(m.texts[row].Value()) }
	return view.ExportRequest{Format: formats[m.format].id, Decided: records.Decided{Profile: m.P, Explanation: m.X, Mixture: m.M},
		Request: records.Request{Dir: text(folderRow), Number: text(numberRow), Title: text(titleRow), Status: statuses[m.status], Deciders: text(decidersRow), Dry: dry}}
}

// plan makes the preview in a command; the one before is cancelled.
func (m Model) plan() (Model, tea.Cmd) {
	seq, ctx := m.work.Start(context.Background())
	m.written = ""
	if m.X == nil {
		m.preview = view.ExportResult{}
		return m, nil
	}
	r, export := m.request(true), m.Cfg.Export
	return m, func() tea.Msg {
		result, err := export(ctx, r)
		if ctx.Err() != nil {
			return nil
		}
		return plannedMsg{result, err, seq}
	}
}

func (m Model) write() (Model, tea.Cmd) {
	switch {
	case m.X == nil:
		return m, view.Fault("There is nothing to write yet.")
	case m.written != "":
		return m, view.Note("It is written already: " + profile.Clean(m.written) + ". Change something to write another one.")
	}
	r, export := m.request(false), m.Cfg.Export
	return m, func() tea.Msg {
		result, err := export(context.Background(), r)
		return writtenMsg{result, err}
	}
}
