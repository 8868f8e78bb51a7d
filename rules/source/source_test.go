package source

import (
	"fmt"
	"strings"
	"testing"
)

const sample = `name = "x"   # a comment
[team]
size = [1, 2]
"odd key" = '''
long'''
[[rule]]
id = "a\tb"
points = { one = 1, two = -2 }
[[rule]]
id = "c"
[rule.more.deep]
x = 1
`

func TestPlaces(t *testing.T) {
	f := New("f", []byte("\ufeff"+sample))
	for _, c := range []struct {
		node *Node
		want string
	}{
		{f.Root().Child("name"), `1:8 "x"`},
		{f.Root().Child("team"), `2:2 team`},
		{f.Root().Child("team").Child("size"), `3:8 [1, 2]`},
		{f.Root().Child("team").Child("size").Item(1), `3:12 2`},
		{f.Root().Child("rule").Item(0).Child("points").Child("two"), `8:27 -2`},
		{f.Root().Child("rule").Item(1).Child("id"), `10:6 "c"`},
		{f.Root().Child("rule").Item(1).Child("more").Child("deep").Child("x"), `12:5 1`},
		{f.Root().Child("team").Child("odd key"), `4:13 '''`},
	} {
		if c.node == nil {
			t.Errorf("%s: no node", c.want)
			continue
		}
		s := f.Spot(c.node.Place())
		if got := at(s); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
	id := f.Root().Child("rule").Item(0).Child("id")
	if s := f.Spot(f.Inside(id, 2, 3)); at(s) != `7:7 a\tb` {
		t.Errorf("inside a string with an escape: %s", at(s))
	}
	for text, want := range map[string]string{
		"x = 'abc'": "1:7 b", `x = "abc"`: "1:7 b", "x = \"\"\"\nabc\"\"\"": "2:2 b", "x = '''\r\na\\bc'''": `2:2 \`, "x = ''": "1:6 ",
	} {
		f := New("f", []byte(text))
		if got := at(f.Spot(f.Inside(f.Root().Child("x"), 1, 2))); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func at(s Spot) string {
	return strings.Join([]string{fmtInt(s.Line) + ":" + fmtInt(s.Column), s.Offending}, " ")
}

func fmtInt(n int) string {
	return strings.TrimLeft(string(rune('0'+n/10))+string(rune('0'+n%10)), "0")
}

func TestParseFindsEverySyntaxError(t *testing.T) {
	doc, rest, broken := Parse(New("f", []byte("a = 1\nb = \n[ccc\nd = 2\na = 3\ne = 4\n")), "a file")
	var got []string
	for _, b := range broken {
		got = append(got, fmtInt(b.Line)+" "+b.Message)
	}
	want := []string{"2 not valid TOML: expected value but found '\\n' instead", "3 not valid TOML: expected '.' or ']' to end table name, but got '\\n' instead"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", got)
	}
	if doc["a"] != int64(1) || doc["e"] != nil || len(rest.Text) != len("a = 1\nb = \n[ccc\nd = 2\na = 3\ne = 4\n") {
		t.Errorf("what is left: %v", doc)
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"enginers": "engineers", "en": "", "tems": "teams", "Team-s": "team_s", "zzzz": "", strings.Repeat("x", 1<<20): ""} {
		if got := Nearest(word, "engineers", "teams", "team_s"); got != want {
			t.Errorf("%.20s: got %q, want %q", word, got, want)
		}
	}
}

func TestReportIsBounded(t *testing.T) {
	r := Reader{File: New("f", nil)}
	for range 100000 {
		r.Add(0, 0, "", "%s", strings.Repeat("m", 100))
	}
	list := r.Report()
	size := 0
	for _, f := range list {
		size += len(f.Message)
	}
	if last := list[len(list)-1].Message; size > maxReport || last != fmt.Sprintf("… and %d more", 100000-len(list)+1) {
		t.Errorf("%d bytes, then %q", size, last)
	}
}

// FuzzParse: whatever the bytes, there is a document or a fault, each place is
// in the text, and nothing harmful is shown.
func FuzzParse(f *testing.F) {
	for _, s := range []string{sample, "a = {\n b = 1, # c\n}\n", "[a.b]\n[a]\n[a]\n", "[[a]]\n[a]\n", "= 1\n\"", "a = [[[{", "'''", "\x00", "\xff", "a.b.c = 1\na.b = 2\n", "a = \"\"\"\\\n  x\"\"\"\"\"\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := New("f", data)
		doc, rest, broken := Parse(file, "a file")
		if doc == nil && len(broken) == 0 && strings.TrimSpace(file.Text) != "" && rest.Text == file.Text {
			if d, err := decode(file.Text); d != nil || err != nil {
				t.Fatalf("nothing read and nothing said: %v", err)
			}
		}
		for _, n := range rest.Keys() {
			if n.Key < 0 || n.KeyEnd < n.Key || n.End < n.Val || n.End > len(rest.Text) || n.KeyEnd > len(rest.Text) {
				t.Fatalf("place %+v", n)
			}
			s := rest.Spot(n.Place())
			if text := s.Snippet() + s.Offending; strings.ContainsFunc(strings.ReplaceAll(text, "\n", ""), Harmful) {
				t.Fatalf("harmful: %q", text)
			}
		}
	})
}
