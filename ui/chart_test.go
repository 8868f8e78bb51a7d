package ui

import (
	"encoding/csv"
	"math"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

func TestChartReadout(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("2")
	d.want("At 120 req/s on average, your load", "you 120", "budget $2,000", "▲",
		"▸ M monolith         $210 ($147 to $336)", "cheapest 41.4 to 4.5k", "cheapest below 41.4", "cheapest above 4.5k",
		"Break-even ✕ (req/s): M=S 41.4 (M then 12 % busy), S=µ 165, M=µ 4.5k")
	d.press("n").want("At 165 req/s")
	d.press("home", "right", "left").want("your load") // the way past your load stops there
	d.press("left").reject("your load")
	d.press("shift+right", "shift+right", "shift+right", "shift+right").want("At 100k req/s")
	d.press("home", "a").want("Latency over load", "p99 in ms").reject("budget")
	d.press("a").want("People over load")
}

func TestChartOpenLoad(t *testing.T) {
	p := shop(t)
	p.Clear(profile.MeanRPS)
	d := study(t, p, "dark", 100, 30).press("2")
	d.want("the likeliest load: you left it open", "likely ")
}

func TestChartTable(t *testing.T) {
	d := study(t, shop(t), "mono", 80, 24).press("2", "t")
	d.want("Cost over load, USD a month, rows 5 to 16 of 20", "▲ 120", "▸210 (147–336)")
	d.press("pgup").want("rows 1 to 12", "▸5.4 (3.78–8.64)").press("a").want("Latency over load, p99 in ms")
	if strings.ContainsAny(d.text(), "⠀⠁⡀⣀⠤") {
		t.Error("the table has dots")
	}
}

func TestChartCopiesCSV(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("2", "y")
	rows, err := csv.NewReader(strings.NewReader(d.copy)).ReadAll()
	if err != nil || len(rows) != 62 || len(rows[0]) != 28 {
		t.Fatalf("%d rows (%v)", len(rows), err)
	}
	if rows[0][2] != "monolith_cost_usd_expected" || rows[1][0] != "0.1" || rows[1][2] != "150.05" {
		t.Errorf("%v\n%v", rows[0], rows[1])
	}
}

// TestCheapest puts pairwise intervals together; the boundaries are those of
// studyEngine, by hand: 145/3.5 and 4500.
func TestCheapest(t *testing.T) {
	x, err := studyEngine{}.Explain(t.Context(), shop(t), advisor.Default)
	if err != nil {
		t.Fatal(err)
	}
	got := cheapest(x.BreakEven)
	want := []stretch{{0.1, 145 / 3.5, 1, false}, {145 / 3.5, 4500, 0, false}, {4500, 1e5, 2, false}}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%d: %v, want %v", i, got[i], want[i])
		}
	}
	if len(cheapest(nil)) != 0 {
		t.Error("nothing is cheapest among none")
	}
}

func TestAlong(t *testing.T) {
	point := func(rps, cost float64) advisor.CurvePoint {
		c := advisor.CurvePoint{MeanRPS: rps}
		c.Cost[0] = advisor.Band{Low: cost, Expected: cost, High: cost}
		return c
	}
	curve := []advisor.CurvePoint{point(1, 10), point(100, 1000)}
	for rps, want := range map[float64]float64{0.5: 10, 1: 10, 10: 100, 100: 1000, 1e6: 1000} {
		if got := costMeasure.along(curve, rps)[0].Expected; math.Abs(got-want) > 1e-9*want {
			t.Errorf("%v: %v, want %v", rps, got, want)
		}
	}
	if got := costMeasure.along(nil, 3)[2].Expected; !math.IsNaN(got) {
		t.Errorf("no curve has %v", got)
	}
}

// TestChartWithoutCurve: an explanation that was cut short draws nothing wrong.
func TestChartWithoutCurve(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("2")
	x := &advisor.Explanation{Decision: &advisor.Decision{}}
	d.m.chart, _ = d.m.chart.Update(explainedMsg{profile: shop(t), explanation: x})
	d.m.sensitivity, _ = d.m.sensitivity.Update(explainedMsg{profile: shop(t), explanation: x})
	for _, key := range []string{"2", "a", "l", "b", "t", "n", "right", "4", "t", "down", "enter", "tab"} {
		d.press(key).frame()
	}
}
