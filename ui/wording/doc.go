// Package wording writes answers, figures and decisions as the screens show
// them: short, and cleaned of what a terminal would obey. It decides nothing and
// draws nothing.
package wording
