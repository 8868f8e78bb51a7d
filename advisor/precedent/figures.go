package precedent

import (
	"context"
	"crypto/sha256"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/rules/numeral"
)

const digits = 4 // how many significant ones are written, so that nothing depends on the last bits of a sum

// Count are the figures of quality of a group of documented decisions, each counting as one.
type Count struct {
	Cases            int     `json:"cases"`
	Top1             float64 `json:"top1"`  // share in which the leader was right
	Brier            float64 `json:"brier"` // 0 (best) to 2; one third for each option is 0.667
	Recommended      int     `json:"recommended"`
	RecommendedWrong int     `json:"recommended_wrong"`
}

// Figures are the figures of quality of all, by label and by folder, and of each band of probability.
type Figures struct {
	Count
	ByLabel     map[string]Count `json:"by_label"`
	ByFolder    map[string]Count `json:"by_folder"`
	Reliability []Band           `json:"reliability"`
}

// Band counts decisions by the probability of their leader.
type Band struct {
	advisor.Reliability
	Stated float64 `json:"stated"` // mean probability of these leaders
}

// Report says how good a pack is on documented decisions: learned from others, and learned from them all.
type Report struct {
	Cases          int     `json:"cases"`
	CrossValidated Figures `json:"cross_validated"`
	Resubstitution Figures `json:"resubstitution"`
}

// figuresOf are those of the examples that count, nil for all: judged tells what is said of one, and the probability of a
// plain recommendation.
func figuresOf(examples []*example, count func(*Case) bool, judged func(i int) (j *judgement, enough float64)) Figures {
	f := Figures{ByLabel: map[string]Count{}, ByFolder: map[string]Count{}}
	var sureness, agreed []float64
	for i, x := range examples {
		if count != nil && !count(x.Case) {
			continue
		}
		j, enough := judged(i)
		one := Count{Cases: 1, Brier: brierClasses(j.probability, x.label)}
		if j.leader == x.label {
			one.Top1 = 1
		}
		if j.plain && j.sureness() >= enough {
			one.Recommended, one.RecommendedWrong = 1, 1-int(one.Top1)
		}
		name := estimate.Architecture(x.label).String()
		f.Count = f.plus(one)
		f.ByLabel[name], f.ByFolder[x.Folder] = f.ByLabel[name].plus(one), f.ByFolder[x.Folder].plus(one)
		sureness, agreed = append(sureness, j.sureness()), append(agreed, one.Top1)
	}
	f.Count, f.Reliability = f.mean(), bands(sureness, agreed)
	for _, group := range []map[string]Count{f.ByLabel, f.ByFolder} {
		for name, c := range group {
			group[name] = c.mean()
		}
	}
	return f
}

func (c Count) plus(d Count) Count {
	return Count{c.Cases + d.Cases, c.Top1 + d.Top1, c.Brier + d.Brier, c.Recommended + d.Recommended, c.RecommendedWrong + d.RecommendedWrong}
}

// mean turns sums into means, to four digits.
func (c Count) mean() Count {
	n := math.Max(1, float64(c.Cases))
	c.Top1, c.Brier = numeral.Round(c.Top1/n, digits), numeral.Round(c.Brier/n, digits)
	return c
}

var bandEdges = []float64{0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1} // those of the bands of probability

const leastInBand = 30 // how many decisions a band holds at least: of fewer, chance alone moves the share that agreed by a tenth

// bands group leaders by their probability. A band with few decisions is joined with its neighbour, and so are two of
// which the surer one was right less often: that is chance, and would tell readers that sureness means less.
func bands(sureness, agreed []float64) []Band {
	out := []Band{}
	for i := 0; i+1 < len(bandEdges); i++ {
		b := Band{Reliability: advisor.Reliability{From: bandEdges[i], To: bandEdges[i+1]}}
		for k, p := range sureness {
			if p >= b.From && (p < b.To || b.To == 1) {
				b.Cases++
				b.Agreed += int(agreed[k])
				b.Stated += p
			}
		}
		for n := len(out); n > 0; n-- {
			a := out[n-1]
			if a.Cases >= leastInBand && b.Cases >= leastInBand && a.Agreed*b.Cases <= b.Agreed*a.Cases {
				break
			}
			b = Band{advisor.Reliability{From: a.From, To: b.To, Cases: a.Cases + b.Cases, Agreed: a.Agreed + b.Agreed}, a.Stated + b.Stated}
			out = out[:n-1]
		}
		out = append(out, b)
	}
	for i := range out {
		out[i].Stated = numeral.Round(out[i].Stated/math.Max(1, float64(out[i].Cases)), digits)
	}
	return out
}

// brierClasses is the multi-class Brier score of one forecast, 0..2: the squared distance from what came true.
func brierClasses(p [numOptions]float64, won int) float64 {
	p[won]--
	return dot(&p, &p)
}

const learningDraws = 48 // enough to learn from: with more, no figure of quality changes by a hundredth

// example is a documented decision in the form that strengths are learned from.
type example struct {
	*Case
	label    int // by estimate.Architecture
	weight   float64
	fold     int
	evidence *advisor.Evidence
}

// examplesOf evaluates cases with an advisor that has no strengths.
func examplesOf(ctx context.Context, a *advisor.Advisor, cases []*Case) []*example {
	out := make([]*example, len(cases))
	advisor.Parallel(len(cases), func(i int) {
		if ctx.Err() != nil {
			return // which Learn tells
		}
		c := cases[i]
		out[i] = &example{c, c.Architecture(), c.weight(), int(sha256.Sum256([]byte(c.Organisation))[0]) % folds, a.Evidence(c.Profile, learningDraws)}
	})
	return out
}

// judgement is what strengths say of a profile, as the advisor would.
type judgement struct {
	probability [numOptions]float64
	leader      int  // by score; -1 if every option is ruled out
	plain       bool // nothing but its probability keeps the leader from a plain recommendation
}

func (j *judgement) sureness() float64 {
	if j.leader < 0 {
		return 0
	}
	return j.probability[j.leader]
}

// eachDraw calls with the values of the options in each draw, in points.
func (m *learned) eachDraw(x *example, with func(k int, value *[numOptions]float64)) {
	e, fixed := x.evidence, m.base
	m.space.eachStated(x, func(at int, weight float64) { floats.AddScaled(fixed[:], weight, m.traits[at][:]) })
	advisor.AddVotes(e.Fixed, m.strength, &fixed)
	for k := range e.Draws {
		value := fixed
		advisor.AddVotes(e.Draws[k].Votes, m.strength, &value)
		with(k, &value)
	}
}

// judge is the probability that the draws give, and the leader by mean value among the options that some draw leaves.
func (m *learned) judge(x *example, gateRisk float64) (j judgement) {
	var score, stopped [numOptions]float64
	e := x.evidence
	shares := make(advisor.Shares, len(e.Draws))
	m.eachDraw(x, func(k int, value *[numOptions]float64) {
		shares[k] = advisor.LogitShares(value, &e.Draws[k].Out)
		for o := range score {
			score[o] += value[o]
			if e.Draws[k].Out[o] {
				stopped[o]++
			}
		}
	})
	j.leader, j.probability = -1, shares.Confidence().Probability
	draws := float64(len(e.Draws))
	for o := range score {
		if stopped[o] < draws && (j.leader < 0 || score[o] > score[j.leader]) {
			j.leader = o
		}
	}
	j.plain = j.leader >= 0 && stopped[j.leader] <= gateRisk*draws && j.sureness() >= slices.Max(j.probability[:])
	return j
}
