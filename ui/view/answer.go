package view

import (
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/ui/draw"
	"archadvisor/ui/theme"
)

// Answer is the part of a view that shows what was found on the answers: its
// space, the answers and the last explanation of them.
type Answer struct {
	Quiet

	Cfg    *Config
	Box    theme.Box
	P      *profile.Profile
	X      *explain.Explanation
	M      *mixture.Mixture // nil of a profile without components
	Busy   bool             // a newer one is being computed
	Failed error            // why there is none

	name, title string
}

// NewAnswer is that part of a view with its name in the table of keys and its title.
func NewAnswer(cfg *Config, name, title string) Answer {
	return Answer{Cfg: cfg, Busy: true, name: name, title: title}
}

// Keys returns what can be done here.
func (a Answer) Keys() theme.Keys { return WithGlobals(KeysOf(a.name)) }

// Took is the part after a message that tells its space or the explanation; the
// last one stays until the next one is there.
func (a Answer) Took(msg tea.Msg) Answer {
	switch msg := msg.(type) {
	case SizeMsg:
		a.Box = msg.Box
	case ExplainedMsg:
		a.Busy, a.Failed = msg.Explanation == nil && msg.Err == nil, msg.Err
		if msg.Explanation != nil {
			a.P, a.X, a.M = msg.Profile, msg.Explanation, msg.Mixture
		}
	}
	return a
}

// Waiting is the view while there is nothing to show, with the reason if there will be nothing.
func (a Answer) Waiting() string {
	words := "Computing …"
	if a.Failed != nil {
		words = theme.Stop + " " + profile.Clean(a.Failed.Error())
	}
	return a.Cfg.Theme.Frame(a.Box, a.title, words, true)
}

// Titled is the title of a frame, with a mark while something is computed.
func (a Answer) Titled(title string) string {
	if a.Busy {
		return title + " …"
	}
	return title
}

// Entry is an Answer whose view computes more while it is in front, and opens a
// text field to ask for one value.
type Entry struct {
	Answer

	Input  draw.Input
	Typing bool
	Fault  string // why what was typed, or tried, was not taken
	Front  bool   // it is the view in front
	Stale  bool   // nothing was computed on these answers yet
}

// NewEntry is that part of a view.
func NewEntry(cfg *Config, name, title string) Entry {
	return Entry{Answer: NewAnswer(cfg, name, title)}
}

// Took is the entry after a message for its Answer, a key for its field, or
// being shown, and whether something is to be computed now.
func (e Entry) Took(msg tea.Msg) (next Entry, due bool) {
	e.Answer = e.Answer.Took(msg)
	switch msg := msg.(type) {
	case ExplainedMsg:
		e.Stale = e.Stale || msg.Explanation != nil
	case ShownMsg:
		e.Front = msg.Front
	case tea.KeyMsg:
		if e.Typing {
			e.Input.Key(msg)
			e.Fault = ""
		}
		return e, false
	default:
		return e, false
	}
	return e, e.Front && e.Stale
}

// Opened is the entry with an empty field.
func (e Entry) Opened() Entry {
	e.Input, e.Typing, e.Fault = draw.NewInput(e.Cfg.Theme, ""), true, ""
	return e
}

// Closed is the entry without its field.
func (e Entry) Closed() Entry {
	e.Typing, e.Fault = false, ""
	return e
}

// Takes reports that characters are text while the field is open.
func (e Entry) Takes(msg tea.KeyMsg) bool { return e.Typing && IsText(msg) }

// Keys are the keys of the view, or those that hold while the field is open.
func (e Entry) Keys() theme.Keys {
	if e.Typing {
		return WhileTyping(KeysOf(e.name + " typing"))
	}
	return e.Answer.Keys()
}
