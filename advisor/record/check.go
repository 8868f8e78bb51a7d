package record

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/compose"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
)

// Adviser scores a profile: what check needs of an *advisor.Advisor.
type Adviser interface {
	Advise(*profile.Profile, advisor.Options) *explain.Decision
}

// Checker scores recorded decisions again. It is safe for concurrent use if
// its Adviser is.
type Checker struct {
	Adviser Adviser
	Mixture func(*profile.Profile) *mixture.Mixture // nil of a profile without components
	Version string                                  // of this program; a record of a newer one is unreadable
	Remark  func(*profile.Profile) string           // what qualifies a decision, "" if nothing does
	Set     []string                                // new measurements: section.field=value
	Options advisor.Options                         // how to score
}

// State is what became of a recorded decision.
type State string

// The states.
const (
	Holds      State = "holds"
	Drifted    State = "drifted"
	Unreadable State = "unreadable"
	Skipped    State = "skipped" // superseded, rejected or deprecated
	Foreign    State = "foreign" // not a record of this program
)

// Row is the answer of check for one file. The keys are those of
// its JSON.
type Row struct {
	File        string          `json:"file"`
	Number      int             `json:"number"`
	Title       string          `json:"title"`
	Recorded    string          `json:"recorded"`
	Now         string          `json:"now"` // "" if no option is feasible any more
	Verdict     advisor.Verdict `json:"verdict"`
	Holds       bool            `json:"holds"`
	Because     string          `json:"because"` // what changed; for a record that holds, what is worth knowing
	Fault       *Fault          `json:"error,omitempty"`
	Warnings    []string        `json:"warnings,omitempty"` // numbers, links and prices that do not fit
	Line        int             `json:"-"`                  // where to point at: the profile in the record, or what is at fault
	State       State           `json:"-"`
	Status      string          `json:"-"` // of the record, one word
	Probability float64         `json:"-"` // now
}

// Fault is why a record is unreadable.
type Fault struct {
	Line    int    `json:"line,omitempty"`
	Message string `json:"message"`
}

// Check reads one file and says whether its decision still holds.
func (c Checker) Check(file string, data []byte) Row {
	row := Row{File: file}
	r, err := Parse(data, file)
	if errors.Is(err, ErrNotOurs) {
		row.State = Foreign
		return row
	}
	row.Number, row.Title, row.Recorded, row.Line = r.Number, r.Title, r.Recommendation, r.blockLine
	row.Status, _, _ = strings.Cut(say.Line(r.Status), " ")
	if r.Skipped() {
		row.State = Skipped
		return row
	}
	if token.Newer(r.Version, c.Version) {
		return row.unreadable(0, fmt.Sprintf("written by archadvisor %s, which is newer than this program (%s)", say.Line(r.Version), say.Line(c.Version)))
	}
	if err != nil {
		var e *Error
		if errors.As(err, &e) {
			return row.unreadable(e.Line, e.Message)
		}
		return row.unreadable(0, err.Error())
	}
	p, err := c.measured(r.Profile)
	if err != nil {
		return row.unreadable(0, err.Error())
	}
	if c.Remark != nil {
		row.Warnings = slices.DeleteFunc([]string{c.Remark(p)}, func(s string) bool { return s == "" })
	}
	options := c.Options
	options.Detail = true // what changed is told by statement
	now := c.Adviser.Advise(p, options)
	moved := r.moved(c.mixture(p))
	row = row.judge(r, now, len(moved) == 0)
	if row.State == Drifted {
		row.Because = whatChanged(r, now, c.Set, moved)
	}
	return row
}

// mixture decides a profile by its components, nil if it has none.
func (c Checker) mixture(p *profile.Profile) *mixture.Mixture {
	if c.Mixture == nil || len(p.Components()) == 0 {
		return nil
	}
	return c.Mixture(p)
}

// measured is the profile with the new measurements in it.
func (c Checker) measured(p *profile.Profile) (*profile.Profile, error) {
	p = p.Clone()
	for _, assignment := range c.Set {
		if err := compose.SetString(p, assignment); err != nil {
			return nil, fmt.Errorf("--set %s: %w", say.Line(assignment), err)
		}
	}
	if errs := p.Validate(); len(errs) > 0 {
		return nil, fmt.Errorf("with --set: %s", say.Line(errs[0].Message))
	}
	return p, nil
}

func (row Row) unreadable(line int, message string) Row {
	row.State, row.Holds, row.Because, row.Line = Unreadable, false, message, line
	row.Fault = &Fault{Line: line, Message: message}
	return row
}

// judge compares what was recorded with what is said today. A decision holds
// if the same option is recommended and every component stays where it is; a change of the verdict is mentioned.
func (row Row) judge(r *Record, now *explain.Decision, stays bool) Row {
	row.Now, row.Verdict, row.Probability = now.Recommendation, now.Verdict, now.Probability
	if row.Recorded == "" {
		row.Recorded = recordedByScore(r)
	}
	row.Holds = stays && row.Now != "" && (row.Recorded == row.Now || row.Recorded == "")
	if row.Holds {
		row.State = Holds
		if r.Verdict != "" && r.Verdict != now.Verdict {
			row.Because = say.OtherVerdict(string(r.Verdict), string(now.Verdict))
		}
		return row
	}
	row.State = Drifted
	return row
}

// recordedByScore is the option that led by the recorded scores, for a record
// whose line of the recommendation was removed by hand; "" if they are gone, too.
func recordedByScore(r *Record) string {
	best := ""
	if scores, ok := r.figures["score"]; ok {
		for i, a := range profile.Architectures {
			excluded := slices.Contains(r.Profile.Get(profile.Exclude).List, a)
			if !excluded && (best == "" || scores[i] > scores[architectureIndex(best)]) {
				best = a
			}
		}
	}
	return best
}
