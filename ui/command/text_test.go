package command

import (
	"strings"
	"testing"
	"time"

	"archadvisor/advisor"
	"archadvisor/ui/theme"
)

// The lines of a bill sum to the total shown, to the cent.
func TestWholeCents(t *testing.T) {
	for _, amounts := range [][]float64{{72.094, 15.854, 82.124, 0.304, 22.264}, {0.004, 0.004, 0.004}, {}, {1.005, 2.675}, {0.999, 0.001}} {
		var bill []advisor.LineItem
		usd := 0.0
		for _, a := range amounts {
			bill = append(bill, advisor.LineItem{MonthlyUSD: a})
			usd += a
		}
		lines, total := wholeCents(bill, usd)
		sum := int64(0)
		for i, n := range lines {
			sum += n
			if d := float64(n) - amounts[i]*100; d < -1 || d > 1 {
				t.Errorf("%v: line %d is %d cents", amounts, i, n)
			}
		}
		if sum != total {
			t.Errorf("%v: lines sum to %d cents, total is %d", amounts, sum, total)
		}
	}
}

func TestNumbersForPeople(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{share(0.0654), "6.5 %"}, {plural(1, "error"), "1 error"}, {plural(3, "test"), "3 tests"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// Names that a spreadsheet would take for a formula are quoted.
func TestCell(t *testing.T) {
	for in, want := range map[string]string{"=1": "'=1", "+1": "'+1", "-1": "'-1", "@a": "'@a", " =1": "' =1", "shop": "shop", "a=1": "a=1", "\t=1": `'\u0009=1`, "": ""} {
		if got := cell(in); got != want && !(in == "\t=1" && !strings.HasPrefix(got, "\t")) {
			t.Errorf("cell(%q) = %q, want %q", in, got, want)
		}
	}
}

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

func TestShellWord(t *testing.T) {
	for in, want := range map[string]string{"shop.toml": "shop.toml", "my shop.toml": "'my shop.toml'", "it's": `'it'\''s'`, "": "''", "$(rm)": "'$(rm)'"} {
		if got := shellWord(in); got != want {
			t.Errorf("shellWord(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestSavePath(t *testing.T) {
	for in, want := range map[string]string{"Shop": "shop.toml", "../../etc/passwd": "etc-passwd.toml", "日本語": "profile.toml", "a  b": "a-b.toml"} {
		if got := savePath(in); got != want {
			t.Errorf("savePath(%q) = %q, want %q", in, got, want)
		}
	}
}

// The themes that --theme takes are those that exist.
func TestThemeNames(t *testing.T) {
	if got := themeNames(); len(got) != len(theme.Names())+1 || got[0] != "auto" {
		t.Errorf("theme names are %v", got)
	}
}
