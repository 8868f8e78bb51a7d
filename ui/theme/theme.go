// Package theme holds what the screens look like, as data: keys with their help, colours, glyphs and boxes. It knows
// nothing of what is shown. No state is told by colour alone: each has a glyph too, since NO_COLOR drops bold and
// reverse as well. Boxes are split, never subtracted from:
//
//	header, rest := theme.Box{W: 80, H: 24}.Rows(1)
//	out := t.Frame(rest, "Ranking", body, true)
package theme

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Theme is a set of styles. It is immutable after New.
type Theme struct {
	Name string
	Mono bool // no styling at all reaches the terminal

	Glyphs Glyphs // the characters that the terminal has

	Text   lipgloss.Style // what is read
	Title  lipgloss.Style // of frames
	Strong lipgloss.Style // the one thing to see first
	Muted  lipgloss.Style // what may be overlooked
	Key    lipgloss.Style // keys in help bars
	Select lipgloss.Style // the row under the cursor
	Border lipgloss.Style
	Focus  lipgloss.Style // border of the pane that takes keys
	Good   lipgloss.Style // in favour, done
	Bad    lipgloss.Style // against, wrong
	Warn   lipgloss.Style // undecided, at risk
	Link   lipgloss.Style

	// Series are the styles of the three architectures, in the order monolith, serverless, microservices.
	Series [3]lipgloss.Style

	Tints [3]lipgloss.TerminalColor // behind their bands, nil where there are too few colours
}

// Letters mark monolith, serverless and microservices wherever colour may be missing.
var Letters = [3]string{"M", "S", "µ"}

type palette struct {
	text, muted, accent, border, good, bad, warn string
	series, tints                                [3]string
}

// Okabe, Ito: Color Universal Design (jfly.uni-koeln.de/color), 2008, which any common colour blindness can tell
// apart. On #1c1f26 each has a contrast of at least 4.5; the light theme has the same hues, darkened until they have
// it on white.
var palettes = map[string]palette{
	"dark": {muted: "#9aa4b2", accent: "#56B4E9", border: "#5c6773", good: "#2bc89b", bad: "#ff9a5c", warn: "#F0E442",
		series: [3]string{"#56B4E9", "#E69F00", "#d98cb8"}, tints: [3]string{"#16364a", "#40300c", "#3d2736"}},
	"light": {muted: "#57606a", accent: "#0072B2", border: "#8c959f", good: "#00694d", bad: "#a33f00", warn: "#7a5c00",
		series: [3]string{"#0072B2", "#8a5a00", "#9c3f75"}, tints: [3]string{"#dcecf7", "#f8ead0", "#f5e2ee"}},
	"contrast": {text: "#ffffff", muted: "#e0e0e0", accent: "#ffff00", border: "#ffffff", good: "#66ffcc", bad: "#ffb38a", warn: "#ffff00",
		series: [3]string{"#8ad4ff", "#ffc14d", "#ffb3de"}},
	"mono": {},
}

// New makes a theme by name; an unknown one is dark, and with termenv.Ascii each is mono.
func New(name string, colours termenv.Profile) *Theme {
	p, ok := palettes[name]
	if !ok {
		name, p = "dark", palettes["dark"]
	}
	if name == "mono" {
		colours = termenv.Ascii
	}
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(colours)
	r.SetHasDarkBackground(name != "light")
	plain := r.NewStyle()
	in := func(hex string) lipgloss.Style {
		if hex == "" {
			return plain
		}
		return plain.Foreground(lipgloss.Color(hex))
	}
	t := &Theme{Name: name, Mono: colours == termenv.Ascii,
		Text: in(p.text), Title: in(p.accent).Bold(true), Strong: in(p.text).Bold(true), Muted: in(p.muted),
		Key: in(p.accent).Bold(true), Select: in(p.accent).Bold(true), Border: in(p.border), Focus: in(p.accent),
		Good: in(p.good), Bad: in(p.bad), Warn: in(p.warn), Link: in(p.accent).Underline(true)}
	if colours == termenv.ANSI { // sixteen are too few for three shades of grey
		t.Muted, t.Border = plain.Faint(true), plain.Faint(true)
		t.Good = plain.Foreground(lipgloss.Color("2")) // its hue would be that of the accent
	}
	for i, hex := range p.series {
		t.Series[i] = in(hex)
		if p.tints[i] != "" && colours < termenv.ANSI {
			t.Tints[i] = lipgloss.Color(p.tints[i])
		}
	}
	return t
}

// Pointed is the mark in front of a row and its style: of the one under the cursor, or of another.
func (t *Theme) Pointed(on bool) (mark string, style lipgloss.Style) {
	if on {
		return Cursor + " ", t.Select
	}
	return "  ", t.Text
}

// Key is one thing that a user can do: its name, its keys as bubbletea spells them, and its words. Help bars and
// pages and the matching of keys all read this value.
type Key struct {
	Name  string
	Keys  []string
	Label string // how the keys are shown; the first key if empty
	Help  string
	Rare  bool // on the help page, not in the bar
}

// Shown returns the keys as the help bar shows them.
func (k Key) Shown() string { return cmp.Or(k.Label, strings.Join(k.Keys[:min(1, len(k.Keys))], "")) }

// Keys is a table of keys; earlier rows win and are shown first.
type Keys []Key

// Match returns the name of the action that a pressed key stands for, or "".
func (ks Keys) Match(pressed string) string {
	for _, k := range ks {
		if slices.Contains(k.Keys, pressed) {
			return k.Name
		}
	}
	return ""
}

// Bar draws keys that are not rare on so many lines; those that do not fit are left out.
func (t *Theme) Bar(ks Keys, width, lines int) string {
	rows, used := make([]string, 1), 0
	for _, k := range ks {
		w := Width(k.Shown()) + 1 + Width(k.Help)
		if k.Rare || k.Help == "" || w > width {
			continue
		}
		if used > 0 && used+2+w > width {
			if len(rows) == lines {
				continue // a shorter one may still fit
			}
			rows, used = append(rows, ""), 0
		}
		if used > 0 {
			w, rows[len(rows)-1] = w+2, rows[len(rows)-1]+"  "
		}
		rows[len(rows)-1] += t.Key.Render(k.Shown()) + " " + t.Muted.Render(k.Help)
		used += w
	}
	return strings.Join(rows, "\n")
}
