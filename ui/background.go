package ui

import (
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"

	"archadvisor/ui/theme"
)

// patience is how long a terminal may take to tell its background. Those on
// the same machine take a few milliseconds.
const patience = 150 * time.Millisecond

// AskBackground asks the terminal whether its background is light. It must be
// called before Run, and not at all by commands that draw no screen. Terminals
// that are far away or known not to answer are not asked: an answer that comes
// late would be taken for typing.
func AskBackground(in, out *os.File, getenv func(string) string) (light, known bool) {
	name := getenv("TERM")
	if name == "dumb" || name == "linux" || name == "" || strings.HasPrefix(name, "screen") || strings.HasPrefix(name, "tmux") ||
		getenv("SSH_TTY") != "" || getenv("SSH_CONNECTION") != "" {
		return false, false
	}
	before, err := term.MakeRaw(in.Fd())
	if err != nil {
		return false, false
	}
	defer func() { _ = term.Restore(in.Fd(), before) }()
	reader, err := cancelreader.NewReader(in)
	if err != nil {
		return false, false
	}
	defer reader.Close()
	// The cursor's position is asked for too: every terminal answers that, so
	// that one without an answer to the first question is not waited for.
	if _, err := out.WriteString("\x1b]11;?\x1b\\\x1b[6n"); err != nil {
		return false, false
	}
	timer := time.AfterFunc(patience, func() { reader.Cancel() })
	defer timer.Stop()
	return theme.Background(answerOf(reader))
}

// answerOf reads until the answer about the cursor has come, or no more.
func answerOf(reader cancelreader.CancelReader) string {
	var answer strings.Builder
	buf := make([]byte, 64)
	for answer.Len() < 256 {
		n, err := reader.Read(buf)
		answer.Write(buf[:n])
		if i := strings.LastIndex(answer.String(), "\x1b["); err != nil || i >= 0 && strings.HasSuffix(answer.String(), "R") {
			break
		}
	}
	return answer.String()
}
