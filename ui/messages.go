package ui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// screen is one of the views; the number keys show 1 to 5.
type screen int

const (
	interviewScreen screen = iota
	resultScreen
	chartScreen
	whatifScreen
	sensitivityScreen
	exportScreen
	compareScreen
)

// explainedMsg carries the answers and their explanation to every view. The
// explanation is nil while it is computed, and err says why there is none.
type explainedMsg struct {
	profile     *profile.Profile
	explanation *advisor.Explanation
	err         error
	seq         int
}

// decidedMsg is a decision on the answers given, and the same with the draws
// that are used while somebody types, to compare with.
type decidedMsg struct {
	decision *advisor.Decision
	base     *advisor.Decision
	seq      int
}

// previewedMsg is a decision on the answers with what is being typed.
type previewedMsg struct {
	decision *advisor.Decision
	seq      int
}

// orderedMsg is the order of the open questions.
type orderedMsg struct {
	fields []string
	stop   bool
	seq    int
	ctx    context.Context // cancelled by a newer answer
}

// flippedMsg is what would change the recommendation.
type flippedMsg struct {
	flips []advisor.Flip
	seq   int
}

// actionMsg does what a key does, by its name.
type actionMsg struct{ name string }

// noteMsg shows a line in the status bar.
type noteMsg struct {
	text string
	bad  bool
}

// copyMsg puts a text on the clipboard.
type copyMsg struct{ text string }

// editMsg goes to a question of the interview.
type editMsg struct{ field profile.ID }

// viewMsg shows a view.
type viewMsg struct{ screen screen }

// shownMsg tells the views which of them is in front, so that the others do not
// compute what nobody sees.
type shownMsg struct{ screen screen }

// saveMsg offers to save answers in a file.
type saveMsg struct{ profile *profile.Profile }

// savedMsg says that answers were saved.
type savedMsg struct {
	path string
	own  bool // they are the answers of the interview
}

// ruleMsg unfolds and selects a statement in the result.
type ruleMsg struct{ id string }

// exportedMsg says that a record was written.
type exportedMsg struct{ path string }

// answeredMsg says that the answers changed.
type answeredMsg struct{}

// typedMsg says that what is being typed, or pointed at, changed.
type typedMsg struct{}

// send makes a command of a message.
func send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
