// Package logs measures what a web access log tells of the load: rates, their
// shape over the day, sizes, durations, what a cache could answer, and what the
// cold-start and waiting models of estimate say of the very arrivals of the log.
//
// Lines are streamed. Memory holds a grid of minutes (at most 800 days), a table of
// recent addresses, a histogram of durations, a window in which lines are put in
// order of time, and the instances of the replay, however long the log is.
//
//	frag, err := logs.Measure(ctx, []logs.Source{{Name: "access.log", Open: open}}, logs.Options{Keep: 360})
package logs

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Source is a log file, plain or gzip. Once says that it can be opened only once, as standard input can.
type Source struct {
	Name string
	Open func() (io.ReadCloser, error)
	Once bool
}

const bufferSize = 256 << 10 // holds the longest line that is read; what is longer does not parse

// shownLines is how many lines that do not parse are shown, shownLength how much of each.
const (
	shownLines  = 3
	shownLength = 160
)

// stream reads the entries of one source in the order of its lines.
type stream struct {
	Source
	format        *format
	parser        parser
	file          io.Closer
	buffer        *bufio.Reader
	lines, unread int64
	number        int64 // of the line
	shown         []string
	ahead         entry // the next entry
}

// start opens the source, tells its format and reads its first entry; there is none if it ends before.
func (s *stream) start() (more bool, err error) {
	file, err := s.Open()
	if err != nil {
		return false, err
	}
	*s = stream{Source: s.Source, file: file, buffer: bufio.NewReaderSize(file, bufferSize)}
	if magic, _ := s.buffer.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(s.buffer)
		if err != nil {
			return false, fmt.Errorf("%s: %w", s.Name, err)
		}
		s.buffer = bufio.NewReaderSize(z, bufferSize)
	}
	head, _ := s.buffer.Peek(bufferSize / 4) // what cannot be read is told by next
	s.format = detect(head)
	return s.next()
}

// detect is the format that reads most of the first lines.
func detect(head []byte) *format {
	best, most := &formats[0], 0
	for i := range formats {
		n, tried, p := 0, 0, &parser{}
		for line := range bytes.Lines(head) {
			var e entry
			if line = bytes.TrimRight(line, "\r\n"); len(line) > 0 && p.parse(&formats[i], line, &e) == read {
				n++
			}
			if tried++; tried == 50 {
				break
			}
		}
		if n > most {
			best, most = &formats[i], n
		}
	}
	return best
}

// next reads on to the next entry; false at the end of the source.
func (s *stream) next() (more bool, err error) {
	for {
		line, err := s.buffer.ReadSlice('\n')
		long := errors.Is(err, bufio.ErrBufferFull)
		if len(line) == 0 && errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil && !long && !errors.Is(err, io.EOF) {
			return false, fmt.Errorf("%s: %w", s.Name, err)
		}
		result := broken
		if s.number++; !long {
			if line = bytes.TrimRight(line, "\r\n"); len(line) == 0 {
				continue
			}
			result = s.parser.parse(s.format, line, &s.ahead)
		}
		if result == broken {
			s.refuse(line)
		}
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = s.buffer.ReadSlice('\n')
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return false, fmt.Errorf("%s: %w", s.Name, err)
		}
		if result == read {
			s.lines++
			return true, nil
		}
	}
}

func (s *stream) refuse(line []byte) {
	s.lines, s.unread = s.lines+1, s.unread+1
	if len(s.shown) < shownLines {
		text := strings.ToValidUTF8(string(line[:min(len(line), shownLength)]), "�")
		s.shown = append(s.shown, fmt.Sprintf("%s:%d: %s", s.Name, s.number, text))
	}
}

// merge hands on the entries of all sources as if they stood in one file: rotated
// files in the order of their beginnings, those that overlap, as the logs of several
// machines do, merged line by line. Not more files are open than overlap.
func merge(ctx context.Context, sources []Source, each func(*entry)) (all []*stream, err error) {
	var open []*stream
	defer func() {
		for _, s := range open {
			s.file.Close()
		}
	}()
	waiting, rest, err := byBeginning(sources)
	all = append(waiting, rest...)
	for n := 0; err == nil && len(open)+len(waiting) > 0; n++ {
		if n&0x3fff == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		at, s := 0, (*stream)(nil)
		for i, o := range open {
			if s == nil || o.ahead.at < s.ahead.at {
				at, s = i, o
			}
		}
		more := true
		if len(waiting) > 0 && (s == nil || waiting[0].ahead.at <= s.ahead.at) {
			if s, waiting = waiting[0], waiting[1:]; !s.Once {
				_, err = s.start()
			}
			open = append(open, s)
			continue
		}
		each(&s.ahead)
		if more, err = s.next(); !more {
			s.file.Close()
			open = slices.Delete(open, at, at+1)
		}
	}
	return all, err
}

// byBeginning orders the sources by their first entry, and closes them again; those without any entry are empty.
func byBeginning(sources []Source) (list, empty []*stream, err error) {
	for _, src := range sources {
		s := &stream{Source: src}
		more, err := s.start()
		if s.file != nil && !(more && src.Once) {
			s.file.Close()
		}
		if err != nil {
			return nil, nil, err
		}
		if more {
			list = append(list, s)
		} else {
			empty = append(empty, s)
		}
	}
	slices.SortStableFunc(list, func(a, b *stream) int { return cmp.Compare(a.ahead.at, b.ahead.at) })
	return list, empty, nil
}
