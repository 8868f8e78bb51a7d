// Package explain answers what readers ask of a decision: why it is so, what
// would change it, what it hangs on, what to ask next and how to get there.
//
//	x := explain.New(adviser)
//	e, err := x.Explain(ctx, p, advisor.Default)
//	fmt.Println(e.Recommendation, e.Reasons, e.Flips)
//
// It reads the draws that the decision was made from and decides nothing
// itself: what it tries, it tries by deciding other profiles.
package explain
