package pricing

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// maxOverlay is the largest price file that is read, in bytes, and maxErrors
// the number of faults that are reported of one file.
const (
	maxOverlay = 1 << 20
	maxErrors  = 100
)

// Overlay returns a catalogue with the figures of a price file laid over this
// one; this one does not change. On any fault it returns all of them, each a
// *FileError with its place, and no catalogue. name is the file's name.
//
//	cloud  = "aws"            # of the entries that name none
//	region = "eu-central-1"   # optional: the book of the cloud is of this region from now on
//	as_of  = "2026-10-01"     # optional: of the entries that name none
//	source = "our contract"   # optional, likewise
//
//	[[price]]                 # or [[quirk]], [[limit]], [[assumption]]
//	service = "ec2"
//	item    = "c7g.large"
//	value   = 0.0829
//
// An entry replaces a figure that exists: an unknown name is a fault, with the
// nearest name that exists. After a change of region the prices that the file
// does not give stand in and are flagged as of another region.
func (c *Catalogue) Overlay(name string, data []byte) (*Catalogue, []error) {
	if len(data) > maxOverlay {
		return nil, []error{&FileError{File: name, Message: fmt.Sprintf("a price file of %d bytes: at most %d are read", len(data), maxOverlay)}}
	}
	var values map[string]any
	if _, err := toml.Decode(string(data), &values); err != nil {
		return nil, []error{syntaxError(name, err)}
	}
	o := &overlay{base: c, next: c.clone(), file: name, layout: readLayout(data), seen: map[key]bool{}}
	o.apply(values)
	if len(o.errs) > 0 {
		return nil, o.faults()
	}
	return o.next, nil
}

func syntaxError(name string, err error) error {
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return &FileError{File: name, Line: parse.Position.Line, Column: parse.Position.Col, Message: parse.Message}
	}
	return &FileError{File: name, Message: err.Error()}
}

// clone copies what an overlay may replace; prices are replaced, never changed.
func (c *Catalogue) clone() *Catalogue {
	return &Catalogue{figures: maps.Clone(c.figures), tiers: c.tiers, books: maps.Clone(c.books), sales: c.sales}
}

// overlay is one price file on its way over a catalogue.
type overlay struct {
	base, next *Catalogue
	file       string
	layout     *layout
	seen       map[key]bool
	errs       []*FileError

	cloud, region, asOf, source string // what the file says for its entries
}

func (o *overlay) fault(at spot, format string, args ...any) {
	o.errs = append(o.errs, &FileError{File: o.file, Line: at.line, Column: at.column, Message: fmt.Sprintf(format, args...)})
}

// faults are the errors in the order of their places.
func (o *overlay) faults() []error {
	slices.SortStableFunc(o.errs, func(a, b *FileError) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	var all []error
	for i, e := range o.errs {
		if i == maxErrors {
			return append(all, &FileError{File: o.file, Message: fmt.Sprintf("… and %d more", len(o.errs)-i)})
		}
		all = append(all, e)
	}
	return all
}

// figureTables are the tables of a price file.
var figureTables = map[string]figure{"price": price, "quirk": billingRule, "limit": limit, "assumption": assumption}

func (o *overlay) apply(values map[string]any) {
	top := []string{"cloud", "region", "as_of", "source", "title"}
	o.cloud, o.region = o.topWord(values, "cloud"), o.topWord(values, "region")
	o.asOf, o.source = o.topWord(values, "as_of"), o.topWord(values, "source")
	o.checkTop()
	for _, name := range slices.Sorted(maps.Keys(values)) {
		kind, isTable := figureTables[name]
		switch {
		case isTable:
			o.entries(kind, name, values[name])
		case !slices.Contains(top, name):
			at := o.layout.top.key(name)
			if all := o.layout.tables[name]; len(all) > 0 {
				at = all[0].header
			}
			o.fault(at, "unknown key %q%s", name, suggest(name, append(top, "price", "limit", "quirk", "assumption")))
		}
	}
	o.relabel()
}

func suggest(name string, known []string) string {
	if near := nearestName(name, slices.Clone(known)); near != "" {
		return fmt.Sprintf(" (did you mean %s?)", near)
	}
	return ""
}

func (o *overlay) topWord(values map[string]any, name string) string {
	v, ok := values[name]
	if !ok {
		return ""
	}
	if day, isDay := v.(time.Time); isDay && name == "as_of" {
		return day.Format(time.DateOnly)
	}
	s, ok := v.(string)
	if !ok {
		o.fault(o.layout.top.value(name), "%s is a text in quotes", name)
	}
	return s
}

func (o *overlay) checkTop() {
	if _, ok := o.base.books[o.cloud]; o.cloud != "" && !ok {
		o.fault(o.layout.top.value("cloud"), "unknown cloud %q (known: %s)", o.cloud, strings.Join(o.base.clouds(), ", "))
	}
	if o.region != "" && o.cloud == "" {
		o.fault(o.layout.top.value("region"), "region needs the cloud that it is of: add cloud = \"aws\"")
	}
	if o.asOf != "" && !isDate(o.asOf) {
		o.fault(o.layout.top.value("as_of"), "as_of = %q: a date like 2026-10-01 or 2026-10 is expected", o.asOf)
	}
}

// clouds are the books, in alphabetical order.
func (c *Catalogue) clouds() []string { return slices.Sorted(maps.Keys(c.books)) }

func isDate(s string) bool {
	for _, form := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(form, s); err == nil {
			return true
		}
	}
	return false
}

// relabel names the file in the label of each book that it changed, and moves
// the book to the file's region.
func (o *overlay) relabel() {
	touched := map[string]bool{}
	for k := range o.seen {
		touched[k.cloud] = true
	}
	for cloud := range touched {
		b := o.next.books[cloud]
		b.suffix += " + " + printable(filepath.Base(o.file))
		o.next.books[cloud] = b
	}
	if o.region == "" || o.region == o.base.books[o.cloud].region || len(o.errs) > 0 {
		return
	}
	o.next.move(o.cloud, o.region, o.seen)
}

// move makes a book one of another region; prices of the old one stand in.
func (c *Catalogue) move(cloud, region string, given map[key]bool) {
	b := c.books[cloud]
	for k, p := range c.figures {
		if k.cloud != cloud || k.kind != price || given[k] || p.Region != b.region {
			continue
		}
		stand := *p
		stand.Confidence = "other_region"
		c.figures[k] = &stand
	}
	b.region = region
	c.books[cloud] = b
}

// printable is s without what could disturb a terminal or a record.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r > 0x24f {
			return '?'
		}
		return r
	}, s)
}

// finite says that v can be a figure.
func finite(v float64) bool { return v >= 0 && !math.IsInf(v, 0) && !math.IsNaN(v) }
