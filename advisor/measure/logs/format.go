package logs

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

type outcome uint8

const (
	broken  outcome = iota // no line of this format
	read                   // a request
	skipped                // a header
)

// format is a way in which requests are logged.
type format struct {
	name string
	cut  func(p *parser, line []byte, f *fields) outcome
}

// formats are tried in this order; the one that reads most of the first lines is taken.
var formats = []format{{"combined", cutCombined}, {"W3C extended", cutW3C}, {"load balancer (ALB)", cutALB}, {"JSON lines", cutJSON}}

// parser is what is remembered from line to line.
type parser struct {
	clock   clock
	columns []role // of a W3C log
	end     string // of its columns
	unit    float64
	cut     [][]byte // the columns of a line
}

func (p *parser) parse(as *format, line []byte, e *entry) outcome {
	var f fields
	result := as.cut(p, line, &f)
	if result == read && !f.entry(&p.clock, e) {
		return broken
	}
	return result
}

// split cuts the first columns of a line apart; quotes hold one together, and a backslash guards what comes next.
func (p *parser) split(line []byte, end string, most int) [][]byte {
	p.cut = p.cut[:0]
	for len(line) > 0 && len(p.cut) < most {
		at, i := line, 1
		for ; line[0] == '"' && i < len(line) && line[i] != '"'; i++ {
			if line[i] == '\\' {
				i++
			}
		}
		switch {
		case line[0] != '"':
			at, line, _ = bytes.Cut(line, []byte(end))
		case i >= len(line):
			return nil
		default:
			at, line = line[1:i], bytes.TrimPrefix(line[i+1:], []byte(end))
		}
		p.cut = append(p.cut, at)
	}
	return p.cut
}

// cutCombined takes the common and the combined format of Apache and nginx apart:
//
//	192.0.2.1 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 1234 "-" "curl/8"
//
// What stands before the stamp does not matter (a virtual host may), nor do the
// quoted fields behind the size. A last field such as 0.012 is nginx's request_time
// in seconds, 12ms is Traefik's; a whole number could be anything and is left alone.
func cutCombined(p *parser, line []byte, f *fields) outcome {
	_, rest, ok := bytes.Cut(line, []byte(" ["))
	if !ok || len(rest) < 30 || rest[26] != ']' || rest[28] != '"' {
		return broken
	}
	list := p.split(rest[28:], " ", 3)
	if len(list) < 3 || len(list[1]) > 3 || number(list[2]) < 0 {
		return broken
	}
	f.text[stamp], f.text[request], f.text[status], f.text[size] = rest[:26], list[0], list[1], list[2]
	if last := rest[bytes.LastIndexAny(rest, " =")+1:]; len(last) > 0 && (bytes.IndexByte(last, '.') > 0 || last[len(last)-1] == 's') {
		f.text[took] = last
	}
	return read
}

// cutW3C takes the extended format of the W3C apart, as IIS and CloudFront write it: a line #Fields names the
// columns. IIS counts time-taken in milliseconds, CloudFront in seconds and ends columns at tabs.
func cutW3C(p *parser, line []byte, f *fields) outcome {
	if line[0] == '#' {
		if list, ok := bytes.CutPrefix(line, []byte("#Fields:")); ok {
			p.header(strings.Fields(string(list)))
		}
		return skipped
	}
	list := p.split(line, p.end, len(p.columns))
	for i, text := range list {
		f.text[p.columns[i]] = text
	}
	f.unit = p.unit
	if len(list) < len(p.columns) || len(f.text[date]) != 10 || len(f.text[stamp]) != 8 {
		return broken
	}
	return read
}

// header notes what the columns are.
func (p *parser) header(names []string) {
	*p = parser{end: " ", unit: units["time-taken"]}
	for _, name := range names {
		r := slices.IndexFunc(keys[:], func(list []string) bool { return slices.Contains(list, name) })
		if r < 0 {
			r = int(nothing)
		}
		if strings.HasPrefix(name, "x-edge-") {
			p.end, p.unit = "\t", 1
		}
		p.columns = append(p.columns, role(r))
	}
}

// cutALB takes the line of an application load balancer of AWS apart. In newer lines the stamp of the request stands
// far behind that of the answer.
func cutALB(p *parser, line []byte, f *fields) outcome {
	list := p.split(line, " ", 22)
	if len(list) < 13 {
		return broken
	}
	f.text[stamp], f.text[status], f.text[size], f.text[request] = list[1], list[8], list[11], list[12]
	if len(list) == 22 && len(list[21]) > 19 {
		f.text[stamp] = list[21]
	}
	f.socket = bytes.HasPrefix(list[0], []byte("ws"))
	for _, part := range list[5:8] { // to the target, at the target, back; -1 if it never came so far
		if number(part) < 0 {
			f.sum = 0
			break
		}
		f.sum += number(part)
	}
	return read
}

// cutJSON takes an object apart. Where "request" is an object, as Caddy writes it, its keys count, too.
func cutJSON(_ *parser, line []byte, f *fields) outcome {
	var list map[string]json.RawMessage
	if line[0] != '{' || json.Unmarshal(line, &list) != nil {
		return broken
	}
	if inner := list["request"]; len(inner) > 0 && inner[0] == '{' {
		delete(list, "request")
		if json.Unmarshal(inner, &list) != nil {
			return broken
		}
	}
	for r, names := range keys {
		for _, name := range names {
			if text, there := list[name]; there {
				f.text[r] = bytes.Trim(text, `"`)
				if role(r) == took {
					f.unit = units[name]
				}
				break
			}
		}
	}
	return read
}
