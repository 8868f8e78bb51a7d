// Package cond is the language of conditions: lexer, parser, types and units, and evaluation in three truth values,
// over points and over ranges. It knows facts and the options that {option} stands for; it does not know packs.
//
// The grammar, the units and what an unknown fact does are told by archadvisor help packs (ui/manual/help/packs.txt).
// Set.Eval treats unknown as false; Set.Range tells what must hold from what may, also for facts that lie between two
// values.
//
// # How conditions are evaluated
//
// A condition is a tree whose leaves each ask whether an expression lies in some intervals, walked in Kleene's logic and
// no further than what decides it; of expressions over ranges the bounds are asked. Lint looks at the same trees: what
// they compare is cut at its thresholds, and one value of each piece stands for all of it.
//
// Chains of tests over keys of expressions that are computed once, and tables of conditions by interval, were tried and
// given up: fired sets took half as long, but that is some hundredths of what score and explain take, and 150 lines.
package cond
