package profile_test

import (
	"fmt"

	"archadvisor/advisor/profile"
)

func Example() {
	ps, errs := profile.Decode([]byte(`
schema = 1
name = "shop"
[team]
engineers = [8, 20]
[load]
peak_rps = 350
pattern = "extreme"
`), "shop.toml")
	if len(errs) > 0 {
		fmt.Println(errs)
		return
	}
	s := profile.NewSampler(ps[0], 1)
	var pt profile.Point
	s.Central(&pt)
	fmt.Println(pt[profile.Engineers], "engineers;", profile.Format(profile.MeanRPS, profile.Number(pt[profile.MeanRPS])))
	// Output: 13 engineers; 11.068 req/s
}

func ExampleDecode_errors() {
	_, errs := profile.Decode([]byte("schema = 1\nname = \"shop\"\n[team]\nenginers = 9\n"), "shop.toml")
	fmt.Println(errs[0])
	// Output: shop.toml:4:1: unknown key "enginers" in [team]; did you mean "engineers"?
}

func ExampleParse() {
	for _, answer := range []string{"5M/day", "100-2k", "90k/min", "unknown"} {
		v, err := profile.Parse(profile.MeanRPS, answer)
		fmt.Println(profile.Format(profile.MeanRPS, v), err)
	}
	// Output:
	// 57.8704 req/s <nil>
	// 100 to 2,000 req/s <nil>
	// 1,500 req/s <nil>
	// unknown <nil>
}
