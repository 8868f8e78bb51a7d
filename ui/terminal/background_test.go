//go:build unix

package terminal

import (
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/muesli/termenv"
)

// A terminal that tells its background is believed; one that answers nothing
// is dark, and costs no more than the limit.
func TestAskingTheTerminal(t *testing.T) {
	for _, c := range []struct {
		name, answer string
		want         bool
	}{
		{"light", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;c", true},
		{"dark", "\x1b]11;rgb:1c1c/1f1f/2626\x1b\\\x1b[?62;c", false},
		{"knows its attributes only", "\x1b[?62;c", false},
		{"silent", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, name := range []string{"COLORFGBG", "SSH_TTY", "SSH_CONNECTION"} {
				t.Setenv(name, "")
			}
			t.Setenv("TERM", "xterm-256color")
			master, tty, err := pty.Open()
			if err != nil {
				t.Fatal(err)
			}
			defer master.Close()
			defer tty.Close()
			go answer(master.Read, master.WriteString, c.answer)
			start := time.Now()
			if got := isLight(tty, tty, termenv.TrueColor); got != c.want {
				t.Errorf("light is %v", got)
			}
			took := time.Since(start)
			if limit := queryLimit + 300*time.Millisecond; took > limit {
				t.Errorf("took %v, more than %v", took, limit)
			}
			if c.answer == "" && took < queryLimit-20*time.Millisecond {
				t.Errorf("waited %v, less than %v", took, queryLimit)
			}
		})
	}
}

// answer is the terminal's side: it waits for both questions.
func answer(read func([]byte) (int, error), write func(string) (int, error), text string) {
	asked := ""
	for !strings.HasSuffix(asked, "\x1b[c") {
		var b [64]byte
		n, err := read(b[:])
		if err != nil {
			return
		}
		asked += string(b[:n])
	}
	if strings.Contains(asked, "\x1b]11;?") {
		_, _ = write(text)
	}
}
