// Package bill measures what a cost export of a cloud tells of what runs today: what it costs a month, for
// what kinds of things, and what stands idle. It reads the CSV exports of AWS (Cost Explorer, Cost and Usage
// Report), Google and Azure, plain or gzip.
package bill

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"archadvisor/advisor/measure"
)

// ErrUnreadable says that a file is no export that is known.
var ErrUnreadable = errors.New("no cost export that is known: a CSV of AWS Cost Explorer, an AWS Cost and Usage Report, a Google or Azure cost export, plain or gzip")

const headLines = 20 // how far down the header may stand: consoles write a preamble

type account struct {
	*measure.Lines
	title       string
	read        int64   // lines with charges, those that could not be read not among them
	total, idle float64 // idle: what the export itself calls unused
	currencies  map[string]bool
	byKind      map[string]float64
	left        map[string]float64         // taxes, credits and the like, left out
	months      map[string]map[int]float64 // by day; day 0 is a month in one sum
	hours       map[int64]*hour
	hourly      bool
}

// hour is what an hour cost: what is paid by time, and what was used of the rest.
type hour struct{ fixed, used float64 }

// line is a charge by role.
type line [roles]string

func readExport(r io.Reader) (*account, error) {
	lines, err := measure.NewLines("line ", r)
	if err != nil {
		return nil, err
	}
	a := &account{Lines: lines, currencies: map[string]bool{}, byKind: map[string]float64{}, left: map[string]float64{}, months: map[string]map[int]float64{}, hours: map[int64]*hour{}}
	for range headLines {
		head, err := a.record()
		if err != nil {
			return nil, fmt.Errorf("%w (%w)", ErrUnreadable, err)
		}
		if columns, ok := a.header(head); ok {
			return a, a.lines(columns)
		}
		if len(head) > 1 && slices.Contains([]string{"service", "linkedaccount", "usagetype"}, plain(head[0])) {
			a.title = "AWS Cost Explorer"
			return a, a.pivot(head)
		}
	}
	return nil, ErrUnreadable
}

// record is the next line as a record, nil of one that is none; io.EOF at the end.
func (a *account) record() ([]string, error) {
	line, err := a.Next()
	if err != nil {
		return nil, err
	}
	record, err := csv.NewReader(bytes.NewReader(line)).Read()
	if err != nil {
		return nil, nil // each tells of it
	}
	return record, nil
}

// header finds the columns by role, -1 where there is none; false if the record is no header of an export.
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
			a.title = x.title
			return columns, columns[cost] >= 0 && columns[start] >= 0 && columns[service] >= 0
		}
	}
	return columns, false
}

// refuse counts the line that was read last among those that could not be read.
func (a *account) refuse(format string, args ...any) { a.Refuse(fmt.Sprintf(" ("+format+")", args...)) }

const noAmount = "%.40q is no amount; amounts are read as 1,240.50" // what is said of an amount that cannot be read

// each hands on the records with their dates; those without one are refused, except totals.
func (a *account) each(start int, book func(record []string, at time.Time)) error {
	for {
		record, err := a.record()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch at, dated := date(append(record, make([]string, start+1)...)[start]); {
		case record == nil:
			a.refuse("its quotes do not match")
		case dated:
			book(record, at)
		case !strings.Contains(plain(record[0]), "total"):
			a.refuse("it has no date")
		}
	}
}

// lines reads an export of a charge a line.
func (a *account) lines(columns [roles]int) error {
	return a.each(columns[start], func(record []string, at time.Time) {
		var l line
		for r, at := range columns {
			if at >= 0 && at < len(record) {
				l[r] = record[at]
			}
		}
		money, ok := number(l[cost])
		switch {
		case columns[cost] >= len(record):
			a.refuse("it ends before its cost")
		case !ok:
			a.refuse(noAmount, l[cost])
		default:
			a.read++
			a.add(&l, at, at.Day(), money)
		}
	})
}

// add books a charge on a day of a month, day 0 for all of it.
func (a *account) add(l *line, at time.Time, day int, money float64) {
	if what := strings.ToLower(l[charge]); has(outside, what) {
		a.left[what] += money
		return
	}
	if l[currency] != "" && len(a.currencies) < 2 { // two are refused
		a.currencies[strings.ToUpper(l[currency])] = true
	}
	name := at.Format("2006-01")
	if a.months[name] == nil {
		a.months[name] = map[int]float64{}
	}
	a.months[name][day] += money
	a.total += money
	a.byKind[kindOf(l[service], l[usage])] += money
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

// pivot reads the table of Cost Explorer: a line a month or a day, a column a service, "S3($)", whole or not at all.
func (a *account) pivot(services []string) error {
	monthly, word := true, "unknown"
	if slices.ContainsFunc(services, func(name string) bool { return strings.HasSuffix(name, "($)") }) {
		word = "USD"
	}
	err := a.each(0, func(record []string, at time.Time) {
		charges := make([]float64, min(len(record), len(services)))
		for i := 1; i < len(charges); i++ {
			var ok bool
			if charges[i], ok = number(record[i]); !ok {
				a.refuse(noAmount, record[i])
				return
			}
		}
		a.read++
		monthly = monthly && at.Day() == 1
		for i, money := range charges {
			l, name := line{service: services[i], currency: word}, plain(services[i])
			if has("tax,support,refund,credit", name) {
				l[charge] = name
			}
			if i > 0 && !strings.HasPrefix(name, "total") {
				a.add(&l, at, at.Day(), money)
			}
		}
	})
	for _, month := range a.months {
		if cost, one := month[1]; monthly && one { // day 0 is all of it
			month[0] = cost
			delete(month, 1)
		}
	}
	return err
}
