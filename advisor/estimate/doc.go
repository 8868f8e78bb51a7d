// Package estimate is the physics: what each shape of each architecture would cost, how fast and how available it would
// be, how many people it takes to run and how long the move would last. It has no opinions: what is good or bad about a
// number is the rule pack's.
//
// A Shape is one way to deploy an architecture on one cloud. Eval sizes one shape for one fully drawn profile
// (profile.Point) under one Scenario (what the models themselves do not know) and counts what it uses; package pricing
// multiplies that with prices. Bill itemises the same quantities.
//
//	e := estimate.New(pricing.Load())
//	for _, shape := range e.ShapesOf(cloud, estimate.Monolith) {
//		var est estimate.Estimate
//		e.Eval(shape, &point, e.CentralScenario(), &est)
//		fmt.Println(e.Describe(shape, &point, e.CentralScenario()), est.CostMonthlyUSD)
//	}
//
// The models stand in files of their own: fleet.go (capacity), small.go, functions.go, store.go, operations.go,
// migration.go; the laws of waiting, chains, cold starts and redundancy in package queueing. What each computes, from
// what, how good it is and where it stops being true is told, for people, in essays.toml; comments add what that leaves
// out. What differs between clouds, beside prices, is a table each in clouds.toml.
package estimate
