package terminal

import (
	"os"
	"strings"
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

// replies takes answers out of input: the colour of the background, "ESC ] 11;rgb:
// .. BEL or ESC \", and the attributes of the terminal, "ESC [ ? .. c".
type replies struct {
	inside string // what an answer is made of, "" outside of one
	ended  bool   // after the ESC of the end of a colour
	length int
	last   time.Time
}

// What the answers are made of, and how long one can be, in bytes and in time
// between two pieces.
const (
	ofColour     = "0123456789abcdefABCDEFrgb:;/?"
	ofAttributes = "0123456789;"
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
		case strings.HasPrefix(rest, "\x1b]1"): // ESC ] alone is Alt and ]
			r.inside, r.ended, r.length = ofColour, false, 0
			i++
		case strings.HasPrefix(rest, "\x1b[?"):
			r.inside, r.ended, r.length = ofAttributes, false, 0
			i += 2
		default:
			out = append(out, in[i])
		}
	}
	return out
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
