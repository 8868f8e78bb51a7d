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
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"archadvisor/advisor/measure"
)

// Source is a log file, plain or gzip.
type Source struct {
	Name string
	Open func() (io.ReadCloser, error)
}

// stream reads the entries of one source in the order of its lines.
type stream struct {
	*measure.Lines
	name   string
	file   io.Closer
	format *format
	parser parser
	read   int64
	ahead  entry // the next entry
}

// start opens a source, tells its format and reads its first entry; false if there is none.
func start(src Source) (s *stream, more bool, err error) {
	file, err := src.Open()
	if err != nil {
		return nil, false, err
	}
	s = &stream{name: src.Name, file: file}
	if s.Lines, err = measure.NewLines(src.Name+":", file); err != nil {
		return s, false, fmt.Errorf("%s: %w", src.Name, err)
	}
	s.format = detect(s.Head())
	more, err = s.next()
	return s, more, err
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
		line, err := s.Next()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, fmt.Errorf("%s: %w", s.name, err)
		}
		switch s.parser.parse(s.format, line, &s.ahead) {
		case broken:
			s.Refuse("")
		case read:
			s.read++
			return true, nil
		}
	}
}

// merge hands on the entries of all sources in the order of time, as if they stood in one file: rotated files
// one after the other, those of several machines line by line.
func merge(ctx context.Context, sources []Source, each func(*entry)) (all []*stream, err error) {
	defer func() {
		for _, s := range all {
			s.file.Close()
		}
	}()
	var open []*stream // the one with the earliest entry first
	for _, src := range sources {
		s, more, err := start(src)
		if s != nil {
			all = append(all, s)
		}
		if err != nil {
			return all, err
		}
		if more {
			open = append(open, s)
		}
	}
	slices.SortStableFunc(open, func(a, b *stream) int { return cmp.Compare(a.ahead.at, b.ahead.at) })
	for n := 0; len(open) > 0; n++ {
		if n&0x3fff == 0 && ctx.Err() != nil {
			return all, ctx.Err()
		}
		s := open[0]
		each(&s.ahead)
		more, err := s.next()
		if err != nil {
			return all, err
		}
		if !more {
			open = open[1:]
		}
		for i := 1; more && i < len(open) && open[i].ahead.at < s.ahead.at; i++ {
			open[i-1], open[i] = open[i], s
		}
	}
	return all, nil
}
