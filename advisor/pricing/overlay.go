package pricing

import (
	"cmp"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// Overlay returns a catalogue with the figures of a price file laid over this one; this one does not change. On any
// fault it returns all of them, each a *FileError with its place, and no catalogue. name is the file's name.
//
// An entry replaces a figure that exists: an unknown name is a fault, with the nearest name that exists. After a change
// of region the prices that the file does not give stand in and are flagged as of another region.
func (c *Catalogue) Overlay(name string, data []byte) (*Catalogue, source.Errors) {
	o := &overlay{base: c, next: c.clone(), file: name, seen: map[key]bool{}}
	if errs := source.New(name, data).Read("a price file", o.apply); errs != nil {
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

func (o *overlay) apply(t *source.Table) {
	o.cloud, o.region, o.source, o.asOf = t.Text("cloud", false), t.Text("region", false), t.Text("source", false), t.Date("as_of", false)
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
	for _, kind := range []figure{assumption, limit, price, billingRule} {
		for _, row := range t.Tables(string(kind)) {
			before, p := t.Faults(), o.read(kind, row)
			if row.Done(); t.Faults() == before {
				o.replace(kind, p, row)
			}
		}
	}
	t.Done()
	if len(o.seen) == 0 && o.region == "" && t.Values["grants"] == nil && t.Faults() == 0 {
		t.Missing("what it is to change: a [[price]], [[quirk]], [[limit]] or [[assumption]], region or grants")
	}
	if t.Faults() == 0 {
		o.relabel()
	}
}

// known checks the cloud that a table names, if it names one.
func (o *overlay) known(t *source.Table, cloud string) {
	if _, ok := o.base.books[cloud]; !ok && cloud != "" {
		t.At("cloud", "unknown cloud %s (known: %s)", source.Quote(cloud), strings.Join(o.base.clouds(), ", "))
	}
}

// clouds are the books, in alphabetical order.
func (c *Catalogue) clouds() []string { return slices.Sorted(maps.Keys(c.books)) }

// read is the figure of one table, with all that is wrong with it.
func (o *overlay) read(kind figure, t *source.Table) *Price {
	p := &Price{Cloud: cmp.Or(t.Text("cloud", false), o.cloud), Service: t.Text("service", kind == price || kind == billingRule),
		Item: t.Text("item", true)}
	if kind == assumption {
		p.Cloud = assumptionBook
	}
	if o.known(t, p.Cloud); p.Cloud == "" {
		t.At("", "cloud is missing: here or at the top of the file")
	}
	least, most := cmp.Or(o.base.figures[key{kind, p.Cloud, p.Service, p.Item}], &Price{Value: math.MaxFloat64}).allowed(kind)
	p.Value = t.Number("value", least, most, math.NaN(), true)
	p.Low, p.High = t.Number("low", least, most, p.Value, false), t.Number("high", least, most, p.Value, false)
	p.Unit, p.Region = t.Text("unit", false), t.Text("region", false)
	p.Sources = []string{cmp.Or(t.Text("source", false), o.source, o.file)}
	p.AsOf, p.Confidence = cmp.Or(t.Date("as_of", false), o.asOf, "undated"), cmp.Or(t.Text("confidence", false), "overlay")
	t.Text("note", false) // for readers of the file
	if p.Low > p.Value || p.High < p.Value {
		t.At("value", "value = %v does not lie between low and high", p.Value)
	}
	return p
}

// far is how many times what the books have is a slip of the unit; mostOf are the units that end before.
const far = 1000

var mostOf = map[string]float64{"share": 1, "%": 100}

// allowed is what may stand in for a figure: nothing as a price, or where the books hold it possible; the rest divides.
// Limits go up to what says that there is none.
func (p *Price) allowed(kind figure) (least, most float64) {
	if kind == limit {
		return 1.0 / far, 1e9
	}
	if kind != price && p.Low > 0 {
		least = p.Value / far
	}
	return least, max(p.High, cmp.Or(mostOf[p.Unit], math.Ceil(far*cmp.Or(p.Value, 1))))
}

// replace lays a figure over that of the same name.
func (o *overlay) replace(kind figure, p *Price, t *source.Table) {
	k := key{kind, p.Cloud, p.Service, p.Item}
	old, ok := o.base.figures[k]
	switch {
	case !ok:
		var names []string
		for _, f := range o.base.Figures()[string(kind)] {
			names = append(names, f.Name())
		}
		t.At("item", "no figure %s in the books%s", source.Quote(p.Name()), source.DidYouMean(p.Name(), names...))
		return
	case o.seen[k]:
		t.At("item", "%s is given twice", old.Name())
		return
	case p.Unit != "" && p.Unit != old.Unit:
		t.At("unit", "unit = %s: the books have %s in %s", source.Quote(p.Unit), old.Name(), old.Unit)
		return
	}
	p.Unit = old.Unit
	if old.Cloud == o.cloud {
		p.Region = cmp.Or(p.Region, o.region)
	}
	p.Region = cmp.Or(p.Region, old.Region)
	o.seen[k] = true
	o.next.figures[k] = p
}

// otherRegion is the confidence of a price that stands in.
const otherRegion = "other_region"

// relabel names the file in the label of each book that it changed, and makes the book one of the file's region, where
// prices of the old one stand in.
func (o *overlay) relabel() {
	books := o.next.books
	for k := range o.seen {
		b := books[k.cloud]
		b.suffix = o.base.books[k.cloud].suffix + " + " + source.Clean(filepath.Base(o.file))
		b.oldest = min(b.oldest, o.next.figures[k].AsOf) // "undated" comes after all
		books[k.cloud] = b
	}
	b := books[o.cloud]
	if o.region == "" || o.region == b.Region {
		return
	}
	for k, p := range o.next.figures {
		if k.cloud == o.cloud && k.kind == price && !o.seen[k] && p.Region == b.Region {
			stand := *p
			stand.Confidence = otherRegion
			o.next.figures[k] = &stand
		}
	}
	b.Region = o.region
	books[o.cloud] = b
}
