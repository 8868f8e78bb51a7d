package profile

var domainFields = [...]Field{
	{ID: Modules, Section: "domain", Key: "modules", Kind: Numeric, Unit: "modules", Min: 1, Max: 1000, Whole: true, Drawn: true, low: 1, high: 250, log: true, group: teamGroup},
	{ID: ServicesNow, Section: "domain", Key: "services_now", Kind: Numeric, Unit: "services", Min: 1, Max: 100000, Whole: true, low: 1, high: 1000, log: true},
	{ID: DataCoupling, Section: "domain", Key: "data_coupling", Kind: Option, Options: []string{"low", "medium", "high"}, Drawn: true},
	{ID: LockstepChanges, Section: "domain", Key: "lockstep_changes", Kind: Bool, Drawn: true, chance: 0.25},
	{ID: IndependentScaling, Section: "domain", Key: "independent_scaling", Kind: Bool, Drawn: true, chance: 0.25},
	{ID: FailureIsolation, Section: "domain", Key: "failure_isolation", Kind: Bool, Drawn: true, chance: 0.25},
	{ID: StableBoundaries, Section: "domain", Key: "stable_boundaries", Kind: Bool, Drawn: true, chance: 0.5},
	{ID: Stage, Section: "domain", Key: "stage", Kind: Option, Options: []string{"idea", "launch", "growth", "mature"}, Drawn: true},
	{ID: Current, Section: "domain", Key: "current", Kind: Option, Options: []string{"none", "monolith", "microservices", "serverless"}, Default: "none"},
}
