// Package precedent compares decisions with what is known from outside:
// documented decisions and what turned out right (calibration and fit), and a
// population of random profiles (how far the rule base reaches).
//
//	cases, err := precedent.LoadCases(os.DirFS("cases"))
//	c := precedent.Calibrate(adviser, cases, advisor.Default)
//	fmt.Println(c.Right, c.Brier)
package precedent
