// Package cond is the language of conditions: lexer, parser, types and units, and evaluation in three truth values,
// over points and over ranges. It knows facts and the options that {option} stands for; it does not know packs.
//
// The grammar, the units and what an unknown fact does are told by archadvisor help packs (ui/manual/help/packs.txt).
// Set.Eval treats unknown as false; Set.Range tells what must hold from what may, also for facts that lie between two
// values.
//
// # How conditions are evaluated
//
// Every fact or expression that conditions compare is computed once and becomes a key, an unsigned number of the same
// order. A condition becomes a chain of tests, each whether one key lies in one interval, with the next test for either
// answer:
//
//	team.engineers < 10 and load.pattern != 'steady'
//
//	1: team.engineers in [-inf, 10)?   yes: 2       no: fails
//	2: load.pattern in [-inf, 0)?      yes: holds   no: 3
//	3: load.pattern in (0, inf]?       yes: holds   no: fails
//
// Lint looks at the same chains: each key is cut at its thresholds, and one value of each piece stands for all of it.
// Normal forms in one pass without jumps, tables of conditions by interval, and chains of some conditions with the
// values that only these ask about, were tried and given up: score and explain gained 1 to 4 %, which was not worth 300
// lines. Chains that read the facts themselves instead of keys were 40 lines fewer, and no faster: with them a fired
// set took 2.3 times as long as conditions written in Go, and not 1.5 times.
package cond
