package pricing

import (
	"fmt"
	"time"
)

// figure is what kind of figure a book entry is; names of different kinds may be alike.
type figure uint8

const (
	price figure = iota
	billingRule
	limit
	assumption
)

type key struct {
	kind                 figure
	cloud, service, item string
}

// name is the full name of a figure, "aws lambda requests".
func (k key) name() string { return (&Price{Cloud: k.cloud, Service: k.service, Item: k.item}).Name() }

// Catalogue is a set of price books: aws, gcp, azure, self-hosted, shared and
// the assumptions. It is immutable and safe for many goroutines.
type Catalogue struct {
	figures map[key]*Price
	tiers   map[key]tierRow
	books   map[string]book

	ungranted bool // no monthly grant is taken off
}

// find is the figure of a key. A price file only replaces figures, so one that is missing is missing in the books of
// the program, which is a bug and never input; it is never taken as zero.
func (c *Catalogue) find(k key) *Price {
	p, ok := c.figures[k]
	if !ok {
		panic(fmt.Errorf("pricing: no %s for %s", [...]string{"price", "billing rule", "limit", "assumption"}[k.kind], k.name()))
	}
	return p
}

// Limit returns a hard limit of a cloud's functions, gateway or containers. A
// limit that the provider does not set is 1e9.
func (c *Catalogue) Limit(cloud, item string) float64 {
	return c.find(key{limit, cloud, "", item}).Value
}

// Assumption returns a sizing assumption, with bounds.
func (c *Catalogue) Assumption(item string) *Price {
	return c.find(key{assumption, "assumptions", "", item})
}

// Label is the name of a cloud's book with its month: "aws 2026-11". Overlays are named after it.
func (c *Catalogue) Label(cloud string) string {
	label := cloud + " " + c.Month(cloud) + c.books[cloud].suffix
	if c.ungranted {
		label += " without grants"
	}
	return label
}

// Month is when the figures of a cloud's book were last collected, YYYY-MM.
func (c *Catalogue) Month(cloud string) string { return c.books[cloud].AsOf[:len("2006-01")] }

// Region is the region whose prices the book of a cloud holds.
func (c *Catalogue) Region(cloud string) string { return c.books[cloud].Region }

// Stale says that a book is older than twelve months.
func (c *Catalogue) Stale(cloud string, today time.Time) bool {
	asOf, _ := time.Parse(time.DateOnly, c.books[cloud].AsOf) // a date: tests read the books
	return today.After(asOf.AddDate(1, 0, 0))
}

// Borrowed counts the prices of a cloud that stand in from another region, because
// the price file of the stated one does not give them, of all that it has.
func (c *Catalogue) Borrowed(cloud string) (n, of int, from string) {
	for k, p := range c.figures {
		if k.cloud != cloud || k.kind != price {
			continue
		}
		of++
		if p.Confidence == otherRegion && p.Region != c.Region(cloud) {
			n, from = n+1, p.Region
		}
	}
	return n, of, from
}
