// Package view is the contract between the router and the screens: the one
// interface that every view has, what a view is given and the messages that
// they exchange. It draws nothing and knows no view.
//
// Update decides, View only draws. What takes milliseconds (the engine) or
// touches the disk is a tea.Cmd. A view numbers its requests with a Task and
// ignores an answer that is not to the last one. Messages that a view sends
// itself reach every view, so their types are its own.
//
// What can be done has a name in the table that Keys returns. The router matches
// what is pressed and sends the name, as the palette does, so that help can
// never lie.
//
// Text from a profile or a pack goes through profile.Clean before it is drawn.
package view

import (
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// View is one screen. It is a value: Update returns the next one and changes nothing else.
type View interface {
	// Update takes what happened: a message of this package, one that the view
	// sent itself, or a key that stands for none of Keys or is text.
	Update(tea.Msg) (View, tea.Cmd)
	// View draws exactly the size given. It reads no clock and no files, and does not compute.
	View() string
	// Keys are all keys that hold now, the view's own first, for the bar, the
	// help, the palette and the matching of what is pressed.
	Keys() theme.Keys
	// Takes reports whether a key is text that is being typed, so that no command may hide behind it.
	Takes(tea.KeyMsg) bool
	// Copy is what the copy key takes; empty means a summary of the result.
	Copy() string
}

// Quiet is a part of views in which nothing is typed, and which have nothing of their own to copy.
type Quiet struct{}

// Takes reports that no key is text.
func (Quiet) Takes(tea.KeyMsg) bool { return false }

// Copy leaves what is copied to the result.
func (Quiet) Copy() string { return "" }

// Explainer is a view that has more to say on its help page than its purpose and its keys.
type Explainer interface{ About() []Paragraph }

// Paragraph is a piece of a help page with its heading.
type Paragraph struct{ Title, Text string }

// Names of the views that others lead to.
const (
	Questions = "questions"
	Result    = "result"
	Compare   = "compare"
)

// What the router sends to the views.

// ExplainedMsg carries the answers and their explanation to every view. The
// explanation is nil while it is computed, and Err says why there is none.
type ExplainedMsg struct {
	Profile     *profile.Profile
	Explanation *explain.Explanation
	Mixture     *mixture.Mixture // of a profile that has components
	Err         error
}

// DecidedMsg carries a decision on the answers to every view.
type DecidedMsg struct {
	Decision  *explain.Decision
	Explained bool // the explanation of these answers was computed, or is being computed
}

// FlipsMsg carries what would change the recommendation.
type FlipsMsg struct{ Flips []explain.Flip }

// OrderMsg carries what the open answers are worth.
type OrderMsg struct{ Inquiry explain.Inquiry }

// KeptMsg tells the interview that its answers are in a file that the user named,
// as a workload of this name, if it has one.
type KeptMsg struct{ Name, Path string }

// ShownMsg tells a view whether it is in front, so that what is slow waits until it is seen.
type ShownMsg struct{ Front bool }

// ActionMsg does what a key stands for, by its name in the table of keys: it was
// pressed, or picked in the palette.
type ActionMsg struct{ Name string }

// ClickMsg says that the mouse was pressed on something that the view has marked.
type ClickMsg struct{ theme.Hit }

// SizeMsg gives a view the space between the header and the help bar.
type SizeMsg struct{ Box theme.Box }

// What a view sends to the router, as a command made by Send.

// NoteMsg shows a line in the status bar.
type NoteMsg struct {
	Text string
	Bad  bool
}

// CopyMsg puts a text on the clipboard.
type CopyMsg struct{ Text string }

// EditMsg goes to a question of the interview.
type EditMsg struct{ Field profile.ID }

// ShowMsg shows a view, by its name in the table of views.
type ShowMsg struct{ Name string }

// SaveMsg offers to save answers in a file.
type SaveMsg struct{ Profile *profile.Profile }

// RuleMsg shows a statement of the rule pack in the result.
type RuleMsg struct{ ID string }

// CompareMsg offers a profile to compare the answers with, and shows both.
type CompareMsg struct {
	Profile *profile.Profile
	Title   string
}

// ExportedMsg says that a decision record was written.
type ExportedMsg struct{ Path string }

// ReviseMsg changes the session of the interview.
type ReviseMsg func(session.Session) (session.Session, session.Effect, error)

// AnsweredMsg says that the answers changed, and what is to be said of it.
type AnsweredMsg struct{ Note string }

// Send makes a command of a message.
func Send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// Note makes a command that shows a line in the status bar.
func Note(text string) tea.Cmd { return Send(NoteMsg{Text: text}) }

// Fault makes a command that shows in the status bar what went wrong.
func Fault(text string) tea.Cmd { return Send(NoteMsg{Text: text, Bad: true}) }
