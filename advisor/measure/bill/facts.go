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

	"archadvisor/advisor/measure"
	"archadvisor/advisor/profile"
)

// monthDays is the mean month.
const monthDays = 365.25 / 12

// recentMonths is how many whole months the range of a month's cost looks at.
const recentMonths = 3

// idlePart is the use below which an hour counts as idle, as a share of the
// busiest one: that of load.idle_share.
const idlePart = 0.01

// Measure reads a cost export.
func Measure(r io.Reader) (*measure.Fragment, error) {
	a, err := readExport(r)
	if err != nil {
		return nil, err
	}
	if a.rows == 0 || 2*a.unread > a.rows || len(a.months) == 0 {
		return nil, fmt.Errorf("%w (%d of %d lines could not be read)", ErrUnreadable, a.unread, a.rows)
	}
	f := &measure.Fragment{}
	a.head(f)
	a.monthly(f)
	a.shares(f)
	a.idleness(f)
	if a.cloud != "" {
		v, _ := profile.Choice(profile.Cloud, a.cloud)
		f.Add(profile.Cloud, v, "%s, the cloud that it is of", a.title)
	}
	if list := slices.Sorted(maps.Keys(a.platforms)); len(list) > 0 {
		f.Add(profile.Platforms, profile.List(list...), "%s, services that are paid for; what runs elsewhere is not on it", a.title)
	}
	return f, nil
}

// head says what was read and what was left out.
func (a *account) head(f *measure.Fragment) {
	months := slices.Sorted(maps.Keys(a.months))
	f.Say("%s: %s lines, %s to %s", a.title, measure.Count(a.rows), months[0], months[len(months)-1])
	if a.unread > 0 {
		f.Say("%s could not be read", measure.Plural(a.unread, "line"))
	}
	for _, what := range slices.Sorted(maps.Keys(a.left)) {
		f.Say("left out: %s, %s", what, measure.Money(a.left[what]))
	}
}

// monthly states what a month costs: the range of the last whole months, or that of
// the days of a part of one.
func (a *account) monthly(f *measure.Fragment) {
	var whole []float64
	var names []string
	for _, name := range slices.Sorted(maps.Keys(a.months)) {
		first, err := time.Parse("2006-01", name)
		if m := a.months[name]; err == nil && (m.whole || len(m.days) == first.AddDate(0, 1, -1).Day()) {
			whole, names = append(whole, m.cost), append(names, name)
		}
	}
	v, note := a.part()
	if n := len(whole); n > 0 {
		from := max(0, n-recentMonths)
		v = measure.Span(cents(slices.Min(whole[from:])), cents(slices.Max(whole[from:])))
		note = "whole months: " + strings.Join(names[from:], ", ")
	}
	if word := a.currency(); word != "USD" {
		f.Say("the bill is in %s: today.monthly_usd is for you to convert", word)
		f.Hint(profile.TodayMonthlyUSD, v, "%s, in %s; %s", a.title, word, note)
		return
	}
	f.Add(profile.TodayMonthlyUSD, v, "%s, %s; taxes, credits and support left out", a.title, note)
}

// part is a month by its days: two standard errors around their mean.
func (a *account) part() (profile.Value, string) {
	var days []float64
	for _, m := range a.months {
		days = append(days, slices.Collect(maps.Values(m.days))...)
	}
	slices.Sort(days) // the same sum on every run
	n := float64(len(days))
	mean, dev := a.total/n, 0.0
	for _, d := range days {
		dev += (d - mean) * (d - mean)
	}
	spread := 2 * math.Sqrt(dev/max(1, n-1)/n)
	return measure.Span(cents(max(0, mean-spread)*monthDays), cents((mean+spread)*monthDays)), measure.Plural(len(days), "day") + " scaled to a month, no whole month is on it"
}

func cents(usd float64) float64 { return math.Round(max(0, usd)*100) / 100 }

// currency is the one currency of the bill, or all of them.
func (a *account) currency() string {
	list := slices.Sorted(maps.Keys(a.currencies))
	if len(list) == 0 {
		return "USD" // Google's and Azure's older exports name none
	}
	return strings.Join(list, " and ")
}

// shares tells what the money is spent on.
func (a *account) shares(f *measure.Fragment) {
	list := slices.SortedFunc(maps.Keys(a.byKind), func(x, y string) int {
		return cmp.Or(cmp.Compare(a.byKind[y], a.byKind[x]), strings.Compare(x, y))
	})
	var parts []string
	for _, k := range list {
		if share := a.byKind[k] / a.total; share >= 0.001 {
			parts = append(parts, k+" "+measure.Percent(share))
		}
	}
	f.Say("for: %s", strings.Join(parts, ", "))
}

// idleness tells what the export shows of money for nothing: what it calls unused,
// and what is paid by time in hours in which nearly nothing was used.
func (a *account) idleness(f *measure.Fragment) {
	if a.idle > 0 {
		f.Say("idle: %s is called idle or unused on it (%s)", measure.Percent(a.idle/a.total), measure.Money(a.idle))
	}
	most, fixed, idle, hours := 0.0, 0.0, 0.0, 0
	list := slices.SortedFunc(maps.Values(a.hours), func(x, y *hour) int { return cmp.Compare(x.fixed, y.fixed) })
	for _, h := range list {
		most = max(most, h.used)
		fixed += h.fixed
	}
	switch {
	case fixed == 0:
		return
	case !a.hourly || most == 0:
		f.Say("idle: the export has no use by the hour, so the part paid by time (%s) is all that can be told", measure.Percent(fixed/a.total))
		return
	}
	for _, h := range list {
		if h.used < idlePart*most {
			idle += h.fixed
			hours++
		}
	}
	f.Say("idle: %s is paid by time; in %s of the hours nearly nothing was used, and %s of the bill went to them", measure.Percent(fixed/a.total), measure.Percent(float64(hours)/float64(len(a.hours))), measure.Percent(idle/a.total))
}
