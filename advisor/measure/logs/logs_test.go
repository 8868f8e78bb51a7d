package logs

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"archadvisor/advisor/measure"
	"archadvisor/advisor/profile"
)

// truth is what a log must say of its hits, counted the plain way.
func truth(list []hit) (peak, repeated int, bytes int64, mean float64) {
	minutes, seen := map[int]int{}, map[string]bool{}
	for _, h := range list {
		m := int(h.at / 60)
		minutes[m]++
		peak = max(peak, minutes[m])
		if key := fmt.Sprint(m, h.path); seen[key] {
			repeated++
		} else {
			seen[key] = true
		}
		bytes += int64(h.size)
		mean += h.took / float64(len(list))
	}
	return
}

// Every format gives the same counts as the requests that it was written from,
// plain or compressed.
func TestFormatsAgreeWithTheRequests(t *testing.T) {
	list := bursts(8, 0.02, 1)
	peak, repeated, bytes, mean := truth(list)
	for _, log := range []struct {
		name, text, format string
		durations          bool
	}{
		{"combined", combined(list), "combined", false}, {"gzip", gzipped(t, combined(list)), "combined", false},
		{"ALB", alb(list), "load balancer (ALB)", true}, {"CloudFront", cloudfront(list), "W3C extended", true},
		{"IIS", iis(list), "W3C extended", true}, {"Caddy", caddy(list), "JSON lines", true}, {"gzip of Caddy", gzipped(t, caddy(list)), "JSON lines", true},
	} {
		c := counted(t, file(log.name, log.text))
		s := newShape(c.grid.minutes(), 0)
		if c.requests != int64(len(list)) || c.unread != 0 || int64(c.bytes) != bytes || int(s.peak) != peak || c.repeated != int64(repeated) || c.formats != log.format {
			t.Errorf("%s as %v: %d requests, %d unread, %d bytes, peak %v, %d repeated; want %d, 0, %d, %d, %d",
				log.name, c.formats, c.requests, c.unread, int64(c.bytes), s.peak, c.repeated, len(list), bytes, peak, repeated)
		}
		if got := c.took.sum / float64(c.took.n); log.durations != (c.took.n > 0) || log.durations && math.Abs(got/mean-1) > 0.003 {
			t.Errorf("%s: %d durations, mean %v, want %v", log.name, c.took.n, got, mean)
		}
	}
}

// The same log in two files, in any order of the files and of two machines, is the
// same log.
func TestFilesAreMergedByTime(t *testing.T) {
	list := bursts(2, 0.05, 2)
	var odd, even []hit
	for i, h := range list {
		if i%2 == 0 {
			even = append(even, h)
		} else {
			odd = append(odd, h)
		}
	}
	half := len(list) / 2
	whole := counted(t, file("a", alb(list)))
	for name, sources := range map[string][]Source{
		"newest first": {file("a", alb(list[half:])), file("b", alb(list[:half]))},
		"two machines": {file("a", alb(odd)), file("b", gzipped(t, alb(even)))},
	} {
		c := counted(t, sources...)
		p, q := &c.replay, &whole.replay
		if c.requests != whole.requests || c.repeated != whole.repeated || math.Abs(cold(p)-cold(q)) > 1e-3 {
			t.Errorf("%s: %d requests, %d repeated, %v cold; want %d, %d, %v", name, c.requests, c.repeated, cold(p), whole.requests, whole.repeated, cold(q))
		}
	}
}

// Lines that do not parse are counted and the first three shown; with more than
// half of them there is no answer.
func TestBrokenLines(t *testing.T) {
	good := combined(bursts(1, 0.01, 1))
	lines := strings.SplitAfter(good, "\n")
	bad := "2026-03-02 \x1b[31mstack trace\nat main()\n\xff\xfe\n[half a line\n" + strings.Repeat("x", 2*measure.LongestLine) + "\n"
	c := counted(t, file("a.log", lines[0]+bad+strings.Join(lines[1:], "")))
	if c.unread != 5 || len(c.shown) != 3 || !strings.HasPrefix(c.shown[0], "a.log:2: ") || !strings.HasPrefix(c.shown[2], "a.log:4: ") {
		t.Errorf("%d unread, shown %q", c.unread, c.shown)
	}
	if c.requests != int64(len(lines)-1) {
		t.Errorf("%d requests, want %d", c.requests, len(lines)-1)
	}
	for _, text := range []string{bad, lines[0] + bad, "#Fields: date time\n2026-03-02 10:00:00\n", "{}\n{\"ts\":1}\n", "PK\x03\x04zip", "{\"ts\":1,\"status\":200\n", "{\"ts\":\"x"} {
		if _, err := readAll(context.Background(), []Source{file("b", text)}, options); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%.20q: %v", text, err)
		}
	}
	for _, text := range []string{"", "\n\n"} {
		if _, err := readAll(context.Background(), []Source{file("b", text)}, options); err == nil || !strings.Contains(err.Error(), "no line") {
			t.Errorf("%q: %v", text, err)
		}
	}
	old := strings.Replace(lines[0], "2026", "1999", 1)
	if _, err := readAll(context.Background(), []Source{file("c", old+good)}, options); err == nil || !strings.Contains(err.Error(), "days away from the first") {
		t.Errorf("a stray stamp: %v", err)
	}
	if _, err := readAll(context.Background(), []Source{file("c", gzipped(t, good)[:200])}, options); err == nil || errors.Is(err, ErrUnreadable) {
		t.Errorf("a gzip file that ends too early: %v", err)
	}
	for _, behind := range []string{"junk", strings.Repeat("\x00", 600), "\x1f\x8b"} {
		if _, err := readAll(context.Background(), []Source{file("d", gzipped(t, good)+behind)}, options); err == nil || errors.Is(err, ErrUnreadable) {
			t.Errorf("a gzip file with %q behind it: %v", behind, err)
		}
	}
}

// Single lines of each format: what is read of them.
func TestLines(t *testing.T) {
	at := begin.Unix() + 36303
	for _, l := range []struct {
		line   string
		want   entry
		format int
	}{
		{`::1 - - [02/Mar/2026:12:05:03 +0200] "GET / HTTP/1.1" 304 -`, entry{at: at, bytes: 0, status: 304, took: -1, key: 1}, 0},
		{`shop:443 192.0.2.1 - ana [02/Mar/2026:10:05:03 +0000] "POST /a\"b HTTP/2" 201 12 "-" "x" 0.250`, entry{at: at, bytes: 12, status: 201, took: 0.25}, 0},
		{`192.0.2.1 - - [02/Mar/2026:10:05:03 +0000] "\x16\x03\x01" 400 0 "-" "-"`, entry{at: at, bytes: 0, status: 400, took: -1}, 0},
		{`192.0.2.1 - - [02/Mar/2026:10:05:03 +0000] "GET /a HTTP/1.1" 200 5 "-" "x" 7 "router@file" "http://10.0.0.2" 15ms`, entry{at: at, bytes: 5, status: 200, took: 0.015, key: 1}, 0},
		{`192.0.2.1 - - [02/Mar/2026:10:05:03 +0000] "GET /ws HTTP/1.1" 101 5 "-" "x" 1234`, entry{at: at, bytes: 5, status: 101, took: -1, key: 1, socket: true}, 0},
		{`http 2026-03-02T10:05:03.5Z lb 192.0.2.1:1 10.0.0.1:80 0.1 0.2 0.3 200 200 0 29 "GET http://e.org:80/ HTTP/1.1" "curl" - -`, entry{at: at, bytes: 29, status: 200, took: 0.6, key: 1}, 2},
		{`h2 2026-03-02T10:05:03.5Z lb 192.0.2.1:1 - -1 -1 -1 503 - 0 29 "GET http://e.org:80/ HTTP/1.1" "curl" - -`, entry{at: at, bytes: 29, status: 503, took: -1, key: 1}, 2},
		{`{"time_local":"02/Mar/2026:10:05:03 +0000","status":"200","body_bytes_sent":"17","request":"GET /a HTTP/1.1","request_time":"0.5"}`, entry{at: at, bytes: 17, status: 200, took: 0.5, key: 1}, 3},
		{`{"StartUTC":"2026-03-02T10:05:03.25Z","DownstreamStatus":404,"DownstreamContentSize":3,"Duration":2000000,"RequestMethod":"HEAD","RequestPath":"/"}`, entry{at: at, bytes: 3, status: 404, took: 0.002}, 3},
		{`{"@timestamp":"2026-03-02T10:05:03+00:00","status_code":200,"duration":"1.5s","size":1,"path":"/","method":"GET"}`, entry{at: at, bytes: 1, status: 200, took: 1.5, key: 1}, 3},
		{`{"ts":1772445903000,"status":200,"duration_ms":12}`, entry{at: at, bytes: -1, status: 200, took: 0.012}, 3},
	} {
		var e entry
		if got := (&parser{}).parse(&formats[l.format], []byte(l.line), &e); got != read {
			t.Errorf("not read: %s", l.line)
			continue
		}
		e.at /= 1e9
		l.want.step, l.want.key = e.step, min(1, e.key)*e.key
		if (l.want.key != 0) != (e.key != 0) || math.Abs(e.took-l.want.took) > 1e-9 {
			t.Errorf("%s\n\t%+v, want %+v", l.line, e, l.want)
		}
		l.want.took = e.took
		if e != l.want {
			t.Errorf("%s\n\t%+v, want %+v", l.line, e, l.want)
		}
	}
}

// Patterns by how the load is spread, each with its own week.
func TestShapes(t *testing.T) {
	week := func(rate func(minute int) float64) *shape {
		minutes := make([]uint32, week)
		for i := range minutes {
			minutes[i] = uint32(math.Round(rate(i)))
		}
		return newShape(minutes, begin.Unix()/60)
	}
	for want, rate := range map[string]func(int) float64{
		"steady":  func(i int) float64 { return 100 + float64(i%7) },
		"diurnal": func(i int) float64 { return 20 + 130*max(0, math.Sin(float64(i)/day*2*math.Pi)) },
		"bursty": func(i int) float64 {
			if i%700 < 10 { // a plateau: the peak is not where the burst begins
				return 700 + float64(i%10)
			}
			return 100
		},
		"extreme": func(i int) float64 {
			if i%day >= 120 && i%day < 180 {
				return 500
			}
			return 0
		},
	} {
		s := week(rate)
		if s.pattern != want {
			t.Errorf("%s is told as %s: peak %v, mean %v, fast %v", want, s.pattern, s.peak, s.mean, s.fast)
		}
		if want == "extreme" && (math.Abs(s.idle-23.0/24) > 1e-9 || s.surge[1] != 24 || s.folded != 24) {
			t.Errorf("one hour a day: idle %v, surge %v, folded %v", s.idle, s.surge, s.folded)
		}
		if want == "steady" && (s.idle != 0 || s.surge[0] != 1 || s.surge[1] > 1.1) {
			t.Errorf("steady: idle %v, surge %v", s.idle, s.surge)
		}
	}
}

// The fragment states what was counted, says how long that was, and is a profile.
func TestFragment(t *testing.T) {
	list := bursts(8, 0.02, 1)
	f, err := Measure(context.Background(), []Source{file("a", alb(list))}, options)
	if err != nil {
		t.Fatal(err)
	}
	text := "schema = 2\nname = \"x\"\n" + string(f.TOML())
	p, errs := profile.Decode([]byte(text), "f.toml")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if v := p[0].Get(profile.MeanRPS); v.State != profile.Exact || strings.Contains(text, "less than a week") {
		t.Errorf("mean %v of eight days:\n%s", v, text)
	}
	if p[0].Known(profile.P99Millis) || !strings.Contains(text, "# p99_ms = ") {
		t.Errorf("p99 is a target of users:\n%s", text)
	}
	f, err = Measure(context.Background(), []Source{file("a", combined(list[:len(list)/4]))}, options)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"less than a week of data", "mean_rps = [", "cacheable_share = [0, ", "400 ms a request"} {
		if !strings.Contains(string(f.TOML()), want) {
			t.Errorf("%q is missing:\n%s", want, f.TOML())
		}
	}
	if f, err = Measure(context.Background(), []Source{file("a", combined([]hit{{status: 200}, {at: 540, status: 200}}))}, options); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"is to 1 times what it was", "busiest minute: 1 request;"} {
		if !strings.Contains(string(f.TOML()), want) {
			t.Errorf("of two requests %q is missing:\n%s", want, f.TOML())
		}
	}
}

// No line is too strange: it is read, skipped or refused, in every format, and what
// is read makes sense.
func FuzzLine(f *testing.F) {
	list := bursts(1, 0.001, 0.01)[:3]
	for i, text := range []string{combined(list), alb(list), cloudfront(list), caddy(list), iis(list)} {
		for line := range strings.Lines(text) {
			f.Add(i, strings.TrimSpace(line))
		}
	}
	f.Fuzz(func(t *testing.T, _ int, line string) {
		for i := range formats {
			p, e := &parser{}, entry{}
			for _, head := range []string{"#Fields: date time sc-status cs-uri-stem", line, line} {
				if len(head) == 0 || p.parse(&formats[i], []byte(head), &e) != read {
					continue
				}
				if e.status < 0 || e.status > 999 || math.IsNaN(e.took) || math.IsInf(e.bytes, 0) || e.step <= 0 {
					t.Errorf("%s: %q: %+v", formats[i].name, line, e)
				}
			}
		}
	})
}
