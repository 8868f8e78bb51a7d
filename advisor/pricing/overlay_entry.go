package pricing

import (
	"cmp"
	"math"
	"slices"

	"archadvisor/rules/source"
)

// entry lays one table over the catalogue, or says all that is wrong with it.
func (o *overlay) entry(kind figure, t *source.Table) {
	before := t.Faults()
	k := o.keyOf(kind, t)
	p := o.figure(k, t)
	t.Done()
	if t.Faults() > before {
		return
	}
	old, ok := o.base.figures[k]
	switch {
	case !ok:
		t.At("item", "no figure %s in the books%s", source.Quote(k.name()), source.DidYouMean(k.name(), o.base.names(k.kind)...))
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

// keyOf names the figure that a table replaces.
func (o *overlay) keyOf(kind figure, t *source.Table) key {
	hasService := kind == price || kind == billingRule
	k := key{kind: kind, cloud: cmp.Or(t.Text("cloud", false), o.cloud), service: t.Text("service", hasService), item: t.Text("item", true)}
	if kind == assumption {
		k.cloud = "assumptions"
	}
	if o.known(t, k.cloud) && k.cloud == "" {
		t.At("", "cloud is missing: here or at the top of the file")
	}
	return k
}

func (o *overlay) figure(k key, t *source.Table) *Price {
	value := t.Number("value", 0, math.Inf(1), 0, true)
	p := &Price{Cloud: k.cloud, Service: k.service, Item: k.item, Value: value,
		Low: t.Number("low", 0, math.Inf(1), value, false), High: t.Number("high", 0, math.Inf(1), value, false),
		Unit: t.Text("unit", false), Region: t.Text("region", false),
		Sources: []string{cmp.Or(t.Text("source", false), o.source, o.file)}, AsOf: cmp.Or(t.Date("as_of", false), o.asOf, "undated"),
		Confidence: cmp.Or(t.Text("confidence", false), "overlay")}
	t.Text("note", false) // for readers of the file
	if p.Low > value || p.High < value {
		t.At("value", "value = %v does not lie between low and high", value)
	}
	return p
}

// Figures are what a price file may replace, by the table of the file.
func (c *Catalogue) Figures() map[string][]*Price {
	out := map[string][]*Price{}
	for _, t := range figureTables {
		for k, p := range c.figures {
			if k.kind == t.kind {
				out[t.name] = append(out[t.name], p)
			}
		}
		slices.SortFunc(out[t.name], func(a, b *Price) int { return cmp.Compare(a.Name(), b.Name()) })
	}
	return out
}

// names are the full names of all figures of a kind, sorted.
func (c *Catalogue) names(kind figure) []string {
	var out []string
	for k, p := range c.figures {
		if k.kind == kind {
			out = append(out, p.Name())
		}
	}
	slices.Sort(out)
	return out
}
