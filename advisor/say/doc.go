// Package say turns what was computed into text for people. It is the only place
// where a statement, a quantity or a verdict becomes English; nothing parses what
// it returns.
package say
