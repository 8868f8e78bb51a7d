package render

import (
	"embed"
	"encoding/json"
	"maps"
	"slices"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/cond"
)

type object = map[string]any

//go:embed schemas
var schemas embed.FS

// schemaOf is a schema of a file, with lists of the program in the places of texts such as "@facts".
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

// PackSchema describes a rule pack; the facts that a condition may read are listed for completion.
func PackSchema(s *cond.Schema) object {
	facts := say.Each(s.Facts, func(f cond.Fact) object { return object{"const": f.Name, "description": f.Doc} })
	return schemaOf("pack", object{"@facts": facts})
}

// DecisionSchema describes an entry of `score --format json`; `explain` adds keys to it.
func DecisionSchema() object { return schemaOf("decision", nil) }

// CasesSchema describes labels.toml of a folder of documented decisions.
func CasesSchema() object { return schemaOf("cases", object{"@confidences": precedent.Confidences}) }

// SettingsSchema describes archadvisor.toml and config.toml.
func SettingsSchema(formats []string) object {
	return schemaOf("settings", object{"@formats": formats})
}

// PriceSchema describes a price file; the figures of the books are listed for completion.
func PriceSchema() object {
	out := schemaOf("prices", nil)
	books := pricing.Load()
	for table, figures := range books.Figures() {
		items, services := map[string]bool{}, map[string]bool{}
		for _, f := range figures {
			items[f.Item], services[f.Service] = true, true
		}
		entry := schemaOf("figure", object{"@items": slices.Sorted(maps.Keys(items)), "@services": slices.Sorted(maps.Keys(services))})
		if services[""] {
			delete(entry["properties"].(object), "service")
			entry["required"] = []string{"item", "value"}
		}
		out["properties"].(object)[table] = object{"type": "array", "items": entry}
	}
	return out
}

// ProfileSchema returns the JSON Schema (draft 2020-12) of a profile file, for editors that complete and check TOML
// with one: types, ranges, words, what each field means, and the rules between fields that compare no numbers.
func ProfileSchema() object { return schemaOf("profile", object{"@profile": profileSchema()}) }

// between are the rules between fields, the first of which a component may break: it has the rest from the system.
func between() []object {
	has := func(id profile.ID, rule any) object {
		f := id.Field()
		return object{"type": "object", "required": []string{f.Section}, "properties": object{
			f.Section: object{"type": "object", "required": []string{f.Key}, "properties": object{f.Key: rule}}}}
	}
	priorities := profile.PriorityCost.Field().Section
	return []object{
		{"if": has(profile.ServicesNow, true), "then": has(profile.Current, object{"const": "microservices"})},
		{"not": object{"allOf": []object{has(profile.Operators, object{"const": "customers"}), has(profile.InstalledByCustomers, object{"const": false})}}},
		{"not": object{"type": "object", "required": []string{priorities}, "properties": object{
			priorities: object{"type": "object", "minProperties": 2, "additionalProperties": object{"enum": []any{0, []int{0, 0}}}}}}},
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
	schema, name := profile.Schema.Field().Key, profile.Name.Field().Key
	own := maps.Clone(root)
	delete(own, schema)
	root["$schema"] = object{"type": "string", "description": "address of this schema, for editors"}
	root["component"] = object{"type": "array", "minItems": 1, "maxItems": profile.MaxComponents,
		"description": "The components of the system: what each does not state it inherits",
		"items":       object{"type": "object", "additionalProperties": false, "required": []string{name}, "properties": own, "allOf": between()[1:]}}
	return object{"type": "object", "additionalProperties": false, "required": []string{schema, name}, "properties": root, "allOf": between()}
}

func fieldSchema(f *profile.Field) object {
	o := typeSchema(f)
	o["description"] = fieldText(f)
	switch {
	case f.Default == "":
	case f.Kind == profile.Bool, f.Kind == profile.Numeric:
		o["default"] = json.RawMessage(f.Default)
	default:
		o["default"] = f.Default
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
		text := object{"type": "string"}
		if f.ID == profile.Name {
			text["pattern"] = `\S`
		}
		return text
	case profile.TextList:
		items := object{"type": "string", "pattern": `\S`, "not": object{"pattern": `^\s*[Nn][Oo][Nn][Ee]\s*$`}}
		if f.Options != nil {
			items = object{"type": "string", "enum": f.Options}
		}
		list := object{"type": "array", "items": items}
		if slices.Contains(f.Options, "none") { // stands alone
			list["anyOf"] = []object{{"type": "array", "maxItems": 1}, {"type": "array", "items": object{"not": object{"const": "none"}}}}
		}
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
	return object{"oneOf": []object{number, {"type": "array", "items": number, "minItems": 2, "maxItems": 2}}}
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
