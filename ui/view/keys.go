package view

import (
	"context"
	_ "embed"
	"sync"

	"github.com/BurntSushi/toml"
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/theme"
)

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

// WithGlobals is a table of a view with the keys behind it that hold in every view of the answer.
func WithGlobals(own theme.Keys) theme.Keys {
	return append(own[:len(own):len(own)], KeysOf("globals")...)
}

// WhileTyping is a table that holds while a text field has the focus, with the
// keys of every view behind it, left out of the bar.
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

// Lanes keep the machine responsive: at most one computation of a kind runs,
// and those that newer input made useless never start.
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
