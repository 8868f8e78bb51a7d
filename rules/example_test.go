package rules_test

import (
	"fmt"
	"math"

	"archadvisor/rules"
	"archadvisor/rules/cond"
)

// Two facts and two options of a world that has nothing to do with software.
func schema() *cond.Schema {
	s := cond.NewSchema([]cond.Fact{
		{Name: "trip.distance_min", Unit: "min", Min: 0, Max: 10000},
		{Name: "trip.rain", Kind: cond.FactBool},
		{Name: "price.walk.usd", Unit: "USD", Min: 0, Max: 1000},
		{Name: "price.taxi.usd", Unit: "USD", Min: 0, Max: 1000},
	}, []string{"walk", "taxi"})
	return s
}

const pack = `
[pack]
name = "trip"
version = "1"

[[criterion]]
id = "comfort"
title = "Comfort"
source = "an opinion"

[[criterion]]
id = "money"
title = "Money"
source = "an opinion"

[[mechanism]]
id = "getting-wet"
title = "Getting wet"

[[mechanism]]
id = "fare"
title = "Fare"

[[measure]]
id = "cheap"
criterion = "money"
mechanism = "fare"
of = "price.{option}.usd"
points = [[0, 100], [50, 0]]
because = "the {option} costs {price.{option}.usd}"
source = "an opinion"

[[rule]]
id = "dry"
criterion = "comfort"
mechanism = "getting-wet"
when = "trip.rain and trip.distance_min > 0.25 h"
points = { walk = -30, taxi = 10 }
because = "it rains{if known(trip.distance_min)} and it is {trip.distance_min} on foot{end}"
source = "an opinion"
`

func Example() {
	p, issues := rules.LoadFile("trip.toml", []byte(pack))
	s := schema()
	if issues = append(issues, p.Check(s)...); len(issues) > 0 {
		fmt.Println(issues)
		return
	}
	program, _ := rules.Compile(p, s)
	values := []float64{40, 1, 0, 20} // in the order of the facts
	fired := make([]uint64, program.Words())
	program.Eval(nil, values, fired)
	fmt.Println("dry fires:", rules.Fired(fired, 0))
	fmt.Println("because", program.Text(1, 0, func(f int) (low, high float64, answered bool) { return values[f], values[f], true }))
	fmt.Println("taxi is worth", program.Value(0, 1, values))
	// Output:
	// dry fires: true
	// because it rains and it is 40 min on foot
	// taxi is worth 60
}

func ExamplePack_Check() {
	p, issues := rules.LoadFile("trip.toml", []byte(pack+`
[[rule]]
id = "far"
criterion = "comfort"
mechanism = "getting-wet"
when = "trip.distence_min > 60"
points = { taxi = 20 }
because = "far"
source = "an opinion"
`))
	for _, issue := range append(issues, p.Check(schema())...) {
		fmt.Println(issue.String())
	}
	// Output:
	// trip.toml:46:9: far: unknown fact trip.distence_min; did you mean trip.distance_min?
	//     when = "trip.distence_min > 60"
	//             ^^^^^^^^^^^^^^^^^
}

func ExampleProgram_Range() {
	p, _ := rules.LoadFile("trip.toml", []byte(pack))
	program, _ := rules.Compile(p, schema())
	unknown := math.NaN()
	must, may := make([]uint64, 1), make([]uint64, 1)
	for _, rain := range []float64{0, 1, unknown} {
		low := []float64{20, rain, 0, 20} // between 20 and 60 minutes
		high := []float64{60, rain, 0, 20}
		program.Range(nil, low, high, must, may)
		fmt.Println("rain", rain, "must", rules.Fired(must, 0), "may", rules.Fired(may, 0))
	}
	// Output:
	// rain 0 must false may false
	// rain 1 must true may true
	// rain NaN must false may true
}
