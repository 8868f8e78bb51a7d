// Package rules is a small rule language with its evaluator: packs of criteria, measures, rules and gates in
// TOML, checked against a schema of facts and evaluated in about the time of the same conditions written in
// Go. It knows facts and points; it does not know what the options are that it gives points to, and it does
// no I/O beyond the fs.FS it is given.
//
// archadvisor help packs (ui/manual/help/packs.txt) describes the language. A rule is fired if it holds
// whatever the open facts turn out to be, asleep if it cannot hold, and undecided otherwise: Eval treats
// undecided as not fired, Range tells the three apart, also for ranges.
package rules
