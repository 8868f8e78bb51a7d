package profile

// ID names a field of the profile. An ID never changes its meaning: the fixed
// draws of the advisor are seeded with it, so a new field is appended at the
// end and a retired one keeps its number.
type ID uint8

// The fields, in the order of the contract (key order of a written profile).
const (
	Schema ID = iota
	Name
	Summary
	Scope
	Engineers
	Teams
	PlatformEngineers
	OpsMaturity
	DistributedExperience
	ServerlessExperience
	DeploysPerWeek
	ReleaseBottleneck
	IndependentReleases
	MeanRPS
	PeakRPS
	PeakToMean
	RequestsPerMonth
	Pattern
	IdleShare
	SurgePerMinute
	GrowthPerYear
	CacheableShare
	ResponseKB
	CPUMillis
	DurationMillis
	MemoryMB
	PayloadMB
	LongestJobS
	Interaction
	Handoffs
	State
	RelationalQueries
	GPU
	Runtime
	BudgetMonthlyUSD
	EngineerMonthUSD
	MonthsToLaunch
	Environments
	P99Millis
	AvailabilityPct
	Modules
	ServicesNow
	DataCoupling
	LockstepChanges
	IndependentScaling
	FailureIsolation
	StableBoundaries
	Stage
	Current
	Cloud
	Region
	Compliance
	LockIn
	Exclude
	PriorityCost
	PriorityTimeToMarket
	PriorityPerformance
	PriorityScalability
	PriorityReliability
	PrioritySimplicity
	PriorityAutonomy
	PriorityPortability
	NumFields
)
