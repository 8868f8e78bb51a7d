package ui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/theme"
)

// Model is the whole program: what is common to all screens, the views, and
// what lies on top of them.
type Model struct {
	cfg     *Config
	window  theme.Box
	screen  screen
	work    worker
	rank    rankingModel
	note    noteMsg
	left    bool // by a key of the user's
	outcome Outcome

	form        formModel
	result      resultModel
	chart       chartModel
	whatif      whatifModel
	sensitivity sensitivityModel
	export      exportModel
	compare     compareModel

	overlay overlay
	help    helpModel
	finder  finderModel
	prompt  promptModel
}

// overlay is what lies on top of the view.
type overlay uint8

const (
	noOverlay overlay = iota
	helpOverlay
	finderOverlay
	promptOverlay
)

// New makes the screens. They start with the interview, or with the result if
// every question has an answer.
func New(ctx context.Context, cfg *Config) Model {
	m := Model{cfg: cfg, work: newWorker(ctx), rank: rankingModel{cfg: cfg, busy: true},
		form: newForm(cfg), result: newResult(cfg), chart: newChart(cfg), whatif: newWhatif(cfg),
		sensitivity: newSensitivity(cfg), export: newExport(cfg), compare: newCompare(cfg)}
	if cfg.Session.Done() {
		m.screen = resultScreen
	}
	return m
}

// Init starts the first computation.
func (m Model) Init() tea.Cmd { return send(answeredMsg{}) }

// Update routes: the window, what was computed, what views send up, keys.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.window = theme.Box{W: msg.Width, H: msg.Height}
		return m.resize(), nil
	case tea.KeyMsg:
		return m.key(msg)
	case tea.ResumeMsg:
		return m, tea.ClearScreen
	case decidedMsg, previewedMsg, orderedMsg, flippedMsg, explainedMsg:
		return m.computed(msg)
	case answeredMsg:
		return m.answered()
	case typedMsg:
		return m.typed()
	case actionMsg:
		return m.action(msg.name)
	case noteMsg:
		m.note = msg
		return m, nil
	case editMsg:
		return m.edit(msg.field)
	case viewMsg:
		return m.show(msg.screen)
	case ruleMsg:
		m.overlay, m.screen = noOverlay, resultScreen
		m.result = m.result.reveal(msg.id)
		return m.refresh()
	case copyMsg:
		return m, m.copy(msg.text)
	case saveMsg:
		return m.askSave(msg.profile)
	case savedMsg, exportedMsg:
		return m.wrote(msg)
	}
	return m.forward(msg) // what a view sent itself
}
