package pricing

import (
	"fmt"
	"sync"
	"time"
)

// figure is what kind of figure a book entry is; names of different kinds may
// be alike.
type figure uint8

const (
	price figure = iota
	billingRule
	limit
	assumption
)

// String is the word for a figure in messages.
func (f figure) String() string {
	return [...]string{"price", "billing rule", "limit", "assumption"}[f]
}

type key struct {
	kind                 figure
	cloud, service, item string
}

type bookInfo struct {
	title  string
	region string
	asOf   time.Time
	suffix string // names of the overlays laid over it
}

// Catalogue is a set of price books: aws, gcp, azure, self-hosted, shared and
// the assumptions. It is immutable and safe for many goroutines.
type Catalogue struct {
	figures map[key]*Price
	tiers   map[key]tierRow
	books   map[string]bookInfo
	sales   map[string]sales

	ungranted bool // no monthly grant is taken off
}

// sales is what a cloud sells: rows of its book, resolved by List.
type sales struct {
	tariffs                                                   []tariffRow
	machines, servers, platforms, gpus, containers, databases []sizeRow
}

func newCatalogue() *Catalogue {
	return &Catalogue{figures: map[key]*Price{}, tiers: map[key]tierRow{}, books: map[string]bookInfo{}, sales: map[string]sales{}}
}

// embeddedBooks decodes the embedded books once per process.
var embeddedBooks = sync.OnceValues(func() (*Catalogue, error) { return readBooks(embedded) })

// Load returns the embedded books. Its error is a fault of this program.
func Load() (*Catalogue, error) { return embeddedBooks() }

// file adds a figure; a second figure of the same name is an error.
func (c *Catalogue) file(kind figure, p *Price) error {
	k := key{kind, p.Cloud, p.Service, p.Item}
	if _, taken := c.figures[k]; taken {
		return fmt.Errorf("%s is there twice", p.Name())
	}
	c.figures[k] = p
	return nil
}

// price returns one price. The error is a *MissingError that names the item and
// the nearest one that exists.
func (c *Catalogue) price(cloud, service, item string) (*Price, error) {
	return c.find(key{price, cloud, service, item})
}

// Limit returns a hard limit of a cloud's functions, gateway or containers. A
// limit that the provider does not set is 1e9.
func (c *Catalogue) Limit(cloud, item string) (Price, error) {
	p, err := c.find(key{limit, cloud, "", item})
	if err != nil {
		return Price{}, err
	}
	return *p, nil
}

// Assumption returns a sizing assumption, with bounds.
func (c *Catalogue) Assumption(item string) (Price, error) {
	p, err := c.find(key{assumption, "assumptions", "", item})
	if err != nil {
		return Price{}, err
	}
	return *p, nil
}

func (c *Catalogue) find(k key) (*Price, error) {
	if p, ok := c.figures[k]; ok {
		return p, nil
	}
	return nil, &MissingError{Kind: k.kind.String(), Cloud: k.cloud, Service: k.service, Item: k.item, nearest: func() string { return c.nearest(k) }}
}

// checkTiers proves that every tier table is complete and rising.
func (c *Catalogue) checkTiers() error {
	for k, row := range c.tiers {
		last := 0.0
		for _, step := range row.Steps {
			if upTo(step.UpTo) <= last {
				return fmt.Errorf("tiers of %s %s %s do not rise", k.cloud, k.service, k.item)
			}
			last = upTo(step.UpTo)
		}
		if len(row.Steps) == 0 || last != upTo(0) {
			return fmt.Errorf("tiers of %s %s %s have no last step", k.cloud, k.service, k.item)
		}
		if _, err := c.resolve(k.cloud, k.service, k.item); err != nil {
			return err
		}
	}
	return nil
}

// Label is the name of a cloud's book with its month: "aws 2026-11". Overlays
// are named after it.
func (c *Catalogue) Label(cloud string) string {
	b, ok := c.books[cloud]
	if !ok {
		return cloud
	}
	label := cloud + " " + b.asOf.Format("2006-01") + b.suffix
	if c.ungranted {
		label += " without grants"
	}
	return label
}

// AsOf is the day on which the figures of a cloud's book were last collected;
// the zero time for a cloud without a book.
func (c *Catalogue) AsOf(cloud string) time.Time { return c.books[cloud].asOf }

// Region is the region whose prices the book of a cloud holds.
func (c *Catalogue) Region(cloud string) string { return c.books[cloud].region }

// Stale says that a book is older than twelve months.
func (c *Catalogue) Stale(cloud string, today time.Time) bool {
	return today.After(c.AsOf(cloud).AddDate(1, 0, 0))
}

// Borrowed counts the prices of a cloud that stand in from another region, because
// the price file of the stated one does not give them, of all that it has.
func (c *Catalogue) Borrowed(cloud string) (n, of int, from string) {
	for k, p := range c.figures {
		if k.cloud != cloud || k.kind != price {
			continue
		}
		of++
		if p.Confidence == otherRegion && p.Region != c.books[cloud].region {
			n, from = n+1, p.Region
		}
	}
	return n, of, from
}
