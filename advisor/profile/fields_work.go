package profile

var workFields = [...]Field{
	{ID: CPUMillis, Section: "work", Key: "cpu_ms", Kind: Numeric, Unit: "ms", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 1, high: 50, log: true, group: workGroup},
	{ID: DurationMillis, Section: "work", Key: "duration_ms", Kind: Numeric, Unit: "ms", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 20, high: 400, log: true, group: workGroup},
	{ID: MemoryMB, Section: "work", Key: "memory_mb", Kind: Numeric, Unit: "MB", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 128, high: 1024},
	{ID: PayloadMB, Section: "work", Key: "payload_mb", Kind: Numeric, Unit: "MB", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 0.01, high: 1, log: true},
	{ID: LongestJobS, Section: "work", Key: "longest_job_s", Kind: Numeric, Unit: "s", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 1, high: 60, log: true, group: workGroup},
	{ID: Interaction, Section: "work", Key: "interaction", Kind: Option, Options: []string{"request", "websocket", "stream", "event", "batch"}, Default: "request"},
	{ID: Handoffs, Section: "work", Key: "handoffs", Kind: Option, Options: []string{"none", "few", "many"}, Drawn: true},
	{ID: State, Section: "work", Key: "state", Kind: Option, Options: []string{"none", "external", "memory"}, Default: "external"},
	{ID: RelationalQueries, Section: "work", Key: "relational_queries", Kind: Bool, Drawn: true, chance: 0.5},
	{ID: GPU, Section: "work", Key: "gpu", Kind: Bool, Default: "false"},
	{ID: Runtime, Section: "work", Key: "runtime", Kind: Text},
}
