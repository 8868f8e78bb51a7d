package precedent

import (
	"fmt"
	"io/fs"
	"math"
	"path"

	"github.com/BurntSushi/toml"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// Case is a documented decision: a profile of what was known before it, and
// what turned out right.
type Case struct {
	ID           string `toml:"id"`
	Label        string `toml:"label"`
	Rejected     string `toml:"rejected"`
	Confidence   string `toml:"confidence"`
	Organisation string `toml:"organisation"`
	Source       string `toml:"source"`
	Profile      *profile.Profile
}

// LoadCases reads labels.toml and profiles/ID.toml (or ID.toml) beside it.
func LoadCases(fsys fs.FS) ([]Case, error) {
	data, err := fs.ReadFile(fsys, "labels.toml")
	if err != nil {
		return nil, fmt.Errorf("read labels.toml: %w", err)
	}
	var file struct {
		Case []Case `toml:"case"`
	}
	if err := toml.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("labels.toml: %w", err)
	}
	for i := range file.Case {
		c := &file.Case[i]
		if _, ok := advisor.Architecture(c.Label); !ok {
			return nil, fmt.Errorf("labels.toml: case %q: label %q is none of monolith, microservices, serverless", c.ID, c.Label)
		}
		if c.Profile, err = caseProfile(fsys, c.ID); err != nil {
			return nil, err
		}
	}
	return file.Case, nil
}

func caseProfile(fsys fs.FS, id string) (*profile.Profile, error) {
	for _, name := range []string{path.Join("profiles", id+".toml"), id + ".toml"} {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			continue
		}
		list, errs := profile.Decode(data, name)
		if len(errs) > 0 {
			return nil, errs
		}
		if len(list) != 1 {
			return nil, fmt.Errorf("%s: a case is one profile, this file holds %d", name, len(list))
		}
		return list[0], nil
	}
	return nil, fmt.Errorf("case %q: no profiles/%s.toml", id, id)
}

// Scored is a case beside what the program says of it.
type Scored struct {
	Case
	Decision *advisor.Decision
	Shares   [numOptions]float64 // probabilities by estimate.Architecture
	Right    bool
	Brier    float64 // 0..2
	Fields   int     // known fields
}

// Calibration is how the stated shares compare with what turned out right.
type Calibration struct {
	Cases       []Scored
	Right       int
	Brier       float64
	Recommended int // verdicts that are a plain recommendation
	WrongSure   int // of these, wrong
	LeadsLeft   int // cases in which the style that the team left leads
	ByLabel     map[string][2]int
	Bins        []CalibrationBin
	Reliability float64
	Resolution  float64
	Uncertainty float64
}

// CalibrationBin groups leaders by their stated probability.
type CalibrationBin struct {
	From, To float64
	N        int
	Stated   float64 // mean probability
	Right    float64 // share that was right
}

// Calibrate scores labelled cases.
func Calibrate(a *advisor.Advisor, cases []Case, o advisor.Options) *Calibration {
	scored := make([]Scored, len(cases))
	advisor.Parallel(len(cases), func(i int) { scored[i] = scoreCase(a, cases[i], o) })
	c := &Calibration{Cases: scored, ByLabel: map[string][2]int{}}
	for i := range scored {
		c.count(&scored[i])
	}
	c.Brier /= math.Max(1, float64(len(scored)))
	c.bin()
	return c
}

func scoreCase(a *advisor.Advisor, k Case, o advisor.Options) Scored {
	s := Scored{Case: k, Decision: a.Advise(k.Profile, o), Fields: len(k.Profile.Answered())}
	for _, r := range s.Decision.Ranking {
		s.Shares[r.Arch] = r.Probability
	}
	label, _ := advisor.Architecture(k.Label)
	s.Brier = brierClasses(s.Shares[:], label)
	s.Right = s.Decision.Recommendation == k.Label
	return s
}

func (c *Calibration) count(s *Scored) {
	c.Brier += s.Brier
	l := c.ByLabel[s.Label]
	l[1]++
	if s.Right {
		c.Right++
		l[0]++
	}
	c.ByLabel[s.Label] = l
	if s.Decision.Verdict == advisor.Recommended {
		c.Recommended++
		if !s.Right {
			c.WrongSure++
		}
	}
	if s.Rejected != "" && s.Decision.Recommendation == s.Rejected {
		c.LeadsLeft++
	}
}

// bin fills the reliability table of the leaders' probabilities.
func (c *Calibration) bin() {
	edges := []float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.000001}
	var murphyBins []reliabilityBin
	for i := 0; i+1 < len(edges); i++ {
		b := CalibrationBin{From: edges[i], To: math.Min(1, edges[i+1])}
		hits := 0.0
		for k := range c.Cases {
			if w := c.Cases[k].Decision.Probability; w >= edges[i] && w < edges[i+1] {
				b.N++
				b.Stated += w
				if c.Cases[k].Right {
					hits++
				}
			}
		}
		if b.N > 0 {
			b.Stated, b.Right = b.Stated/float64(b.N), hits/float64(b.N)
			murphyBins = append(murphyBins, reliabilityBin{b.Stated, float64(b.N), hits})
		}
		c.Bins = append(c.Bins, b)
	}
	if len(murphyBins) > 0 {
		c.Reliability, c.Resolution, c.Uncertainty = murphy(murphyBins)
	}
}

const numOptions = estimate.NumArchitectures
