//go:build unix

package ui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// panicky breaks when a tenth engineer is typed.
type panicky struct{ fakeEngine }

func (e panicky) Advise(p *profile.Profile, o advisor.Options) *explain.Decision {
	if p.Get(profile.Engineers).Low == 10 {
		panic("a bug")
	}
	return e.fakeEngine.Advise(p, o)
}

// shared collects what a program writes to a terminal.
type shared struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.Write(p)
}

func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.String()
}

// terminal opens a pseudo-terminal and collects what is written to it.
func openTerminal(t *testing.T) (master, tty *os.File, sent *shared) {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tty.Close(); _ = master.Close() })
	if err := pty.Setsize(master, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		t.Fatal(err)
	}
	sent = &shared{}
	go func() { _, _ = io.Copy(sent, master) }()
	return master, tty, sent
}

func until(t *testing.T, sent *shared, part string) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !strings.Contains(sent.String(), part); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("the terminal never got %q: %q", part, sent.String())
		}
	}
}

// TestPanicRestoresTheTerminal breaks the program in a computation, while it
// takes a key, and while it draws.
func TestPanicRestoresTheTerminal(t *testing.T) {
	for where, keys := range map[string]string{"computing": "\t\t\t10\r", "a key": "\x13\r", "drawing": "\x12\x1b[B"} {
		t.Run(where, func(t *testing.T) { panicIn(t, keys) })
	}
}

func panicIn(t *testing.T, keys string) {
	master, tty, sent := openTerminal(t)
	before, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), breaks+"=1", "TERM=tmux-256color") // which bubbletea asks nothing while it is linked
	cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	late := time.AfterFunc(20*time.Second, func() { _ = cmd.Process.Kill() })
	defer late.Stop()
	until(t, sent, "What kind of work")
	if _, err := master.WriteString(keys); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() <= 0 {
		t.Errorf("a panic is no error, or hangs the program: %v", err)
	}
	until(t, sent, "\x1b[?25h")
	after, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	if *after != *before {
		t.Error("the terminal is left in raw mode")
	}
	if text := sent.String(); strings.LastIndex(text, "\x1b[?1049l") < strings.LastIndex(text, "\x1b[?1049h") {
		t.Error("the alternate screen is left open")
	}
}

// breaks is set where the test binary is to be the program that breaks.
const breaks = "ARCHADVISOR_TEST_BREAKS"

func TestMain(m *testing.M) {
	if os.Getenv(breaks) == "" {
		os.Exit(m.Run())
	}
	cfg := (&driver{}).testConfig(session.New(profile.New("shop"), session.Folder{}, ""), "mono")
	cfg.Engine, cfg.In, cfg.Out, cfg.Copy = panicky{}, os.Stdin, os.Stdout, nil
	cfg.Save = func(string, *profile.Profile, bool) error { panic("a bug") }
	cfg.Rule = func(string) (view.Rule, bool) { panic("a bug") }
	if _, err := Run(context.Background(), cfg); err != nil {
		os.Exit(1)
	}
}

func TestCancelledContextEndsTheScreens(t *testing.T) {
	_, tty, sent := openTerminal(t)
	d := &driver{tb: t}
	cfg := d.testConfig(session.New(profile.New("shop"), session.Folder{}, ""), "mono")
	cfg.In, cfg.Out = tty, tty
	ctx, cancel := context.WithCancel(context.Background())
	end := make(chan view.Outcome, 1)
	go func() {
		out, err := Run(ctx, cfg)
		if err != nil {
			t.Error(err)
		}
		end <- out
	}()
	until(t, sent, "What kind of work")
	cancel()
	select {
	case out := <-end:
		if !out.Interrupted {
			t.Error("the outcome does not say that it was interrupted")
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the program does not end")
	}
}

func TestClipboardSequence(t *testing.T) {
	for name, c := range map[string]struct{ env, want string }{
		"plain":  {"", "\x1b]52;c;aGVsbG8=\a"},
		"tmux":   {"TMUX", "\x1bPtmux;\x1b\x1b]52;c;aGVsbG8=\a\x1b\\"},
		"screen": {"STY", "\x1bP\x1b]52;c;aGVsbG8=\a\x1b\\"},
	} {
		_, tty, sent := openTerminal(t)
		copy := osc52Copy(&terminal{tty, &sync.Mutex{}}, func(v string) string {
			if v == c.env {
				return "x"
			}
			return ""
		})
		if err := copy("hello"); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		until(t, sent, c.want)
	}
}
