package render

import (
	"strings"
	"testing"

	"archadvisor/advisor/explain"
)

// The lines of a bill sum to the total shown, to the cent.
func TestWholeCents(t *testing.T) {
	for _, amounts := range [][]float64{{72.094, 15.854, 82.124, 0.304, 22.264}, {0.004, 0.004, 0.004}, {}, {1.005, 2.675}, {0.999, 0.001}} {
		var bill []explain.LineItem
		usd := 0.0
		for _, a := range amounts {
			bill = append(bill, explain.LineItem{MonthlyUSD: a})
			usd += a
		}
		lines, total := wholeCents(bill, usd)
		sum := int64(0)
		for i, n := range lines {
			sum += n
			if d := float64(n) - amounts[i]*100; d < -1 || d > 1 {
				t.Errorf("%v: line %d is %d cents", amounts, i, n)
			}
		}
		if sum != total {
			t.Errorf("%v: lines sum to %d cents, total is %d", amounts, sum, total)
		}
	}
}

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
