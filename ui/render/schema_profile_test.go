package render

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

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

// The schema refuses what the program refuses, but for rules that compare numbers, and
// takes what it takes.
func TestProfileSchemaAgreesWithTheProgram(t *testing.T) {
	texts := map[string]bool{ // whether it is valid
		"schema = 2\n": false, "name = \"x\"\n": false, "schema = 3\nname = \"x\"\n": false, "schema = 2\nname = \" \\t\"\n": false,
	}
	for part, valid := range map[string]bool{
		"": true, "sumary = \"x\"": false, "[tem]\nengineers = 3": false,
		"[team]\nengineers = 3": true, "[team]\nengineers = -3": false, "[team]\nengineers = [3, 4, 5]": false, "[team]\nengineers = \"many\"": false,
		"[domain]\nservices_now = 4": false, "[domain]\nservices_now = 4\ncurrent = \"monolith\"": false, "[domain]\nservices_now = 4\ncurrent = \"microservices\"": true,
		"[domain]\nservices_now = 0\ncurrent = \"microservices\"": false, "[domain]\ncurrent = \"monolit\"": false,
		"[today]\ntrouble = []": true, "[today]\ntrouble = [\"none\"]": true, "[today]\ntrouble = [\"none\", \"cost\"]": false,
		"[today]\ntrouble = [\"cost\", \"releases\"]": true, "[today]\ntrouble = [\"costs\"]": false,
		"[constraints]\ncompliance = []": true, "[constraints]\ncompliance = [\"pci\", \"nonesuch\"]": true, "[constraints]\ncompliance = [\"None \"]": false,
		"[constraints]\ncompliance = [\"pci\", \" \"]": false, "[constraints]\ncompliance = [\"\"]": false,
		"[constraints]\ninstalled_by_customers = false\n[team]\noperators = \"customers\"": false,
		"[constraints]\ninstalled_by_customers = true\n[team]\noperators = \"customers\"":  true, "[team]\noperators = \"customers\"": true,
		"[priorities]\ncost = 0\nautonomy = 0": false, "[priorities]\ncost = 0": true, "[priorities]\ncost = 0\nautonomy = 1": true, "[priorities]\ncost = 6": false,
		"[[component]]\nname = \"a\"\n[[component]]\nname = \"b\"": true, "[[component]]\nname = \" \"": false, "[[component]]\n": false,
		"[domain]\ncurrent = \"microservices\"\n[[component]]\nname = \"a\"\n[component.domain]\nservices_now = 4": true,
		"[[component]]\nname = \"a\"\n[component.priorities]\ncost = 0\nautonomy = 0":                              false,
	} {
		texts["schema = 2\nname = \"x\"\n"+part] = valid
	}
	files, err := filepath.Glob("../../testdata/profiles/*.toml")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[string(data)] = true
	}
	var schema any
	if text, err := json.Marshal(ProfileSchema()); err != nil || json.Unmarshal(text, &schema) != nil {
		t.Fatal(err)
	}
	for text, want := range texts {
		var raw map[string]any
		if _, err := toml.Decode(text, &raw); err != nil {
			t.Fatal(text, err)
		}
		plain, err := json.Marshal(raw)
		var value any
		if err != nil || json.Unmarshal(plain, &value) != nil {
			t.Fatal(err)
		}
		_, faults := profile.Decode([]byte(text), "x.toml")
		if got := valid(t, schema, schema, value); got != want || (len(faults) == 0) != want {
			t.Errorf("%s\nvalid by the schema: %v, by the program: %v, want %v", text, got, faults, want)
		}
	}
}

// valid holds a value to a schema, by the keywords that ours use (schema_strict_test.go).
func valid(t *testing.T, root, schema, value any) bool {
	t.Helper()
	s, ok := schema.(map[string]any)
	if !ok {
		return schema.(bool)
	}
	is := func(schema any) bool { return valid(t, root, schema, value) }
	count := func(key string) (n, of int) {
		list, _ := s[key].([]any)
		for _, each := range list {
			if is(each) {
				n++
			}
		}
		return n, len(list)
	}
	all, of := count("allOf")
	anyOf, some := count("anyOf")
	one, many := count("oneOf")
	if all != of || some > 0 && anyOf == 0 || many > 0 && one != 1 || s["not"] != nil && is(s["not"]) {
		return false
	}
	if condition := s["if"]; condition != nil {
		branch := s["else"]
		if is(condition) {
			branch = s["then"]
		}
		if branch != nil && !is(branch) {
			return false
		}
	}
	if ref, ok := s["$ref"].(string); ok && !is(root.(map[string]any)["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")]) {
		return false
	}
	if list, ok := s["enum"].([]any); ok && !slices.ContainsFunc(list, func(v any) bool { return reflect.DeepEqual(v, value) }) {
		return false
	}
	if want, ok := s["const"]; ok && want != value {
		return false
	}
	bound := func(key string, ok func(bound float64) bool) bool { b, set := s[key].(float64); return !set || ok(b) }
	switch v := value.(type) {
	case string:
		pattern, _ := s["pattern"].(string)
		return ofType(s, "string") && regexp.MustCompile(pattern).MatchString(v)
	case bool:
		return ofType(s, "boolean")
	case float64:
		return (ofType(s, "number") || ofType(s, "integer") && v == float64(int(v))) && bound("minimum", func(b float64) bool { return v >= b }) &&
			bound("maximum", func(b float64) bool { return v <= b }) && bound("exclusiveMinimum", func(b float64) bool { return v > b })
	case []any:
		n := float64(len(v))
		return ofType(s, "array") && bound("minItems", func(b float64) bool { return n >= b }) && bound("maxItems", func(b float64) bool { return n <= b }) &&
			!slices.ContainsFunc(v, func(item any) bool { return s["items"] != nil && !valid(t, root, s["items"], item) })
	}
	object, properties := value.(map[string]any), map[string]any{}
	if p, ok := s["properties"].(map[string]any); ok {
		properties = p
	}
	required, _ := s["required"].([]any)
	for _, key := range required {
		if object[key.(string)] == nil {
			return false
		}
	}
	for key, v := range object {
		rule, known := properties[key]
		if !known {
			rule = s["additionalProperties"]
		}
		if rule != nil && !valid(t, root, rule, v) {
			return false
		}
	}
	return ofType(s, "object") && bound("minProperties", func(b float64) bool { return float64(len(object)) >= b })
}

func ofType(s map[string]any, kind string) bool { return s["type"] == nil || s["type"] == kind }
