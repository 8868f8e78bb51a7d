// Package view is the contract between the router and the screens: the one interface that every view has, what
// a view is given and the messages that they exchange. It draws nothing and knows no view.
//
// Update decides, View only draws. What takes milliseconds (the engine) or touches the disk is a tea.Cmd. A
// view numbers its requests with a Task and ignores an answer that is not to the last one. Messages that a view
// sends itself reach every view, so their types are its own.
//
// What can be done has a name in the table that Keys returns. The router matches what is pressed and sends the
// name, so that help can never lie.
//
// Text from a profile or a pack goes through profile.Clean before it is drawn.
package view

import (
	"context"
	"os"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/measure"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/ui/records"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// View is one screen. It is a value: Update returns the next one and changes nothing else.
type View interface {
	// Update takes a message of this package, one of its own, or a key that stands for none of Keys or is text.
	Update(tea.Msg) (View, tea.Cmd)
	// View draws exactly the size given. It reads no clock and no files, and does not compute.
	View() string
	// Keys are all that hold now, the view's own first, for the bar, the help and what is pressed.
	Keys() theme.Keys
	// Takes reports whether a key is text that is being typed, so that no command may hide behind it.
	Takes(tea.KeyMsg) bool
}

// Item is one of many things to pick from: what is shown of it, what is searched beside that, and what picking it sends.
type Item struct {
	Label, Hint string
	Msg         tea.Msg
	About       string
}

// Paragraph is a piece of a help page, with a heading or behind a label.
type Paragraph struct{ Title, Label, Text string }

// Names of the views that others lead to.
const (
	Questions = "questions"
	Result    = "result"
)

// What the router sends to the views.
type (
	// ExplainedMsg carries the answers and their explanation, nil while it is computed or for an error.
	ExplainedMsg struct {
		Profile     *profile.Profile
		Explanation *explain.Explanation
		Mixture     *mixture.Mixture // of a profile that has components
		Err         error
	}
	// DecidedMsg carries a decision on the answers to every view.
	DecidedMsg struct {
		Decision  *explain.Decision
		Explained bool // the explanation of these answers was computed, or is being computed
	}
	// FlipsMsg carries what would change the recommendation.
	FlipsMsg struct{ Flips []explain.Flip }
	// OrderMsg carries what the open answers are worth.
	OrderMsg struct{ Inquiry explain.Inquiry }
	// KeptMsg tells the views the file in which the user keeps the answers.
	KeptMsg struct{ Path string }
	// ShownMsg tells a view whether it is in front, so that what is slow waits until it is seen.
	ShownMsg struct{ Front bool }
	// ActionMsg does what a key stands for, by its name in the table.
	ActionMsg struct{ Name string }
	// ClickMsg says that the mouse was pressed on something that the view has marked.
	ClickMsg struct{ theme.Hit }
	// SizeMsg gives a view the space between the header and the help bar.
	SizeMsg struct{ Box theme.Box }
)

// What a view sends to the router, as a command made by Send.
type (
	// NoteMsg shows a line in the status bar.
	NoteMsg struct {
		Text string
		Bad  bool
	}
	// CopyMsg puts a text on the clipboard.
	CopyMsg struct{ Text string }
	// EditMsg goes to a question of the interview.
	EditMsg struct{ Field profile.ID }
	// ShowMsg shows a view, by its name in the table of views.
	ShowMsg struct{ Name string }
	// SaveMsg offers to save answers in a file.
	SaveMsg struct{ Profile *profile.Profile }
	// LineMsg shows a line of the result, by its key, or the one of a statement of the rule pack, by its id.
	LineMsg struct{ ID string }
	// ExportedMsg says that a decision record was written.
	ExportedMsg struct{ Path string }
	// ReviseMsg changes the session of the interview.
	ReviseMsg func(session.Session) (session.Session, session.Effect, error)
	// AnsweredMsg says that the answers changed, and what is to be said of it.
	AnsweredMsg struct{ Note string }
)

// Send makes a command of a message.
func Send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// Note makes a command that shows a line in the status bar.
func Note(text string) tea.Cmd { return Send(NoteMsg{Text: text}) }

// Fault makes a command that shows in the status bar what went wrong.
func Fault(text string) tea.Cmd { return Send(NoteMsg{Text: text, Bad: true}) }

// Config is everything that the screens are given.
type Config struct {
	Engine  session.Engine
	Session session.Session                         // to begin with
	Options advisor.Options                         // how decisions are computed
	Mixture func(*profile.Profile) *mixture.Mixture // decides by components; nil of a profile without them
	Typing  advisor.Options                         // how they are computed while somebody types
	Theme   *theme.Theme
	In, Out *os.File // the terminal, of the drawn program only

	Measured measure.Known // values of the file that were measured
	File     string        // the profile file that was opened, "" if none
	Offers   []Offer       // to begin with, of a plain start the newest first
	// SavePath proposes a file for the answers about a workload of that name.
	SavePath func(name string) string

	// Pause is how long no key is pressed before slower computations start.
	Pause time.Duration
	Mouse bool // clicks and the wheel are taken

	Opened bool // the answers are those of a file: begin with their result if they suffice
	Demo   bool // the offers are worked examples

	// Rule returns what the pack says of a statement.
	Rule func(id string) (Rule, bool)
	// Save writes answers to a file. It returns os.ErrExist if there is one and overwrite is false.
	Save func(path string, p *profile.Profile, overwrite bool) error
	// Export makes a decision record; nothing is written if r.Dry.
	Export func(ctx context.Context, r ExportRequest) (ExportResult, error)
	// Copy puts text on the clipboard. Nil: by OSC 52.
	Copy func(text string) error
}

// Rule is a statement of the pack as its file has it.
type Rule struct {
	Measure   bool   // it values an estimate and has no condition
	Condition string // or the expression of a measure
	Points    string // "monolith +18, microservices -14"
	Source    string
	Where     string       // file:line
	Fields    []profile.ID // the questions that it rests on
}

// ExportRequest is what the export view asks for. Empty texts mean that the program chooses.
type ExportRequest struct {
	records.Request
	records.Decided
	Format string // auto, or the name of one of record.Formats
}

// ExportResult is a record, written or as it would be written.
type ExportResult struct {
	Path    string // where it is, or would be
	Text    string
	Note    string // why this format and folder
	Command string // the command line that does the same
}

// Offer is something begun before that a start may go on with.
type Offer struct {
	Draft string // its name, to resume
	Title string // the name of the workload
	About string // how far it is, and since when
	Open  func() (s session.Session, file string, err error)
}

// Outcome is how a session of the screens ended.
type Outcome struct {
	Decision    *explain.Decision // the last one, nil if none was made
	Saved       []string          // profile files written
	Exported    []string          // decision records written
	Draft       string            // where to resume, "" if nothing was left open
	Interrupted bool              // ctrl+c, or a signal
}

// WithDraft adds the draft that is left to resume: of answers that no file holds.
func (o Outcome) WithDraft(s session.Session) Outcome {
	if s.File() == "" && s.Changes() > 0 && s.Kept() {
		o.Draft = s.Draft()
	}
	return o
}
