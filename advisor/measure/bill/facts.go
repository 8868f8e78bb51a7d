package bill

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"gonum.org/v1/gonum/stat"

	"archadvisor/advisor/measure"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// monthDays is the mean month; recentMonths how many whole ones the range of a month's cost looks at.
const (
	monthDays    = 365.25 / 12
	recentMonths = 3
)

// Measure reads a cost export.
func Measure(r io.Reader) (*measure.Fragment, error) {
	a, err := readExport(r)
	if err != nil {
		return nil, err
	}
	if a.Unread > a.read || len(a.months) == 0 {
		return nil, fmt.Errorf("%w (%s)", ErrUnreadable, strings.Join(append([]string{fmt.Sprintf("%d of %d lines could not be read", a.Unread, a.Unread+a.read)}, a.Shown...), "; "))
	}
	f := &measure.Fragment{}
	list := slices.Sorted(maps.Keys(a.months))
	f.Say("%s: %s lines, %s of which could not be read, %s to %s", a.title, measure.Count(a.Unread+a.read), measure.Count(a.Unread), list[0], list[len(list)-1])
	if a.Unread > 0 {
		f.Say("%s could not be read; the first: %s", measure.Plural(a.Unread, "line"), strings.Join(a.Shown, " | "))
	}
	for _, what := range slices.Sorted(maps.Keys(a.left)) {
		f.Say("left out: %s, %s", what, numeral.Figure(a.left[what]))
	}
	a.monthly(f, list)
	a.shares(f)
	a.idleness(f)
	return f, nil
}

// monthly states what a month costs: the range of the last whole months, else two standard errors around the days.
func (a *account) monthly(f *measure.Fragment, list []string) {
	var whole, days []float64
	var names []string
	for _, name := range list {
		month := a.months[name]
		first, _ := time.Parse("2006-01", name) // as add wrote it
		costs := slices.Sorted(maps.Values(month))
		if _, one := month[0]; one || len(month) == first.AddDate(0, 1, -1).Day() {
			sum := 0.0
			for _, c := range costs {
				sum += c
			}
			whole, names = append(whole, sum), append(names, name)
		}
		days = append(days, costs...)
	}
	var v profile.Value
	note := ""
	if n := max(0, len(whole)-recentMonths); len(whole) > 0 {
		v, note = measure.Span(cents(slices.Min(whole[n:])), cents(slices.Max(whole[n:]))), "whole months: "+strings.Join(names[n:], ", ")
	} else {
		mean, spread := days[0], 0.0
		if len(days) > 1 {
			mean, spread = stat.MeanStdDev(days, nil)
			spread *= 2 / math.Sqrt(float64(len(days)))
		}
		v, note = measure.Span(cents((mean-spread)*monthDays), cents((mean+spread)*monthDays)), measure.Plural(len(days), "day")+" scaled to a month, no whole month is on it"
	}
	if words := slices.Sorted(maps.Keys(a.currencies)); len(words) > 0 && !slices.Equal(words, []string{"USD"}) {
		f.Hint(profile.TodayMonthlyUSD, v, "%s, in %s: for you to convert; %s", a.title, strings.Join(words, " and "), note)
		return
	}
	f.Add(profile.TodayMonthlyUSD, v, "%s, %s; taxes, credits and support left out", a.title, note)
}

func cents(usd float64) float64 { return math.Round(max(0, usd)*100) / 100 }

func (a *account) shares(f *measure.Fragment) {
	var parts []string
	for _, k := range slices.SortedFunc(maps.Keys(a.byKind), func(x, y string) int {
		return cmp.Or(cmp.Compare(a.byKind[y], a.byKind[x]), strings.Compare(x, y))
	}) {
		if share := a.byKind[k] / a.total; share >= 0.001 {
			parts = append(parts, k+" "+measure.Percent(share))
		}
	}
	f.Say("for: %s", strings.Join(parts, ", "))
}

// idleness tells what the export shows of money for nothing: what it calls unused, and what is paid by time
// in hours in which less than a hundredth of the busiest one was used, as for load.idle_share.
func (a *account) idleness(f *measure.Fragment) {
	if a.idle > 0 {
		f.Say("idle: %s is called idle or unused on it (%s)", measure.Percent(a.idle/a.total), numeral.Figure(a.idle))
	}
	most, fixed, asleep, hours := 0.0, 0.0, 0.0, 0
	list := slices.SortedFunc(maps.Values(a.hours), func(x, y *hour) int { return cmp.Compare(x.fixed, y.fixed) })
	for _, h := range list {
		most, fixed = max(most, h.used), fixed+h.fixed
	}
	for _, h := range list {
		if h.used < most/100 {
			asleep, hours = asleep+h.fixed, hours+1
		}
	}
	if a.hourly && most > 0 {
		f.Say("idle: %s is paid by time; in %s of the hours nearly nothing was used, and %s of the bill went to them", measure.Percent(fixed/a.total), measure.Percent(float64(hours)/float64(len(list))), measure.Percent(asleep/a.total))
	} else if fixed > 0 {
		f.Say("idle: the export has no use by the hour, so the part paid by time (%s) is all that can be told", measure.Percent(fixed/a.total))
	}
}
