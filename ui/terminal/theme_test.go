package terminal

import (
	"testing"
	"time"

	"archadvisor/ui/theme"
)

func TestBackground(t *testing.T) {
	for in, want := range map[string][2]bool{"15;0": {false, true}, "0;15": {true, true}, "0;default;15": {true, true}, "0;7": {true, true}, "7;8": {false, true}, "": {}, "x": {}, "1;99": {}} {
		if light, known := lightByVariable(in); light != want[0] || known != want[1] {
			t.Errorf("COLORFGBG %q: light %v, known %v", in, light, known)
		}
	}
	for in, want := range map[string]bool{"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;c": true, "\x1b]11;rgb:1c1c/1f1f/2626\a": false,
		"\x1b]11;rgb:ff/ff/f0\a": true, "\x1b]11;rgba:ffff/ffff/ffff/ffff\a": true, "\x1b[?62;c": false, "": false, "\x1b]11;rgb:zz/1/2": false} {
		if got := lightByReply(in); got != want {
			t.Errorf("reply %q: light %v", in, got)
		}
	}
}

func TestWhoAnswersQueries(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want bool
	}{{map[string]string{"TERM": "xterm-256color"}, true}, {map[string]string{"TERM": "dumb"}, false}, {map[string]string{}, false},
		{map[string]string{"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}, false}, {map[string]string{"TERM": "screen-256color"}, false}} {
		if got := answersQueries(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v: %v", c.env, got)
		}
	}
	if queryLimit > 150*time.Millisecond {
		t.Errorf("the terminal has %v to answer", queryLimit)
	}
}

// TestGlyphs: a console has no dots, an ASCII locale only ASCII, and no locale at
// all says nothing.
func TestGlyphs(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want theme.Glyphs
	}{{map[string]string{}, theme.Full}, {map[string]string{"LANG": "de_DE"}, theme.Full}, {map[string]string{"LANG": "C.UTF-8"}, theme.Full},
		{map[string]string{"LANG": "en_US.utf8", "TERM": "linux"}, theme.Console}, {map[string]string{"LANG": "C"}, theme.ASCII},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "POSIX"}, theme.ASCII}, {map[string]string{"LC_CTYPE": "de_DE.ISO-8859-1", "TERM": "linux"}, theme.ASCII}} {
		if got := glyphs(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v: %v", c.env, got)
		}
	}
}
