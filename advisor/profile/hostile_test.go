package profile

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"archadvisor/rules/source"
)

func manyUnknownKeys(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, "%05x=1\n", i+0x10000)
	}
	return b.Bytes()
}

func quotedKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "\"q%05x\"=1\n", i+0x10000)
	}
	return b.String()
}

// Whatever a file holds, Decode answers within a second with a bounded report
// in harmless characters.
func TestHostileFiles(t *testing.T) {
	noise := make([]byte, 4096)
	r := rand.New(rand.NewPCG(3, 4))
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	tests := []struct {
		name, in, want string
	}{
		{"NUL", "schema = 1\nname = \"a\x00b\"\n", `f:2:10: a NUL byte: a profile is a TOML file in UTF-8 text`},
		{"Latin-1", "schema = 1\nname = \"caf\xe9\"\n", `f:2:12: the byte \xE9 is not UTF-8: a profile is a TOML file in UTF-8 text`},
		{"binary", string(noise), "f:2:125: a NUL byte"},
		{"UTF-16", "\xff\xfes\x00", "f:1:4: a NUL byte"},
		{"too long", strings.Repeat("#", source.MaxSize+1), "f: the file is too large: a profile has at most 1048576 bytes (1 MiB)"},
		{"arrays", "a = " + strings.Repeat("[", 20000), "f:1:37: nested more than 32 deep"},
		{"closed arrays", "a = " + strings.Repeat("[", 20000) + strings.Repeat("]", 20000), "f:1:37: nested more than 32 deep"},
		{"headers", strings.Repeat("[", 20000), "f:1:33: nested more than 32 deep"},
		{"tables", strings.Repeat("a={", 20000), "f:1:99: nested more than 32 deep"},
		{"dots", strings.Repeat("a.", 20000) + "a=1", "f:1:66: nested more than 32 deep"},
		{"dots in a header", "[" + strings.Repeat("a.", 20000) + "a]", "f:1:67: nested more than 32 deep"},
		{"spread dots", strings.Repeat("a . ", 20000) + "a=1", "f:1:131: nested more than 32 deep"},
		{"unknown keys", string(manyUnknownKeys(130000)), "f:1:1: schema is missing"},
		{"known and unknown keys", head + "[team]\nengineers = 0\n" + string(manyUnknownKeys(10000)), "f:4:13: team.engineers: 0 is out of range"},
		{"long key", strings.Repeat("k", 1<<20-2) + "=1", "f:1:1: schema is missing"},
		{"long string", head + "[load]\npattern = \"" + strings.Repeat("k", 1<<19) + `"`, `f:4:11: load.pattern: "kkkk`},
		{"long line", head + "[load]\npattern = 3 #" + strings.Repeat("é", 1<<18), `f:4:11: load.pattern: must be`},
		{"open string", head + `summary = """` + strings.Repeat("x\n", 1<<18), `f:`},
		{"all on one line", head + "team = {" + strings.ReplaceAll(string(manyUnknownKeys(60000)), "\n", ",") + "x=1}", `f:3:9: unknown key "10000" in [team]`},
		{"quoted keys", quotedKeys(80000), "f:1:1: schema is missing"},
		{"many headers", strings.Repeat("[[a]]\n", 100000), `f:`},
		{"many syntax errors", strings.Repeat("=\n", 20000), `f:1:1: not valid TOML`},
		{"a broken header each line", strings.Repeat("[x\n", 20000), `f:33:1: nested more than 32 deep`},
		{"escapes in a word", head + "[load]\npattern = \"\\u001b[31m\\u202e\"", `f:4:11: load.pattern: "\u001B[31m\u202E" is not one of`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			ps, es := Decode([]byte(tt.in), "f")
			if took := time.Since(start); took > 15*time.Second { // a tenth of a second unhurried; work that grows with the square would take minutes
				t.Errorf("took %v", took)
			}
			got := es.Error()
			if ps != nil || !strings.HasPrefix(got, tt.want) {
				t.Errorf("got %.300s\nwant %s", got, tt.want)
			}
			checkReport(t, es)
		})
	}
}

// checkReport fails unless the report is short, clean and in order.
func checkReport(t *testing.T, es source.Errors) {
	t.Helper()
	report := es.Error()
	if len(report) > 16<<10 {
		t.Fatalf("report has %d bytes", len(report))
	}
	for _, r := range report {
		if r != '\n' && source.Harmful(r) {
			t.Fatalf("report holds %U: %.200s", r, report)
		}
	}
	line := 0
	for i, e := range es {
		if e.Line < line && i < len(es)-1 {
			t.Fatalf("line %d after line %d", e.Line, line)
		}
		line = e.Line
	}
}

func TestReportCountsTheRest(t *testing.T) {
	_, es := Decode(manyUnknownKeys(130000), "f")
	last := es[len(es)-1]
	const missing = 2 // schema and name
	if last.More+len(es)-1 != 130000+missing {
		t.Errorf("%d errors, then %q", len(es)-1, last.Message)
	}
	if last.Line != 0 || !strings.HasSuffix(es.Error(), last.Message) {
		t.Errorf("report ends with %.60q", es.Error()[len(es.Error())-60:])
	}
}

func TestNamesThatMeanHarm(t *testing.T) {
	for name, want := range map[string]string{
		"\x1b[31mred":   `\u001B[31mred`,
		"../../etc":     "../../etc",
		"=cmd|' /C'!A0": "=cmd|' /C'!A0",
		"a\nb\tc\r":     "a b c ",
		"\u202egnp.exe": `\u202Egnp.exe`,
		"\x9b31m":       `\x9B31m`,
		"\u009b31m":     `\u009B31m`,
		"a\u2028b":      `a\u2028b`,
		"\U000e0041":    `\U000E0041`,
		"क्\u200dष":     "क्\u200dष",
		"\x7f":          `\u007F`,
	} {
		if got := Clean(name); got != want {
			t.Errorf("Clean(%q): got %q, want %q", name, got, want)
		}
	}
}
