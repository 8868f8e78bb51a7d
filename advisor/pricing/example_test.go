package pricing_test

import (
	"fmt"

	"archadvisor/advisor/pricing"
)

// A published bill in one call: AWS's own mobile back end, $2.73.
func ExampleCompute() {
	bill, err := pricing.Compute("lambda", map[string]any{
		"requests": 3_000_000, "duration_ms": 120, "memory_mb": 1536, "arch": "x86", "free_tier": true,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range bill.Lines {
		fmt.Printf("%-18s %10.4g %-5s x %.6g = %.2f\n", l.Item, l.Quantity, l.Unit, l.UnitPriceUSD, l.MonthlyUSD)
	}
	fmt.Printf("%.2f\n", bill.Total())
	// Output:
	// function requests           2 1M    x 0.2 = 0.40
	// function duration     1.4e+05 GB-s  x 1.66667e-05 = 2.33
	// 2.73
}

// Rates are resolved once and asked often.
func ExampleCatalogue_Fargate() {
	c, err := pricing.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	rates, err := c.Fargate("arm64")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, tasks := range []float64{2, 4, 8} {
		fmt.Printf("%.0f tasks: %.2f\n", tasks, rates.Cost(pricing.FargateUse{Tasks: tasks, VCPU: 0.5, MemoryGB: 1, Seconds: 730 * 3600}))
	}
	// Output:
	// 2 tasks: 28.84
	// 4 tasks: 57.67
	// 8 tasks: 115.34
}
