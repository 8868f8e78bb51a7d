package cond

import (
	"cmp"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// dimension is what a unit measures. Quantities of different dimensions are
// never added or compared, but for counts of different things with each other.
type dimension uint8

const (
	plain dimension = iota // a number without a unit of its own: a ratio or a share
	timeSpan
	size
	requestRate
	frequency
	money
	people
	teams
	modules
	services
	environments
	instances
	requests
	users
	connections
	regions
	work
	importance
)

func (d dimension) isCount() bool { return d >= people }

// unit is a multiple of its dimension's base: num/den of it. Both are kept so that a conversion rounds once.
type unit struct {
	name     string
	dim      dimension
	num, den float64
}

const hour = 3600 // in seconds; a month is 730 h and a year 8,760 h, the convention of infracost, Google and Azure

// units are all units by their names, of each those of one row; the first is that of a plain number.
var units = func() (out []unit) {
	for _, row := range []unit{
		{",share,ratio,x", plain, 1, 1}, {"%", plain, 1, 100}, {"us,µs", timeSpan, 1, 1e6}, {"ms", timeSpan, 1, 1000},
		{"s,sec,second,seconds", timeSpan, 1, 1}, {"min,minute,minutes", timeSpan, 60, 1}, {"h,hour,hours", timeSpan, hour, 1},
		{"day,days", timeSpan, 24 * hour, 1}, {"week,weeks", timeSpan, 168 * hour, 1}, {"month,months", timeSpan, 730 * hour, 1},
		{"year,years", timeSpan, 8760 * hour, 1}, {"B", size, 1, 1}, {"kB,KB", size, 1e3, 1}, {"MB", size, 1e6, 1}, {"GB", size, 1e9, 1},
		{"TB", size, 1e12, 1}, {"KiB", size, 1 << 10, 1}, {"MiB", size, 1 << 20, 1}, {"GiB", size, 1 << 30, 1}, {"TiB", size, 1 << 40, 1},
		{"req/s,rps,requests/s", requestRate, 1, 1}, {"req/min,rpm,requests/min", requestRate, 1, 60}, {"req/h,requests/h", requestRate, 1, hour},
		{"req/day,requests/day", requestRate, 1, 24 * hour}, {"req/month,requests/month", requestRate, 1, 730 * hour},
		{"per second", frequency, 1, 1}, {"per minute", frequency, 1, 60}, {"per hour", frequency, 1, hour}, {"per day", frequency, 1, 24 * hour},
		{"per week", frequency, 1, 168 * hour}, {"per month", frequency, 1, 730 * hour}, {"per year", frequency, 1, 8760 * hour},
		{"USD", money, 1, 1}, {"kUSD", money, 1000, 1}, {"people,person,engineer,engineers", people, 1, 1}, {"team,teams", teams, 1, 1},
		{"module,modules,part,parts", modules, 1, 1}, {"service,services", services, 1, 1}, {"environment,environments", environments, 1, 1},
		{"instance,instances", instances, 1, 1}, {"request,requests", requests, 1, 1}, {"user,users", users, 1, 1},
		{"connection,connections", connections, 1, 1}, {"region,regions", regions, 1, 1}, {"person day,person days", work, 1, 21},
		{"engineer-month,engineer-months", work, 1, 1}, {"importance", importance, 1, 1},
	} {
		for name := range strings.SplitSeq(row.name, ",") {
			out = append(out, unit{name, row.dim, row.num, row.den})
		}
	}
	return out
}()

func unitByName(name string) (unit, bool) {
	i := slices.IndexFunc(units, func(u unit) bool { return u.name == name })
	return units[max(i, 0)], i >= 0
}

func likeUnit(name string) string {
	var names []string
	for _, u := range units[1:] {
		names = append(names, u.name)
	}
	return source.DidYouMean(name, names...)
}

// convert turns a number of unit u into unit to, with one rounding where the factors are whole.
func (u unit) convert(v float64, to unit) float64 {
	if u.num == to.num && u.den == to.den {
		return v
	}
	return v * (u.num * to.den) / (u.den * to.num)
}

// same reports whether a number means the same in both.
func (u unit) same(to unit) bool { return u.num*to.den == to.num*u.den }

func (u unit) title() string { return cmp.Or(u.name, "a plain number") }
