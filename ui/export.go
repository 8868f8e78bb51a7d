package ui

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/ui/theme"
)

// exportModel writes a decision record: what to write on top or on the left,
// what it will be beside it.
type exportModel struct {
	cfg     *Config
	box     theme.Box
	profile *profile.Profile
	x       *advisor.Explanation
	cursor  int
	format  int
	status  int
	texts   [numExportTexts]input
	text    scroll // the preview
	seq     int
	preview ExportResult
	fault   string
	cancel  context.CancelFunc // of the preview that is being made
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
	numExportRows
)

const numExportTexts = numExportRows

// exportFormats are the formats of a record with what they are.
var exportFormats = []struct{ id, words string }{
	{"auto", "whatever the project uses already"},
	{"madr", "MADR 4, Markdown"},
	{"nygard", "Nygard, as adr-tools writes it"},
	{"log4brains", "log4brains"},
	{"madr2", "MADR 2, the widest read"},
	{"json", "JSON-ADR"},
	{"y", "one sentence (Y-statement)"},
}

var exportStatuses = []string{"proposed", "accepted", "rejected", "deprecated"}

var exportKeys = theme.Keys{
	{Name: "write", Keys: []string{"enter"}, Help: "next, write"},
	{Name: "up", Keys: []string{"up", "shift+tab"}, Rare: true},
	{Name: "down", Keys: []string{"down", "tab"}, Label: "↑↓", Help: "field"},
	{Name: "less", Keys: []string{"left"}, Rare: true},
	{Name: "more", Keys: []string{"right", " "}, Label: "←→", Help: "choose"},
	{Name: "pagedown", Keys: []string{"pgdown"}, Label: "pgup pgdn", Help: "preview"},
	{Name: "pageup", Keys: []string{"pgup"}, Rare: true},
	{Name: "copyrecord", Keys: []string{"Y"}, Help: "copy the record"},
}

// plannedMsg is a record as it would be written.
type plannedMsg struct {
	result ExportResult
	err    error
	seq    int
}

// writtenMsg is a record that was written, or why not.
type writtenMsg struct {
	result ExportResult
	err    error
}

func newExport(cfg *Config) exportModel {
	m := exportModel{cfg: cfg}
	for row := range m.texts {
		m.texts[row] = newInput(cfg.Theme, "")
	}
	return m
}

// Keys returns what can be done here.
func (m exportModel) Keys() theme.Keys { return exportKeys }

// Typing reports whether a text field has the focus.
func (m exportModel) Typing() bool { return m.isText(m.cursor) }

func (m exportModel) isText(row int) bool {
	return row == titleRow || row == numberRow || row == decidersRow || row == folderRow
}

// SetSize gives the space to draw in.
func (m exportModel) SetSize(b theme.Box) exportModel {
	m.box = b
	return m.lay()
}

// Update takes an explanation, a preview, keys and names of actions.
func (m exportModel) Update(msg tea.Msg) (exportModel, tea.Cmd) {
	switch msg := msg.(type) {
	case explainedMsg:
		m.profile, m.x = msg.profile, msg.explanation
		return m.plan()
	case plannedMsg:
		if msg.seq == m.seq {
			m.preview, m.fault = msg.result, faultWords(msg.err)
			m.text.GotoTop()
			return m.lay(), nil
		}
	case writtenMsg:
		if msg.err != nil {
			m.fault = faultWords(msg.err)
			return m, send(noteMsg{"Not written: " + m.fault, true})
		}
		again, cmd := m.plan()
		return again, tea.Batch(cmd, send(exportedMsg{msg.result.Path}))
	case tea.KeyMsg:
		name := exportKeys.Match(msg.String())
		typing := m.Typing() && (name == "" || name == "more" || name == "less" || name == "copyrecord")
		if typing && m.texts[m.cursor].key(msg) {
			return m.plan()
		}
		return m.act(name)
	case actionMsg:
		return m.act(msg.name)
	}
	return m, nil
}

func faultWords(err error) string {
	if err == nil {
		return ""
	}
	return profile.Clean(err.Error())
}

func (m exportModel) act(name string) (exportModel, tea.Cmd) {
	switch name {
	case "up":
		m.cursor = max(0, m.cursor-1)
	case "down":
		m.cursor = min(numExportRows-1, m.cursor+1)
	case "less", "more":
		return m.choose(name == "more")
	case "write":
		if m.cursor < writeRow {
			m.cursor++
			return m, nil
		}
		return m.write()
	case "copyrecord":
		return m, send(copyMsg{m.preview.Text})
	}
	m.text.act(name)
	return m, nil
}

func (m exportModel) choose(more bool) (exportModel, tea.Cmd) {
	step := len(exportFormats) - 1
	if more {
		step = 1
	}
	switch m.cursor {
	case formatRow:
		m.format = (m.format + step) % len(exportFormats)
	case statusRow:
		if !more {
			step = len(exportStatuses) - 1
		}
		m.status = (m.status + step) % len(exportStatuses)
	default:
		return m, nil
	}
	return m.plan()
}

// request is what the form says.
func (m exportModel) request(dry bool) ExportRequest {
	text := func(row int) string { return strings.TrimSpace(m.texts[row].Value()) }
	return ExportRequest{Profile: m.profile, Explanation: m.x, Format: exportFormats[m.format].id,
		Dir: text(folderRow), Number: text(numberRow), Title: text(titleRow),
		Status: exportStatuses[m.status], Deciders: text(decidersRow), Dry: dry}
}

// plan makes the preview in a command; the one before is cancelled.
func (m exportModel) plan() (exportModel, tea.Cmd) {
	if m.cancel != nil {
		m.cancel()
	}
	m.seq++
	if m.cfg.Export == nil || m.x == nil {
		m.preview = ExportResult{}
		return m, nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.cancel = cancel
	r, seq, export := m.request(true), m.seq, m.cfg.Export
	return m, func() tea.Msg {
		result, err := export(ctx, r)
		if ctx.Err() != nil {
			return nil
		}
		return plannedMsg{result, err, seq}
	}
}

func (m exportModel) write() (exportModel, tea.Cmd) {
	if m.cfg.Export == nil || m.x == nil {
		return m, send(noteMsg{"There is nothing to write yet.", true})
	}
	r, export := m.request(false), m.cfg.Export
	return m, func() tea.Msg {
		result, err := export(context.Background(), r)
		return writtenMsg{result, err}
	}
}
