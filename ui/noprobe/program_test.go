//go:build unix

package noprobe_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"github.com/hinshun/vt10x"

	_ "archadvisor/ui/command" // a change of the program is one of these tests, whose results are not those of the cache then
)

// These tests run the real program in a real pseudo-terminal.

var binary string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "archadvisor-test")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	binary = filepath.Join(dir, "archadvisor")
	build := exec.Command("go", "build", "-o", binary, "archadvisor")
	build.Stderr = os.Stderr
	code := 1
	if err := build.Run(); err == nil {
		code = m.Run()
	}
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// screen is a program in a terminal.
type screen struct {
	t    *testing.T
	cmd  *exec.Cmd
	term *os.File // our end
	tty  *os.File // its end, kept open to look at its state
	was  *term.State
	vt   vt10x.Terminal
	done chan struct{}

	mu  sync.Mutex
	raw bytes.Buffer
}

// start runs the program in a terminal that never answers a question.
func start(t *testing.T, dir string, cols, rows int, env []string, args ...string) *screen {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		t.Fatal(err)
	}
	was, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	s := &screen{t: t, term: master, tty: tty, was: was, vt: vt10x.New(vt10x.WithSize(cols, rows)), done: make(chan struct{})}
	s.cmd = exec.Command(binary, args...)
	s.cmd.Dir = dir
	s.cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "XDG_STATE_HOME=" + filepath.Join(dir, "state"),
		"XDG_CONFIG_HOME=" + filepath.Join(dir, "config"), "TERM=xterm-256color"}, env...)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = tty, tty, tty
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go s.copy()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = tty.Close()
		_ = master.Close()
	})
	return s
}

func (s *screen) copy() {
	defer close(s.done)
	buf := make([]byte, 4096)
	for {
		n, err := s.term.Read(buf)
		s.mu.Lock()
		s.raw.Write(buf[:n])
		s.mu.Unlock()
		_, _ = s.vt.Write(buf[:n])
		if err != nil {
			return
		}
	}
}

// sent is everything that the program wrote.
func (s *screen) sent() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.raw.String()
}

// until waits until the screen shows all the parts.
func (s *screen) until(parts ...string) *screen {
	s.t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		text, missing := s.vt.String(), ""
		for _, p := range parts {
			if !strings.Contains(text, p) {
				missing = p
			}
		}
		if missing == "" {
			return s
		}
		if time.Now().After(end) {
			s.t.Fatalf("the screen never showed %q:\n%s", missing, text)
		}
	}
}

func (s *screen) press(keys string) *screen {
	s.t.Helper()
	if _, err := s.term.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
	return s
}

// wait waits for the end and returns the exit code.
func (s *screen) wait() int {
	s.t.Helper()
	end := make(chan error, 1)
	go func() { end <- s.cmd.Wait() }()
	select {
	case err := <-end:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			s.t.Fatal(err)
		}
	case <-time.After(20 * time.Second):
		s.t.Fatalf("the program does not end:\n%s", s.vt.String())
	}
	time.Sleep(20 * time.Millisecond) // what it wrote last
	return s.cmd.ProcessState.ExitCode()
}

// clean holds the terminal to the state in which it was found.
func (s *screen) clean() {
	s.t.Helper()
	now, err := term.GetState(s.tty.Fd())
	if err != nil {
		s.t.Fatal(err)
	}
	if *now != *s.was {
		s.t.Error("the terminal is left in another mode")
	}
	sent := s.sent()
	for on, off := range map[string]string{"\x1b[?1049h": "\x1b[?1049l", "\x1b[?25l": "\x1b[?25h", "\x1b[?2004h": "\x1b[?2004l"} {
		if strings.LastIndex(sent, off) < strings.LastIndex(sent, on) {
			s.t.Errorf("%q is not taken back", on)
		}
	}
}

const (
	enter = "\r"
	esc   = "\x1b"
	ctrlC = "\x03"
	ctrlR = "\x12"
	ctrlU = "\x15"
)

// open answers the questions of the opening.
func (s *screen) open() *screen {
	s.t.Helper()
	s.until("What kind of work").press("1" + enter).until("What runs today").press("1" + enter)
	s.until("How many engineers").press("8" + enter).until("Who runs it").press("dev" + enter)
	s.until("jobs come in").press("1.5k").until("1,500 req/s").press(ctrlU + "20" + enter)
	return s.until("over a day").press("3" + enter).until("Which of these limits").press("none" + enter).until("infrastructure cost")
}

// engineers passes the questions over that come before the first number.
func (s *screen) engineers() *screen {
	s.t.Helper()
	for _, before := range []string{"What kind of work", "What runs today", "What hurts"} {
		s.until(before).press("\t")
	}
	return s.until("How many engineers")
}

func TestInterviewToRecord(t *testing.T) {
	dir := t.TempDir()
	s := start(t, dir, 100, 30, nil)
	s.open().press("$2k" + enter).until("What matters most")
	s.press(ctrlR).until("Explanation")
	for key, shows := range map[string]string{"2": "[2 Chart]", "3": "[3 What-if]", "4": "[4 Sensitivity]"} {
		s.press(key).until(shows)
	}
	s.press("3").until("[3 What-if]").press("c").until("Compare").press(esc).until("Try answers").press("1").until("[1 Result]")
	s.press("5").until("Export a decision record", "# ", "Same as: archadvisor export")
	for range 5 {
		s.press(enter)
	}
	s.press(enter).until("▸          [ Write ]").press(enter).until("Written: ")
	s.press(esc).until("[1 Result]").press("q")
	if code := s.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	s.clean()
	found, err := filepath.Glob(filepath.Join(dir, "docs", "*", "*.md"))
	if err != nil || len(found) != 1 {
		t.Fatalf("records: %v, %v", found, err)
	}
	data, err := os.ReadFile(found[0])
	if err != nil || !strings.Contains(string(data), "engineers = 8") {
		t.Errorf("the record does not hold the profile: %v\n%s", err, data)
	}
}

func TestNoAnswerIsLostByKill(t *testing.T) {
	dir := t.TempDir()
	s := start(t, dir, 80, 24, nil)
	s.open().until("infrastructure cost", "✓ kept") // which is said when the draft is on disk
	if err := s.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	s.wait()
	s = start(t, dir, 80, 24, nil, "resume")
	s.until("infrastructure cost") // the budget comes next
	s.press(esc).until("Which of these limits", "longest job: 1 to 900 s")
	s.press(esc).until("over a day", "3 (•) bursty")
	s.press(esc).until("jobs come in", "20")
	s.press(esc).until("Who runs it", "(•) developers")
	s.press(esc).until("How many engineers", "8")
	s.press(ctrlC)
	if code := s.wait(); code != 130 {
		t.Errorf("exit code %d after ctrl+c, want 130", code)
	}
	s.clean()
}

func TestSignalsLeaveACleanTerminal(t *testing.T) {
	for _, size := range [][2]int{{100, 30}, {80, 24}, {60, 20}, {40, 12}} {
		s := start(t, t.TempDir(), size[0], size[1], []string{"NO_COLOR=1"})
		s.engineers().press("12").until("12")
		want := 130
		if size[0] == 60 {
			want = 143
			if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
		} else {
			s.press(ctrlC)
		}
		if code := s.wait(); code != want {
			t.Errorf("%v: exit code %d, want %d", size, code, want)
		}
		s.clean()
		if got := regexp.MustCompile("\x1b\\[[0-9;]*m").FindString(s.sent()); got != "" {
			t.Errorf("%v: a colour under NO_COLOR: %q", size, got)
		}
	}
}

func TestResize(t *testing.T) {
	s := start(t, t.TempDir(), 100, 30, nil)
	s.engineers().until("Ranking so far").press("42")
	for _, size := range [][2]int{{45, 14}, {30, 10}, {120, 40}, {80, 24}} {
		s.vt.Resize(size[0], size[1])
		if err := pty.Setsize(s.term, &pty.Winsize{Cols: uint16(size[0]), Rows: uint16(size[1])}); err != nil {
			t.Fatal(err)
		}
		if size[0] < 40 {
			s.until("enlarge")
		} else {
			s.until("42", "engineers")
		}
	}
	s.press(ctrlC)
	s.wait()
	s.clean()
}

// TestNoProbe: bubbletea asks the terminal for its background when it is
// linked; ui/noprobe must keep it from doing so in every other command.
func TestNoProbe(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"--version"}, {"help", "exit-codes"}, {"schema", "profile"}} {
		began := time.Now()
		s := start(t, t.TempDir(), 80, 24, []string{"NO_COLOR=1"}, args...)
		if code := s.wait(); code != 0 {
			t.Errorf("%v: exit code %d\n%s", args, code, s.sent())
		}
		if took := time.Since(began); took > 2*time.Second { // the probe waits five
			t.Errorf("%v takes %v", args, took)
		}
		if strings.Contains(s.sent(), "\x1b") {
			t.Errorf("%v prints an escape sequence: %.200q", args, s.sent())
		}
		s.clean()
	}
}

func TestWithoutATerminal(t *testing.T) {
	cmd := exec.Command(binary)
	cmd.Stdin = strings.NewReader("8\n")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 2 || !strings.Contains(string(out), "score") {
		t.Errorf("%v: %s", err, out)
	}
}

func TestAccessibleThroughAPipe(t *testing.T) {
	dir := t.TempDir()
	cmd := exec.Command(binary, "--accessible")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_STATE_HOME="+dir)
	cmd.Stdin = strings.NewReader("8\n1\n2\nsave shop.toml\nstop\nquit\n") // one is not taken, requests, a monolith runs
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if strings.ContainsAny(string(out), "\x1b█│") || !strings.Contains(string(out), "Result. ") {
		t.Errorf("%s", out)
	}
	score := exec.Command(binary, "score", "--format", "json", "shop.toml")
	score.Dir = dir
	scored, err := score.Output()
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(out), "Result. ")
	for _, name := range []string{"monolith", "serverless", "microservices"} {
		recommended := strings.Contains(strings.ReplaceAll(string(scored), " ", ""), `"recommendation":"`+name+`"`)
		first, _, _ := strings.Cut(strings.ToLower(after), "\n")
		if said := strings.Contains(first, name); said != recommended {
			t.Errorf("%s: said %v, scored %v\n%s", name, said, recommended, after)
		}
	}
}
