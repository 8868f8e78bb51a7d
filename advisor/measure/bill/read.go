package bill

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
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
	currencies   map[string]float64
	total        float64
	byKind       map[string]float64
	months       map[string]*month
	platforms    map[string]bool
	idle         float64            // what the export itself calls unused
	left         map[string]float64 // taxes, credits and the like, left out
	hours        map[int64]*hour
	hourly       bool
}

// month is what a calendar month cost, by its days.
type month struct {
	cost  float64
	days  map[int]float64
	whole bool // a sum of a month, not of days
}

// hour is what an hour cost: what is paid by time, and how much was used of what is
// paid by use.
type hour struct{ fixed, used float64 }

// read adds up an export.
func readExport(r io.Reader) (*account, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, 64<<10)
	}
	if mark, _ := b.Peek(3); string(mark) == "\ufeff" {
		_, _ = b.Discard(3) // it was peeked
	}
	c := csv.NewReader(b)
	c.FieldsPerRecord, c.LazyQuotes, c.ReuseRecord = -1, true, true
	a := &account{currencies: map[string]float64{}, byKind: map[string]float64{}, months: map[string]*month{}, platforms: map[string]bool{}, left: map[string]float64{}, hours: map[int64]*hour{}}
	for range headLines {
		line, err := c.Read()
		if err != nil {
			return nil, fmt.Errorf("%w (%w)", ErrUnreadable, err)
		}
		if columns, cloud, title, ok := header(line); ok {
			a.cloud, a.title = cloud, title
			err := a.lines(c, columns)
			return a, err
		}
		if first := plain(line[0]); len(line) > 1 && (first == "service" || first == "linkedaccount" || first == "usagetype") {
			a.cloud, a.title = "aws", "AWS Cost Explorer"
			return a, a.pivot(c, append([]string{}, line...))
		}
	}
	return nil, ErrUnreadable
}

// lines reads an export of a charge a line.
func (a *account) lines(c *csv.Reader, columns [roles]int) error {
	for {
		line, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var f [roles]string
		for r, at := range columns {
			if at >= 0 && at < len(line) {
				f[r] = line[at]
			}
		}
		at, dated := date(f[start])
		money, ok := number(f[cost])
		a.rows++
		if !dated || !ok {
			a.unread++
			continue
		}
		a.charge(&f, at, money)
	}
}

// outside are charges that are not infrastructure.
var outside = []string{"tax", "credit", "refund", "adjustment", "rounding", "support"}

// charge adds a line.
func (a *account) charge(f *[roles]string, at time.Time, money float64) {
	if kind := strings.ToLower(f[charge]); has(outside, kind) {
		a.left[kind] += money
		return
	}
	if f[currency] != "" {
		a.currencies[strings.ToUpper(f[currency])] += money
	}
	a.add(at, at.Day(), money, f[service], f[usage])
	text := strings.ToLower(f[usage] + " " + f[charge])
	if fee, ok := number(f[unused]); ok {
		a.idle += fee
	}
	if has(idleWords, text) {
		a.idle += money
	}
	a.clock(f, at, money)
}

// clock notes an hour's money and use; an export by days has midnight alone.
func (a *account) clock(f *[roles]string, at time.Time, money float64) {
	a.hourly = a.hourly || at.Hour() != 0
	h := a.hours[at.Unix()/3600]
	if h == nil {
		h = &hour{}
		a.hours[at.Unix()/3600] = h
	}
	what := strings.ToLower(f[unit] + " " + f[usage])
	switch used, ok := number(f[amount]); {
	case has(byUse, what) && !has([]string{"month"}, what) && ok && used > 0:
		h.used += money
	case has(byTime, what):
		h.fixed += money
	}
}

// add books money of a day, or of a whole month if the day is 0.
func (a *account) add(at time.Time, day int, money float64, service, usage string) {
	m := a.months[at.Format("2006-01")]
	if m == nil {
		m = &month{days: map[int]float64{}}
		a.months[at.Format("2006-01")] = m
	}
	m.cost += money
	m.days[day] += money
	m.whole = m.whole || day == 0
	a.total += money
	k := kindOf(service, usage)
	if k == nil {
		a.byKind[other] += money
		return
	}
	a.byKind[k.name] += money
	if k.platform != "" && money > 0 {
		a.platforms[k.platform] = true
	}
}

// pivot reads the table of Cost Explorer: a line a month or a day, a column a
// service.
func (a *account) pivot(c *csv.Reader, services []string) error {
	var rows []time.Time
	var cells [][]float64
	for {
		line, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		at, dated := date(line[0])
		if !dated { // the line of totals
			continue
		}
		a.rows++
		row := make([]float64, len(services))
		for i := 1; i < min(len(line), len(services)); i++ {
			money, ok := number(line[i])
			if !ok {
				a.unread++
			}
			row[i] = money
		}
		rows, cells = append(rows, at), append(cells, row)
	}
	if len(rows) == 0 {
		return ErrUnreadable
	}
	a.currencies[pivotCurrency(services)] = 1
	monthly := true
	for _, at := range rows {
		monthly = monthly && at.Day() == 1
	}
	for r, at := range rows {
		for i, name := range services {
			switch column := plain(name); {
			case i == 0 || strings.HasPrefix(column, "total"):
			case has(outside, column):
				a.left[column] += cells[r][i]
			case monthly:
				a.add(at, 0, cells[r][i], name, "")
			default:
				a.add(at, at.Day(), cells[r][i], name, "")
			}
		}
	}
	return nil
}

// pivotCurrency is the currency in the heads of the columns: "S3($)".
func pivotCurrency(services []string) string {
	for _, name := range services {
		if strings.HasSuffix(name, "($)") || strings.HasSuffix(name, "(USD)") {
			return "USD"
		}
	}
	return "unknown"
}
