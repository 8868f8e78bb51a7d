package say

import (
	"slices"
	"strings"

	"archadvisor/advisor/explain"
)

// Term is a word of the explanations that a newcomer may not know.
type Term struct {
	Key     string
	Meaning string
	words   []string // that show its use in a text, lower case; none: used always
}

// Glossary are the terms, by key.
func Glossary() []Term { return glossary }

var glossary = []Term{
	{"availability", "the share of a month in which the whole works", []string{"availability", "downtime"}},
	{"bounded-context", "a part of the domain with its own words and data, which could stand alone", []string{"module", "domains per team"}},
	{"break-even", "the load at which two architectures cost the same", nil},
	{"cold-start", "the wait for a new instance of a function before it serves its first request", []string{"cold start", "functions"}},
	{"draw", "one try with every open answer and the error of the models taken at random", nil},
	{"flip", "a change of one answer that changes the recommendation", nil},
	{"gate", "a limit that rules an architecture out", []string{"rules out", "does not fit", "longest a function", "allowed"}},
	{"lcu", "load balancer capacity unit: what a balancer is billed by beside its hours", []string{"lcu", "load balancer capacity"}},
	{"lock-step", "changes that touch several parts which must ship together", []string{"ship together", "lock-step"}},
	{"nat", "the gateway through which machines without a public address reach the internet", []string{"nat "}},
	{"on-call", "people who must answer when something breaks at night", []string{"on-call", "rota"}},
	{"p99", "the response time that 99 of 100 requests stay below", []string{"one request in a hundred", "p99"}},
	{"probability", "how likely an option is the right choice, learned from documented decisions", nil},
	{"saga", "a transaction over several services, made of steps that can be taken back", []string{"saga"}},
	{"score", "the mean of the points over the draws; 10 more than another option double its odds", nil},
	{"undecided", "of a statement: whether it holds rests on an open answer", nil},
}

// Terms are the keys of the terms that an explanation uses, in their order.
func Terms(x *explain.Explanation) []string {
	var b strings.Builder
	for i := range x.Ranking {
		b.WriteString(x.Ranking[i].Shape + "\n")
		for k := range x.Ranking[i].Contributions {
			b.WriteString(x.Ranking[i].Contributions[k].Because + "\n")
		}
		for k := range x.Ranking[i].Gates {
			b.WriteString(x.Ranking[i].Gates[k].Because + "\n")
		}
		for _, l := range x.Details[i].Bill {
			b.WriteString(l.Item + " " + l.Unit + "\n")
		}
	}
	for i := range x.Notes {
		b.WriteString(x.Notes[i].Field.String() + "\n")
	}
	used := strings.ToLower(b.String())
	keys := []string{}
	for _, t := range glossary {
		if t.words == nil || slices.ContainsFunc(t.words, func(w string) bool { return strings.Contains(used, w) }) {
			keys = append(keys, t.Key)
		}
	}
	return keys
}
