// Package paper tells a decision as a record does: to readers who did not answer the
// questions, so that nobody is addressed, and what was left open is named in words.
package paper

import "archadvisor/advisor/say"

// text makes a sentence, or a part of one.
func text(format string, args ...any) string { return say.Text(format, args...) }
