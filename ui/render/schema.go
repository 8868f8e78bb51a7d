package render

import (
	"embed"
	"encoding/json"

	"archadvisor/advisor/precedent"
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
