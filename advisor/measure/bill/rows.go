package bill

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxLine bounds a line in bytes, maxJoined the lines of a record in quotes: one without an end costs a line.
const (
	maxLine   = 1 << 20
	maxJoined = 8
)

// shownLines is how many lines that could not be read are shown, shownLength how much of each.
const (
	shownLines  = 3
	shownLength = 160
)

type rows struct {
	from    *bufio.Reader
	one     *bufio.Reader // of the record that is parsed
	ahead   []string      // lines that were read and not used
	columns int           // of the head
	number  int           // of the line
	text    string        // its beginning
	unread  int64
	shown   []string
}

func newRows(r io.Reader) (*rows, error) {
	b := bufio.NewReaderSize(r, maxLine)
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, maxLine)
	}
	if mark, _ := b.Peek(3); string(mark) == "\ufeff" {
		_, _ = b.Discard(3) // was read above
	}
	return &rows{from: b, one: bufio.NewReader(strings.NewReader(""))}, nil
}

var errLong = fmt.Errorf("a line has more than %d bytes", maxLine) // a line that is longer than any is

// next is the next record, nil for a line that is none; io.EOF at the end.
func (r *rows) next() ([]string, error) {
	text := ""
	for n := 0; n < maxJoined; n++ {
		line, err := r.line(n)
		if n == 0 && err != nil {
			return nil, err
		}
		if text += line; err != nil || line == "" || len(text) > maxLine {
			break
		}
		r.one.Reset(strings.NewReader(text))
		c := csv.NewReader(r.one)
		c.FieldsPerRecord = -1
		record, err := c.Read()
		if err == nil && (n == 0 || len(record) == r.columns) {
			r.use(n + 1)
			return record, nil
		}
		if n == 0 && errors.Is(err, io.EOF) { // an empty line
			r.use(1)
			text, n = "", -1
		} else if !errors.Is(err, csv.ErrQuote) {
			break
		}
	}
	r.use(1)
	return nil, nil
}

// line is the nth line that was not used yet, "" if it is too long.
func (r *rows) line(n int) (string, error) {
	for n >= len(r.ahead) {
		line, err := r.from.ReadSlice('\n')
		long := errors.Is(err, bufio.ErrBufferFull)
		if long && r.columns == 0 {
			return "", errLong
		}
		text := string(line)
		for errors.Is(err, bufio.ErrBufferFull) {
			text = ""
			_, err = r.from.ReadSlice('\n')
		}
		if err != nil && (!long && text == "" || !errors.Is(err, io.EOF)) {
			return "", err
		}
		r.ahead = append(r.ahead, text)
	}
	return r.ahead[n], nil
}

func (r *rows) use(n int) {
	text := strings.TrimRight(r.ahead[0], "\r\n")
	r.text, r.number, r.ahead = strings.ToValidUTF8(text[:min(len(text), shownLength)], "�"), r.number+n, r.ahead[n:]
}

// refuse counts the line that was read last among those that could not be read.
func (r *rows) refuse(format string, args ...any) {
	if r.unread++; len(r.shown) < shownLines {
		r.shown = append(r.shown, fmt.Sprintf("line %d: %s (%s)", r.number, r.text, fmt.Sprintf(format, args...)))
	}
}
