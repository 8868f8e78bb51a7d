package row

import (
	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/say"
)

// advice is the advice as JSON prints it.
type advice struct {
	Action   explain.Course `json:"action"`
	From     string         `json:"from"`
	To       string         `json:"to"`
	Text     string         `json:"text"`
	Cures    []string       `json:"cures"`
	Remains  []string       `json:"remains"`
	Stops    []string       `json:"stops"`
	Misses   []string       `json:"misses"`
	Turns    []string       `json:"turns"`
	Saving   advisor.Band   `json:"saving_monthly_usd"`
	People   advisor.Band   `json:"people_monthly_usd"`
	Together advisor.Band   `json:"total_monthly_usd"`
	Effort   span           `json:"effort_days"`
	Spent    span           `json:"effort_usd"`
	Payback  *float64       `json:"payback_months"`
	FirstTry []attempt      `json:"try"`
}

type span struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

type attempt struct {
	Trouble string `json:"trouble"`
	Text    string `json:"text"`
	Source  string `json:"source"`
}

// newAdvice is nil where no option leads.
func newAdvice(a *explain.Advice) *advice {
	if a == nil {
		return nil
	}
	out := &advice{Action: a.Action, From: a.From, To: a.To, Text: say.Advice(a), Cures: append([]string{}, a.Cures...), Remains: append([]string{}, a.Remains...),
		Stops: append([]string{}, a.Stops...), Misses: []string{}, Turns: append([]string{}, a.Turns...),
		Saving: a.Saving, People: a.People, Together: a.Together, Effort: span{a.Effort[0], a.Effort[1]}, Spent: span{a.Spent[0], a.Spent[1]}, FirstTry: []attempt{}}
	for _, id := range a.Misses {
		out.Misses = append(out.Misses, id.String())
	}
	if a.Payback > 0 {
		out.Payback = &a.Payback
	}
	for i := range a.Attempts {
		t := &a.Attempts[i]
		out.FirstTry = append(out.FirstTry, attempt{t.Trouble, say.Attempt(t), say.Sources(t.Sources)})
	}
	return out
}
