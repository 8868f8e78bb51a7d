package cond

import (
	"cmp"
	"slices"

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

// isCount reports whether the dimension counts things.
func (d dimension) isCount() bool { return d >= people }

// unit is a multiple of its dimension's base: num/den of it. Both are kept so that a conversion rounds once.
type unit struct {
	name     string
	dim      dimension
	num, den float64
}

// hour is in seconds; a month is 730 h and a year 8,760 h, the convention of infracost, Google and Azure.
const hour = 3600

var units = [...]unit{
	{"", plain, 1, 1}, {"share", plain, 1, 1}, {"ratio", plain, 1, 1}, {"x", plain, 1, 1}, {"%", plain, 1, 100},
	{"us", timeSpan, 1, 1e6}, {"µs", timeSpan, 1, 1e6}, {"ms", timeSpan, 1, 1000},
	{"s", timeSpan, 1, 1}, {"sec", timeSpan, 1, 1}, {"second", timeSpan, 1, 1}, {"seconds", timeSpan, 1, 1},
	{"min", timeSpan, 60, 1}, {"minute", timeSpan, 60, 1}, {"minutes", timeSpan, 60, 1},
	{"h", timeSpan, hour, 1}, {"hour", timeSpan, hour, 1}, {"hours", timeSpan, hour, 1},
	{"day", timeSpan, 24 * hour, 1}, {"days", timeSpan, 24 * hour, 1},
	{"week", timeSpan, 168 * hour, 1}, {"weeks", timeSpan, 168 * hour, 1},
	{"month", timeSpan, 730 * hour, 1}, {"months", timeSpan, 730 * hour, 1},
	{"year", timeSpan, 8760 * hour, 1}, {"years", timeSpan, 8760 * hour, 1},
	{"B", size, 1, 1}, {"kB", size, 1e3, 1}, {"KB", size, 1e3, 1}, {"MB", size, 1e6, 1}, {"GB", size, 1e9, 1}, {"TB", size, 1e12, 1},
	{"KiB", size, 1 << 10, 1}, {"MiB", size, 1 << 20, 1}, {"GiB", size, 1 << 30, 1}, {"TiB", size, 1 << 40, 1},
	{"req/s", requestRate, 1, 1}, {"rps", requestRate, 1, 1}, {"requests/s", requestRate, 1, 1},
	{"req/min", requestRate, 1, 60}, {"rpm", requestRate, 1, 60}, {"requests/min", requestRate, 1, 60},
	{"req/h", requestRate, 1, hour}, {"requests/h", requestRate, 1, hour},
	{"req/day", requestRate, 1, 24 * hour}, {"requests/day", requestRate, 1, 24 * hour},
	{"req/month", requestRate, 1, 730 * hour}, {"requests/month", requestRate, 1, 730 * hour},
	{"per second", frequency, 1, 1}, {"per minute", frequency, 1, 60}, {"per hour", frequency, 1, hour},
	{"per day", frequency, 1, 24 * hour}, {"per week", frequency, 1, 168 * hour},
	{"per month", frequency, 1, 730 * hour}, {"per year", frequency, 1, 8760 * hour},
	{"USD", money, 1, 1}, {"kUSD", money, 1000, 1},
	{"people", people, 1, 1}, {"person", people, 1, 1}, {"engineer", people, 1, 1}, {"engineers", people, 1, 1},
	{"team", teams, 1, 1}, {"teams", teams, 1, 1}, {"module", modules, 1, 1}, {"modules", modules, 1, 1}, {"part", modules, 1, 1}, {"parts", modules, 1, 1},
	{"service", services, 1, 1}, {"services", services, 1, 1},
	{"environment", environments, 1, 1}, {"environments", environments, 1, 1},
	{"instance", instances, 1, 1}, {"instances", instances, 1, 1},
	{"request", requests, 1, 1}, {"requests", requests, 1, 1},
	{"user", users, 1, 1}, {"users", users, 1, 1}, {"connection", connections, 1, 1}, {"connections", connections, 1, 1},
	{"region", regions, 1, 1}, {"regions", regions, 1, 1},
	{"person day", work, 1, 21}, {"person days", work, 1, 21},
	{"engineer-month", work, 1, 1}, {"engineer-months", work, 1, 1},
	{"importance", importance, 1, 1},
}

func unitByName(name string) (unit, bool) {
	i := slices.IndexFunc(units[:], func(u unit) bool { return u.name == name })
	return units[max(i, 0)], i >= 0
}

// likeUnit is the ending of a message about a mistyped unit.
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

// title names a unit in a message.
func (u unit) title() string { return cmp.Or(u.name, "a plain number") }
