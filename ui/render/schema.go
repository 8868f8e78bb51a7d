package render

import (
	"embed"
	"encoding/json"
	"maps"
	"slices"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules/cond"
)

// object is a JSON Schema object.
type object = map[string]any

const draft = "https://json-schema.org/draft/2020-12/schema"

//go:embed schemas
var schemas embed.FS

// schemaOf is a schema as its file has it, with the lists of the program in the
// places of the texts that name them: "@facts".
func schemaOf(name string, lists map[string]any) object {
	data, err := schemas.ReadFile("schemas/" + name + ".json")
	var out object
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil {
		panic(err) // embedded: tests read each
	}
	return filled(out, lists).(object)
}

func filled(v any, lists map[string]any) any {
	switch v := v.(type) {
	case string:
		if list, ok := lists[v]; ok {
			return list
		}
	case object:
		for k := range v {
			v[k] = filled(v[k], lists)
		}
	case []any:
		for i := range v {
			v[i] = filled(v[i], lists)
		}
	}
	return v
}

// PackSchema describes a rule pack; the facts that a condition may read are
// listed for completion.
func PackSchema(s *cond.Schema) object {
	facts := []any{}
	for _, f := range s.Facts() {
		facts = append(facts, object{"const": f.Name, "description": f.Doc})
	}
	return schemaOf("pack", object{"@facts": facts})
}

// DecisionSchema describes an entry of `score --format json`; `explain` adds
// keys to it.
func DecisionSchema() object { return schemaOf("decision", nil) }

// CasesSchema describes labels.toml of a folder of documented decisions.
func CasesSchema() object { return schemaOf("cases", object{"@confidences": precedent.Confidences}) }

// SettingsSchema describes archadvisor.toml and config.toml.
func SettingsSchema(formats []string) object {
	return schemaOf("settings", object{"@formats": formats})
}

func text(doc string) object { return object{"type": "string", "description": doc} }
func list(of any) object     { return object{"type": "array", "items": of} }

func closed(required []string, props object) object {
	return object{"type": "object", "additionalProperties": false, "required": required, "properties": props}
}

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

// ProfileSchema returns the JSON Schema (draft 2020-12) of a profile file, for
// editors that complete and check TOML with one: types, ranges, words, and what
// each field means. Rules between fields are not in it.
func ProfileSchema() object {
	one := profileSchema()
	return object{
		"$schema":     draft,
		"$id":         schemaID("profile"),
		"title":       "archadvisor profile",
		"description": "One workload, or several as [[profile]] tables. What is left out is unknown, never a default.",
		"$defs":       object{"profile": one},
		"if":          object{"type": "object", "required": []string{"profile"}, "properties": object{"profile": true}},
		"then": object{
			"type":                 "object",
			"additionalProperties": false,
			"properties": object{
				"$schema": text("address of this schema, for editors"),
				"profile": object{"type": "array", "minItems": 1, "items": object{"$ref": "#/$defs/profile"}},
			},
		},
		"else": object{"$ref": "#/$defs/profile"},
	}
}

func profileSchema() object {
	root := object{}
	properties := map[string]object{"": root}
	for _, f := range profile.Fields() {
		section, seen := properties[f.Section]
		if !seen {
			section = object{}
			properties[f.Section] = section
			root[f.Section] = object{"type": "object", "additionalProperties": false, "properties": section}
		}
		section[f.Key] = fieldSchema(f)
	}
	own := maps.Clone(root)
	delete(own, profile.Schema.Field().Key)
	root["$schema"] = text("address of this schema, for editors")
	root["component"] = object{"type": "array", "minItems": 1, "maxItems": profile.MaxComponents,
		"description": "The components of the system: what each does not state it inherits", "items": closed([]string{profile.Name.Field().Key}, own)}
	return closed([]string{profile.Schema.Field().Key, profile.Name.Field().Key}, root)
}

// fieldSchema is the JSON Schema of one field.
func fieldSchema(f *profile.Field) object {
	o := typeSchema(f)
	o["description"] = fieldText(f)
	if f.Default != "" {
		o["default"] = f.Default
		switch f.Kind {
		case profile.Bool, profile.Numeric:
			o["default"] = json.RawMessage(f.Default)
		}
	}
	return o
}

func typeSchema(f *profile.Field) object {
	switch f.Kind {
	case profile.Bool:
		return object{"type": "boolean"}
	case profile.Option:
		return object{"type": "string", "enum": f.Options}
	case profile.Text:
		return object{"type": "string"}
	case profile.TextList:
		items := object{"type": "string"}
		if f.Options != nil {
			items["enum"] = f.Options
		}
		list := object{"type": "array", "items": items}
		if f.OrWord {
			return object{"oneOf": []object{items, list}}
		}
		return list
	case profile.Integer:
		return object{"type": "integer", "minimum": f.Min, "maximum": f.Max}
	}
	number := object{"type": "number", "minimum": f.Min, "maximum": f.Max}
	if f.MinOpen {
		delete(number, "minimum")
		number["exclusiveMinimum"] = f.Min
	}
	return object{"oneOf": []object{
		number,
		{"type": "array", "items": number, "minItems": 2, "maxItems": 2},
	}}
}

func fieldText(f *profile.Field) string {
	text := f.About()
	if f.Unit != "" {
		text += " [" + f.Unit + "]"
	}
	if f.Meanings != nil {
		text += ": " + f.Takes()
	}
	if f.PriorText != "" {
		text += "; when unknown: " + f.PriorText
	}
	return text
}
