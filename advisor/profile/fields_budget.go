package profile

var budgetFields = [...]Field{
	{ID: BudgetMonthlyUSD, Section: "budget", Key: "monthly_usd", Kind: Numeric, Unit: "USD", Min: 0, Max: 1e12, Drawn: true, low: 320, high: 1600000, log: true, group: teamGroup},
	{ID: EngineerMonthUSD, Section: "budget", Key: "engineer_month_usd", Kind: Numeric, Unit: "USD", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 8000, high: 16000, group: teamGroup},
	{ID: MonthsToLaunch, Section: "budget", Key: "months_to_launch", Kind: Numeric, Unit: "months", Min: 0, Max: 1e12, MinOpen: true, Drawn: true, low: 2, high: 18, log: true},
	{ID: Environments, Section: "budget", Key: "environments", Kind: Numeric, Unit: "environments", Min: 1, Max: 100, Whole: true, Drawn: true, low: 2, high: 3},
}
