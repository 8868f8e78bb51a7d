package profile

// qualityFields describe what the users accept.
var qualityFields = [...]Field{
	{
		ID: P99Millis, Section: "quality", Key: "p99_ms", Kind: Numeric, Unit: "ms", Min: 0, Max: 1e12, MinOpen: true,
		Drawn: true, low: 200, high: 2000, log: true, group: workGroup,
		PriorText: "200 to 2000 ms, log", PriorSource: "assumption",
		Group: "Quality", Effort: 2,
		Prompt:    "How slow may the slowest one per cent of requests be?",
		Technical: "99th percentile of the response time that the users accept",
		Why:       "Hops and cold starts show in the slowest requests first",
		HowTo:     "The service level you promised, or when users complain",
		Typical:   []string{"checkout 500", "trading 20", "back office 2000"},
	},
	{
		ID: AvailabilityPct, Section: "quality", Key: "availability_pct", Kind: Numeric, Unit: "%", Min: 90, Max: 99.9999,
		Drawn: true, low: 99.5, high: 99.95,
		PriorText: "99.5 to 99.95 %", PriorSource: "assumption",
		Group: "Quality", Effort: 1,
		Prompt:    "How much of the time must it be up?",
		Technical: "Monthly availability that is promised or needed",
		Why:       "Each dependency in a row lowers it, each copy raises it",
		HowTo:     "99.9 allows 44 minutes a month, 99.99 allows 4",
		Typical:   []string{"internal 99.5", "shop 99.9", "payments 99.99"},
	},
}
