// Package advisor answers the question: given a profile, should this backend
// be a monolith, microservices or serverless?
//
// New joins a rule pack with the price books into an immutable Advisor; Advise turns a profile into a Decision. The
// road is one way: profile and prices give estimates, estimates and answers give facts, facts and rules give points,
// points over the fixed draws give scores, probabilities and a verdict. Draw keeps what the draws said, for package
// explain, which says why. Nothing here does I/O, reads a clock or holds a global, and an Advisor is safe for many
// goroutines.
//
//	a, err := advisor.New(pack, strengths, prices, version)
//	d := a.Advise(p, advisor.Options{Draws: advisor.Adaptive})
//	fmt.Println(d.Recommendation, d.Verdict, d.Probability)
//
// It is not a store of knowledge: opinions are in the pack, prices in the books, physics in estimate.
package advisor
