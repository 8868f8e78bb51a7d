package ui

import (
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/view"
)

func TestChartReadout(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("2")
	d.want("At 120 req/s on average, your load", "you 120", "budget $2,000", "▲",
		"▸ M monolith ──      $360 ($180 to $540)", "cheapest 41.4 to 4,500", "cheapest below 41.4", "cheapest above 4,500",
		"At your rate of 120 req/s monolith has the lowest bill; serverless below 41.4", "✕ another becomes the cheapest")
	d.press("right", "left").want("your load") // the way past your load stops there
	d.press("left").reject("your load")
	for range 100 {
		d.press("right")
	}
	d.want("At 100,000 req/s")
	d.press("home", "a").want("Latency over load, 99th percentile", "At your load all three have the same 99th percentile: 120 ms").reject("budget", "cheapest")
	d.press("a").want("Dedicated staff over load", "Developers' own time is not counted")
}

// TestChartSaysWhereAllIsCheapest: beside wide figures the words are shortened or
// wrapped, never cut.
func TestChartSaysWhereAllIsCheapest(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {100, 30}} {
		d := study(t, shop(t), "mono", size[0], size[1])
		x, err := studyEngine{}.Explain(t.Context(), shop(t), advisor.Default)
		if err != nil {
			t.Fatal(err)
		}
		for i := range x.Cheapest {
			x.Cheapest[i].About = true
		}
		for i := range x.Curve {
			for a := range x.Curve[i].Cost {
				x.Curve[i].Cost[a].Mean = 40 * x.Curve[i].Cost[a].High
			}
		}
		d.m, _ = d.m.send(indexOf("chart"), view.ExplainedMsg{Profile: shop(t), Explanation: x})
		if frame := d.press("2").want("M monolith", "S serverless", "µ microservices").frame(); strings.Contains(frame, "…") {
			t.Errorf("%v cuts:\n%s", size, frame)
		}
	}
}

func TestChartOpenLoad(t *testing.T) {
	p := shop(t)
	p.Clear(profile.MeanRPS)
	d := study(t, p, "dark", 100, 30).press("2")
	d.want("the likeliest load: you left it open", "likely ")
	p.Set(profile.Users, profile.Number(20000))
	d = study(t, p, "dark", 100, 30).press("2")
	d.want("the likeliest: it follows from 20,000 users", "likely ")
}

// TestChartWithoutCurve: an explanation that was cut short draws nothing wrong.
func TestChartWithoutCurve(t *testing.T) {
	d := study(t, shop(t), "dark", 100, 30).press("2")
	x := &explain.Explanation{Decision: &explain.Decision{}}
	d.m, _ = d.m.send(indexOf("chart"), view.ExplainedMsg{Profile: shop(t), Explanation: x})
	d.m, _ = d.m.send(indexOf("sensitivity"), view.ExplainedMsg{Profile: shop(t), Explanation: x})
	for _, key := range []string{"2", "a", "b", "right", "4", "down", "enter", "tab"} {
		d.press(key).frame()
	}
}
