package theme

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestColours(t *testing.T) {
	for _, c := range []struct {
		name string
		mode string
		env  []string
		tty  bool
		want termenv.Profile
	}{
		{"a terminal", "auto", []string{"TERM", "xterm-256color"}, true, termenv.ANSI256},
		{"true colour", "auto", []string{"TERM", "xterm-256color", "COLORTERM", "truecolor"}, true, termenv.TrueColor},
		{"sixteen colours", "auto", []string{"TERM", "linux"}, true, termenv.ANSI},
		{"a pipe", "auto", []string{"TERM", "xterm-256color"}, false, termenv.Ascii},
		{"a pipe, forced", "auto", []string{"TERM", "xterm-256color", "CLICOLOR_FORCE", "1"}, false, termenv.ANSI256},
		{"NO_COLOR wins", "auto", []string{"TERM", "xterm", "NO_COLOR", "1", "CLICOLOR_FORCE", "1"}, true, termenv.Ascii},
		{"NO_COLOR empty", "auto", []string{"TERM", "xterm", "NO_COLOR", ""}, true, termenv.ANSI},
		{"CLICOLOR=0", "auto", []string{"TERM", "xterm", "CLICOLOR", "0"}, true, termenv.Ascii},
		{"dumb", "auto", []string{"TERM", "dumb"}, true, termenv.Ascii},
		{"the flag wins", "always", []string{"TERM", "xterm", "NO_COLOR", "1"}, false, termenv.ANSI},
		{"never", "never", []string{"TERM", "xterm", "CLICOLOR_FORCE", "1"}, true, termenv.Ascii},
	} {
		if got := Colours(c.mode, env(c.env...), c.tty); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestChoose(t *testing.T) {
	light := func() (bool, bool) { return true, true }
	silent := func() (bool, bool) { return false, false }
	for _, c := range []struct {
		name  string
		fgbg  string
		ask   func() (bool, bool)
		named string
		want  string
	}{
		{"named", "0;15", light, "contrast", "contrast"},
		{"from the environment", "15;0", light, "auto", "dark"},
		{"light from the environment", "0;default;15", nil, "auto", "light"},
		{"asked", "", light, "auto", "light"},
		{"no answer", "", silent, "", "dark"},
		{"nonsense", "a;b", nil, "sepia", "dark"},
	} {
		if got := Choose(c.named, env("COLORFGBG", c.fgbg), c.ask); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestBackground(t *testing.T) {
	for answer, want := range map[string][2]bool{
		"\x1b]11;rgb:ffff/ffff/ffff\x1b\\":    {true, true},
		"\x1b]11;rgb:1c1c/1f1f/2626\a":        {false, true},
		"\x1b]11;rgb:ff/ff/ff\x1b\\\x1b[1;1R": {true, true},
		"\x1b]11;rgb:f/f/f\a":                 {true, true},
		"\x1b[24;1R":                          {false, false},
		"\x1b]11;rgb:zz/ff/ff\a":              {false, false},
		"\x1b]11;rgb:12345/ff/ff\a":           {false, false},
		"\x1b]11;rgb:ff/ff":                   {false, false},
	} {
		light, known := Background(answer)
		if light != want[0] || known != want[1] {
			t.Errorf("%q: %v, %v", answer, light, known)
		}
	}
}

// luminance is that of WCAG 2.1, relative.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	v, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for i, w := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(v>>(16-8*i)&0xff) / 255
		if c <= 0.03928 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += w * c
	}
	return sum
}

// TestContrast holds every colour of text to 4.5 to 1 (WCAG 2.1 AA), and the
// theme made for contrast to 7 to 1 (AAA).
func TestContrast(t *testing.T) {
	for name, p := range palettes {
		background, least := "#1c1f26", 4.5
		switch name {
		case "mono":
			continue
		case "light":
			background = "#ffffff"
		case "contrast":
			background, least = "#000000", 7
		}
		for _, c := range append([]string{p.muted, p.accent, p.good, p.bad, p.warn}, p.series[:]...) {
			a, b := luminance(t, c), luminance(t, background)
			if got := (max(a, b) + 0.05) / (min(a, b) + 0.05); got < least {
				t.Errorf("%s: %s on %s has %.1f to 1, want %.1f", name, c, background, got, least)
			}
		}
	}
}

func TestMono(t *testing.T) {
	for _, th := range []*Theme{New("mono", termenv.TrueColor), New("dark", termenv.Ascii)} {
		if !th.Mono {
			t.Errorf("%s without colours is not mono", th.Name)
		}
		if got := th.Strong.Render("x") + th.Bad.Render("y"); got != "xy" {
			t.Errorf("mono draws %q", got)
		}
	}
	if th := New("sepia", termenv.TrueColor); th.Name != "dark" {
		t.Errorf("an unknown theme is %s", th.Name)
	}
}

func TestBoxes(t *testing.T) {
	for _, c := range []struct {
		total int
		sizes []int
		want  []int
	}{
		{24, []int{1, 0, 2}, []int{1, 21, 2}},
		{25, []int{0, 0}, []int{12, 13}},
		{2, []int{1, 0, 2}, []int{1, 0, 1}},
		{0, []int{1, 0}, []int{0, 0}},
		{-5, []int{0}, []int{0}},
	} {
		got := Box{10, c.total}.Rows(c.sizes...)
		for i := range got {
			if got[i] != (Box{10, c.want[i]}) {
				t.Errorf("%d into %v: %v", c.total, c.sizes, got)
			}
		}
	}
}

func TestFrameFillsItsBox(t *testing.T) {
	th := New("dark", termenv.TrueColor)
	for _, b := range []Box{{0, 0}, {3, 1}, {4, 2}, {5, 3}, {20, 6}, {60, 3}} {
		for _, focus := range []bool{false, true} {
			text := th.Frame(b, "标题 of a long frame", "日本語日本語日本語日本語\nb\nc\nd\ne\nf\ng", focus)
			lines := strings.Split(text, "\n")
			if b.H > 0 && len(lines) != b.H {
				t.Errorf("%v: %d lines", b, len(lines))
			}
			for _, l := range lines {
				if got := ansi.StringWidth(l); got != b.W {
					t.Errorf("%v: a line is %d wide: %q", b, got, ansi.Strip(l))
				}
			}
		}
	}
}

func TestBarKeepsWhatMustBeThere(t *testing.T) {
	th := New("mono", termenv.Ascii)
	ks := Keys{{Name: "a", Keys: []string{"a"}, Help: "first of all"}, {Name: "b", Keys: []string{"b"}, Help: "second of all"},
		{Name: "r", Keys: []string{"r"}, Help: "rare", Rare: true}, {Name: "h", Keys: []string{"?"}, Help: "help", Always: true}}
	if got := th.Bar(ks, 24, 1); got != "a first of all  ? help" {
		t.Errorf("%q", got)
	}
	if got := th.Bar(ks, 24, 2); got != "a first of all\nb second of all  ? help" {
		t.Errorf("%q", got)
	}
	if got := th.Bar(ks, 3, 1); Width(got) > 3 {
		t.Errorf("%q is wider than 3", got)
	}
}

func TestWrapKeepsHyphens(t *testing.T) {
	got := Wrap("archadvisor export shop.toml --format madr", 32)
	if want := []string{"archadvisor export shop.toml", "--format madr"}; strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q", got)
	}
}

func TestMeters(t *testing.T) {
	for share, want := range map[float64]string{0: "░░░░", 0.5: "██░░", 1: "████", 7: "████", -1: "░░░░", math.NaN(): "░░░░"} {
		if got := Meter(share, 4); got != want {
			t.Errorf("%v: %s", share, got)
		}
	}
	if got := Span(0.1, 0.5, 0.9, 11); got != " ├───█───┤ " {
		t.Errorf("%q", got)
	}
	for _, w := range []int{0, 1, 2, 40} {
		if got := Width(Span(math.NaN(), 0.5, 2, w)); got != w {
			t.Errorf("a span of %d is %d wide", w, got)
		}
	}
}

func TestKeysMatch(t *testing.T) {
	ks := Keys{{Name: "up", Keys: []string{"up", "k"}}, {Name: "later", Keys: []string{"k"}}}
	if got := ks.Match("k"); got != "up" {
		t.Errorf("k is %q", got)
	}
	if got := ks.Match("x"); got != "" {
		t.Errorf("x is %q", got)
	}
	if k, ok := ks.Find("later"); !ok || k.Shown() != "k" {
		t.Errorf("later is %v, %v", k, ok)
	}
}
