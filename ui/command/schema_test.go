package command

import (
	"encoding/json"
	"io/fs"
	"testing"

	"github.com/BurntSushi/toml"

	"archadvisor/advisor/fact"
	"archadvisor/rules/packs"
	"archadvisor/ui/render"
)

// Every key that the core pack uses is in the schema of packs.
func TestPackSchemaKnowsTheCorePack(t *testing.T) {
	props := render.PackSchema(fact.Schema())["properties"].(map[string]any)
	names, err := fs.Glob(packs.Core(), "*.toml")
	if err != nil || len(names) == 0 {
		t.Fatal(err)
	}
	for _, name := range names {
		var doc map[string]any
		if _, err := toml.DecodeFS(packs.Core(), name, &doc); err != nil {
			t.Fatal(err)
		}
		for table, v := range doc {
			known := keysOf(props[table])
			switch v := v.(type) {
			case []map[string]any:
				for _, entry := range v {
					for key := range entry {
						if !known[key] {
							t.Errorf("%s: [[%s]] has %s, which the schema does not know", name, table, key)
						}
					}
				}
			case map[string]any:
				if table == "settings" {
					continue
				}
				for key := range v {
					if !known[key] {
						t.Errorf("%s: [%s] has %s, which the schema does not know", name, table, key)
					}
				}
			}
		}
	}
}

func keysOf(schema any) map[string]bool {
	s, _ := schema.(map[string]any)
	if items, ok := s["items"].(map[string]any); ok {
		s = items
	}
	props, _ := s["properties"].(map[string]any)
	out := map[string]bool{}
	for key := range props {
		out[key] = true
	}
	return out
}

// Every key of a row is in the schema of decisions, and none that it demands is
// missing, of a component and of its system too.
func TestDecisionSchemaKnowsARow(t *testing.T) {
	dir := private(t)
	parts := tiny + "[[component]]\nname = \"front\"\n[[component]]\nname = \"jobs\"\n"
	_, out, _ := run(t, "score", file(t, dir, "tiny.toml", tiny), file(t, dir, "parts.toml", parts), "--format", "json", "--draws", "16")
	var rows []map[string]any
	if err := json.Unmarshal([]byte(out), &rows); err != nil || len(rows) != 4 {
		t.Fatal(err, out)
	}
	decision := render.DecisionSchema()["$defs"].(map[string]any)["decision"].(map[string]any)
	fits := func(what string, schema any, row map[string]any) {
		known := keysOf(schema)
		for key := range row {
			if !known[key] {
				t.Errorf("%s has %s, which the schema does not know", what, key)
			}
		}
		s, _ := schema.(map[string]any)
		if items, ok := s["items"].(map[string]any); ok {
			s = items
		}
		for _, key := range s["required"].([]any) {
			if _, ok := row[key.(string)]; !ok {
				t.Errorf("%s lacks %s", what, key)
			}
		}
	}
	for _, row := range rows {
		fits("a row", decision, row)
	}
	system, props := rows[3], decision["properties"].(map[string]any)
	mixed, within := system["mixture"].(map[string]any), props["mixture"].(map[string]any)["properties"].(map[string]any)
	fits("a mixture", props["mixture"], mixed)
	fits("a component", props["components"], system["components"].([]any)[0].(map[string]any))
	fits("a group", within["groups"], mixed["groups"].([]any)[0].(map[string]any))
	fits("a pure style", within["against"], mixed["against"].([]any)[0].(map[string]any))
}
