package pricing

import (
	"cmp"
	"embed"
	"math"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

//go:embed books/*.toml
var embedded embed.FS

// book is a price file as written: what it is, what its cloud sells, and its figures.
type book struct {
	Cloud  string `toml:"cloud"`
	Title  string `toml:"title"` // for readers of the book
	Region string `toml:"region"`
	AsOf   string `toml:"as_of"` // YYYY-MM-DD
	suffix string // names of the overlays laid over it
	oldest string // date of these, too

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
	Meter     Meter  `toml:"meter"`
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

// entry is one figure as written: without bounds where the source gives none, and without a region where it is its
// book's.
type entry struct {
	Price
	Low  *float64 `toml:"low"`
	High *float64 `toml:"high"`
	Note string   `toml:"note"` // for readers of the book
}

// tierRow is a graduated price over items that have prices of their own.
type tierRow struct {
	Service string   `toml:"service"`
	Item    string   `toml:"item"`
	Source  []string `toml:"source"`
	Steps   []struct {
		UpTo  float64 `toml:"up_to"` // base units; 0 in the last step: no end
		Price string  `toml:"price"` // item of the price
	} `toml:"steps"`
}

// Load returns the embedded books, decoded once per process. What is wrong in a book of the program's own is a bug, which
// tests find, and never input.
var Load = sync.OnceValue(func() *Catalogue {
	c := &Catalogue{figures: map[key]*Price{}, tiers: map[key]tierRow{}, books: map[string]book{}}
	files, _ := embedded.ReadDir("books") // embedded: it is there
	for _, file := range files {
		data, _ := embedded.ReadFile("books/" + file.Name())
		b := decodeBook(data)
		b.oldest = b.AsOf
		c.books[b.Cloud] = b
		c.file(b)
	}
	return c
})

func decodeBook(data []byte) (b book) {
	if err := toml.Unmarshal(data, &b); err != nil {
		panic("pricing: books: " + err.Error())
	}
	return b
}

func (c *Catalogue) file(b book) {
	for kind, entries := range map[figure][]entry{price: b.Prices, billingRule: b.Quirks, limit: b.Limits, assumption: b.Assumption} {
		for _, e := range entries {
			p := e.Price
			p.Cloud, p.Region = b.Cloud, cmp.Or(p.Region, b.Region)
			p.Low, p.High = *cmp.Or(e.Low, &e.Value), *cmp.Or(e.High, &e.Value)
			c.figures[key{kind, p.Cloud, p.Service, p.Item}] = &p
		}
	}
	for _, row := range b.Tiers {
		c.tiers[key{price, b.Cloud, row.Service, row.Item}] = row
	}
}

// upTo is the end of a tier as written, where 0 means none.
func upTo(v float64) float64 {
	if v == 0 {
		return math.Inf(1)
	}
	return v
}
