package explain

import (
	"context"
	"os"
	"strconv"
	"sync/atomic"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// TestAskingByValueNeedsFewerQuestions answers random complete profiles in two
// orders, that of the information value and that of the field table, until the
// leader is the final one with at least 0.9 of its final probability, or nothing
// left can change it. ARCHADVISOR_PROFILES sets how many (500 in CI).
func TestAskingByValueNeedsFewerQuestions(t *testing.T) {
	n := 40
	if s := os.Getenv("ARCHADVISOR_PROFILES"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	a := core(t)
	var byValue, byTable atomic.Int64
	advisor.Parallel(n, func(i int) {
		truth := precedent.Population(populationSeed+1, i)
		byValue.Add(int64(questionsNeeded(a, truth, func(p *profile.Profile) []profile.ID { return byInformation(t, a, p) })))
		byTable.Add(int64(questionsNeeded(a, truth, inTableOrder)))
	})
	saved := 1 - float64(byValue.Load())/float64(byTable.Load())
	t.Logf("%d profiles: %d questions by value, %d in the order of the table", n, byValue.Load(), byTable.Load())
	if saved < 0.25 {
		t.Errorf("asking by value saves %.0f %% of the questions, want at least 25 %%", 100*saved)
	}
}

var asking = advisor.Options{Draws: 256}

// questionsNeeded asks until the answer stands; next orders the open fields.
func questionsNeeded(a *Explainer, truth *profile.Profile, next func(*profile.Profile) []profile.ID) int {
	final := a.Advise(truth, asking)
	p := profile.New("asked")
	for n := 1; ; n++ {
		asked := false
		for _, id := range next(p) {
			if !truth.Known(id) || p.Known(id) {
				continue
			}
			if p.Answer(id, truth.Get(id)) == nil {
				asked = true
				break
			}
		}
		if !asked {
			return n
		}
		d := a.Advise(p, asking)
		if d.Recommendation == final.Recommendation && d.Probability >= 0.9*final.Probability {
			return n
		}
	}
}

func byInformation(t *testing.T, a *Explainer, p *profile.Profile) []profile.ID {
	q, err := a.Inquire(context.Background(), p, asking)
	if err != nil {
		t.Error(err)
	}
	var ids []profile.ID
	for _, f := range q.Questions {
		if id, ok := profile.Lookup(f.Field); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

func inTableOrder(*profile.Profile) []profile.ID {
	var ids []profile.ID
	for _, f := range profile.Fields() {
		if f.Drawn || f.ID >= profile.PriorityCost {
			ids = append(ids, f.ID)
		}
	}
	return ids
}
