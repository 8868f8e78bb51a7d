package record

import "archadvisor/advisor/say/paper"

// Document is the content of a record in plain text, the data of every template: templates/help.txt tells
// what each field is. No string in it is escaped, each is one line (Block alone has several), and texts end
// without a full stop unless they are called paragraphs or sentences. Lists may be empty.
type Document struct {
	Title, Status, Date, ID, File       string
	Number                              int
	Dated                               bool // its file is named by a date, not by the number
	Deciders, Consulted, Informed, Tags []string
	Supersedes                          []Ref

	Name, Summary    string   // of the workload
	Context, Drivers []string // paragraphs; criteria, the one that tells most first

	Stay, Verdict, Caveat, Because, Costs, Sure, YStatement       string
	Chosen                                                        Option
	Others, Options                                               []Option // in the order of the ranking
	Reasons, WhyNot                                               []string // sentences
	Good, Neutral, Bad                                            []string // consequences, clauses
	Comparison, Statements                                        []Figures
	Ranges, Staff, Bill, Confidence, Objection, LookAgain, Advice string // paragraphs, some may be empty
	Assumptions, Notes, Attempts, Migration                       []string
	Revisit                                                       []Trigger
	Precedents                                                    []Precedent
	Sources                                                       []Source
	Components                                                    []string   // none of a system without components
	Divided                                                       bool       // they are not all in one style: Chosen is the mixture, Options are everything in one style
	Division                                                      [][]string // the table of the mixture, its head first
	Shared                                                        string     // what that table counts once
	CheckCommand, Program, Pack, Prices                           string
	Block                                                         string // the profile as TOML with what was recorded; without it check ignores the record

	paper paper.Paper
}

// Option is one architecture with what speaks for and against it.
type Option struct {
	ID, Name, Phrase          string // monolith, "Modular monolith", "a modular monolith"
	Shape, Score, Probability string
	Feasible                  bool
	Stops, Pros, Cons         []string // clauses; Stops are the gates that rule it out or may
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
