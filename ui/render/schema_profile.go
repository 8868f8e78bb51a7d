package render

import (
	"encoding/json"
	"maps"

	"archadvisor/advisor/profile"
)

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
