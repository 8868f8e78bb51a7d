package estimate

import (
	"archadvisor/advisor/estimate/people"
	"archadvisor/advisor/pricing"
)

// assumptions are the figures of the book of assumptions that the models use, each under its name, with its unit and
// its source there, and below them what follows from several.
type assumptions struct {
	TargetUtilisation, AsyncUtilisation, MinReplicas, MostOfASize, KeptShare                          float64
	NodeOSGB, ServerOSGB, NodeOSVCPU, NodePacking, ServerDiskGB, ApplicationMB                        float64
	PodBaseVCPU, PodAskedVCPU, PodAskedGB, SidecarMB, IstiodVCPU, IstiodGB                            float64
	SidecarVCPUPer1000RPS, OverheadCPUCapMs, GatewayMs, LBMs, HandoffMs                               float64
	VMStartS, ContainerStartS, ScaleToZeroStartS, SessionMinutes, ConnectionKB                        float64
	SmallServerVCPU, KeepStoreEngineers, ShareClusterEngineers, CabinetMachines                       float64
	StoreProcessGB, StoreCacheGB, StoreCacheRPS, SystemGB, StoreGB, StoreGBPerRPS                     float64
	ThirdStoreAvailability, ThirdCopyAvailability, SecondRegionAvailability                           float64
	InstanceFailuresPerMonth, InstanceRepairMinutes, LoneRepairHours, RestartMinutes                  float64
	CommonCauseBeta, HopFailureShare, LockstepFailureFactor, OwnChangeBudget                          float64
	ChangesPerEngineerWeek                                                                            float64
	LogKBPerRequest, LogRetentionMonths, LogPackedShare, LogFullRPS, LogSampleShare                   float64
	LogSampledShare, CustomMetricsPerService, AlarmsPerService, FileMB, FileShare                     float64
	RequestKB, NATKBPerRequest, RequestsPerConnection, QueueCallsPerMessage, QueueMessageKB, JobShare float64
	CIMinutesPerDeploy, CIMinutesPerServiceDeploy, CIRunsPerDeploy, CIPushesPerEngineerWeek           float64
	CIOwnFromMinutes, CIOwnShare, NonproductionSize, NonproductionTraffic, GPUStagingShare            float64
	DBQueriesPerVCPUS, DBReadShare, DBConnectionsPerGB, ServicesPerStore, SavedShare                  float64
	BackupShare, RegistryGB, PooledIOPerQuery, ACUPerVCPU, CosmosWriteRU                              float64

	IdleLifetimeFactor, MicroserviceOverhead, ServiceCallMs, ServiceTimeSCV, ColdRealAppFactor *pricing.Price
	DBQueriesPerRequest, OutageShareOfChangeFailure, OpsFactor, BillSpread, BillSpreadUntold   *pricing.Price

	ChangeFailureRate, OutageRestoreHours [4]float64 `by:"none basic established advanced"`
	FailureSpread                         [3]float64 `by:"low medium high"`

	ColdMs                     byRuntime `by:"go java node python dotnet ruby rust other" else:"cold_ms.other"`
	RuntimeMB                  byRuntime `by:"go java node python dotnet ruby rust other" else:"application_mb"`
	RuntimeVCPU, RuntimePerCPU byRuntime `by:"go java node python dotnet ruby rust other" else:""`

	Staff     people.Model
	Migration struct {
		ServerlessMonths, EngineerMonthsPerSplit, MonthsPerMerge, MonthsOutOfServerless float64
		ShareOfTeam, PeoplePerService, PeoplePerMerge                                   float64

		Stage    [4]float64 `by:"idea launch growth mature"`
		Coupling [3]float64 `by:"low medium high"`
	}

	sessionSeconds         float64
	instanceDown, loneDown float64 // share of the time that one copy is down, with a second beside it and without
	meteringKB             float64 // of an HTTP API
}

// byRuntime are figures by profile.Runtimes; the last is that of any other.
type byRuntime [8]float64

func (list *byRuntime) of(runtime int) float64 {
	if runtime < 0 || runtime >= len(list) {
		runtime = len(list) - 1
	}
	return list[runtime]
}

func newAssumptions(c *pricing.Catalogue) *assumptions {
	a := &assumptions{meteringKB: c.BillingRule("aws", "api_gateway", "http_metering_kb", 512)}
	c.Assume(a)
	a.sessionSeconds = a.SessionMinutes * 60
	a.instanceDown = a.InstanceFailuresPerMonth * a.InstanceRepairMinutes / (hoursPerMonth * 60)
	a.loneDown = a.InstanceFailuresPerMonth * a.LoneRepairHours / hoursPerMonth
	return a
}
