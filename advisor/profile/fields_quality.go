package profile

var qualityFields = [...]Field{
	{ID: P99Millis, Section: "quality", Key: "p99_ms", Kind: Numeric, Unit: "ms", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 200, high: 2000, log: true, group: workGroup},
	{ID: AvailabilityPct, Section: "quality", Key: "availability_pct", Kind: Numeric, Unit: "%", Min: 90, Max: 99.9999, Drawn: true, low: 99.5, high: 99.95},
}
