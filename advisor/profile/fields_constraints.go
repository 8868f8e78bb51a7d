package profile

var constraintFields = [...]Field{
	{ID: Cloud, Section: "constraints", Key: "cloud", Kind: Option, Options: []string{"aws", "gcp", "azure", "self-hosted"}, Default: "aws"},
	{ID: Region, Section: "constraints", Key: "region", Kind: Text},
	{ID: Compliance, Section: "constraints", Key: "compliance", Kind: TextList},
	{ID: LockIn, Section: "constraints", Key: "lock_in", Kind: Option, Options: []string{"avoid", "accept"}, Drawn: true},
	{ID: Exclude, Section: "constraints", Key: "exclude", Kind: TextList, Options: Architectures[:]},
}
