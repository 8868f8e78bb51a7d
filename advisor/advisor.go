package advisor

import (
	"fmt"
	"sync"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/fact"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// maxCriteria bounds the criteria of a pack, user packs included.
const maxCriteria = 16

// Advisor is a pack, a set of price books and the models, ready to answer. It
// is immutable after New and safe for concurrent use.
type Advisor struct {
	version    string
	pack       *rules.Pack
	program    *rules.Program
	prices     *pricing.Catalogue
	models     *estimate.Estimator
	facts      *fact.Table
	Settings   Settings
	Criteria   []Criterion
	Statements []Statement
	measures   []Statement // of these
	rules      []Statement
	Gates      []Gate
	blank      opinions                // where nothing is known
	reads      [profile.NumFields]bool // the fields that matter to the pack
	start      [numOptions]float64     // points that each option starts with
	learned    *Strengths

	assumed       sync.Map  // the shared ones by seed and draws: see assumed
	scratch       sync.Pool // of *evaluator
	limitsByCloud []estimate.Limits
	packHash      string
}

// Criterion is a criterion of the pack with the profile field that weighs it.
type Criterion struct {
	ID    string
	Field profile.ID // the priority; Schema if no field weighs it
}

// Gate is a gate in scoring form.
type Gate struct {
	ID    string
	Stops [numOptions]bool
	needs profile.ID // fires only if this field is stated; Schema if none
	Field profile.ID // worth asking when undecided; Schema if none

	Estimated bool // reads an estimate, so that shapes may differ
}

// Options say how a decision is computed.
type Options struct {
	Draws int    // Adaptive, 0 for one evaluation at the central inputs, or a fixed number
	Seed  uint64 // 0 is the program's own

	// Detail fills the Contributions of every option, which an explanation always does.
	Detail bool

	near []modelled // the estimates of a profile that differs little, by draw
}

// AtMost are the options with no more than n draws: a prefix of the same ones.
func (o Options) AtMost(n int) Options {
	if o.Draws < 0 || o.Draws > n {
		o.Draws = n
	}
	return o
}

// SeedOfDraws is the seed of the draws: the program's own if none is given.
func (o Options) SeedOfDraws() uint64 {
	if o.Seed == 0 {
		return DefaultSeed
	}
	return o.Seed
}

// Adaptive draws: MinDraws, doubled up to 2,048 while a threshold of the verdict
// lies within the precision of what is compared with it.
const Adaptive = -1

// Default is how the commands decide when no flag says otherwise.
var Default = Options{Draws: Adaptive}

// New compiles the pack against the schema of facts and resolves every price. Without learned strengths every
// statement acts as it is written. It reports the first fault; lint reports them all.
func New(pack *rules.Pack, learned *Strengths, prices *pricing.Catalogue, version string) (*Advisor, error) {
	program, issues := rules.Compile(strengthened(pack, learned), fact.Schema())
	for _, i := range issues {
		if i.Severity == rules.Error {
			return nil, fmt.Errorf("pack %s: %w", pack.Name, i)
		}
	}
	set, err := readSettings(pack, learned)
	if err != nil {
		return nil, err
	}
	a := &Advisor{version: version, pack: pack, program: program, prices: prices,
		models: estimate.New(prices), facts: fact.New(), Settings: set, learned: learned, start: learned.base()}
	if err := a.bind(); err != nil {
		return nil, err
	}
	a.reads = a.readFields()
	a.scratch.New = func() any { return newEvaluator(a) }
	return a, nil
}

// Pack returns the rule pack in force.
func (a *Advisor) Pack() *rules.Pack { return a.pack }

// Program returns the compiled pack.
func (a *Advisor) Program() *rules.Program { return a.program }

// Models returns the estimator, for those who show shapes and bills.
func (a *Advisor) Models() *estimate.Estimator { return a.models }

// Prices returns the price books in force.
func (a *Advisor) Prices() *pricing.Catalogue { return a.prices }

// Strengths returns what the strengths in force were learned as, nil if nothing was.
func (a *Advisor) Strengths() *Strengths { return a.learned }
