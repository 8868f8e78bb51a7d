package terminal

import (
	"cmp"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"

	"archadvisor/ui/theme"
)

// ThemeNames are what Theme may be asked for.
func ThemeNames() []string { return append([]string{"auto"}, theme.Names()...) }

// Theme is the theme of the screens: as asked, or for "auto" by COLORFGBG, or by
// asking the terminal for its background, which only the questionnaire does.
func Theme(name string, coloured bool, in, out *os.File) *theme.Theme {
	colours := termenv.Ascii
	if coloured {
		if colours = termenv.NewOutput(out).ColorProfile(); colours == termenv.Ascii {
			colours = termenv.ANSI256 // --color always, or CLICOLOR_FORCE
		}
	}
	if name == "auto" {
		name = "dark"
		if isLight(in, out, colours) {
			name = "light"
		}
	}
	t := theme.New(name, colours)
	t.Glyphs = glyphs(os.Getenv)
	return t
}

// glyphs are the characters that the terminal can draw, as far as variables tell:
// the first of the locale's that is set, and none of them says nothing.
func glyphs(env func(string) string) theme.Glyphs {
	locale := strings.ToUpper(cmp.Or(env("LC_ALL"), env("LC_CTYPE"), env("LANG")))
	_, charset, named := strings.Cut(locale, ".")
	switch {
	case locale == "C", locale == "POSIX", named && !strings.HasPrefix(strings.ReplaceAll(charset, "-", ""), "UTF8"):
		return theme.ASCII
	case env("TERM") == "linux":
		return theme.Console
	}
	return theme.Full
}

// isLight tells a light terminal from a dark one; what cannot be told is dark.
func isLight(in, out *os.File, colours termenv.Profile) bool {
	if colours == termenv.Ascii {
		return false
	}
	if light, known := lightByVariable(os.Getenv("COLORFGBG")); known {
		return light
	}
	if !answersQueries(os.Getenv) {
		return false
	}
	state, err := term.MakeRaw(in.Fd())
	if err != nil {
		return false
	}
	defer func() { _ = term.Restore(in.Fd(), state) }()
	if _, err := out.WriteString("\x1b]11;?\x1b\\\x1b[c"); err != nil {
		return false
	}
	return lightByReply(untilReply(in, queryLimit))
}

// queryLimit is how long a terminal may take to answer. Its answer to the
// second question, which every terminal knows, ends the wait earlier.
const queryLimit = 150 * time.Millisecond

// answersQueries is false for terminals that do not answer, and for those
// behind a network, whose late answer would be taken for typing.
func answersQueries(env func(string) string) bool {
	for _, prefix := range []string{"screen", "dumb", "linux"} {
		if strings.HasPrefix(env("TERM"), prefix) {
			return false
		}
	}
	return env("TERM") != "" && env("SSH_CONNECTION") == "" && env("SSH_TTY") == ""
}

// lightByVariable reads COLORFGBG, "foreground;background" by colour number: 7 and 9 to 15 are light.
func lightByVariable(v string) (light, known bool) {
	i := strings.LastIndexByte(v, ';')
	n, err := strconv.Atoi(v[i+1:])
	if i < 0 || err != nil || n < 0 || n > 15 {
		return false, false
	}
	return n == 7 || n > 8, true
}

// lightByReply reads the answer "rgb:RRRR/GGGG/BBBB" and takes a background
// for light above half of the luminance (ITU-R BT.601).
func lightByReply(reply string) bool {
	_, rest, ok := strings.Cut(reply, "]11;rgb")
	if !ok {
		return false
	}
	parts := strings.FieldsFunc(strings.TrimPrefix(rest, "a"), func(r rune) bool { return !strings.ContainsRune("0123456789abcdefABCDEF", r) })
	if len(parts) < 3 {
		return false
	}
	luminance := 0.0
	for i, weight := range []float64{0.299, 0.587, 0.114} {
		n, err := strconv.ParseUint(parts[i], 16, 16)
		if err != nil {
			return false
		}
		luminance += weight * float64(n) / float64(uint64(1)<<(4*len(parts[i]))-1)
	}
	return luminance > 0.5
}
