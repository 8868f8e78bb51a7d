package view

import (
	"context"
	_ "embed"
	"slices"
	"sync"

	"github.com/BurntSushi/toml"
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/ui/theme"
)

// Answer is the part of a view that shows an explanation: its space, the answers and what was found.
type Answer struct {
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

// Keys returns what can always be done, what can here, and what can in every view of the answer.
func (a Answer) Keys() theme.Keys {
	return slices.Concat(KeysOf("always"), KeysOf(a.name), KeysOf("globals"))
}

// Takes reports that no key is text.
func (a Answer) Takes(tea.KeyMsg) bool { return false }

// Took is the part after a message; an explanation stays until the next one is there.
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

//go:embed keys.toml
var keysFile string

// tables are the keys of every view by its name, as keys.toml has them.
var tables = sync.OnceValue(func() map[string]theme.Keys {
	out := map[string]theme.Keys{}
	if _, err := toml.Decode(keysFile, &out); err != nil {
		panic(err) // embedded: a test reads it
	}
	return out
})

// KeysOf is the table of a view, or of what lies on top of one, by its name.
func KeysOf(name string) theme.Keys { return tables()[name] }

// IsText reports whether a key is a character, not a command.
func IsText(msg tea.KeyMsg) bool {
	return !msg.Alt && (msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace)
}

// Lanes run one computation of a kind at most, and none that newer input made useless.
type Lanes struct{ Quick, Slow sync.Mutex }

// Task numbers computations of one kind and cancels the one before.
type Task struct {
	Seq    int
	cancel context.CancelFunc
}

// Start cancels what runs and returns the number and context of what follows.
func (t *Task) Start(parent context.Context) (int, context.Context) {
	if t.cancel != nil {
		t.cancel()
	}
	ctx, cancel := context.WithCancel(parent)
	t.Seq++
	t.cancel = cancel
	return t.Seq, ctx
}

// In runs a computation in a lane unless it was cancelled while it waited.
func In(lane *sync.Mutex, ctx context.Context, f func() tea.Msg) tea.Cmd {
	return func() tea.Msg {
		lane.Lock()
		defer lane.Unlock()
		if ctx.Err() != nil {
			return nil
		}
		return f()
	}
}
