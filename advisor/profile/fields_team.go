package profile

var teamFields = [...]Field{
	{ID: Engineers, Section: "team", Key: "engineers", Kind: Numeric, Unit: "people", Min: 1, Max: 100000, Whole: true, Drawn: true, low: 2, high: 1000, log: true, group: teamGroup},
	{ID: Teams, Section: "team", Key: "teams", Kind: Numeric, Unit: "teams", Min: 1, Max: 10000, Whole: true, Drawn: true, low: 1, high: 200, log: true, group: teamGroup},
	{ID: PlatformEngineers, Section: "team", Key: "platform_engineers", Kind: Numeric, Unit: "people", Min: 0, Max: 10000, Drawn: true, low: 0, high: 100, group: teamGroup},
	{ID: OpsMaturity, Section: "team", Key: "ops_maturity", Kind: Option, Options: []string{"none", "basic", "established", "advanced"}, Drawn: true, group: teamGroup},
	{ID: DistributedExperience, Section: "team", Key: "distributed_experience", Kind: Option, Options: []string{"none", "some", "strong"}, Drawn: true, group: teamGroup},
	{ID: ServerlessExperience, Section: "team", Key: "serverless_experience", Kind: Option, Options: []string{"none", "some", "strong"}, Drawn: true, group: teamGroup},
	{ID: DeploysPerWeek, Section: "team", Key: "deploys_per_week", Kind: Numeric, Unit: "per week", Min: 0, Max: 1e6, Drawn: true, low: 0.2, high: 50, log: true, group: teamGroup},
	{ID: ReleaseBottleneck, Section: "team", Key: "release_bottleneck", Kind: Bool, Drawn: true, chance: 0.25, group: teamGroup},
	{ID: IndependentReleases, Section: "team", Key: "independent_releases", Kind: Bool, Drawn: true, chance: 0.25, group: teamGroup},
}
