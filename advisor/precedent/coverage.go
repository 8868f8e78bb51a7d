package precedent

import (
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// Coverage is the reach of a rule base over profiles: is an option or a rule dead, does every question matter?
type Coverage struct {
	Population int    `json:"population"`
	Known      int    `json:"known"` // fields known per profile; 0: all of them
	Seed       uint64 `json:"seed"`

	Leads       map[string]float64 `json:"leads"`             // share by architecture
	Recommended map[string]float64 `json:"recommended"`       // share by architecture, of all profiles
	SmallTeams  map[string]float64 `json:"leads_small_teams"` // leads among profiles below 20 engineers
	Verdicts    map[string]float64 `json:"verdicts"`
	ExactTies   int                `json:"exact_ties"`
	NearTies    float64            `json:"near_ties"` // share with the top two within one point

	Statements []StatementReach `json:"statements"`
	Swings     []CriterionSwing `json:"swings"`
	Gates      []StatementReach `json:"gates"`
	Unread     []string         `json:"unread"` // fields that no statement, model or plan reads
}

// StatementReach says how often a statement fires and how often it decides.
type StatementReach struct {
	ID      string  `json:"id"`
	Fires   float64 `json:"fires"` // share of profiles in which it fires, in any draw
	Always  bool    `json:"always"`
	Decides float64 `json:"decides"` // share of profiles whose leader it carries
	Spread  float64 `json:"spread"`  // mean points between the options that it moves most
}

// CriterionSwing is the 95th percentile of best minus worst option, in points before importances.
type CriterionSwing struct {
	Criterion string  `json:"criterion"`
	P95       float64 `json:"p95"`
}

const smallTeam = 20                           // the head-count below which microservices are expected to be rare
const populationSeed = advisor.DefaultSeed + 7 // not the seed of the draws, so that profiles and draws are independent

// Cover decides n profiles of the population on all cores. known is how many fields each states; 0 is all.
func Cover(a *advisor.Advisor, n, known int, o advisor.Options) *Coverage {
	results := make([]reach, n)
	advisor.Parallel(n, func(i int) {
		p := Population(populationSeed, i)
		if known > 0 {
			p = Sparse(p, populationSeed, i, known)
		}
		results[i] = reachOf(a, p, o)
	})
	return coverage(a, results, known)
}

// reach is what one profile says of the rule base.
type reach struct {
	lead      int
	verdict   advisor.Verdict
	small     bool
	gap       float64
	fired     []bool
	carries   []bool
	spread    []float64
	criterion []float64
}

func reachOf(a *advisor.Advisor, p *profile.Profile, o advisor.Options) reach {
	r := a.Draw(p, o)
	defer r.Done()
	x := reach{lead: r.Leader(), verdict: r.Verdict(), gap: math.Inf(1)}
	order := r.Ranking()
	if x.lead < 0 {
		x.lead = order[0]
	}
	if !r.RuledOut[order[1]] {
		x.gap = r.Score[order[0]] - r.Score[order[1]]
	}
	x.small = r.Central[profile.Engineers] < smallTeam
	for i := range a.Statements {
		state, _ := r.State(i)
		without := r.LeaderWithout(i)
		x.fired, x.carries = append(x.fired, state != advisor.Asleep), append(x.carries, without >= 0 && without != x.lead)
		x.spread = append(x.spread, spread(func(o int) float64 { return r.Contribution(i, o) }))
	}
	values := r.MeanValues()
	for c := range a.Criteria {
		x.criterion = append(x.criterion, spread(func(o int) float64 { return values[o][c] }))
	}
	return x
}

func spread(of func(o int) float64) float64 {
	return max(of(0), of(1), of(2)) - min(of(0), of(1), of(2))
}

func coverage(a *advisor.Advisor, results []reach, known int) *Coverage {
	c := &Coverage{Population: len(results), Known: known, Seed: populationSeed,
		Leads: map[string]float64{}, Recommended: map[string]float64{}, SmallTeams: map[string]float64{},
		Verdicts: map[string]float64{}, Unread: unread(a), Gates: []StatementReach{}, Statements: []StatementReach{}, Swings: []CriterionSwing{}}
	all, small := 1/float64(len(results)), 1/max(1, count(results, func(x *reach) bool { return x.small }))
	for i := range results {
		x := &results[i]
		name := estimate.Architecture(x.lead).String()
		if x.verdict != advisor.Infeasible {
			c.Leads[name] += all
		}
		if x.verdict == advisor.Recommended {
			c.Recommended[name] += all
		}
		if x.small {
			c.SmallTeams[name] += small
		}
		c.Verdicts[string(x.verdict)] += all
	}
	c.ExactTies = int(count(results, func(x *reach) bool { return x.gap == 0 }))
	c.NearTies = all * count(results, func(x *reach) bool { return x.gap < advisor.NearTie })
	for i := range a.Statements {
		fires := count(results, func(x *reach) bool { return x.fired[i] })
		s := StatementReach{ID: a.Statements[i].ID, Fires: all * fires, Always: int(fires) == len(results),
			Decides: all * count(results, func(x *reach) bool { return x.carries[i] })}
		for k := range results {
			s.Spread += results[k].spread[i] * all
		}
		if a.Statements[i].Kind == advisor.KindGate {
			c.Gates = append(c.Gates, s)
			continue
		}
		c.Statements = append(c.Statements, s)
	}
	for i, cr := range a.Criteria {
		values := make([]float64, len(results))
		for k := range results {
			values[k] = results[k].criterion[i]
		}
		c.Swings = append(c.Swings, CriterionSwing{cr.ID, distribution.Percentile(values, 0.95)})
	}
	return c
}

// count is how many profiles are so.
func count(results []reach, so func(*reach) bool) (n float64) {
	for i := range results {
		if so(&results[i]) {
			n++
		}
	}
	return n
}

// unread are the fields that nothing reads: no statement of the pack, no model behind one, no plan.
func unread(a *advisor.Advisor) []string {
	planned := []profile.ID{profile.Current, profile.ServicesNow, profile.Exclude}
	list := names(profile.Where(func(f *profile.Field) bool { return !slices.Contains(planned, f.ID) && !a.Reads(f.ID) }))
	slices.Sort(list)
	return list
}
