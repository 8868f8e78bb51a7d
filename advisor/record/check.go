package record

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/compose"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// Checker scores recorded decisions again. It is safe for concurrent use if its functions are.
type Checker struct {
	Advise  func(*profile.Profile, advisor.Options) *explain.Decision
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
	Unset      State = "unset"   // sound, but what is to be set contradicts what it states
)

// Row is the answer of check for one file. The keys are those of its JSON.
type Row struct {
	File        string          `json:"file"`
	Number      int             `json:"number"`
	Title       string          `json:"title"`
	Recorded    string          `json:"recorded"`
	Now         string          `json:"now"` // "" if no option is feasible any more
	Verdict     advisor.Verdict `json:"verdict"`
	Holds       bool            `json:"holds"`
	Because     string          `json:"because"` // what changed; for a record that holds, what is worth knowing
	Fault       *source.Fault   `json:"error,omitempty"`
	Warnings    []string        `json:"warnings,omitempty"` // numbers, links and prices that do not fit
	Line        int             `json:"-"`                  // where to point at: the profile in the record, or what is at fault
	State       State           `json:"-"`
	Status      string          `json:"-"` // of the record, one word
	Still       string          `json:"-"` // of a drifted one whose option leads still: what did not hold, in two words
	Probability float64         `json:"-"` // now
}

// Check reads one file and says whether its decision still holds.
func (c Checker) Check(file string, data []byte) Row {
	row := Row{File: file}
	r, err := c.read(file, data)
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
	if e := (source.Fault{}); errors.As(err, &e) {
		return row.unreadable(e.Line, e.Message)
	}
	p, now, err := c.again(r, err)
	if errors.As(err, new(*SetError)) {
		row.State, row.Because = Unset, err.Error()
		return row
	}
	if err != nil {
		return row.unreadable(0, err.Error())
	}
	if c.Remark != nil {
		row.Warnings = slices.DeleteFunc([]string{c.Remark(p)}, func(s string) bool { return s == "" })
	}
	moved := r.moved(c.mixture(p))
	row = row.judge(r, now, len(moved) == 0)
	if row.State == Drifted {
		row.Because = whatChanged(r, c.detailed(p), c.Set, append(moved, slices.DeleteFunc([]string{row.Because}, func(s string) bool { return s == "" })...))
	}
	return row
}

// read is Parse, to which a record of a newer program is unreadable.
func (c Checker) read(file string, data []byte) (*Record, error) {
	r, err := Parse(data, file)
	if token.Newer(r.Version, c.Version) {
		err = r.fault(0, fmt.Sprintf("written by archadvisor %s, which is newer than this program (%s)", say.Line(r.Version), say.Line(c.Version)))
	}
	return r, err
}

// again decides the profile of a record that was read without an error, with the new measurements in it.
func (c Checker) again(r *Record, err error) (*profile.Profile, *explain.Decision, error) {
	if err != nil {
		return nil, nil, err
	}
	p := r.Profile.Clone()
	for _, assignment := range c.Set {
		if err := compose.SetString(p, assignment); err != nil {
			return nil, nil, &SetError{fmt.Errorf("--set %s: %w", say.Line(assignment), err)}
		}
	}
	if errs := p.Validate(); len(errs) > 0 {
		return nil, nil, &SetError{errors.New("with --set, " + say.Line(errs[0].Message))}
	}
	return p, c.Advise(p, c.Options), nil
}

// detailed is a decision with what each statement says, which takes long: only a changed answer is asked for it.
func (c Checker) detailed(p *profile.Profile) *explain.Decision {
	options := c.Options
	options.Detail = true
	return c.Advise(p, options)
}

// SetError is a fault of the new measurements, not of the record that they are for.
type SetError struct{ error }

func (c Checker) mixture(p *profile.Profile) *mixture.Mixture {
	if c.Mixture == nil || len(p.Components()) == 0 {
		return nil
	}
	return c.Mixture(p)
}

func (row Row) unreadable(line int, message string) Row {
	row.State, row.Holds, row.Because, row.Line = Unreadable, false, message, line
	row.Fault = &source.Fault{Spot: source.Spot{Line: line}, Message: message}
	return row
}

// judge compares what was recorded with what is said today. A decision holds if the same option leads and every
// component stays where it is, unless it was recommended plainly, is not any more, and another option is within reach.
// Where the recorded lines are gone, nothing is left that could hold.
func (row Row) judge(r *Record, now *explain.Decision, stays bool) Row {
	row.Now, row.Verdict, row.Probability = now.Recommendation, now.Verdict, now.Probability
	same := row.Now != "" && row.Recorded == row.Now
	if same && r.Verdict != "" && r.Verdict != now.Verdict {
		row.Because = say.Text(say.OtherVerdict, r.Verdict, numeral.ProbabilityInWords(r.Probability), now.Verdict, numeral.ProbabilityInWords(now.Probability))
	}
	rival := now.RunnerUp()
	fell := r.Verdict == advisor.Recommended && now.Verdict != advisor.Recommended && rival != nil && say.WithinReach(now, rival)
	switch row.State = Drifted; {
	case same && !stays:
		row.Still = say.Text(say.PartsMoved)
	case same && fell:
		row.Still = say.Text(say.Fell)
	case same:
		row.Holds, row.State = true, Holds
	}
	return row
}

// Accept writes today's answer into the profile block of a record that a person has looked at again; what people wrote
// stays as it is. It returns nil for a file that is no record of the program's, and for one that check skips.
func (c Checker) Accept(file string, data []byte) ([]byte, error) {
	r, err := c.read(file, data)
	if err == ErrNotOurs || r.Skipped() {
		return nil, nil
	}
	p, now, err := c.again(r, err)
	if err != nil {
		return nil, err
	}
	if now.Recommendation == "" {
		return nil, fmt.Errorf("%s: no option passes any more, so there is nothing to accept", say.Line(file))
	}
	return withBlock(data, file, blockOf(c.detailed(p), p, c.mixture(p)))
}

func withBlock(data []byte, file, block string) ([]byte, error) {
	text := page.Text(data)
	if page.IsJSON(text) {
		var f jsonFile
		_ = json.Unmarshal(data, &f) // was read before
		old, _ := json.Marshal(f.ADR.CustomSections[jsonKey])
		fresh, _ := json.Marshal(block) // texts can be written
		if !bytes.Contains(data, old) {
			return nil, fmt.Errorf("%s: the profile in custom_sections is not spelt as it was written, so it cannot be replaced", say.Line(file))
		}
		return bytes.Replace(data, old, fresh, 1), nil
	}
	lines := strings.Split(text, "\n")
	old := findBlock(lines)
	fresh := strings.Split(strings.TrimSuffix(block, "\n"), "\n")
	for i := range fresh {
		fresh[i] = strings.TrimRight(old.prefix+fresh[i], " \t")
	}
	return page.Like(data, strings.Join(slices.Replace(lines, old.from, old.to, fresh...), "\n")), nil
}

// How much must change to be worth a word, and how many changes are told.
const (
	leastShift    = 0.5 // points between the two options
	maxStatements = 3
	maxEstimates  = 3
)

// whatChanged tells behind parts why another option leads now: what was measured anew, which statements moved the lead,
// which estimates changed, and whether the rules or prices did; if none of it, why it leads.
func whatChanged(r *Record, now *explain.Decision, set, parts []string) string {
	parts = append(parts, say.Each(set, func(s string) string { return "--set " + say.Line(s) })...)
	if r.Edited {
		parts = append(parts, say.Text(say.Edited))
	}
	parts = slices.Concat(parts, statementChanges(r, now), estimateChanges(r, now))
	if r.PackHash != "" && r.PackHash != now.PackHash {
		parts = append(parts, say.Text(say.OtherPack, say.Line(r.Pack), say.Line(now.Pack)))
	}
	if r.Prices != "" && r.Prices != now.Prices {
		parts = append(parts, say.Text(say.OtherPrices, say.Line(r.Prices), say.Line(now.Prices)))
	}
	if len(parts) == 0 {
		p := paper.Paper{Decision: now, Profile: r.Profile}
		parts = say.All(now.Reasons[:min(len(now.Reasons), maxStatements)], func(n *explain.Reason) string {
			return say.Line(n.ID) + ": " + p.Reason(n)
		})
	}
	return strings.Join(parts, "; ")
}

type difference struct {
	text string
	by   float64
}

func largest(changes []difference, most int) []string {
	slices.SortStableFunc(changes, func(a, b difference) int { return cmp.Compare(b.by, a.by) })
	return say.Each(changes[:min(len(changes), most)], func(c difference) string { return c.text })
}

// statementChanges names the statements that moved most of the lead.
func statementChanges(r *Record, now *explain.Decision) []string {
	if len(r.points) == 0 {
		return nil
	}
	from, to := architectureIndex(r.Recommendation), architectureIndex(now.Recommendation)
	if rival := now.RunnerUp(); from == to && rival != nil {
		to = architectureIndex(rival.Architecture)
	}
	lead := func(points [3]float64) (v float64) { // of the option that leads now; one that does not exist counts nothing
		if to >= 0 {
			v += points[to]
		}
		if from >= 0 {
			v -= points[from]
		}
		return v
	}
	today := pointsOf(now)
	for id, was := range r.points {
		s := today[id]
		s.Was = was
		today[id] = s
	}
	var changes []difference
	for _, id := range slices.Sorted(maps.Keys(today)) {
		s := today[id]
		s.ID = id
		// where no option is left, only what rules them out tells why
		if by := lead(s.Now) - lead(s.Was); by >= leastShift && (to >= 0 || s.Kind == "gate") {
			changes = append(changes, difference{s.String(), by})
		}
	}
	return largest(changes, maxStatements)
}

// estimateChanges names the figures that changed most, in the order of quantities, then of architectures.
func estimateChanges(r *Record, now *explain.Decision) []string {
	var changes []difference
	for _, id := range quantities[1:] {
		was, ok := r.figures[id]
		q := say.QuantityOf(id)
		for i, a := range profile.Architectures {
			is := q.Value(now.Option(a))
			if by, worth := q.Changed(was[i], is); ok && worth && (a == r.Recommendation || a == now.Recommendation) {
				changes = append(changes, difference{q.Was(a, was[i], is), by})
			}
		}
	}
	return largest(changes, maxEstimates)
}
