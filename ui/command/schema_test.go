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
// missing.
func TestDecisionSchemaKnowsARow(t *testing.T) {
	dir := private(t)
	_, out, _ := run(t, "score", file(t, dir, "tiny.toml", tiny), "--format", "json", "--draws", "16")
	var rows []map[string]any
	if err := json.Unmarshal([]byte(out), &rows); err != nil || len(rows) != 1 {
		t.Fatal(err, out)
	}
	decision := render.DecisionSchema()["$defs"].(map[string]any)["decision"].(map[string]any)
	known := keysOf(decision)
	for key := range rows[0] {
		if !known[key] {
			t.Errorf("a row has %s, which the schema does not know", key)
		}
	}
	for _, key := range decision["required"].([]any) {
		if _, ok := rows[0][key.(string)]; !ok {
			t.Errorf("a row lacks %s", key)
		}
	}
}
