package terminal

import (
	"os"
	"regexp"
	"strings"
	"sync"
	"time"
)

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
