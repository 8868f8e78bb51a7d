package render

import (
	"encoding/json"
	"strings"
	"testing"

	"archadvisor/advisor/fact"
)

// What strict validators refuse: words that JSON Schema does not know, a name that
// is required and not described, keys without the type that they are about.
func TestSchemasAreStrict(t *testing.T) {
	for name, schema := range map[string]object{"profile": ProfileSchema(), "pack": PackSchema(fact.Schema()), "decision": DecisionSchema(),
		"prices": PriceSchema(), "settings": SettingsSchema([]string{"json"}), "cases": CasesSchema()} {
		data, err := json.Marshal(schema)
		if err != nil {
			t.Fatal(err)
		}
		var doc map[string]any
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		if id, _ := doc["$id"].(string); id != "urn:archadvisor:schema:"+name {
			t.Errorf("%s has the $id %q", name, id)
		}
		if props, _ := doc["properties"].(map[string]any); name != "decision" && name != "profile" && props["$schema"] == nil {
			t.Errorf("%s does not allow $schema", name)
		}
		strict(t, name, doc)
	}
}

// strict looks at one schema and those within it.
func strict(t *testing.T, at string, schema map[string]any) {
	t.Helper()
	const keywords = " $schema $id $defs $ref title description default type const enum allOf anyOf oneOf if then else properties required additionalProperties" +
		" items minItems maxItems minProperties not minimum maximum exclusiveMinimum pattern format minLength uniqueItems "
	for key, v := range schema {
		if !strings.Contains(keywords, " "+key+" ") {
			t.Errorf("%s: %s is no keyword", at, key)
		}
		switch sub := v.(type) {
		case map[string]any:
			if key != "properties" && key != "$defs" {
				strict(t, at+"/"+key, sub)
				continue
			}
			for name, s := range sub {
				if s, ok := s.(map[string]any); ok {
					strict(t, at+"/"+name, s)
				}
			}
		case []any:
			for _, s := range sub {
				if s, ok := s.(map[string]any); ok {
					strict(t, at+"/"+key, s)
				}
			}
		}
	}
	props, _ := schema["properties"].(map[string]any)
	required, _ := schema["required"].([]any)
	for _, name := range required {
		if _, ok := props[name.(string)]; !ok || schema["type"] == nil {
			t.Errorf("%s: %v is required and not described", at, name)
		}
	}
}
