package render

import (
	"fmt"
	"sort"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

// CalibrationText is the calibration of the probabilities for people: the totals,
// by label, the reliability table, and every case.
func CalibrationText(k *precedent.Calibration) *say.Document {
	d := &say.Document{}
	d.Heading("How the advice compares with what turned out right")
	d.Paragraph(fmt.Sprintf("%d of %d leaders are the label. %d are recommended plainly, of which %d wrong. The style that the team left or declined leads in %d. "+
		"Brier score of the probabilities, three classes, 0 (best) to 2: %.3f; one third for each scores 0.667.",
		k.Right, len(k.Cases), k.Recommended, k.WrongSure, k.LeadsLeft, k.Brier))
	d.Heading("By label")
	rows := [][]string{{"label", "cases", "right", "share"}}
	for _, name := range sortedKeys(k.ByLabel) {
		n := k.ByLabel[name]
		rows = append(rows, []string{name, fmt.Sprint(n[1]), fmt.Sprint(n[0]), numeral.Percent(float64(n[0]) / float64(n[1]))})
	}
	d.Table(1, rows...)
	reliability(d, k)
	byFields(d, k)
	d.Heading("Case by case")
	rows = [][]string{{"case", "label", "leader", "verdict", "probability", "Brier", "known", ""}}
	for i := range k.Cases {
		s := &k.Cases[i]
		mark := ""
		if !s.Right {
			mark = "wrong"
		}
		rows = append(rows, []string{s.ID, s.Label, recommended(s.Decision.Recommendation), string(s.Decision.Verdict), numeral.Percent(s.Decision.Probability),
			fmt.Sprintf("%.2f", s.Brier), fmt.Sprint(s.Fields), mark})
	}
	d.Table(4, rows...)
	return d
}

// reliability is the table of stated probabilities against how often they were
// right.
func reliability(d *say.Document, k *precedent.Calibration) {
	d.Heading("Reliability of the leader's probability")
	rows := [][]string{{"stated", "cases", "mean stated", "right"}}
	for _, b := range k.Bins {
		if b.N > 0 {
			rows = append(rows, []string{fmt.Sprintf("%s to %s", numeral.Percent(b.From), numeral.Percent(b.To)), fmt.Sprint(b.N), numeral.Percent(b.Stated), numeral.Percent(b.Right)})
		}
	}
	d.Table(1, rows...)
	d.Paragraph(fmt.Sprintf("Reliability %.3f (0 is best), resolution %.3f, uncertainty %.3f (Murphy 1973).", k.Reliability, k.Resolution, k.Uncertainty))
}

// fieldBands group cases by how many fields are known.
var fieldBands = []struct {
	name string
	most int
}{{"up to 4 known", 4}, {"5 or 6 known", 6}, {"7 to 10 known", 10}, {"11 and more known", 1 << 30}}

func byFields(d *say.Document, k *precedent.Calibration) {
	d.Heading("By what is known")
	rows := [][]string{{"fields", "cases", "right", "Brier"}}
	least := 0
	for _, band := range fieldBands {
		n, right, brier := 0, 0, 0.0
		for i := range k.Cases {
			s := &k.Cases[i]
			if s.Fields < least || s.Fields > band.most {
				continue
			}
			n++
			brier += s.Brier
			if s.Right {
				right++
			}
		}
		least = band.most + 1
		if n > 0 {
			rows = append(rows, []string{band.name, fmt.Sprint(n), fmt.Sprint(right), fmt.Sprintf("%.3f", brier/float64(n))})
		}
	}
	d.Table(1, rows...)
}

// CalibrationJSON is the same as data.
func CalibrationJSON(k *precedent.Calibration) object {
	cases := []object{}
	for i := range k.Cases {
		s := &k.Cases[i]
		shares := object{}
		for _, o := range s.Decision.Ranking {
			shares[o.Architecture] = o.Probability
		}
		cases = append(cases, object{"id": s.ID, "label": s.Label, "confidence": s.Confidence, "rejected": s.Rejected, "recommendation": s.Decision.Recommendation,
			"verdict": s.Decision.Verdict, "probability": s.Decision.Probability, "probabilities": shares, "right": s.Right, "brier": s.Brier, "known_fields": s.Fields})
	}
	bins := []object{}
	for _, b := range k.Bins {
		bins = append(bins, object{"from": b.From, "to": b.To, "cases": b.N, "stated": b.Stated, "right": b.Right})
	}
	labels := object{}
	for name, n := range k.ByLabel {
		labels[name] = object{"cases": n[1], "right": n[0]}
	}
	return object{"total": len(k.Cases), "right": k.Right, "brier": k.Brier, "recommended": k.Recommended, "recommended_wrong": k.WrongSure,
		"leads_left": k.LeadsLeft, "by_label": labels, "bins": bins, "reliability": k.Reliability, "resolution": k.Resolution,
		"uncertainty": k.Uncertainty, "cases": cases}
}

func sortedKeys[T any](m map[string]T) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
