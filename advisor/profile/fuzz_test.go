package profile

import (
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"archadvisor/rules/source"
)

// FuzzDecode: no bytes make Decode panic, run on or report without bounds; what
// it accepts is valid, encodes, and reads back the same.
func FuzzDecode(f *testing.F) {
	files, err := filepath.Glob("testdata/*.toml")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{
		"schema = 1\nname = \"\\u001b\"\nteam = {engineers = [1, 2], teams = 3}",
		"[[profile]]\nschema = 1\nname = 'a'\n[profile.load]\nmean_rps = 1e-3\n[[profile]]\nschema = 2",
		"schema = 1\nname = \"x\"\nname = \"y\"\n[team\nteams = nan\n[[team]]\n[load.a.b]\n\"q\\\"\" = '''x\n'''",
		"profile = [{schema = 1, name = \"a\"}, {schema = 1}]",
		"a = [[[[{}]]]]\n= 3\n[]\n[[]]\n\"\n", "\xef\xbb\xbfschema = 1\r\nname = \"x\"\r\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ps, es := Decode(data, "f")
		checkReport(t, es)
		if (len(ps) == 0) == (len(es) == 0) {
			t.Fatalf("%d profiles and %d errors", len(ps), len(es))
		}
		for _, p := range ps {
			if es := p.Validate(); es != nil {
				t.Fatalf("accepted, but %v", es)
			}
		}
		if len(ps) > 0 {
			roundTrip(t, ps...)
		}
		for _, e := range es {
			if len(data) <= source.MaxSize && len(es) < 50 && e.Line == 0 && e.Message[:len("…")] != "…" {
				t.Fatalf("no place: %v", e)
			}
		}
	})
}

// FuzzParse: no answer makes Parse panic; what it accepts may be set, written
// and formatted, and the formatted text is understood.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"1.5k", "5M/day", "90k/min", "200ms", "$3k", "100-2k", "99.9%", "unknown", "8..20", "[8, 20]", "between 1 and 2",
		"yes", "bursty", "pci, gdpr", "1e999", "nan", "-", "--", "1-", "-1--2", "1 000 000", "x3", "½", "٣", "0x10", "1_0", "inf", "Between \xb4\xd4\xcc\xff"} {
		for id := Schema; id < NumFields; id += 7 {
			f.Add(uint8(id), s)
		}
	}
	f.Fuzz(func(t *testing.T, n uint8, s string) {
		id := ID(n % uint8(NumFields))
		v, err := Parse(id, s)
		if err != nil {
			if len(err.Error()) > 600 {
				t.Fatalf("%q: error %q", s, err)
			}
			return
		}
		p := New("x")
		if err := p.Set(id, v); err != nil {
			t.Fatalf("%q gives %v: %v", s, v, err)
		}
		text := Format(id, p.Get(id))
		if text != Clean(text) {
			t.Fatalf("%q is formatted as %q", s, text)
		}
		if id.Field().Kind != Numeric || !v.Known() {
			return
		}
		w, err := Parse(id, text)
		if err == nil && !(close6(v.Low, w.Low) && close6(v.High, w.High)) {
			t.Fatalf("%q is %v, formatted as %q, which is %v", s, v, text, w)
		}
	})
}

func close6(a, b float64) bool {
	return math.Abs(a-b) <= 1e-5*math.Max(math.Abs(a), math.Abs(b))
}

// FuzzDraw: for any valid profile every draw, written out, is a valid profile.
func FuzzDraw(f *testing.F) {
	for i := range uint64(20) {
		f.Add(i, uint16(i*409))
	}
	f.Fuzz(func(t *testing.T, seed uint64, k uint16) {
		p := randomProfile(rand.New(rand.NewPCG(seed, 17)))
		s := NewSampler(p, seed)
		var pt Point
		s.Central(&pt)
		checkDraw(t, p, &pt)
		s.Draw(int(k), &pt)
		checkDraw(t, p, &pt)
		roundTrip(t, p.FromPoint(&pt))
	})
}
