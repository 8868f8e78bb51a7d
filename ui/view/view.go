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

// GlobalKeys hold in every view of the answer. A view appends them to its own.
var GlobalKeys = theme.Keys{
	{Name: "views", Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Label: "1-5", Help: "views", Always: true},
	{Name: "questions", Keys: []string{"esc", "0"}, Help: "back"},
	{Name: "find", Keys: []string{"/", "ctrl+g", "ctrl+f"}, Help: "find"},
	{Name: "copy", Keys: []string{"y"}, Help: "copy", Rare: true},
	{Name: "help", Keys: []string{"?", "f1"}, Help: "help", Always: true},
	{Name: "palette", Keys: []string{"ctrl+p"}, Help: "all commands", Rare: true},
	{Name: "save", Keys: []string{"ctrl+s"}, Help: "save the answers as a profile", Rare: true},
	{Name: "undo", Keys: []string{"ctrl+_", "alt+u"}, Label: "ctrl+_", Help: "undo the last answer", Rare: true},
	{Name: "redo", Keys: []string{"ctrl+y", "alt+r"}, Help: "redo it", Rare: true},
	{Name: "suspend", Keys: []string{"ctrl+z"}, Help: "suspend; fg comes back", Rare: true},
	{Name: "quit", Keys: []string{"q", "ctrl+c"}, Help: "quit"},
}

// WithGlobals is a table of a view with GlobalKeys behind it.
func WithGlobals(own theme.Keys) theme.Keys {
	return append(own[:len(own):len(own)], GlobalKeys...)
}

// WhileTyping is a table that holds while a text field has the focus, with the
// keys of GlobalKeys behind it that are left out of the bar.
func WhileTyping(own theme.Keys) theme.Keys {
	all := WithGlobals(own)
	for i := len(own); i < len(all); i++ {
		all[i].Rare, all[i].Always = true, false
	}
	return all
}

// IsText reports whether a key is a character, not a command.
func IsText(msg tea.KeyMsg) bool {
	return !msg.Alt && (msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace)
}
