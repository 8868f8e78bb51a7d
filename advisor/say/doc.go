// Package say turns what was computed into text for people. It is the only place
// where a statement, a quantity or a verdict becomes English; nothing parses what
// it returns (rewritten_test.go takes all words out and looks at what is left).
//
// The functions of a statement (Reason, Gate, Note, Flip, Margin, Do) speak to
// whoever answered the questions: "which you left open". Paper tells the same as
// a record does, addressing nobody. Explanation is the text of `explain`, NewRow
// and NewReport are the decision and its explanation as JSON, and Document is a
// text before it has a form. Numbers are written by rules/numeral.
package say
