package render

import (
	"encoding/json"
	"reflect"
	"testing"
)

// JSON carries every text whole and shows a terminal nothing to obey.
func TestMarshalIsInertAndWhole(t *testing.T) {
	for _, text := range []string{"plain", "\x1b[31m", "\u009b31m", "\x7f", "a\u202eb\u2066c\ufeff", "日本語 <b> & \"q\"", "\x00\n"} {
		data := appendJSON(nil, reflect.ValueOf([]string{text}))
		for _, r := range string(data) {
			if r < ' ' || steers(r) {
				t.Errorf("%q: %U reaches the terminal", text, r)
			}
		}
		var back []string
		if err := json.Unmarshal(data, &back); err != nil || back[0] != text {
			t.Errorf("%q came back as %q, %v", text, back, err)
		}
	}
}
