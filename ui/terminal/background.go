package terminal

import (
	"cmp"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
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

// Keyboard is a terminal's input without the answers of the terminal itself: one
// that comes late, or in pieces, never lands in a field.
type Keyboard struct {
	*os.File
	replies
}

// NewKeyboard reads keys from a terminal.
func NewKeyboard(f *os.File) *Keyboard { return &Keyboard{File: f} }

// Read reads keys; none, if all that came was an answer.
func (k *Keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	return copy(p, k.without(p[:n], time.Now())), err
}

// replies takes answers out of input: colours and other texts of the terminal, "ESC ]
// 11;rgb: .. BEL or ESC \", and its attributes, "ESC [ ? .. c". One that was cut after
// its first byte, so that the escape key seemed to be pressed, is known by what follows.
type replies struct {
	inside string // what an answer is made of, "" outside of one
	ended  bool   // after the ESC of the end of a colour
	// begun is what may have been keys or the beginning of an answer.
	begun  string
	length int
	last   time.Time
}

// What the answers are made of, and how long one can be, in bytes and in time between two pieces.
const (
	ofColour     = "0123456789abcdefABCDEFrgb:;/?+="
	ofAttributes = "0123456789;?["
	longestReply = 64
	slowestReply = 2 * time.Second
)

// without is the input that people typed.
func (r *replies) without(in []byte, now time.Time) []byte {
	if now.Sub(r.last) > slowestReply {
		r.inside = "" // the rest never came
	}
	r.last = now
	var out []byte
	for i := 0; i < len(in); i++ {
		if r.inside != "" && r.swallows(in[i]) {
			continue
		}
		switch rest := string(in[i:]); {
		case i == 0 && r.begun != "" && cut().MatchString(r.begun+rest):
			if r.inside, r.ended, r.length = ofColour, false, 0; strings.Contains(r.begun+rest[:1], "[") {
				r.inside = ofAttributes
			}
		case strings.HasPrefix(rest, "\x1b]") && len(rest) > 2 && rest[2] >= '0' && rest[2] <= '9': // ESC ] alone is Alt and ]
			r.inside, r.ended, r.length = ofColour, false, 0
			i++
		case strings.HasPrefix(rest, "\x1b[?"):
			r.inside, r.ended, r.length = ofAttributes, false, 0
			i += 2
		default:
			out = append(out, in[i])
		}
	}
	r.begun = begins(string(out))
	return out
}

// cut finds an answer of which a first piece came alone.
var cut = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\x1b\](?:1[01]|4;\d+);rgb|^\x1b\[\?\d+[;c]`) })

// begins is such a piece at the end of input, "" if none is there.
func begins(in string) string {
	if i := strings.LastIndexByte(in, '\x1b'); i >= 0 && len(in)-i <= 2 && strings.Trim(in[i+1:], "[]") == "" {
		return in[i:]
	}
	return ""
}

// swallows takes one more byte of an answer; what cannot be part of it ends it.
func (r *replies) swallows(b byte) bool {
	r.length++
	switch {
	case r.ended:
		r.inside = ""
		return b == '\\'
	case b == '\a' && r.inside == ofColour, b == 'c' && r.inside == ofAttributes:
		r.inside = ""
		return true
	case b == '\x1b' && r.inside == ofColour:
		r.ended = true
		return true
	case strings.IndexByte(r.inside, b) >= 0 && r.length <= longestReply:
		return true
	}
	r.inside = ""
	return false
}
