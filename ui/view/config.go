package view

import (
	"context"
	"errors"
	"os"
	"time"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/measure"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// Config is everything that the screens are given.
type Config struct {
	Engine  session.Engine
	Session session.Session                         // to begin with
	Options advisor.Options                         // how decisions are computed
	Mixed   func(*profile.Profile) *mixture.Mixture // decides by components; nil of a profile without them
	Typing  advisor.Options                         // how they are computed while somebody types
	Theme   *theme.Theme
	In, Out *os.File // the terminal, of the drawn program only

	Measured measure.Known // values of the file that were measured
	File     string        // the profile file that was opened, "" if none
	Offers   []Offer       // of a plain start, the newest first
	// SavePath proposes a file for the answers about a workload of that name.
	SavePath func(name string) string

	// Pause is how long no key must be pressed before slower computations start,
	// such as the search for flips in what-if.
	Pause time.Duration
	Mouse bool // clicks and the wheel are taken

	Opened   bool               // the answers are those of a file: begin with their result if they suffice
	Examples []*profile.Profile // worked examples
	Demo     bool               // begin with these

	// Rule returns what the pack says of a statement.
	Rule func(id string) (Rule, bool)
	// Open reads another profile, to compare with.
	Open func(path string) (*profile.Profile, error)
	// Save writes answers to a file. It returns ErrExists if there is one and overwrite is false.
	Save func(path string, p *profile.Profile, overwrite bool) error
	// Export makes a decision record; nothing is written if r.Dry.
	Export func(ctx context.Context, r ExportRequest) (ExportResult, error)
	// Copy puts text on the clipboard. Nil: by OSC 52.
	Copy func(text string) error
}

// Mixture decides a profile by its components, nil if it has none.
func (c *Config) Mixture(p *profile.Profile) *mixture.Mixture {
	if len(p.Components()) == 0 {
		return nil
	}
	return c.Mixed(p)
}

// ErrExists is returned by Config.Save for a file that is there already.
var ErrExists = errors.New("there is a file of that name")

// Rule is a statement of the pack as its file has it.
type Rule struct {
	Measure   bool   // it values an estimate and has no condition
	Condition string // or the expression of a measure
	Points    string // "monolith +18, microservices -14"
	Source    string
	Where     string       // file:line
	Fields    []profile.ID // the questions that it rests on
}

// ExportRequest is what the export view asks for. Empty texts mean that the program chooses.
type ExportRequest struct {
	Profile     *profile.Profile
	Explanation *explain.Explanation
	Mixture     *mixture.Mixture // of a profile that has components
	Format      string           // auto, or the name of one of record.Formats
	Dir         string
	Number      string // auto, a number, or date
	Title       string
	Status      string
	Deciders    string
	Dry         bool // preview only
}

// ExportResult is a record, written or as it would be written.
type ExportResult struct {
	Path    string // where it is, or would be
	Text    string
	Note    string // why this format and folder
	Command string // the command line that does the same
}

// Offer is something begun before that a start may go on with.
type Offer struct {
	Title string // the name of the workload
	About string // how far it is, and since when
	Open  func() (s session.Session, file string, err error)
}

// Outcome is how a session of the screens ended.
type Outcome struct {
	Decision    *explain.Decision // the last one, nil if none was made
	Saved       []string          // profile files written
	Exported    []string          // decision records written
	Draft       string            // where to resume, "" if nothing was left open
	Interrupted bool              // ctrl+c, or a signal
}

// WithDraft is the outcome with the draft that is left to resume, if there is
// one: answers were changed, and no file holds them.
func (o Outcome) WithDraft(s session.Session) Outcome {
	if s.File() == "" && s.Changes() > 0 && s.Kept() {
		o.Draft = s.Draft()
	}
	return o
}
