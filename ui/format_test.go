package ui

import (
	"math"
	"testing"

	"archadvisor/advisor"
)

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.4249: "0.425", 0.00021: "0.00021", 7.5: "7.5", 61.23: "61.2", 240: "240", 999.6: "1000",
		1423.4: "1 420", 14100: "14 100", 123456: "123 000", 3.94e6: "3.94 million", 2.5e9: "2.5 billion", -14100: "-14 100"} {
		if got := number(v); got != want {
			t.Errorf("number(%v) = %q, want %q", v, got, want)
		}
	}
	if got := number(math.NaN()) + number(math.Inf(1)); got != "––" {
		t.Errorf("nothing is %q", got)
	}
}

func TestSigned(t *testing.T) {
	for v, want := range map[float64]string{4.04: "+4.0", -9.26: "−9.3", 0.04: "0.0", -0.04: "0.0"} {
		if got := signed(v); got != want {
			t.Errorf("signed(%v) = %q, want %q", v, got, want)
		}
	}
}

func TestAvailability(t *testing.T) {
	for v, want := range map[float64]string{99.93: "99.93 %", 99.5: "99.5 %", 99.995: "99.995 %", 99.9999: "99.9999 %", 100: "100 %", 98.2: "98.2 %"} {
		if got := availability(v); got != want {
			t.Errorf("availability(%v) = %q, want %q", v, got, want)
		}
	}
}

func TestPeople(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.02: "under 0.1", 0.592: "0.6", 3.04: "3", 12.6: "13", 1500: "1 500"} {
		if got := people(v); got != want {
			t.Errorf("people(%v) = %q, want %q", v, got, want)
		}
	}
}

func TestBand(t *testing.T) {
	if got := band(advisor.Band{Low: 180, Expected: 240, High: 420}); got != "240 (180 to 420)" {
		t.Errorf("%q", got)
	}
	if got := band(advisor.Band{Low: 240, Expected: 240, High: 240}); got != "240" {
		t.Errorf("%q", got)
	}
}

func TestFlipWords(t *testing.T) {
	for want, f := range map[string]advisor.Flip{
		"with 34 engineers":                                            {Text: "with 34 engineers"},
		"engineers = 34 people → microservices":                        {Field: "team.engineers", To: 34.0, Recommendation: "microservices"},
		"engineers = 34 people and teams = 5 to 9 → microservices":     {Fields: []string{"team.engineers", "team.teams"}, Tos: []any{34.0, [2]float64{5, 9}}, Recommendation: "microservices"},
		"GPU = yes → monolith":                                         {Field: "work.gpu", To: true, Recommendation: "monolith"},
		"pattern = bursty → serverless":                                {Field: "load.pattern", To: "bursty", Recommendation: "serverless"},
		"mean rps = unknown → serverless":                              {Field: "load.mean_rps", Recommendation: "serverless"},
		"mean rps = 1 to 2 req/s and no.such = false one → serverless": {Fields: []string{"load.mean_rps", "no.such"}, Tos: []any{[]float64{1, 2}, "false one"}, Recommendation: "serverless"},
		"release bottleneck = no and teams = unknown → microservices":  {Fields: []string{"team.release_bottleneck", "team.teams"}, Tos: []any{false}, Recommendation: "microservices"},
	} {
		if got := flipWords(f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestVerdictWords(t *testing.T) {
	d := &advisor.Decision{Recommendation: "monolith", Ranking: []advisor.Option{{Architecture: "monolith", Feasible: true}, {Architecture: "serverless"}, {Architecture: "microservices", Feasible: true}}}
	for verdict, want := range map[advisor.Verdict][2]string{
		advisor.Recommended: {"Monolith is recommended", "Monolith is recommended"},
		advisor.CloseCall:   {"Close call: Monolith leads, but Microservices is within reach", "Close call: Monolith or Microservices"},
		advisor.NotEnough:   {"Monolith leads, but the missing answers decide", "Monolith leads: answers missing"},
		advisor.Infeasible:  {"No option passes: something must be relaxed", "No option passes"},
	} {
		d.Verdict = verdict
		if got := [2]string{verdictWords(d), verdictShort(d)}; got != want {
			t.Errorf("%s: %q, want %q", verdict, got, want)
		}
	}
}
