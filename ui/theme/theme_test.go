package theme

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

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
	for _, c := range []struct{ total, n, above, below int }{{24, 1, 1, 23}, {24, -2, 22, 2}, {2, 5, 2, 0}, {0, 1, 0, 0}, {1, -2, 0, 1}} {
		if above, below := (Box{10, c.total}).Rows(c.n); above != (Box{10, c.above}) || below != (Box{10, c.below}) {
			t.Errorf("%d at %d: %v, %v", c.total, c.n, above, below)
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

func TestBarLeavesOutWhatDoesNotFit(t *testing.T) {
	th := New("mono", termenv.Ascii)
	ks := Keys{{Name: "h", Keys: []string{"?"}, Help: "help"}, {Name: "a", Keys: []string{"a"}, Help: "first of all"}, {Name: "r", Keys: []string{"r"}, Help: "rare", Rare: true},
		{Name: "b", Keys: []string{"b"}, Help: "second of all"}, {Name: "c", Keys: []string{"c"}, Help: "c"}}
	if got := th.Bar(ks, 27, 1); got != "? help  a first of all  c c" {
		t.Errorf("%q", got)
	}
	if got := th.Bar(ks, 27, 2); got != "? help  a first of all\nb second of all  c c" {
		t.Errorf("%q", got)
	}
	if got := th.Bar(ks, 3, 1); Width(got) > 3 {
		t.Errorf("%q is wider than 3", got)
	}
}

func TestWrapKeepsHyphens(t *testing.T) {
	for text, want := range map[string]string{
		"archadvisor export shop.toml --format madr":         "archadvisor export shop.toml|--format madr",
		"Source: https://a.example/one/how-it-went?x=1 kept": "Source:|https://a.example/one/how-it-|went?x=1 kept",
		"https://b.example/" + strings.Repeat("x", 20):       "https://b.example/|xxxxxxxxxxxxxxxxxxxx",
		"docs/0001-adopt-a-modular-monolith-for-shop.md":     "docs/0001-adopt-a-modular-|monolith-for-shop.md",
		"To:" + Unbroken + "docs/0001-keep-it-for-shop.md":   "To: docs/0001-keep-it-for-|shop.md",
		"订单订单订单订单订单订单订单订单订单":                                 "订单订单订单订单订单订单订单订单|订单",
	} {
		if got := strings.Join(Wrap(text, 32), "|"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMeters(t *testing.T) {
	for share, want := range map[float64]string{0: "░░░░", 0.5: "██░░", 1: "████", 7: "████", -1: "░░░░", math.NaN(): "░░░░"} {
		if got := Meter(share, 4); got != want {
			t.Errorf("%v: %s", share, got)
		}
	}
	for glyphs, want := range map[Glyphs]string{Full: "▁▂▄▆█", Console: "__▄██", ASCII: "__=##"} {
		if got := (&Theme{Glyphs: glyphs}).Drawn(Spark("01357")); got != want {
			t.Errorf("%d: %s", glyphs, got)
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
	if got := ks[1].Shown(); got != "k" {
		t.Errorf("the second key is shown as %q", got)
	}
}
