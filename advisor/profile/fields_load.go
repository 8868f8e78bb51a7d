package profile

var loadFields = [...]Field{
	{ID: MeanRPS, Section: "load", Key: "mean_rps", Kind: Numeric, Unit: "req/s", Min: 0, Max: 1e12, Drawn: true},
	{ID: PeakRPS, Section: "load", Key: "peak_rps", Kind: Numeric, Unit: "req/s", Min: 0, Max: 1e12, MinOpen: true},
	{ID: PeakToMean, Section: "load", Key: "peak_to_mean", Kind: Numeric, Unit: "x", Min: 1, Max: 1e12, Drawn: true},
	{ID: RequestsPerMonth, Section: "load", Key: "requests_per_month", Kind: Numeric, Unit: "requests/month", Min: 0, Max: 1e12},
	{ID: Pattern, Section: "load", Key: "pattern", Kind: Option, Options: []string{"steady", "diurnal", "bursty", "extreme"}, Drawn: true},
	{ID: IdleShare, Section: "load", Key: "idle_share", Kind: Numeric, Unit: "share", Min: 0, Max: 1, Drawn: true},
	{ID: SurgePerMinute, Section: "load", Key: "surge_per_minute", Kind: Numeric, Unit: "x", Min: 1, Max: 1e12, Drawn: true},
	{ID: GrowthPerYear, Section: "load", Key: "growth_per_year", Kind: Numeric, Unit: "x", Min: 0, Max: 1e12, MinOpen: true, Drawn: true},
	{ID: CacheableShare, Section: "load", Key: "cacheable_share", Kind: Numeric, Unit: "share", Min: 0, Max: 1, Drawn: true},
	{ID: ResponseKB, Section: "load", Key: "response_kb", Kind: Numeric, Unit: "kB", Min: 0, Max: 1e12, MinOpen: true, Drawn: true},
}
