package profile

var priorityFields = [...]Field{
	{ID: PriorityCost, Section: "priorities", Key: "cost", Kind: Numeric, Unit: "importance", Min: 0, Max: 5, low: 0, high: 5},
	{ID: PriorityTimeToMarket, Section: "priorities", Key: "time_to_market", Kind: Numeric, Unit: "importance", Min: 0, Max: 5, low: 0, high: 5},
	{ID: PriorityPerformance, Section: "priorities", Key: "performance", Kind: Numeric, Unit: "importance", Min: 0, Max: 5, low: 0, high: 5},
	{ID: PriorityScalability, Section: "priorities", Key: "scalability", Kind: Numeric, Unit: "importance", Min: 0, Max: 5, low: 0, high: 5},
	{ID: PriorityReliability, Section: "priorities", Key: "reliability", Kind: Numeric, Unit: "importance", Min: 0, Max: 5, low: 0, high: 5},
	{ID: PrioritySimplicity, Section: "priorities", Key: "simplicity", Kind: Numeric, Unit: "importance", Min: 0, Max: 5, low: 0, high: 5},
	{ID: PriorityAutonomy, Section: "priorities", Key: "autonomy", Kind: Numeric, Unit: "importance", Min: 0, Max: 5, low: 0, high: 5},
	{ID: PriorityPortability, Section: "priorities", Key: "portability", Kind: Numeric, Unit: "importance", Min: 0, Max: 5, low: 0, high: 5},
}
