package render

import (
	"encoding/json"
	"slices"
	"testing"

	"archadvisor/advisor/profile"
)

// The schema of a profile has every field, described, and no room for others.
func TestProfileSchema(t *testing.T) {
	var schema struct {
		Schema string `json:"$schema"`
		Defs   struct {
			Profile struct {
				Required   []string
				Properties map[string]struct {
					AdditionalProperties *bool
					Properties           map[string]map[string]any
				}
			}
		} `json:"$defs"`
	}
	text, err := json.Marshal(ProfileSchema())
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	if schema.Schema != "https://json-schema.org/draft/2020-12/schema" || !slices.Equal(schema.Defs.Profile.Required, []string{"schema", "name"}) {
		t.Errorf("got %q, required %q", schema.Schema, schema.Defs.Profile.Required)
	}
	n := 0
	for _, section := range profile.Sections()[1:] {
		table := schema.Defs.Profile.Properties[section]
		if table.AdditionalProperties == nil || *table.AdditionalProperties {
			t.Errorf("[%s] allows any key", section)
		}
		for _, field := range table.Properties {
			if text, ok := field["description"].(string); !ok || text == "" {
				t.Errorf("[%s]: a field without a description", section)
			}
			n++
		}
	}
	for _, f := range profile.Fields() {
		if f.Section != "" {
			n--
		}
	}
	if n != 0 {
		t.Errorf("%d fields more than the table has", n)
	}
}
