package measure

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// How long a line may be, how many lines that could not be read are shown, and how much of each.
const (
	LongestLine = 256 << 10
	ShownLines  = 3
	shownLength = 160
)

// Lines reads a file line by line, plain or gzip; memory holds one line, and the first of those that were refused.
type Lines struct {
	Unread int64    // how many were refused
	Shown  []string // the first of them
	prefix string   // of a number, where a line is shown
	from   *bufio.Reader
	text   []byte
	number int64
}

// NewLines begins with a file. The prefix stands before the number of a line that is shown: "access.log:".
func NewLines(prefix string, r io.Reader) (*Lines, error) {
	b := bufio.NewReaderSize(r, LongestLine)
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, LongestLine)
	}
	if mark, _ := b.Peek(3); string(mark) == "\ufeff" {
		_, _ = b.Discard(3) // was read above
	}
	return &Lines{prefix: prefix, from: b}, nil
}

// Head is how the file begins; Next still reads it.
func (l *Lines) Head() []byte {
	head, _ := l.from.Peek(LongestLine / 4) // what cannot be read is told by Next
	return head
}

// Next is the next line with anything on it, valid until the call after it; io.EOF at the end.
func (l *Lines) Next() ([]byte, error) {
	for {
		line, err := l.from.ReadSlice('\n')
		long := errors.Is(err, bufio.ErrBufferFull)
		if len(line) == 0 || err != nil && !long && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if l.number++; long && l.number == 1 { // nor may there be another, ever
			return nil, fmt.Errorf("its first line has more than %d bytes", LongestLine)
		}
		if l.text = bytes.TrimRight(line, "\r\n"); long {
			l.Refuse(fmt.Sprintf(" (it has more than %d bytes)", LongestLine))
		} else if len(l.text) > 0 {
			return l.text, nil
		}
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = l.from.ReadSlice('\n')
		}
	}
}

// Refuse counts the line that was read last among those that could not be read.
func (l *Lines) Refuse(why string) {
	if l.Unread++; len(l.Shown) < ShownLines {
		text := strings.ToValidUTF8(string(l.text[:min(len(l.text), shownLength)]), "�")
		l.Shown = append(l.Shown, fmt.Sprintf("%s%d: %s%s", l.prefix, l.number, text, why))
	}
}
