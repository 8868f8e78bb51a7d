package source

import (
	"reflect"
	"testing"

	"github.com/BurntSushi/toml"
)

// FuzzPlain: what is read without the library that decides is what that library reads.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{sample, "", "a.b = 1", "[a.b]\nc = 1\n[a]\n", "[[a]]\n[a.b]\nc = -0\n[[a]]\n[[a.c]]\n[[a.c]]\n", "a = {}\n[a.b]\n",
		"a = [{b = {}}, 1_000, +1, 01, 0x1, 1., 1.e5, 1e5, 1_0.5, -0.0, inf, 'x\r\ny']\r\n", "a = 1\na = 2\n", "a = 1979-05-27\n", "a = 07:32:00",
		"\"\\u00e9\" = \"\"\"\\\n  x\"\"\"\"\"\n'' = '''\r\n'''", "\ufeffa = [\n1, # \x01\n]\n", "a = {b.c = 1}\n", "a = []\n[[a]]\n", "a = 99999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if New("f", []byte(text)).Refuse("a file") == nil {
			agree(t, text)
		}
	})
}

// agree fails unless the library reads the same where the text is read without it, and says whether it is.
func agree(t *testing.T, text string) bool {
	f := New("f", []byte(text))
	doc := f.plain()
	if doc == nil {
		return false
	}
	var want any
	if _, err := toml.Decode(f.Text, &want); err != nil || !reflect.DeepEqual(any(doc), want) {
		t.Fatalf("%q: %v, want %v, %v", text, doc, want, err)
	}
	return true
}

// TestPlainTables: so it is with every order of tables that may or may not be given twice.
func TestPlainTables(t *testing.T) {
	lines := []string{"[a]", "[a.b]", "[[a]]", "[[a.b]]", "[b]", "a = {}", "a = {b = {}}", "b = 1", "b = {c = 1}", "a = []", "a = [{}]", "a.b = 1", "[a.b.c]"}
	plain := 0
	var try func(text string, more int)
	try = func(text string, more int) {
		if agree(t, text) {
			plain++
		}
		for _, line := range lines[:len(lines)*min(more, 1)] {
			try(text+line+"\n", more-1)
		}
	}
	if try("", 4); plain < 1000 {
		t.Errorf("%d texts are read", plain)
	}
}
