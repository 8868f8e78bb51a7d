package theme

import (
	"strconv"
	"strings"

	"github.com/muesli/termenv"
)

// Colours decides which colours a stream gets. mode is auto, always or never,
// as --color has it; tty says whether the stream is a terminal. NO_COLOR wins
// over CLICOLOR_FORCE, and that over what the stream is.
func Colours(mode string, getenv func(string) string, tty bool) termenv.Profile {
	term := getenv("TERM")
	switch {
	case mode == "never":
		return termenv.Ascii
	case mode == "always":
	case getenv("NO_COLOR") != "":
		return termenv.Ascii
	case getenv("CLICOLOR_FORCE") != "" && getenv("CLICOLOR_FORCE") != "0":
	case getenv("CLICOLOR") == "0" || term == "dumb" || !tty:
		return termenv.Ascii
	}
	switch {
	case getenv("COLORTERM") == "truecolor" || getenv("COLORTERM") == "24bit" || strings.HasSuffix(term, "-direct"):
		return termenv.TrueColor
	case strings.Contains(term, "256color"):
		return termenv.ANSI256
	}
	return termenv.ANSI
}

// Choose decides on a theme: the one that is named, else the one that suits the
// background. COLORFGBG tells the background; where it does not, ask is called,
// which may be nil. Unknown is dark.
func Choose(name string, getenv func(string) string, ask func() (light, known bool)) string {
	for _, n := range Names() {
		if name == n {
			return name
		}
	}
	if light, known := fromEnvironment(getenv("COLORFGBG")); known {
		return byBackground(light)
	}
	if ask != nil {
		if light, known := ask(); known {
			return byBackground(light)
		}
	}
	return "dark"
}

func byBackground(light bool) string {
	if light {
		return "light"
	}
	return "dark"
}

// fromEnvironment reads "15;0": foreground and background as ANSI colours.
// Of those 7 and 9 to 15 are light.
func fromEnvironment(fgbg string) (light, known bool) {
	parts := strings.Split(fgbg, ";")
	n, err := strconv.Atoi(parts[len(parts)-1])
	if err != nil || n < 0 || n > 15 {
		return false, false
	}
	return n == 7 || n > 8, true
}

// Background reads a terminal's answer to the question for its background
// colour, "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", and says whether it is light.
func Background(answer string) (light, known bool) {
	_, rgb, ok := strings.Cut(answer, "]11;rgb:")
	if !ok {
		return false, false
	}
	if end := strings.IndexAny(rgb, "\a\x1b"); end >= 0 {
		rgb = rgb[:end]
	}
	parts := strings.Split(rgb, "/")
	if len(parts) != 3 {
		return false, false
	}
	sum := 0.0
	for i, weight := range []float64{0.299, 0.587, 0.114} { // luma, ITU-R BT.601
		if parts[i] == "" || len(parts[i]) > 4 {
			return false, false
		}
		v, err := strconv.ParseUint(parts[i], 16, 16)
		if err != nil {
			return false, false
		}
		sum += weight * float64(v) / float64(int(1)<<(4*len(parts[i]))-1)
	}
	return sum > 0.5, true
}
