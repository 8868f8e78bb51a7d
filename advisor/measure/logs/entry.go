package logs

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"
)

// entry is what one line tells of a request.
type entry struct {
	at     int64   // nanoseconds since 1970: its stamp, of its beginning where the log has that
	step   int64   // how fine the stamp is, in nanoseconds
	took   float64 // seconds, below 0 if the log does not tell
	bytes  float64 // sent to the client, below 0 if the log does not tell
	status int
	key    uint64 // of what a GET asked for, 0 of other requests
	socket bool   // it became a connection that stays open
}

type role int

const (
	stamp role = iota
	date       // of a stamp that is the time of day
	status
	size
	took
	method
	host
	target
	query
	request // "GET / HTTP/1.1"
	nothing // a field that is not wanted
	roles
)

// keys are the names of fields by role, in the columns of a W3C log (IIS, CloudFront) and in JSON (Caddy, Traefik,
// nginx with a log_format of JSON, and what is usual beside them). Of several that a line has, the first counts.
var keys = [nothing][]string{
	stamp:   {"ts", "StartUTC", "time_iso8601", "@timestamp", "timestamp", "msec", "time_local", "time"},
	date:    {"date"},
	status:  {"status", "DownstreamStatus", "status_code", "response_code", "sc-status"},
	size:    {"size", "DownstreamContentSize", "body_bytes_sent", "bytes_sent", "bytes", "sc-bytes"},
	took:    {"Duration", "duration", "request_time", "duration_ms", "latency_ms", "response_time_ms", "time-taken"},
	method:  {"method", "RequestMethod", "request_method", "cs-method"},
	host:    {"host", "RequestHost", "http_host", "x-host-header", "cs-host"},
	target:  {"uri", "RequestPath", "request_uri", "path", "url", "cs-uri-stem"},
	query:   {"cs-uri-query"},
	request: {"request"},
}

// units are those of durations that are not in seconds.
var units = map[string]float64{"Duration": 1e-9, "duration_ms": 1e-3, "latency_ms": 1e-3, "response_time_ms": 1e-3, "time-taken": 1e-3}

// fields are the texts of a line by role, nil where it has none.
type fields struct {
	text   [roles][]byte
	unit   float64 // of the duration, in seconds
	sum    float64 // the duration where it is a sum of several fields, else 0
	socket bool
}

// entry turns texts into what they say; false if there is no stamp or no status.
func (f *fields) entry(c *clock, e *entry) bool {
	if len(f.text[date]) == 10 && len(f.text[stamp]) < 19 {
		f.text[stamp] = slices.Concat(f.text[date], []byte("T"), f.text[stamp])
	}
	at, step, ok := c.read(f.text[stamp])
	code := number(f.text[status])
	if !ok || code < 0 || code > 999 {
		return false
	}
	*e = entry{at: at, step: step, took: f.duration(), bytes: number(f.text[size]), status: int(code), socket: f.socket || code == 101}
	if f.text[method] == nil {
		f.text[method], f.text[target], _ = bytes.Cut(f.text[request], []byte(" "))
		if i := bytes.LastIndexByte(f.text[target], ' '); i >= 0 {
			f.text[target] = f.text[target][:i]
		}
	}
	if string(f.text[method]) == "GET" && len(f.text[target]) > 0 {
		e.key = hash(hash(hash(14695981039346656037, f.text[host]), f.text[target]), f.text[query]) | 1
	}
	return true
}

// duration is in seconds, below 0 if there is none; a text may name its own unit.
func (f *fields) duration() float64 {
	text := f.text[took]
	if f.sum > 0 {
		return f.sum
	}
	if x := number(text); x >= 0 && string(text) != "-" {
		return x * cmp.Or(f.unit, 1)
	}
	if d, err := time.ParseDuration(string(text)); err == nil && d >= 0 {
		return d.Seconds()
	}
	return -1
}

// number reads what is not below 0; - stands for nothing. Anything else is -1.
func number(text []byte) float64 {
	if string(text) == "-" {
		return 0
	}
	x, err := strconv.ParseFloat(string(text), 64)
	if err != nil || !(x >= 0 && x < 1e15) {
		return -1
	}
	return x
}

// hash is FNV-1a: the same on every run, so that a log gives the same figures.
func hash(h uint64, b []byte) uint64 {
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return (h ^ 0xff) * 1099511628211
}

// layouts are how logs write stamps; a fraction of the second may follow it.
var layouts = []string{"02/Jan/2006:15:04:05 -0700", time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04:05Z07:00"}

// clock reads stamps. It remembers the last one and its layout: most lines share their second with the one before.
type clock struct {
	last     string
	layout   int
	at, step int64
}

// read is a stamp in nanoseconds since 1970, and how fine it is.
func (c *clock) read(text []byte) (at, step int64, ok bool) {
	if string(text) == c.last {
		return c.at, c.step, c.last != ""
	}
	c.step = int64(time.Second)
	if i := bytes.IndexAny(text, ".,"); i >= 0 {
		digits := len(text[i+1:]) - len(bytes.TrimLeft(text[i+1:], "0123456789"))
		c.step = int64(math.Pow10(9 - min(digits, 9)))
	}
	if x := number(text); x > 1 { // seconds or milliseconds since 1970; a float holds microseconds
		if c.step = max(c.step, 1000); x > 1e11 {
			x, c.step = x/1000, 1e6
		}
		c.at, c.last = int64(x*1e9), string(text)
		return c.at, c.step, x < 9e9
	}
	for i := range layouts {
		l := (c.layout + i) % len(layouts)
		if t, err := time.Parse(layouts[l], string(text)); err == nil && t.Year() >= 1970 && t.Year() < 2250 {
			c.at, c.layout, c.last = t.UnixNano(), l, string(text)
			return c.at, c.step, true
		}
	}
	return 0, 0, false
}
