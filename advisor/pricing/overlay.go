package pricing

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// Overlay returns a catalogue with the figures of a price file laid over this one; this one does not change. On any
// fault it returns all of them, each a *FileError with its place, and no catalogue. name is the file's name.
//
//	cloud  = "aws"            # of the entries that name none
//	region = "eu-central-1"   # optional: the book of the cloud is of this region from now on
//	as_of  = "2026-10-01"     # optional: of the entries that name none
//	source = "our contract"   # optional, likewise
//	grants = "none"           # optional: no monthly grant is taken off ("all": every one is)
//
//	[[price]]                 # or [[quirk]], [[limit]], [[assumption]]
//	service = "ec2"
//	item    = "c7g.large"
//	value   = 0.0829
//
// An entry replaces a figure that exists: an unknown name is a fault, with the nearest name that exists. After a change
// of region the prices that the file does not give stand in and are flagged as of another region.
func (c *Catalogue) Overlay(name string, data []byte) (*Catalogue, source.Errors) {
	f := source.New(name, data)
	o := &overlay{base: c, next: c.clone(), file: name, seen: map[key]bool{}}
	if errs := f.Read("a price file", o.apply); errs != nil {
		return nil, errs
	}
	return o.next, nil
}

// clone copies what an overlay may replace; prices are replaced, never changed.
func (c *Catalogue) clone() *Catalogue {
	return &Catalogue{figures: maps.Clone(c.figures), tiers: c.tiers, books: maps.Clone(c.books), ungranted: c.ungranted}
}

// overlay is one price file on its way over a catalogue.
type overlay struct {
	base, next *Catalogue
	file       string
	seen       map[key]bool

	cloud, region, asOf, source string // what the file says for its entries
}

// figureTables are the tables of a price file.
var figureTables = []struct {
	name string
	kind figure
}{{"assumption", assumption}, {"limit", limit}, {"price", price}, {"quirk", billingRule}}

func (o *overlay) apply(t *source.Table) {
	o.cloud, o.region, o.source = t.Text("cloud", false), t.Text("region", false), t.Text("source", false)
	o.asOf = t.Date("as_of", false)
	t.Text("title", false)
	switch grants := t.Text("grants", false); grants {
	case "", "all":
		o.next.ungranted = o.base.ungranted && grants == ""
	case "none":
		o.next.ungranted = true
	default:
		t.At("grants", "unknown grants %s (known: all, none)", source.Quote(grants))
	}
	o.known(t, o.cloud)
	if o.region != "" && o.cloud == "" {
		t.At("region", "region needs the cloud that it is of: add cloud = \"aws\"")
	}
	for _, of := range figureTables {
		for _, row := range t.Tables(of.name) {
			o.entry(of.kind, row)
		}
	}
	t.Done()
	if len(o.seen) == 0 && o.region == "" && t.Values["grants"] == nil && t.Faults() == 0 {
		t.Missing("what it is to change: a [[price]], [[quirk]], [[limit]] or [[assumption]], region or grants")
	}
	o.relabel(t)
}

// known checks the cloud that a table names, if it names one.
func (o *overlay) known(t *source.Table, cloud string) bool {
	if _, ok := o.base.books[cloud]; ok || cloud == "" {
		return true
	}
	t.At("cloud", "unknown cloud %s (known: %s)", source.Quote(cloud), strings.Join(o.base.clouds(), ", "))
	return false
}

// clouds are the books, in alphabetical order.
func (c *Catalogue) clouds() []string { return slices.Sorted(maps.Keys(c.books)) }

// relabel names the file in the label of each book that it changed, and moves the book to the file's region.
func (o *overlay) relabel(t *source.Table) {
	touched := map[string]bool{}
	for k := range o.seen {
		touched[k.cloud] = true
	}
	for cloud := range touched {
		b := o.next.books[cloud]
		b.suffix += " + " + source.Clean(filepath.Base(o.file))
		o.next.books[cloud] = b
	}
	if o.region == "" || o.region == o.base.Region(o.cloud) || t.Faults() > 0 {
		return
	}
	o.next.move(o.cloud, o.region, o.seen)
}

// otherRegion is the confidence of a price that stands in.
const otherRegion = "other_region"

// move makes a book one of another region; prices of the old one stand in.
func (c *Catalogue) move(cloud, region string, given map[key]bool) {
	b := c.books[cloud]
	for k, p := range c.figures {
		if k.cloud != cloud || k.kind != price || given[k] || p.Region != b.Region {
			continue
		}
		stand := *p
		stand.Confidence = otherRegion
		c.figures[k] = &stand
	}
	b.Region = region
	c.books[cloud] = b
}
