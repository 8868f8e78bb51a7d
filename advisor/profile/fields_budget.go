package profile

// budgetFields describe money and time.
var budgetFields = [...]Field{
	{
		ID: BudgetMonthlyUSD, Section: "budget", Key: "monthly_usd", Kind: Numeric, Unit: "USD", Min: 0, Max: 1e12,
		Drawn: true, low: 320, high: 1600000, log: true, group: teamGroup,
		PriorText: "2 to 10 % of the payroll, log", PriorSource: "assumption",
		Group: "Budget", Effort: 1,
		Prompt:    "What may the infrastructure cost per month?",
		Technical: "Ceiling for infrastructure per month, all environments",
		Why:       "Cost is judged against what you have",
		HowTo:     "Ask whoever signs the cloud bill",
		Typical:   []string{"hobby $50", "start-up $3k", "enterprise $200k"},
	},
	{
		ID: EngineerMonthUSD, Section: "budget", Key: "engineer_month_usd", Kind: Numeric, Unit: "USD", Min: 0, Max: 1e12, MinOpen: true,
		Drawn: true, low: 8000, high: 16000, group: teamGroup,
		PriorText: "$8,000 to $16,000", PriorSource: "assumption",
		Group: "Budget", Effort: 1,
		Prompt:    "What does one engineer cost per month, everything included?",
		Technical: "Fully loaded cost of one engineer per month",
		Why:       "Operating people usually cost more than machines",
		HowTo:     "Salary times 1.3 to 1.5, over twelve",
		Typical:   []string{"Europe $9k", "USA $16k"},
	},
	{
		ID: MonthsToLaunch, Section: "budget", Key: "months_to_launch", Kind: Numeric, Unit: "months", Min: 0, Max: 1e12, MinOpen: true,
		Drawn: true, low: 2, high: 18, log: true,
		PriorText: "2 to 18 months, log", PriorSource: "assumption",
		Group: "Budget", Effort: 1,
		Prompt:    "How many months until the first release to production?",
		Technical: "Time to the first production release",
		Why:       "What is quick to build matters more the closer the date is",
		HowTo:     "The date you promised",
		Typical:   []string{"prototype 2", "rebuild 12"},
	},
	{
		ID: Environments, Section: "budget", Key: "environments", Kind: Numeric, Unit: "environments", Min: 1, Max: 100, Whole: true,
		Drawn: true, low: 2, high: 3,
		PriorText: "2 to 3", PriorSource: "assumption",
		Group: "Budget", Effort: 1,
		Prompt:    "How many environments run all the time?",
		Technical: "Environments, production included",
		Why:       "Each one repeats the fixed cost",
		HowTo:     "Count production, staging, test and what else is always on",
		Typical:   []string{"production and staging 2"},
	},
}
