package logs

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// begin is when the logs of the tests begin.
var begin = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// hit is a request of a test: seconds from begin, seconds of work, what and how.
type hit struct {
	at, took float64
	path     string
	status   int
	size     int
}

// bursts are arrivals with quiet days and a burst of some minutes every few hours.
func bursts(days int, quiet, busy float64) []hit {
	rnd := rand.New(rand.NewPCG(7, 11))
	var out []hit
	rate, until := quiet, 0.0
	for t := 0.0; t < float64(days)*86400; {
		if t > until {
			if rate, until = quiet, t+3600*rnd.ExpFloat64()*3; rnd.IntN(3) == 0 {
				rate, until = busy*(0.5+rnd.Float64()), t+60*(2+18*rnd.Float64())
			}
		}
		t += rnd.ExpFloat64() / rate
		took := math.Exp(-1.5 + 0.9*rnd.NormFloat64())
		out = append(out, hit{t, took, fmt.Sprintf("/item/%d", rnd.IntN(500)), 200, 1000 + rnd.IntN(5000)})
	}
	return out
}

// volleys are n requests within some seconds, again and again.
func volleys(days int, every float64, n int, within float64) []hit {
	rnd := rand.New(rand.NewPCG(5, 3))
	var out []hit
	for t := rnd.ExpFloat64() * every; t < float64(days)*86400; t += within + rnd.ExpFloat64()*every {
		for range n {
			out = append(out, hit{t + rnd.Float64()*within, 0.2 + 0.4*rnd.Float64(), "/job", 200, 100})
		}
	}
	slices.SortFunc(out, func(a, b hit) int { return cmp.Compare(a.at, b.at) })
	return out
}

func (h hit) time() time.Time { return begin.Add(time.Duration(h.at * 1e9)) }

// combined writes hits as Apache does.
func combined(list []hit) string {
	var b strings.Builder
	for _, h := range list {
		fmt.Fprintf(&b, "192.0.2.%d - - [%s] \"GET %s HTTP/1.1\" %d %d \"-\" \"Mozilla/5.0 (X11; Linux x86_64)\"\n",
			len(h.path), h.time().Format("02/Jan/2006:15:04:05 -0700"), h.path, h.status, h.size)
	}
	return b.String()
}

// alb writes hits as a load balancer does, in the order in which they end.
func alb(list []hit) string {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b hit) int { return cmp.Compare(a.at+a.took, b.at+b.took) })
	var b strings.Builder
	for _, h := range list {
		const layout = "2006-01-02T15:04:05.000000Z"
		fmt.Fprintf(&b, "https %s app/shop/50dc 192.0.2.1:2817 10.0.0.1:80 0.000 %.3f 0.000 %d %d 300 %d \"GET https://example.org:443%s HTTP/2.0\" \"a \\\" b\" ECDHE TLSv1.2 arn:x \"Root=1\" \"example.org\" \"arn:y\" 0 %s \"forward\" \"-\"\n",
			h.time().Add(time.Duration(h.took*1e9)).Format(layout), h.took, h.status, h.status, h.size, h.path, h.time().Format(layout))
	}
	return b.String()
}

// cloudfront writes hits as the CDN does; every third came from its cache.
func cloudfront(list []hit) string {
	b := &strings.Builder{}
	b.WriteString("#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query x-edge-result-type time-taken\n")
	for i, h := range list {
		fmt.Fprintf(b, "%s\tFRA2-C1\t%d\t192.0.2.1\tGET\td1.cloudfront.net\t%s\t%d\t-\tMozilla/5.0%%20(X11)\t-\t%s\t%.3f\n",
			h.time().Format("2006-01-02\t15:04:05"), h.size, h.path, h.status, []string{"Hit", "Miss", "Error"}[i%3], h.took)
	}
	return b.String()
}

// caddy writes hits as Caddy does.
func caddy(list []hit) string {
	var b strings.Builder
	for _, h := range list {
		fmt.Fprintf(&b, `{"level":"info","ts":%.6f,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"192.0.2.1","method":"GET","host":"example.org","uri":%q},"bytes_read":0,"duration":%.9f,"size":%d,"status":%d}`+"\n",
			float64(h.time().UnixMicro())/1e6, h.path, h.took, h.size, h.status)
	}
	return b.String()
}

// iis writes hits as Windows' server does.
func iis(list []hit) string {
	b := &strings.Builder{}
	b.WriteString("#Software: Microsoft Internet Information Services 10.0\r\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status sc-bytes time-taken\r\n")
	for _, h := range list {
		fmt.Fprintf(b, "%s 10.0.0.4 GET %s - 443 - 192.0.2.1 Mozilla/5.0+(Windows) %d 0 0 %d %.0f\r\n", h.time().Format("2006-01-02 15:04:05"), h.path, h.status, h.size, h.took*1000)
	}
	return b.String()
}

// gzipped compresses a text.
func gzipped(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// file is a log that is in memory.
func file(name, text string) Source {
	return Source{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

var options = Options{Keep: 360, Assume: 0.4}

// counted reads logs.
func counted(t testing.TB, sources ...Source) *count {
	t.Helper()
	c, err := readAll(context.Background(), sources, options)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// cold is the share of the requests that started an instance.
func cold(p *replay) float64 { return float64(p.cold) / float64(p.requests) }
