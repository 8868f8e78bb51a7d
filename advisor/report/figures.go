package report

import (
	"math"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

const numOptions = estimate.NumArchitectures

// figures are the drawings of a profile that have something to show.
func figures(e *Entry, bands []advisor.Reliability) []figure {
	list := []figure{curve(e), tornado(e.Explanation), reliability(e.Explanation, bands), timeline(e)}
	return slices.DeleteFunc(list, func(f figure) bool { return f.SVG == "" })
}

// central are the inputs that the bill is computed at.
func central(p *profile.Profile) *profile.Point {
	var pt profile.Point
	profile.NewSampler(p, advisor.DefaultSeed).Central(&pt)
	return &pt
}

// curve is the infrastructure bill of every option over the load.
func curve(e *Entry) figure {
	x, c := e.Explanation, canvas{w: 640, h: 320, left: 64, right: 40, top: 16, bottom: 40}
	var costs [numOptions][]float64
	lo, hi := math.Inf(1), 0.0
	for i := range x.Curve {
		for o, b := range x.Curve[i].Cost {
			costs[o] = append(costs[o], b.Expected)
			lo, hi = min(lo, max(b.Low, 0.1)), max(hi, b.High)
		}
	}
	n := len(x.Curve)
	if n < 2 || hi <= lo {
		return figure{}
	}
	c.x, c.y = axis{x.Curve[0].MeanRPS, x.Curve[n-1].MeanRPS, true}, axis{lo, hi, true}
	c.grid(numeral.Figure, numeral.Money, "req/s", "$ a month")
	for o := range numOptions {
		var low, high, mid []point
		for i := range x.Curve {
			b, rps := x.Curve[i].Cost[o], x.Curve[i].MeanRPS
			low, high, mid = append(low, point{rps, max(b.Low, lo)}), append(high, point{rps, b.High}), append(mid, point{rps, max(b.Expected, lo)})
		}
		c.band(low, high, o)
		c.line(mid, o)
	}
	own := central(e.Profile)[profile.MeanRPS]
	c.vertical(own, "today")
	c.legend(estimate.Monolith.String(), estimate.Serverless.String(), estimate.Microservices.String())
	cheapest, turns := cheapestAlong(x, own)
	return c.done(say.Curve(own, cheapest, turns))
}

// cheapestAlong is the option with the lowest bill at a load, and where above it another one takes its place:
// at the break-even points that the text quotes, for the points of the curve lie too far apart.
func cheapestAlong(x *explain.Explanation, rps float64) (cheapest string, turns []explain.Interval) {
	for _, v := range x.Cheapest {
		if v.FromRPS <= rps || cheapest == "" {
			cheapest = v.Cheaper
		} else {
			turns = append(turns, v)
		}
	}
	return cheapest, turns
}

const mostBars = 10 // how many fields the tornado draws

// tornado is the range of the leader's margin over the uncertainty of each field.
func tornado(x *explain.Explanation) figure {
	lo, hi := 0.0, 0.0
	var crossing []string
	var list []bar
	for _, s := range x.Sensitivity.Tornado {
		lo, hi = min(lo, s.Low), max(hi, s.High)
		if s.CrossesNil {
			crossing = append(crossing, s.Field)
		}
		list = append(list, bar{say.FieldLabel(s.Field), s.Low, s.High, s.CrossesNil})
	}
	title, caption := say.Tornado(x, crossing)
	return bars(190, axis{lo, hi, false}, "margin in points", list[:min(len(list), mostBars)], title, caption)
}

// reliability is how often documented decisions went to the leader, by its probability.
func reliability(x *explain.Explanation, bands []advisor.Reliability) figure {
	if len(bands) == 0 {
		return figure{}
	}
	c := canvas{w: 420, h: 300, left: 56, right: 40, top: 16, bottom: 40, x: axis{0.3, 1, false}, y: axis{0, 1, false}}
	c.grid(numeral.Percent, numeral.Percent, "probability", "went to the leader")
	c.line([]point{{0.3, 0.3}, {1, 1}}, numOptions)
	for _, b := range bands {
		if b.Cases == 0 {
			continue
		}
		mid := (max(b.From, 0.3) + b.To) / 2
		c.dot(mid, float64(b.Agreed)/float64(b.Cases), 3+math.Sqrt(float64(b.Cases)), numeral.Whole(float64(b.Agreed))+" of "+numeral.Whole(float64(b.Cases)))
	}
	c.vertical(x.Probability, "this one")
	return c.done(say.Reliability(x.Decision))
}

const horizon = 10 // how many years the timeline shows

// timeline is when growth would reach the triggers of a change.
func timeline(e *Entry) figure {
	pt := central(e.Profile)
	growth := map[string]float64{"load": pt[profile.GrowthPerYear], "team": pt[profile.HeadcountGrowth]}
	var list []bar
	for i := range e.Explanation.Flips {
		f := &e.Explanation.Flips[i]
		if len(f.Changes) != 1 || !f.Changes[0].From.Known() || f.Changes[0].Field.Field().Kind != profile.Numeric {
			continue
		}
		section, _, _ := strings.Cut(f.Changes[0].Field.String(), ".")
		g, ratio := growth[section], f.Changes[0].To.Low/f.Changes[0].From.Low
		if years := math.Log(ratio) / math.Log(g); g > 0 && g != 1 && years > 0 && years <= horizon {
			list = append(list, bar{say.InYears(f, years), 0, years, false})
		}
	}
	stated := e.Profile.Known(profile.GrowthPerYear) && e.Profile.Known(profile.HeadcountGrowth)
	title, caption := say.Timeline(growth["load"], growth["team"], stated)
	return bars(330, axis{0, horizon, false}, "years from now", list, title, caption)
}
