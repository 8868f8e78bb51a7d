package record

import "archadvisor/advisor/say/paper"

// Document is the content of a record in plain text, the data of every template. No string in it is escaped,
// each is one line (Block alone has several), and texts end without a full stop unless they are called
// paragraphs. Lists may be empty.
type Document struct {
	// Head
	Title, Status, Date           string
	Number                        int
	ID                            string // the number as "0001"
	File                          string // base name of the record's file
	Deciders, Consulted, Informed []string
	Tags                          []string
	Supersedes                    []Ref

	// What is decided
	Name    string   // of the workload
	Summary string   // of the workload, may be empty
	Context []string // paragraphs
	Drivers []string // criteria, the one that tells most first

	// The outcome
	Stay         string    // paragraph that comes first where what runs today stays although another option leads
	Verdict      string    // recommended, close-call or not-enough-information
	Caveat       string    // paragraph that comes first unless the verdict is recommended
	Chosen       Option    //
	Others       []Option  // the rest, in the order of the ranking
	Options      []Option  // all three, in the order of the ranking
	Because      string    // why the chosen one: a clause
	Reasons      []string  // further reasons, sentences
	WhyNot       []string  // why not the others, sentences
	Costs        string    // sentence: what it is expected to cost in money and people
	Sure         string    // sentence: the probability, and the count behind it
	Good         []string  // consequences that were estimated, clauses
	Neutral      []string  // what is to be done first, clauses
	Bad          []string  //
	YStatement   string    // paragraph
	Comparison   []Figures // the table of figures, a row per quantity
	Ranges       string    // paragraph: what a range holds and which input it hangs on
	Staff        string    // paragraph: what the figures of people count
	Bill         string    // paragraph: the chosen option's largest items
	Confidence   string    // paragraph
	Objection    string    // paragraph: the strongest argument against, "" if none
	Assumptions  []string  // open fields that the advice rests on
	Revisit      []Trigger
	LookAgain    string    // paragraph: when to look again
	Statements   []Figures // of the pack, those that moved the decision, with their points
	Notes        []string  // paragraphs: ties, stale prices
	Advice       string    // paragraph: stay or move, "" if nothing runs today
	Attempts     []string  // what to try before moving, sentences
	Precedents   []Precedent
	Migration    []string // steps with their trigger
	Sources      []Source
	Components   []string   // why each component is where it is, clauses; none of a system without components
	Divided      bool       // components are not all in one style: Chosen is the mixture, Options are everything in one style
	Division     [][]string // the table of the mixture, its head first
	Shared       string     // paragraph: what that table counts once
	CheckCommand string     // the command that confirms the decision
	Program      string     // "archadvisor 0.1.0"
	Pack         string     // "core@1.0.0"
	Prices       string     // "aws 2026-11"

	// Block is the profile as TOML with what the program recorded, for a
	// fenced block marked toml. Without it check ignores the record.
	Block string

	paper paper.Paper
}

// Option is one architecture with what speaks for and against it.
type Option struct {
	ID          string // monolith, microservices or serverless
	Name        string // "Modular monolith"
	Phrase      string // "a modular monolith"
	Shape       string // "2 x c7g.large behind an ALB"
	Score       string
	Probability string
	Feasible    bool
	Stops       []string // gates that rule it out or may, clauses
	Pros        []string // clauses
	Cons        []string // clauses
}

// Figures is a row of the comparison: a quantity and its value for each option of Document.Options.
type Figures struct {
	Quantity string
	Values   []string
}

// Source is where statements or prices come from.
type Source struct {
	Text string   // may contain web addresses: use source
	For  []string // ids of statements
}

// Precedent is a documented decision that resembles the one at hand.
type Precedent struct {
	Text   string // sentences
	Source string // its address
}

// Trigger is a change that would make another option lead.
type Trigger struct {
	Text  string // for people: "with engineers at 34 people or more (now 8 people)"
	Test  string // a condition to check, in the words of the profile: "team.engineers >= 34"
	Set   string // the flags that show it: "--set team.engineers=34"
	Then  string // "microservices"
	About bool   // the threshold is approximate
}
