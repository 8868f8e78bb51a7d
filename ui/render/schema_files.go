package render

import (
	"maps"
	"slices"

	"archadvisor/advisor/pricing"
)

// PriceSchema describes a price file; the figures of the books are listed for
// completion.
func PriceSchema(c *pricing.Catalogue) object {
	props := object{"cloud": text("cloud of the entries that name none"), "region": text("region of which the book of the cloud is from now on"),
		"as_of": text("date of the entries that name none"), "source": text("source of the entries that name none"),
		"grants": words(map[string]bool{"all": true, "none": true}, "whether monthly grants are taken off; they are unless it says none")}
	for table, figures := range c.Figures() {
		items, services := map[string]bool{}, map[string]bool{}
		for _, f := range figures {
			items[f.Item], services[f.Service] = true, true
		}
		entry := object{"cloud": text("cloud"), "item": words(items, "what is priced"), "value": figure("the figure, in the unit of the books"),
			"low": figure("the least it may be"), "high": figure("the most it may be"), "unit": text("the unit of the books, to be sure of it"), "region": text("region"),
			"source": text("where it is from"), "as_of": text("a year, a month or a day"), "confidence": text("how sure it is"), "note": text("for readers of the file")}
		required := []string{"item", "value"}
		if !services[""] {
			entry["service"], required = words(services, "service of the cloud"), append(required, "service")
		}
		props[table] = list(closed(required, entry))
	}
	return file("prices", "archadvisor price file", closed([]string{}, props))
}

// file makes the schema of a file of what its root is; "$schema" is what editors
// of TOML look for.
func file(name, title string, root object) object {
	root["$schema"], root["$id"], root["title"] = draft, schemaID(name), title
	if props, ok := root["properties"].(object); ok {
		props["$schema"] = text("address of this schema, for editors")
	}
	return root
}

// schemaID names a schema; it is no address.
func schemaID(name string) string { return "urn:archadvisor:schema:" + name }

// figure is a number that is not negative.
func figure(doc string) object {
	return object{"type": "number", "minimum": 0, "description": doc}
}

// words is a text that is one of a set.
func words(set map[string]bool, doc string) object {
	return object{"type": "string", "enum": slices.Sorted(maps.Keys(set)), "description": doc}
}
