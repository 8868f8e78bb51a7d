package cond_test

import (
	"fmt"
	"math"

	"archadvisor/rules/cond"
)

func ExampleSet() {
	s := cond.NewSchema([]cond.Fact{
		{Name: "trip.distance_min", Unit: "min", Min: 0, Max: 10000},
		{Name: "trip.rain", Kind: cond.FactBool},
	}, nil)
	c, problems := s.Condition("trip.rain and trip.distance_min > 0.25 h", "", "")
	set := cond.NewSet(s, []*cond.Condition{c})
	fired, may := make([]uint64, set.Words()), make([]uint64, set.Words())
	set.Eval(nil, []float64{40, 1}, fired)
	fmt.Println(problems, fired, set.Holds(0, []float64{40, math.NaN()}))
	set.Range(nil, []float64{20, math.NaN()}, []float64{60, math.NaN()}, fired, may)
	fmt.Println("must", fired, "may", may)
	_, problems = s.Condition("trip.distance_min > 3 mins", "", "")
	fmt.Println(problems[0].Message)
	// Output:
	// [] [1] false
	// must [0] may [1]
	// unknown unit "mins"; did you mean min?
}
