// Package pricing holds the prices and is the only place that multiplies one: dated, sourced price books for three
// clouds and for rented servers, and the tariffs that turn quantities into the line items of a bill. It knows no
// architecture, sizes nothing and reads no clock.
//
// A book is embedded TOML (books/*.toml): prices with unit, region, source, date and confidence; tiers over those
// prices; billing rules (steps, minimums, units); hard limits; the tariffs and the sizes of machines, containers and
// databases that a cloud sells; and, in a book of their own, the sizing assumptions. A price that is missing is a bug
// of this program, never zero.
//
//	catalogue := pricing.Load()
//	list := catalogue.List("aws")
//	var used pricing.Quantities
//	used.Add(pricing.FunctionRequests, 3e6)
//	used.Add(pricing.FunctionMemory, 540_000)
//	for _, line := range list.Lines(&used) {
//		fmt.Println(line.Tariff, line.Quantity, line.Unit, line.MonthlyUSD)
//	}
package pricing

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// figure is what kind of figure a book entry is, by its table there; names of different kinds may be alike.
type figure string

const (
	price       figure = "price"
	billingRule figure = "quirk"
	limit       figure = "limit"
	assumption  figure = "assumption"
)

// assumptionBook is the cloud of the book that holds the assumptions.
const assumptionBook = "assumptions"

type key struct {
	kind                 figure
	cloud, service, item string
}

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
		panic(fmt.Errorf("pricing: no %s for %s %s %s", k.kind, k.cloud, k.service, k.item))
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
	return c.find(key{assumption, assumptionBook, "", item})
}

// WithoutGrants ends the label of a book of which no grant is taken off.
const WithoutGrants = " without grants"

// Label is the name of a cloud's book with its month: "aws 2026-11". Overlays are named after it.
func (c *Catalogue) Label(cloud string) string {
	label := cloud + " " + c.Month(cloud) + c.books[cloud].suffix
	if c.ungranted {
		label += WithoutGrants
	}
	return label
}

// Month is when the figures of a cloud's book were last collected, YYYY-MM.
func (c *Catalogue) Month(cloud string) string { return c.books[cloud].AsOf[:len("2006-01")] }

// Region is the region whose prices the book of a cloud holds.
func (c *Catalogue) Region(cloud string) string { return c.books[cloud].Region }

// Stale is the date of the oldest figures of a cloud, of its book or laid over it, if it is over twelve months ago; else "".
func (c *Catalogue) Stale(cloud string, today time.Time) string {
	if asOf := c.books[cloud].oldest; asOf < today.AddDate(-1, 0, 0).Format(time.DateOnly)[:len(asOf)] {
		return asOf
	}
	return ""
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

// Figures are what a price file may replace, by the table of the file.
func (c *Catalogue) Figures() map[string][]*Price {
	out := map[string][]*Price{}
	for k, p := range c.figures {
		out[string(k.kind)] = append(out[string(k.kind)], p)
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b *Price) int { return cmp.Compare(a.Name(), b.Name()) })
	}
	return out
}
