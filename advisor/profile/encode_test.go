package profile

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestEncodeIsStableAndInOrder(t *testing.T) {
	ps, es := Decode(shop(t), "shop.toml")
	if es != nil {
		t.Fatal(es)
	}
	got := string(Encode(ps[0]))
	_, want, _ := strings.Cut(string(shop(t)), "\n") // without the comment
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// roundTrip fails unless Decode reads back what both encoders write.
func roundTrip(t *testing.T, ps ...*Profile) {
	t.Helper()
	for _, data := range [][]byte{Encode(ps...), EncodeASCII(ps...)} {
		got, es := Decode(data, "f")
		if es != nil || len(got) != len(ps) {
			t.Fatalf("%d profiles, %v\n%s", len(got), es, data)
		}
		for i, p := range ps {
			if !got[i].Equal(p) {
				t.Fatalf("reads back as\n%s\nwritten\n%s", Encode(got[i]), data)
			}
		}
	}
}

func TestOddStringsReadBack(t *testing.T) {
	for _, s := range []string{
		`"`, `\`, `\u0041`, "a\nb\r\tc", "\x00\x01\x1f\x7f", "\u0085\u2028\u202e\ufeff\U000e0041",
		"=cmd|'x'!A0", "../../etc/passwd", "<b>&`x`</b>", "é 漢字 🚀 क्\u200dष", `'''"""`, "# no comment", "[team]",
	} {
		p := New(s)
		p.put(Runtime, Words(s))
		p.put(Compliance, List(s, s))
		roundTrip(t, p)
		roundTrip(t, p, New("second"))
	}
}

func TestEncodeASCII(t *testing.T) {
	got := string(EncodeASCII(New("<é&`🚀>\x1b\"\n")))
	want := "schema = 2\nname = \"\\u003C\\u00E9\\u0026\\u0060\\U0001F680\\u003E\\u001B\\\"\\n\"\n"
	if got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

func TestRandomProfilesReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		roundTrip(t, randomProfile(r))
	}
}

func TestNumbersReadBack(t *testing.T) {
	for _, x := range []float64{
		0, 1, 0.1, 1.0 / 3, 1e-7, 5e-324, math.Pi * 1e-5, 999999999999, 1e12, 123456789012, 99999.5, math.Nextafter(1, 2),
	} {
		p := New("x")
		if err := p.Set(MeanRPS, Number(x)); err != nil {
			t.Fatal(err)
		}
		roundTrip(t, p)
	}
	for x, want := range map[float64]string{5: "5", 0.1: "0.1", 1e12: "1e+12", 1500: "1500", 1e-7: "1e-07", 262144: "262144"} {
		if got := TOML(MeanRPS, Number(x)); got != want {
			t.Errorf("%v: got %s, want %s", x, got, want)
		}
	}
	if got := TOML(Engineers, Between(8, 20.5)); got != "[8, 20.5]" {
		t.Errorf("range: got %s", got)
	}
}

func TestMinusZeroIsZero(t *testing.T) {
	ps, es := Decode([]byte("schema = 2\nname = \"x\"\n[load]\nmean_rps = -0.0\n"), "f")
	if es != nil {
		t.Fatal(es)
	}
	if got := TOML(MeanRPS, ps[0].Get(MeanRPS)); got != "0" {
		t.Errorf("got %s", got)
	}
}

func TestValueAny(t *testing.T) {
	ps, _ := Decode(shop(t), "shop.toml")
	p := ps[0]
	if got := Any(Teams, p.Get(Teams)); got != 2.0 {
		t.Errorf("number: got %v", got)
	}
	if got, ok := Any(Engineers, p.Get(Engineers)).([]float64); !ok || got[0] != 8 || got[1] != 20 {
		t.Errorf("range: got %v", Any(Engineers, p.Get(Engineers)))
	}
	if got := Any(ReleaseBottleneck, p.Get(ReleaseBottleneck)); got != false {
		t.Errorf("bool: got %v", got)
	}
	if got := Any(Pattern, p.Get(Pattern)); got != "diurnal" {
		t.Errorf("option: got %v", got)
	}
	if got := Any(Runtime, p.Get(Runtime)); got != "node 22" {
		t.Errorf("text: got %v", got)
	}
	if got, ok := Any(Compliance, p.Get(Compliance)).([]string); !ok || strings.Join(got, " ") != "pci gdpr" {
		t.Errorf("list: got %v", Any(Compliance, p.Get(Compliance)))
	}
	if got := Any(GrowthPerYear, p.Get(GrowthPerYear)); got != nil {
		t.Errorf("unknown: got %v", got)
	}
}
