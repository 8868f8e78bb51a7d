package profile

var teamFields = [...]Field{
	{ID: Engineers, Section: "team", Key: "engineers", Kind: Numeric, Unit: "people", Min: 1, Max: 100000, Whole: true, Drawn: true},
	{ID: Teams, Section: "team", Key: "teams", Kind: Numeric, Unit: "teams", Min: 1, Max: 10000, Whole: true, Drawn: true},
	{ID: PlatformEngineers, Section: "team", Key: "platform_engineers", Kind: Numeric, Unit: "people", Min: 0, Max: 10000, Drawn: true},
	{ID: OpsMaturity, Section: "team", Key: "ops_maturity", Kind: Option, Options: []string{"none", "basic", "established", "advanced"}, Drawn: true},
	{ID: DistributedExperience, Section: "team", Key: "distributed_experience", Kind: Option, Options: []string{"none", "some", "strong"}, Drawn: true},
	{ID: ServerlessExperience, Section: "team", Key: "serverless_experience", Kind: Option, Options: []string{"none", "some", "strong"}, Drawn: true},
	{ID: DeploysPerWeek, Section: "team", Key: "deploys_per_week", Kind: Numeric, Unit: "per week", Min: 0, Max: 1e6, Drawn: true},
	{ID: ReleaseBottleneck, Section: "team", Key: "release_bottleneck", Kind: Bool, Drawn: true},
	{ID: IndependentReleases, Section: "team", Key: "independent_releases", Kind: Bool, Drawn: true},
}
