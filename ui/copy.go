package ui

import (
	"os"
	"sync"

	"github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// copy puts a text on the clipboard, of the terminal's machine where that is
// another one.
func (m Model) copy(text string) tea.Cmd {
	cfg := m.cfg
	return func() tea.Msg {
		switch {
		case text == "":
			return noteMsg{text: "There is nothing to copy yet."}
		case cfg.Copy == nil:
			return noteMsg{"Copying is not possible here.", true}
		}
		if err := cfg.Copy(text); err != nil {
			return noteMsg{"Not copied: " + err.Error(), true}
		}
		return noteMsg{text: "Copied, if the terminal allows it (OSC 52)."}
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

// link makes text a link where the terminal takes OSC 8; others show the text.
func link(cfg *Config, url, text string) string {
	if cfg.Plain || url == "" {
		return text
	}
	return ansi.SetHyperlink(url) + text + ansi.ResetHyperlink()
}
