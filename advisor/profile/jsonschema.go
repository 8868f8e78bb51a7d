package profile

import "encoding/json"

// object is a JSON object; encoding/json writes its keys sorted, so the schema
// has the same bytes every time.
type object map[string]any

// JSONSchema returns the JSON Schema (draft 2020-12) of a profile file, for
// editors that complete and check TOML with one: types, ranges, words, and what
// each field means. Rules between fields are not in it.
func JSONSchema() []byte {
	one := profileSchema()
	schema := object{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"title":       "archadvisor profile",
		"description": "One workload, or several as [[profile]] tables. What is left out is unknown, never a default.",
		"$defs":       object{"profile": one},
		"if":          object{"required": []string{"profile"}},
		"then": object{
			"type":                 "object",
			"additionalProperties": false,
			"properties": object{
				"profile": object{"type": "array", "minItems": 1, "items": object{"$ref": "#/$defs/profile"}},
			},
		},
		"else": object{"$ref": "#/$defs/profile"},
	}
	out, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		panic("profile: schema: " + err.Error()) // only maps of plain values: a bug in this program
	}
	return append(out, '\n')
}

func profileSchema() object {
	root := object{}
	for _, section := range Sections() {
		properties := root
		if section != "" {
			properties = object{}
			root[section] = object{"type": "object", "additionalProperties": false, "properties": properties}
		}
		for _, key := range table.keyList[section] {
			id, _ := lookupKey(section, key)
			properties[key] = id.Field().schema()
		}
	}
	return object{
		"type":                 "object",
		"additionalProperties": false,
		"required":             []string{Schema.Field().Key, Name.Field().Key},
		"properties":           root,
	}
}

// schema is the JSON Schema of one field.
func (f *Field) schema() object {
	o := f.typeSchema()
	o["description"] = f.description()
	if f.Default != "" {
		o["default"] = f.Default
		if f.Kind == Bool {
			o["default"] = f.Default == "true"
		}
	}
	return o
}

func (f *Field) typeSchema() object {
	switch f.Kind {
	case Bool:
		return object{"type": "boolean"}
	case Option:
		return object{"type": "string", "enum": f.Options}
	case Text:
		return object{"type": "string"}
	case TextList:
		items := object{"type": "string"}
		if f.Options != nil {
			items["enum"] = f.Options
		}
		list := object{"type": "array", "items": items}
		if f.OrWord {
			return object{"oneOf": []object{items, list}}
		}
		return list
	case Integer:
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

func (f *Field) description() string {
	text := f.Technical
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
