package profile

var qualityFields = [...]Field{
	{ID: P99Millis, Section: "quality", Key: "p99_ms", Kind: Numeric, Unit: "ms", Min: 0, Max: 1e12, MinOpen: true, Drawn: true},
	{ID: AvailabilityPct, Section: "quality", Key: "availability_pct", Kind: Numeric, Unit: "%", Min: 90, Max: 99.9999, Drawn: true},
}
