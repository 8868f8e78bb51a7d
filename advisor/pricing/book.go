package pricing

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"sync"
	"time"

	"github.com/BurntSushi/toml"
)

//go:embed books/*.toml
var embedded embed.FS

// book is a price file as written.
type book struct {
	Cloud      string    `toml:"cloud"`
	Title      string    `toml:"title"`
	Region     string    `toml:"region"`
	AsOf       string    `toml:"as_of"`
	Prices     []entry   `toml:"price"`
	Tiers      []tierRow `toml:"tiers"`
	Quirks     []entry   `toml:"quirk"`
	Limits     []entry   `toml:"limit"`
	Assumption []entry   `toml:"assumption"`

	Tariffs    []tariffRow `toml:"tariff"`
	Machines   []sizeRow   `toml:"machine"`
	Servers    []sizeRow   `toml:"server"`
	Platforms  []sizeRow   `toml:"platform"`
	GPUs       []sizeRow   `toml:"gpu"`
	Containers []sizeRow   `toml:"container"`
	Databases  []sizeRow   `toml:"database"`
}

// tariffRow says which price a meter has on a cloud. Covers, Most and the rows of
// Unit name billing rules of the service.
type tariffRow struct {
	Meter     string `toml:"meter"`
	Name      string `toml:"name"` // on a bill
	Service   string `toml:"service"`
	Price     string `toml:"price"`      // a price or a tier table
	Free      string `toml:"free"`       // price entry that holds the monthly grant
	PerServer bool   `toml:"per_server"` // the grant is for each server
	Covers    string `toml:"covers"`     // so many for one price
	Most      string `toml:"most"`       // more than so many cost nothing
	Unit      struct {
		Connections string `toml:"connections_per_s"`
		Active      string `toml:"active"`
		GBPerHour   string `toml:"gb_per_hour"`
		FunctionGB  string `toml:"function_gb_per_hour"`
		Mbps        string `toml:"mbps"`
		Rules       string `toml:"rule_evaluations_per_s"`
		FreeRules   string `toml:"free_rules"`
	} `toml:"unit"`
}

// entry is one figure as written.
type entry struct {
	Service    string   `toml:"service"`
	Item       string   `toml:"item"`
	Value      float64  `toml:"value"`
	Low        *float64 `toml:"low"`
	High       *float64 `toml:"high"`
	Unit       string   `toml:"unit"`
	Region     string   `toml:"region"`
	Source     cites    `toml:"source"`
	AsOf       string   `toml:"as_of"`
	Confidence string   `toml:"confidence"`
	Note       string   `toml:"note"` // for readers of the book
}

// cites are the ids of the sources of a figure, written as one word or as a list.
type cites []string

// UnmarshalTOML reads one id or several.
func (c *cites) UnmarshalTOML(v any) error {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, item := range list {
		id, ok := item.(string)
		if !ok {
			return fmt.Errorf("source = %v: an id or a list of ids is expected", v)
		}
		*c = append(*c, id)
	}
	return nil
}

// tierRow is a graduated price over items that have prices of their own.
type tierRow struct {
	Service string `toml:"service"`
	Item    string `toml:"item"`
	Source  cites  `toml:"source"`
	Steps   []struct {
		UpTo  float64 `toml:"up_to"` // base units; 0 in the last step: no end
		Price string  `toml:"price"` // item of the price
	} `toml:"steps"`
}

// readBooks decodes every book of a folder into a catalogue, the books side by
// side: decoding is most of what Load costs.
func readBooks(fsys fs.FS) (*Catalogue, error) {
	names, err := fs.Glob(fsys, "books/*.toml")
	if err != nil {
		return nil, err
	}
	books, errs := make([]book, len(names)), make([]error, len(names))
	var wait sync.WaitGroup
	for i, name := range names {
		wait.Add(1)
		go func() {
			defer wait.Done()
			books[i], errs[i] = readBook(fsys, name)
		}()
	}
	wait.Wait()
	c := newCatalogue()
	for i, name := range names {
		if err := errors.Join(errs[i], c.addBook(books[i])); err != nil {
			return nil, fmt.Errorf("price book %s: %w", name, err)
		}
	}
	return c, c.checkTiers()
}

func readBook(fsys fs.FS, name string) (book, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return book{}, err
	}
	return decodeBook(data)
}

// decodeBook is strict: a key that means nothing is an error.
func decodeBook(data []byte) (book, error) {
	var b book
	meta, err := toml.Decode(string(data), &b)
	if err != nil {
		return book{}, err
	}
	if stray := meta.Undecoded(); len(stray) > 0 {
		return book{}, fmt.Errorf("unknown key %s", stray[0])
	}
	return b, nil
}

// addBook files a book: what it is, what its cloud sells and its figures.
func (c *Catalogue) addBook(b book) error {
	asOf, err := time.Parse(time.DateOnly, b.AsOf)
	if err != nil {
		return fmt.Errorf("as_of: %w", err)
	}
	c.books[b.Cloud] = bookInfo{title: b.Title, region: b.Region, asOf: asOf}
	c.sales[b.Cloud] = sales{b.Tariffs, b.Machines, b.Servers, b.Platforms, b.GPUs, b.Containers, b.Databases}
	return c.fileAll(b)
}

// fileAll files the figures of a book.
func (c *Catalogue) fileAll(b book) error {
	for kind, entries := range map[figure][]entry{price: b.Prices, billingRule: b.Quirks, limit: b.Limits, assumption: b.Assumption} {
		for _, e := range entries {
			if err := c.file(kind, e.price(b.Cloud, b.Region)); err != nil {
				return err
			}
		}
	}
	for _, row := range b.Tiers {
		c.tiers[key{price, b.Cloud, row.Service, row.Item}] = row
	}
	return nil
}

// price is the entry with what its book says for all entries.
func (e entry) price(cloud, region string) *Price {
	p := &Price{
		Cloud: cloud, Service: e.Service, Item: e.Item,
		Value: e.Value, Low: e.Value, High: e.Value, Unit: e.Unit, Region: e.Region,
		Sources: e.Source, AsOf: e.AsOf, Confidence: e.Confidence,
	}
	if p.Region == "" {
		p.Region = region
	}
	if e.Low != nil {
		p.Low = *e.Low
	}
	if e.High != nil {
		p.High = *e.High
	}
	return p
}

// upTo is the end of a tier as written, where 0 means none.
func upTo(v float64) float64 {
	if v == 0 {
		return math.Inf(1)
	}
	return v
}
