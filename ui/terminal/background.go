package terminal

import (
	"cmp"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
	"github.com/muesli/termenv"

	"archadvisor/ui/theme"
)

// Theme is the theme as asked, or for "auto" by COLORFGBG or by the terminal's answer on its background.
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

// glyphs are the characters that the terminal can draw, by TERM and the first variable of the locale.
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

// queryLimit is how long a terminal may take; its answer to the second question ends the wait earlier.
const queryLimit = 150 * time.Millisecond

// untilReply reads an answer until the end of the device attributes, a c, or until the limit.
func untilReply(in *os.File, limit time.Duration) string {
	r, err := cancelreader.NewReader(in)
	if err != nil {
		return ""
	}
	defer r.Close()
	defer time.AfterFunc(limit, func() { r.Cancel() }).Stop()
	got, piece := "", make([]byte, 256)
	for !attributes().MatchString(got) {
		n, err := r.Read(piece)
		if err != nil {
			break
		}
		got += string(piece[:n])
	}
	return got
}

// answersQueries is false for terminals that do not answer, or over a network too late, as if typed.
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

// lightByReply reads "rgb:RRRR/GGGG/BBBB": a background is light above half of the luminance (ITU-R BT.601).
func lightByReply(reply string) bool {
	_, colour, _ := strings.Cut(reply, "]11;")
	colour, _, _ = strings.Cut(strings.ReplaceAll(colour, "\a", "\x1b"), "\x1b")
	c := ansi.XParseColor(colour)
	if c == nil {
		return false
	}
	r, g, b, _ := c.RGBA()
	return 0.299*float64(r)+0.587*float64(g)+0.114*float64(b) > 0.5*0xffff
}

// Keyboard is a terminal's input without the terminal's own answers: a late one, or in pieces, never lands in a field.
type Keyboard struct {
	*os.File
	replies
}

// Read reads keys; none, if all that came was an answer.
func (k *Keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	return copy(p, k.without(p[:n], time.Now())), err
}

// replies takes answers out of input: texts of the terminal, "ESC ] 11;rgb: .. BEL or ESC \", and its attributes,
// "ESC [ ? .. c". One that was cut after its first byte, as if the escape key was pressed, is known by what follows.
type replies struct {
	open  string // an answer without its end
	begun string // the end of what was passed on: keys, or the beginning of an answer
	last  time.Time
}

const slowestReply = 2 * time.Second // the time between two pieces of an answer

var (
	// reply is an answer, as far as it has come; ESC ] alone is Alt and ].
	reply = lazily(`\x1b\]\d[\da-fA-Frgb:;/?+=]{0,64}(?:\a|\x1b\\?)?|\x1b\[\?[\d;?\[]{0,64}c?`)
	// attributes are the end of an answer to the second question.
	attributes = lazily(`\x1b\[\?[\d;]*c`)
	// late is one of which a first piece came alone.
	late = lazily(`^\x1b\](?:1[01]|4;\d+);rgb|^\x1b\[\?\d+[;c]`)
)

func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

func (r *replies) without(in []byte, now time.Time) []byte {
	text := string(in)
	if r.open != "" && now.Sub(r.last) <= slowestReply { // else the rest never came
		text = r.open + text
	} else if r.begun != "" && late().MatchString(r.begun+text) {
		text = r.begun + text
	}
	r.last, r.open, r.begun = now, "", ""
	if all := reply().FindAllString(text, -1); len(all) > 0 {
		last := all[len(all)-1]
		if strings.HasSuffix(text, last) && !strings.HasSuffix(last, "\a") && !strings.HasSuffix(last, `\`) && !(last[1] == '[' && strings.HasSuffix(last, "c")) {
			r.open = last
		}
	}
	out := reply().ReplaceAllString(text, "")
	if i := strings.LastIndexByte(out, '\x1b'); i >= 0 && len(out)-i <= 2 && strings.Trim(out[i+1:], "[]") == "" {
		r.begun = out[i:]
	}
	return []byte(out)
}
