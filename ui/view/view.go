package view

import (
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/theme"
)

// View is one screen. It is a value: Update returns the next one and changes
// nothing else.
type View interface {
	// Update takes what happened: a message of this package, one that the view
	// sent itself, or a key that stands for none of Keys or is text.
	Update(tea.Msg) (View, tea.Cmd)
	// View draws exactly the size given. It reads no clock and no files, and
	// does not compute.
	View() string
	// Keys are all keys that hold now, the view's own first, for the bar, the
	// help, the palette and the matching of what is pressed.
	Keys() theme.Keys
	// Takes reports whether a key is text that is being typed, so that no
	// command may hide behind it.
	Takes(tea.KeyMsg) bool
	// Copy is what the copy key takes; empty means a summary of the result.
	Copy() string
}

// Quiet is a part of views in which nothing is typed, and which have nothing of
// their own to copy.
type Quiet struct{}

// Takes reports that no key is text.
func (Quiet) Takes(tea.KeyMsg) bool { return false }

// Copy leaves what is copied to the result.
func (Quiet) Copy() string { return "" }

// Explainer is a view that has more to say on its help page than its purpose
// and its keys.
type Explainer interface{ About() []Paragraph }

// Paragraph is a piece of a help page with its heading.
type Paragraph struct{ Title, Text string }

// Names of the views that others lead to.
const (
	Questions = "questions"
	Result    = "result"
	Compare   = "compare"
)
