// Package sensitivity shows what the decision depends on: answers, draws,
// statements and weights. It draws what an explanation holds and computes
// nothing.
package sensitivity
