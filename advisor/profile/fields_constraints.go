package profile

// constraintFields describe what is given from outside.
var constraintFields = [...]Field{
	{
		ID: Cloud, Section: "constraints", Key: "cloud", Kind: Option, Options: []string{"aws", "gcp", "azure", "self-hosted"}, Default: "aws",
		Group: "Constraints", Effort: 1,
		Prompt:    "Which cloud, or your own servers?",
		Technical: "Whose price book is used",
		Why:       "Prices and limits differ",
		HowTo:     "Where your contract is",
		Typical:   []string{"aws"},
	},
	{
		ID: Region, Section: "constraints", Key: "region", Kind: Text,
		Group: "Constraints", Effort: 1,
		Prompt:    "Which region?",
		Technical: "Region of the price book",
		Why:       "Prices differ by region",
		HowTo:     "The name that the cloud uses, such as eu-west-1",
		Typical:   []string{"eu-west-1"},
	},
	{
		ID: Compliance, Section: "constraints", Key: "compliance", Kind: TextList,
		Group: "Constraints", Effort: 1,
		Prompt:    "Which rules must be met?",
		Technical: "Names of regimes, such as pci, hipaa, gdpr, banking",
		Why:       "They stand in the record; audits prefer fewer moving parts",
		HowTo:     "Ask legal",
		Typical:   []string{"gdpr", "pci"},
	},
	{
		ID: LockIn, Section: "constraints", Key: "lock_in", Kind: Option, Options: []string{"avoid", "accept"},
		Drawn:     true,
		PriorText: "even odds", PriorSource: "assumption",
		Group: "Constraints", Effort: 1,
		Prompt:    "May it depend on one cloud?",
		Technical: "avoid: must be able to move; accept: may use what only one cloud has",
		Why:       "Functions tie code to one cloud most",
		HowTo:     "Ask whether a move is planned or demanded",
		Typical:   []string{"accept"},
	},
	{
		ID: Exclude, Section: "constraints", Key: "exclude", Kind: TextList, Options: Architectures[:],
		Group: "Constraints", Effort: 1,
		Prompt:    "Is any option out for reasons of your own?",
		Technical: "Options that are out for reasons of the user's own",
		Why:       "They are still shown, never recommended",
		HowTo:     "Leave it empty unless it was decided elsewhere",
	},
}
