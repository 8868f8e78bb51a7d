package profile

// ID names a field of the profile: the number in its row of fields.toml, which says where in a file it
// stands. An ID never changes its meaning, since the fixed draws of the advisor are seeded with it: a new
// field is appended here, a retired one keeps its number.
type ID uint8

// The fields, in the order in which they were added.
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
	HeadcountGrowth
	Experience
	Operators
	RunServers
	Tried
	Users
	Connections
	StartupMillis
	PackageMB
	RequestLogs
	DurableSteps
	EffortDays
	SecurityIsolation
	SeveralLanguages
	BuildsOn
	Trouble
	TodayMonthlyUSD
	Utilisation
	PaidHost
	Platforms
	Standard
	InstalledByCustomers
	Rewrite
	Regions
	PriorityOperations
	NumFields
)
