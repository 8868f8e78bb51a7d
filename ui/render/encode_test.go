package render

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"
)

// Every float has six digits wherever it stands, one that JSON cannot hold is 0,
// and what was given stays as it was.
func TestFloatsInJSONHaveSixDigits(t *testing.T) {
	type inner struct {
		X    float64        `json:"x"`
		Any  any            `json:"any"`
		Map  map[string]any `json:"map"`
		None *float64       `json:"none"`
		own  int
	}
	in := struct {
		inner
		List  []inner    `json:"list"`
		Array [2]float64 `json:"array"`
		Of    *inner     `json:"of"`
		Whole uint64     `json:"whole"`
	}{inner: inner{own: 1, X: 2.00000001}, List: []inner{{X: 1.23456789, Any: 98765.4321, Map: map[string]any{"k": 0.1 + 0.2}}},
		Array: [2]float64{math.Inf(1), math.NaN()}, Of: &inner{X: 1e-9 / 3}, Whole: 12345678901}
	data := appendJSON(nil, reflect.ValueOf(in))
	want := `{"x":2,"any":null,"map":null,"none":null,"list":[{"x":1.23457,"any":98765.4,"map":{"k":0.3},"none":null}],` +
		`"array":[0,0],"of":{"x":3.33333e-10,"any":null,"map":null,"none":null},"whole":12345678901}`
	if string(data) != want {
		t.Errorf("got  %s\nwant %s", data, want)
	}
	if in.List[0].X != 1.23456789 {
		t.Error("the value that was given has changed")
	}
	if !json.Valid(data) {
		t.Error("not JSON")
	}
}

// A float is written as encoding/json writes the number that six digits leave,
// whatever its size.
func TestFloatsAreThoseOfSixDigits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for i := range 20000 {
		x := (r.Float64() - 0.5) * math.Pow(10, float64(i%60-30))
		if i%3 == 0 {
			x = math.Round(x) // whole, often with zeros at its end
		}
		y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', digits, 64), 64)
		if err != nil {
			t.Fatal(err)
		}
		want, err := json.Marshal(y + 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendFloat(nil, x); string(got) != string(want) && y != 0 {
			t.Fatalf("%v is written as %s, want %s", x, got, want)
		}
	}
}
