package ui

import (
	"os"
	"sync"

	"github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/view"
)

// copy puts a text on the clipboard, of the terminal's machine where that is
// another one.
func (m Model) copy(text string) tea.Cmd {
	if text == "" {
		return view.Note("There is nothing to copy yet.")
	}
	put := m.cfg.Copy
	return func() tea.Msg {
		if err := put(text); err != nil {
			return view.NoteMsg{Text: "Not copied: " + err.Error(), Bad: true}
		}
		return view.NoteMsg{Text: "Copied, if the terminal allows it (OSC 52)."}
	}
}

// osc52Copy writes the sequence that sets the clipboard, wrapped for tmux and
// screen where they run.
func osc52Copy(out *terminal, getenv func(string) string) func(string) error {
	return func(text string) error {
		seq := osc52.New(text)
		switch {
		case getenv("TMUX") != "":
			seq = seq.Tmux()
		case getenv("STY") != "":
			seq = seq.Screen()
		}
		_, err := seq.WriteTo(out)
		return err
	}
}

// terminal is a terminal that two may write to: frames and the clipboard.
type terminal struct {
	*os.File
	mu *sync.Mutex
}

func newTerminal(f *os.File) *terminal { return &terminal{f, &sync.Mutex{}} }

// Write writes all of a frame, or all of a sequence, at once.
func (t *terminal) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.File.Write(p)
}
