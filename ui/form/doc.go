// Package form is the interview as a screen: the question at hand with the
// ranking beside it. It owns the answers of the session that it was given; it
// computes no ranking itself and knows no other view.
package form
