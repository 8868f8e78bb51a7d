// Package precedent holds the documented decisions that the program ships with, learns from them how strongly
// each statement of a pack acts, says how good that is on decisions left out of the learning, and finds those
// that resemble a profile. It also measures how far a pack reaches over random profiles.
//
//	fit, report, err := precedent.Learn(ctx, adviser, precedent.Corpus(), nil)
//	fmt.Println(report.CrossValidated.Top1, report.CrossValidated.Brier)
//	os.WriteFile("strengths.toml", fit.Encode(), 0o644)
//	near := precedent.NewNeighbours(adviser, precedent.Corpus()).Nearest(drawn)
package precedent
