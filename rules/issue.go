package rules

import (
	"cmp"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// Severity tells what stops a pack from being used from what deserves a look.
type Severity uint8

// The severities.
const (
	Error   Severity = iota // the pack cannot be used
	Warning                 // it can, but something in it is useless or doubtful
)

// String is "error" or "warning".
func (s Severity) String() string { return [...]string{"error", "warning"}[s] }

// Issue is one finding about a pack, with the place in its file; a Line of 0 says that it is about the whole file.
type Issue struct {
	source.Fault
	Severity Severity
}

// Error makes an Issue an error: the place and the message on one line.
func (i Issue) Error() string {
	f := i.Fault
	if i.Severity == Warning {
		f.Message = "warning: " + f.Message
	}
	if i.ID != "" {
		f.Message = i.ID + ": " + f.Message
	}
	return f.Error()
}

// String is the place and the message, then the line and carets below it:
//
//	core.toml:12:8: one-team: unknown fact team.enginers; did you mean team.engineers?
//	    when = "team.enginers < 10"
//	            ^^^^^^^^^^^^^
func (i Issue) String() string {
	if i.Line == 0 || i.Excerpt == "" {
		return i.Error()
	}
	return i.Error() + "\n    " + strings.ReplaceAll(i.Snippet(), "\n", "\n    ")
}

func sortIssues(list []Issue) {
	slices.SortStableFunc(list, func(a, b Issue) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// Failed reports whether any finding is an error.
func Failed(list []Issue) bool {
	return slices.ContainsFunc(list, func(i Issue) bool { return i.Severity == Error })
}

// Severities counts the errors and the warnings among issues.
func Severities(issues []Issue) (errors, warnings int) {
	for i := range issues {
		warnings += int(issues[i].Severity)
	}
	return len(issues) - warnings, warnings
}
