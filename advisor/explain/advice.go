package explain

import (
	"cmp"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// Course is what to do about what runs today.
type Course string

// The courses: nothing runs today (or nobody said what does), what runs may stay, it is worth moving.
const (
	Build Course = "build"
	Keep  Course = "stay"
	Move  Course = "move"
)

// Advice is told beside the recommendation, which is what to build anew: whether what runs today should make way.
type Advice struct {
	Action Course
	From   string // what runs today, "" if nothing does or nobody said
	To     string

	Cures   []string     // stated troubles, words of today.trouble, that the move cures
	Remains []string     // stated troubles that it does not, all of them where what runs leads
	Stops   []string     // gates that rule out what runs today
	Misses  []profile.ID // stated targets that what runs today misses and the move meets
	Turns   []string     // troubles that would make it a move if they began
	Unsaid  bool         // nobody said whether something hurts
	Hints   []profile.ID // answers that say of what runs today that something does

	Saving   advisor.Band // infrastructure a month, in USD
	People   advisor.Band // staff that runs it a month, in USD, as far as whole people are freed
	Together advisor.Band // both
	Effort   [2]float64   // of the move, in days of work
	Spent    [2]float64   // of the move, what these days cost in USD
	Payback  float64      // months until both pay the effort back, 0 if never
	Attempts []Attempt    // what can be tried before moving
}

// Attempt is a cure of the pack for a trouble of what runs today.
type Attempt struct {
	Trouble string
	Try     string
	Sources []string
}

const (
	// paysWithin is how many months a move may take to pay its effort back.
	paysWithin = 24
	// leastCure is how many points the rules on a trouble must favour the move by.
	leastCure   = 1.0
	maxTurns    = 3
	daysOfMonth = 21
)

// advice weighs a move from what runs today to the leader; nil if none leads.
func (r *reading) advice() *Advice {
	lead := r.Leader()
	if lead < 0 {
		return nil
	}
	a := &Advice{Action: Build, To: estimate.Architecture(lead).String()}
	p := r.Profile
	if !p.Known(profile.Current) || p.States(profile.Current, "none") {
		return a
	}
	a.From = profile.Format(profile.Current, p.Get(profile.Current))
	from, _ := advisor.Architecture(a.From)
	a.Action, a.Unsaid = Keep, !p.Known(profile.Trouble)
	for _, id := range []profile.ID{profile.LockstepChanges, profile.ReleaseBottleneck, profile.Tried} {
		if v := p.Get(id); v.List == nil && v.Bool() || slices.Contains(v.List, a.From) {
			a.Hints = append(a.Hints, id)
		}
	}
	r.weighTroubles(a, from, lead)
	a.Attempts = r.attempts(a.From)
	if from == lead {
		return a
	}
	r.weighLimits(a, from, lead)
	r.weighMoney(a, from, lead)
	if !a.Pays() {
		a.unpaid()
	}
	missed := func(id profile.ID) bool { return id != profile.BudgetMonthlyUSD } // which must pay back
	if len(a.Cures) > 0 || len(a.Stops) > 0 || slices.ContainsFunc(a.Misses, missed) || a.Pays() {
		a.Action = Move
		return a
	}
	a.Turns = r.turns(from, lead)
	return a
}

// Pays reports whether a move pays its effort back in time.
func (a *Advice) Pays() bool { return a.Payback > 0 && a.Payback <= paysWithin }

// aboutMoney are the troubles that only a saving cures.
func aboutMoney(trouble string) bool { return trouble == "cost" || trouble == "idle" }

// unpaid takes back what a move would do for money, since it does not pay itself
// back in time: a trouble with the bill stays.
func (a *Advice) unpaid() {
	for _, word := range a.Cures {
		if aboutMoney(word) {
			a.Remains = append(a.Remains, word)
		}
	}
	a.Cures = slices.DeleteFunc(a.Cures, aboutMoney)
}

// weighTroubles sorts the stated troubles by whether the rules on them favour the leader over what runs today.
func (r *reading) weighTroubles(a *Advice, from, lead int) {
	for _, t := range r.troubles(true, from, lead) {
		to := &a.Cures
		if t.favour < leastCure || from == lead {
			to = &a.Remains
		}
		*to = append(*to, t.word)
	}
	if r.Profile.Get(profile.ReleaseBottleneck).Bool() && from != lead && !slices.Contains(a.Cures, "releases") {
		if points := r.RulePoints(profile.ReleaseBottleneck, []float64{1})[0]; points[lead]-points[from] >= leastCure {
			a.Cures = append(a.Cures, "releases")
			a.Remains = slices.DeleteFunc(a.Remains, func(word string) bool { return word == "releases" })
		}
	}
}

// turns are the troubles that nobody stated for which the rules favour the leader most; none about money, which a move
// that does not pay back does not cure.
func (r *reading) turns(from, lead int) (words []string) {
	list := r.troubles(false, from, lead)
	slices.SortStableFunc(list, func(x, y trouble) int { return cmp.Compare(y.favour, x.favour) })
	for _, t := range list[:min(len(list), maxTurns)] {
		if t.favour >= leastCure && !aboutMoney(t.word) {
			words = append(words, t.word)
		}
	}
	return words
}

// trouble is a word of today.trouble with the points by which the rules on it favour the leader over what runs today.
type trouble struct {
	word   string
	favour float64
}

// troubles are those that were stated, or the others.
func (r *reading) troubles(stated bool, from, lead int) (list []trouble) {
	var values []float64
	for i, word := range profile.Trouble.Field().Options {
		if i > 0 && slices.Contains(r.Profile.Get(profile.Trouble).List, word) == stated { // 0 is none
			list, values = append(list, trouble{word: word}), append(values, math.Exp2(float64(i)))
		}
	}
	for i, points := range r.RulePoints(profile.Trouble, values) {
		list[i].favour = r.favour(points[:], from, lead)
	}
	return list
}

// favour is by how many points a rule favours the leader over what runs today; if that leads, the best of the others.
func (r *reading) favour(points []float64, from, lead int) float64 {
	best := math.Inf(-1)
	for i, p := range points {
		if i != from && (i == lead || from == lead && !r.RuledOut[i]) {
			best = max(best, p)
		}
	}
	return best - points[from]
}

// attempts are the cures of the pack for the stated troubles of a style.
func (r *reading) attempts(from string) (list []Attempt) {
	words := r.Profile.Get(profile.Trouble).List
	if r.Profile.Get(profile.ReleaseBottleneck).Bool() && !slices.Contains(words, "releases") {
		words = append(slices.Clone(words), "releases")
	}
	for _, word := range words {
		list = append(list, r.ex.cures()[[2]string{from, word}]...)
	}
	return list
}

// curesOf are all cures of the pack, by the style and its trouble.
func curesOf(p *rules.Pack) map[[2]string][]Attempt {
	all := map[[2]string][]Attempt{}
	for i := range p.Cures {
		c := &p.Cures[i]
		t, of := Attempt{Trouble: c.Trouble, Try: c.Try}, [2]string{c.Current, c.Trouble}
		for k := range c.Sources {
			t.Sources = append(t.Sources, p.Cite(c.Sources[k:k+1]))
		}
		all[of] = append(all[of], t)
	}
	return all
}

// weighLimits notes the gates and the stated targets that what runs today fails.
func (r *reading) weighLimits(a *Advice, from, lead int) {
	if r.RuledOut[from] {
		for g := range r.Advisor.Gates {
			if r.Advisor.Gates[g].Stops[from] && r.GateShare[g] == 1 {
				a.Stops = append(a.Stops, r.Advisor.Gates[g].ID)
			}
		}
	}
	est := &r.Centre().Est
	now := est[from]
	if v := r.Profile.Get(profile.TodayMonthlyUSD); v.Known() {
		now.CostMonthlyUSD = (v.Low + v.High) / 2
	}
	for _, t := range targets {
		if r.Profile.Known(t.id) && !t.met(&now, r.Central[t.id]) && t.met(&est[lead], r.Central[t.id]) {
			a.Misses = append(a.Misses, t.id)
		}
	}
}

// weighMoney compares what today's style and the leader cost to run, and what the move takes.
func (r *reading) weighMoney(a *Advice, from, lead int) {
	c := r.Centre()
	bill, stated := c.Est[from].CostMonthlyUSD, false
	if v := r.Profile.Get(profile.TodayMonthlyUSD); v.Known() {
		bill, stated = (v.Low+v.High)/2, true
	} else if r.Profile.Get(profile.PaidHost).Bool() {
		bill, stated = 0, true // it is paid for whatever runs on it
	}
	today := r.Values(advisor.Cost, from)
	if stated {
		today = slices.Repeat([]float64{bill}, len(today))
	}
	saved := minus(today, r.Values(advisor.Cost, lead))
	a.Saving = advisor.NewBand(saved, bill-c.Est[lead].CostMonthlyUSD)
	people := minus(r.Values(advisor.OpsUSD, from), r.Values(advisor.OpsUSD, lead))
	for k, heads := range minus(r.Values(advisor.OpsFTE, from), r.Values(advisor.OpsFTE, lead)) {
		people[k] = freed(people[k], heads)
	}
	a.People = advisor.NewBand(people, freed(c.Est[from].OpsMonthlyUSD-c.Est[lead].OpsMonthlyUSD, c.Est[from].OpsFTE-c.Est[lead].OpsFTE))
	for k := range people {
		people[k] += saved[k]
	}
	a.Together = advisor.NewBand(people, a.Saving.Expected+a.People.Expected)
	effort := advisor.NewBand(r.Values(advisor.Effort, lead), c.Est[lead].MigrationFTE)
	days := effort.Expected * daysOfMonth
	a.Effort = [2]float64{effort.Low * daysOfMonth, effort.High * daysOfMonth}
	if v := r.Profile.Get(profile.EffortDays); v.Known() {
		days, a.Effort = (v.Low+v.High)/2, [2]float64{v.Low, v.High}
	}
	day := r.Central[profile.EngineerMonthUSD] / daysOfMonth
	a.Spent = [2]float64{a.Effort[0] * day, a.Effort[1] * day}
	if saving := a.Together.Expected; saving > 0 && days > 0 {
		a.Payback = days * day / saving
	}
}

func minus(a, b []float64) []float64 {
	out := make([]float64, len(a))
	for k := range a {
		out[k] = a[k] - b[k]
	}
	return out
}

// freed is what less work for people saves: only whole people can be given other work. More work costs in full.
func freed(usd, people float64) float64 {
	if people <= 0 {
		return usd
	}
	return usd * math.Floor(people) / people
}
