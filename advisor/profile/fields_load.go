package profile

var loadFields = [...]Field{
	{ID: MeanRPS, Section: "load", Key: "mean_rps", Kind: Numeric, Unit: "req/s", Min: 0, Max: 1e12, Drawn: true, low: 0.1, high: 200, log: true, group: loadGroup},
	{ID: PeakRPS, Section: "load", Key: "peak_rps", Kind: Numeric, Unit: "req/s", Min: 0, Max: 1e12, MinOpen: true, low: 0.2, high: 2000, log: true, group: loadGroup},
	{ID: PeakToMean, Section: "load", Key: "peak_to_mean", Kind: Numeric, Unit: "x", Min: 1, Max: 1e12, Drawn: true, low: 1.2, high: 100, log: true, group: loadGroup},
	{ID: RequestsPerMonth, Section: "load", Key: "requests_per_month", Kind: Numeric, Unit: "requests/month", Min: 0, Max: 1e12, low: 262800, high: 525600000, log: true, group: loadGroup},
	{ID: Pattern, Section: "load", Key: "pattern", Kind: Option, Options: []string{"steady", "diurnal", "bursty", "extreme"}, Drawn: true, group: loadGroup},
	{ID: IdleShare, Section: "load", Key: "idle_share", Kind: Numeric, Unit: "share", Min: 0, Max: 1, Drawn: true, low: 0, high: 0.9, group: loadGroup},
	{ID: SurgePerMinute, Section: "load", Key: "surge_per_minute", Kind: Numeric, Unit: "x", Min: 1, Max: 1e12, Drawn: true, low: 1, high: 50, log: true, group: loadGroup},
	{ID: GrowthPerYear, Section: "load", Key: "growth_per_year", Kind: Numeric, Unit: "x", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 1, high: 3},
	{ID: CacheableShare, Section: "load", Key: "cacheable_share", Kind: Numeric, Unit: "share", Min: 0, Max: 1, Drawn: true, low: 0, high: 0.5},
	{ID: ResponseKB, Section: "load", Key: "response_kb", Kind: Numeric, Unit: "kB", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 2, high: 50, log: true},
}
