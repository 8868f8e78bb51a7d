package bill

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// ErrUnreadable says that a file is no export that is known.
var ErrUnreadable = errors.New("no cost export that is known: a CSV of AWS Cost Explorer, an AWS Cost and Usage Report, a Google or Azure cost export, plain or gzip")

// headLines is how far down the header may stand: consoles write a preamble.
const headLines = 20

// account is what has been added up of an export.
type account struct {
	cloud, title string
	rows, unread int64
	total, idle  float64 // idle: what the export itself calls unused
	currencies   map[string]bool
	byKind       map[string]float64
	left         map[string]float64         // taxes, credits and the like, left out
	months       map[string]map[int]float64 // by day; day 0 is a month in one sum
	hours        map[int64]*hour
	hourly       bool
	platforms    map[string]bool
	kinds        map[[2]string]kind // by service and use
}

// hour is what an hour cost: what is paid by time, and what was used of the rest.
type hour struct{ fixed, used float64 }

// line is a charge by role.
type line [roles]string

// readExport adds up an export.
func readExport(r io.Reader) (*account, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, 64<<10)
	}
	c := csv.NewReader(b)
	c.FieldsPerRecord, c.LazyQuotes = -1, true
	a := &account{currencies: map[string]bool{}, byKind: map[string]float64{}, left: map[string]float64{}, months: map[string]map[int]float64{}, hours: map[int64]*hour{}, platforms: map[string]bool{}, kinds: map[[2]string]kind{}}
	for range headLines {
		head, err := c.Read()
		if err != nil {
			return nil, fmt.Errorf("%w (%w)", ErrUnreadable, err)
		}
		if columns, ok := a.header(head); ok {
			c.ReuseRecord = true
			return a, a.lines(c, columns)
		}
		if first := plain(head[0]); len(head) > 1 && (first == "service" || first == "linkedaccount" || first == "usagetype") {
			a.cloud, a.title = "aws", "AWS Cost Explorer"
			return a, a.pivot(c, head)
		}
	}
	return nil, ErrUnreadable
}

// header finds the columns by role, -1 where there is none; false if the record is
// no header of an export.
func (a *account) header(record []string) (columns [roles]int, ok bool) {
	have := make([]string, len(record))
	for i, name := range record {
		have[i] = plain(name)
	}
	for r, list := range names {
		columns[r] = -1
		for i := 0; i < len(list) && columns[r] < 0; i++ {
			columns[r] = slices.Index(have, list[i])
		}
	}
	for _, x := range exports {
		if slices.Contains(have, x.column) {
			a.cloud, a.title = x.cloud, x.title
			return columns, columns[cost] >= 0 && columns[start] >= 0 && columns[service] >= 0
		}
	}
	return columns, false
}

// lines reads an export of a charge a line.
func (a *account) lines(c *csv.Reader, columns [roles]int) error {
	for {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var l line
		for r, at := range columns {
			if at >= 0 && at < len(record) {
				l[r] = record[at]
			}
		}
		at, dated := date(l[start])
		money, ok := number(l[cost])
		if a.rows++; !dated || !ok {
			a.unread++
			continue
		}
		a.add(&l, at, at.Day(), money)
	}
}

// add books a charge on a day of a month, day 0 for all of it.
func (a *account) add(l *line, at time.Time, day int, money float64) {
	if what := strings.ToLower(l[charge]); has(outside, what) {
		a.left[what] += money
		return
	}
	if l[currency] != "" {
		a.currencies[strings.ToUpper(l[currency])] = true
	}
	name := at.Format("2006-01")
	if a.months[name] == nil {
		a.months[name] = map[int]float64{}
	}
	a.months[name][day] += money
	k, known := a.kinds[[2]string{l[service], l[usage]}]
	if !known {
		k = kindOf(l[service], l[usage])
		a.kinds[[2]string{l[service], l[usage]}] = k
	}
	a.total, a.byKind[k.name] = a.total+money, a.byKind[k.name]+money
	if k.platform != "" && money > 0 {
		a.platforms[k.platform] = true
	}
	if fee, _ := number(l[unused]); fee > 0 {
		a.idle += fee
	}
	if has(idle, strings.ToLower(l[usage]+" "+l[charge])) {
		a.idle += money
	}
	a.clock(l, at, money)
}

// clock notes what an hour cost; an export by days has midnight alone.
func (a *account) clock(l *line, at time.Time, money float64) {
	a.hourly = a.hourly || at.Hour() != 0
	h := a.hours[at.Unix()/3600]
	if h == nil {
		h = &hour{}
		a.hours[at.Unix()/3600] = h
	}
	what := strings.ToLower(l[unit] + " " + l[usage])
	if n, _ := number(l[amount]); n > 0 && has(byUse, what) && !strings.Contains(what, "month") {
		h.used += money
	} else if has(byTime, what) {
		h.fixed += money
	}
}

// pivot reads the table of Cost Explorer: a line a month or a day, a column a
// service, its currency in the heads: "S3($)".
func (a *account) pivot(c *csv.Reader, services []string) error {
	records, err := c.ReadAll()
	if err != nil {
		return err
	}
	monthly, word := true, "unknown"
	for _, name := range services {
		if strings.HasSuffix(name, "($)") {
			word = "USD"
		}
	}
	for _, record := range records {
		at, dated := date(record[0])
		monthly = monthly && (!dated || at.Day() == 1)
	}
	for _, record := range records {
		at, dated := date(record[0])
		if !dated { // the line of totals
			continue
		}
		a.rows++
		day := at.Day()
		if monthly {
			day = 0
		}
		for i := 1; i < min(len(record), len(services)); i++ {
			l := line{service: services[i], currency: word}
			if has("tax,support,refund,credit", plain(services[i])) {
				l[charge] = plain(services[i])
			}
			if money, ok := number(record[i]); ok && !strings.HasPrefix(plain(services[i]), "total") {
				a.add(&l, at, day, money)
			}
		}
	}
	return nil
}
