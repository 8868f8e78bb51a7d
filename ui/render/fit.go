package render

import (
	"fmt"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/say"
)

// FitText is the report for people.
func FitText(f precedent.Fitted, left []precedent.LeftOut) *say.Document {
	d := &say.Document{}
	d.Heading("Constants that fit the cases best")
	d.Table(1, []string{"setting", "value"},
		[]string{"weight_spread_stated", fmt.Sprintf("%g", f.SpreadStated)}, []string{"weight_spread_open", fmt.Sprintf("%g", f.SpreadOpen)},
		[]string{"residual_points", fmt.Sprintf("%g", f.Residual)}, []string{"enough", fmt.Sprintf("%g", f.Enough)}, []string{"close", fmt.Sprintf("%g", f.Close)})
	d.Paragraph(fmt.Sprintf("Brier score on the cases that they were fitted to: %.3f. With each case left out of its own fit: %.3f.", f.Brier, meanLeftOut(left, all)))
	d.Heading("Left out, by group")
	rows := [][]string{{"group", "cases", "Brier"}}
	for _, g := range leftOutGroups(left) {
		rows = append(rows, []string{g.name, fmt.Sprint(g.n), fmt.Sprintf("%.3f", g.brier)})
	}
	d.Table(1, rows...)
	d.Heading("Left out, case by case")
	rows = [][]string{{"case", "label", "known", "Brier"}}
	for _, l := range left {
		rows = append(rows, []string{l.ID, l.Label, fmt.Sprint(l.Fields), fmt.Sprintf("%.3f", l.Brier)})
	}
	d.Table(2, rows...)
	return d
}

// leftOutGroup is the mean score of a group of cases.
type leftOutGroup struct {
	name  string
	n     int
	brier float64
}

func all(*precedent.LeftOut) bool { return true }

// leftOutGroups are the labels, the cases without an exclusion, and the bands
// of known fields.
func leftOutGroups(left []precedent.LeftOut) []leftOutGroup {
	var out []leftOutGroup
	add := func(name string, in func(*precedent.LeftOut) bool) {
		n := 0
		for i := range left {
			if in(&left[i]) {
				n++
			}
		}
		if n > 0 {
			out = append(out, leftOutGroup{name, n, meanLeftOut(left, in)})
		}
	}
	for _, a := range csvArchitectures {
		add("label "+a, func(l *precedent.LeftOut) bool { return l.Label == a })
	}
	add("excludes nothing", func(l *precedent.LeftOut) bool { return !l.Exclude })
	least := 0
	for _, band := range fieldBands {
		from, to := least, band.most
		add(band.name, func(l *precedent.LeftOut) bool { return l.Fields >= from && l.Fields <= to })
		least = band.most + 1
	}
	return out
}

func meanLeftOut(left []precedent.LeftOut, in func(*precedent.LeftOut) bool) float64 {
	sum, n := 0.0, 0.0
	for i := range left {
		if in(&left[i]) {
			sum += left[i].Brier
			n++
		}
	}
	return sum / max(n, 1)
}

// FitJSON is the report as data.
func FitJSON(f precedent.Fitted, left []precedent.LeftOut) object {
	cases := []object{}
	for _, l := range left {
		cases = append(cases, object{"id": l.ID, "label": l.Label, "known_fields": l.Fields, "excludes": l.Exclude, "brier": l.Brier})
	}
	groups := []object{}
	for _, g := range leftOutGroups(left) {
		groups = append(groups, object{"group": g.name, "cases": g.n, "brier": g.brier})
	}
	return object{"settings": object{"weight_spread_stated": f.SpreadStated, "weight_spread_open": f.SpreadOpen, "residual_points": f.Residual, "enough": f.Enough, "close": f.Close},
		"brier": f.Brier, "brier_left_out": meanLeftOut(left, all), "groups": groups, "left_out": cases}
}
