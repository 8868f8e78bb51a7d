package estimate

import (
	"archadvisor/advisor/estimate/people"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// assumptions are the figures of the book of assumptions that the models use,
// as plain numbers. Each has its source there.
type assumptions struct {
	utilisation, asyncUtilisation, replicas      float64
	keptShare                                    float64 // of the busiest minute that an autoscaled fleet keeps ready
	mostOfSize                                   float64 // that run while a larger one is sold
	osGB, serverOSGB, podVCPU, nodeVCPU, packing float64
	askedVCPU, askedGB                           float64 // what pods ask for over what they use
	sidecarVCPU, sidecarMB, meshVCPU, meshGB     float64
	processMB                                    float64 // of what a request needs in all that its process holds anyway
	overheadCap                                  float64 // seconds of CPU that overhead multiplies
	gatewayMs, balancerMs                        float64
	handoff                                      float64 // seconds of one pass through a queue or store
	smallVCPU, storeProcessGB, systemGB          float64 // one server with everything on it
	storeCacheGB, storeCacheRPS                  float64 // its database's cache, and the load that fills it
	keepStore                                    float64 // engineers up to whom a team keeps its database on it
	shareCluster                                 float64 // engineers up to whom all environments share a cluster
	thirdStore, thirdCopy, secondRegion          float64 // availability targets from which they stand
	loneDown, ownBudget, restart                 float64 // what one copy costs in availability
	vmStart, containerStart, zeroStart           float64

	logKB, logMonths, logPacked, logFullRPS, logSample                   float64
	alarms, fileMB, fileShare                                            float64
	metrics, natKB, requestKB                                            float64
	ciMinutes, ciRuns, ciServiceMinutes, ciPushes, ciOwnFrom, ciOwnShare float64
	nonproduction, nonproductionTraffic                                  float64
	perConnection, meteringKB                                            float64
	queriesPerVCPU, readShare                                            float64
	backupShare, ioPerQuery, connectionsPerGB                            float64
	registryGB, gpuStaging, jobShare, savedShare, logSampled             float64
	storeGB, storeGBPerRPS, servicesPerStore                             float64
	diskGB, writeUnits, queueCalls, acuPerVCPU                           float64
	beta, hopFailure, instanceDown, lockstep                             float64
	spread                                                               [3]float64
	failureRate, restoreHours                                            [4]float64
	changesPerEngineer                                                   float64
	staff                                                                *people.Model
	moveServerless, moveSplit, moveShare                                 float64
	moveCrew                                                             float64 // people on the move for each service
	moveMerge, moveMergePeople, moveOut                                  float64
	moveStage                                                            [4]float64
	moveCoupling                                                         [3]float64
	coldInit, runtimeMB, runtimeVCPU, perCPU                             []float64 // by runtime
	sessionSeconds, connectionMB                                         float64
	idleFactor, overhead, hop, serviceSCV                                span
	coldFactor, queries, outageShare, opsFactor                          span
	billSpread                                                           span
}

// reader resolves assumptions.
type reader struct{ *pricing.Catalogue }

func (r reader) num(item string) float64 { return r.Assumption(item).Value }

func (r reader) span(item string) span {
	p := r.Assumption(item)
	return span{p.Low, p.Value, p.High}
}

// four are the figures of a prefix by the options of a field.
func (r reader) four(prefix string, of profile.ID) (list [4]float64) {
	for i, option := range of.Field().Options {
		list[i] = r.num(prefix + "." + option)
	}
	return list
}

func (r reader) three(prefix string) [3]float64 {
	return [3]float64{r.num(prefix + ".low"), r.num(prefix + ".medium"), r.num(prefix + ".high")}
}

// byRuntime are the figures of a prefix for each runtime, other where the book has none.
func (r reader) byRuntime(prefix string, other float64) (list []float64) {
	for _, runtime := range profile.Runtimes() {
		list = append(list, r.AssumptionOr(prefix+runtime, other))
	}
	return list
}

// of is a figure of a list by runtime; the last is that of any other.
func of(list []float64, runtime int) float64 {
	if runtime < 0 || runtime >= len(list) {
		runtime = len(list) - 1
	}
	return list[runtime]
}

func newAssumptions(c *pricing.Catalogue) *assumptions {
	r := reader{c}
	num := r.num
	return &assumptions{
		utilisation: num("target_utilisation"), asyncUtilisation: num("async_utilisation"),
		replicas: num("min_replicas"), mostOfSize: num("most_of_a_size"), keptShare: num("kept_share"),
		processMB: num("application_mb"), osGB: num("node_os_gb"), serverOSGB: num("server_os_gb"),
		podVCPU: num("pod_base_vcpu"), nodeVCPU: num("node_os_vcpu"), packing: num("node_packing"),
		askedVCPU: num("pod_asked_vcpu"), askedGB: num("pod_asked_gb"),
		sidecarVCPU: num("sidecar_vcpu_per_1000rps") / 1000, sidecarMB: num("sidecar_mb"),
		meshVCPU: num("istiod_vcpu"), meshGB: num("istiod_gb"), overheadCap: num("overhead_cpu_cap_ms") / 1000,
		gatewayMs: num("gateway_ms"), balancerMs: num("lb_ms"), vmStart: num("vm_start_s"),
		containerStart: num("container_start_s"), smallVCPU: num("small_server_vcpu"),
		storeProcessGB: num("store_process_gb"), storeCacheGB: num("store_cache_gb"),
		storeCacheRPS: num("store_cache_rps"), systemGB: num("system_gb"), keepStore: num("keep_store_engineers"),
		shareCluster:   num("share_cluster_engineers"),
		sessionSeconds: num("session_minutes") * 60, connectionMB: num("connection_kb") / 1024,
		zeroStart: num("scale_to_zero_start_s"), handoff: num("handoff_ms") / 1000, logKB: num("log_kb_per_request"),
		logMonths: num("log_retention_months"), logPacked: num("log_packed_share"), logFullRPS: num("log_full_rps"),
		logSample: num("log_sample_share"), alarms: num("alarms_per_service"), fileMB: num("file_mb"),
		fileShare: num("file_share"), metrics: num("custom_metrics_per_service"), natKB: num("nat_kb_per_request"),
		requestKB: num("request_kb"), ciMinutes: num("ci_minutes_per_deploy"), ciRuns: num("ci_runs_per_deploy"),
		ciServiceMinutes: num("ci_minutes_per_service_deploy"), ciPushes: num("ci_pushes_per_engineer_week"),
		ciOwnFrom: num("ci_own_from_minutes"), ciOwnShare: num("ci_own_share"),
		nonproduction: num("nonproduction_size"), nonproductionTraffic: num("nonproduction_traffic"),
		perConnection:  num("requests_per_connection"),
		meteringKB:     r.BillingRule("aws", "api_gateway", "http_metering_kb", 512),
		queriesPerVCPU: num("db_queries_per_vcpu_s"), readShare: num("db_read_share"), storeGB: num("store_gb"),
		storeGBPerRPS: num("store_gb_per_rps"), servicesPerStore: num("services_per_store"),
		diskGB: num("server_disk_gb"), writeUnits: num("cosmos_write_ru"),
		queueCalls: num("queue_calls_per_message"), acuPerVCPU: num("acu_per_vcpu"),
		backupShare: num("backup_share"), ioPerQuery: num("pooled_io_per_query"),
		connectionsPerGB: num("db_connections_per_gb"), registryGB: num("registry_gb"),
		gpuStaging: num("gpu_staging_share"), jobShare: num("job_share"), savedShare: num("saved_share"),
		logSampled: num("log_sampled_share"), staff: people.Read(r.Assumption),
		moveServerless: num("migration.serverless_months"), moveSplit: num("migration.engineer_months_per_split"),
		moveShare: num("migration.share_of_team"), moveCrew: num("migration.people_per_service"),
		moveMerge: num("migration.months_per_merge"), moveMergePeople: num("migration.people_per_merge"),
		moveOut: num("migration.months_out_of_serverless"), moveStage: r.four("migration.stage", profile.Stage),
		moveCoupling: r.three("migration.coupling"), beta: num("common_cause_beta"),
		hopFailure:   num("hop_failure_share"),
		instanceDown: num("instance_failures_per_month") * num("instance_repair_minutes") / (hoursPerMonth * 60),
		loneDown:     num("instance_failures_per_month") * num("lone_repair_hours") / hoursPerMonth,
		ownBudget:    num("own_change_budget"), restart: num("restart_minutes") / 60,
		thirdStore: num("third_store_availability") / 100, thirdCopy: num("third_copy_availability") / 100,
		secondRegion: num("second_region_availability") / 100, lockstep: num("lockstep_failure_factor"),
		spread: r.three("failure_spread"), changesPerEngineer: num("changes_per_engineer_week"),
		failureRate:  r.four("change_failure_rate", profile.OpsMaturity),
		restoreHours: r.four("outage_restore_hours", profile.OpsMaturity),
		coldInit:     r.byRuntime("cold_ms.", num("cold_ms.other")),
		runtimeMB:    r.byRuntime("runtime_mb.", num("application_mb")), runtimeVCPU: r.byRuntime("runtime_vcpu.", 0),
		perCPU: r.byRuntime("runtime_per_cpu.", 0), billSpread: r.span("bill_spread"),
		idleFactor: r.span("idle_lifetime_factor"), overhead: r.span("microservice_overhead"),
		hop: r.span("service_call_ms"), serviceSCV: r.span("service_time_scv"),
		coldFactor: r.span("cold_real_app_factor"), queries: r.span("db_queries_per_request"),
		outageShare: r.span("outage_share_of_change_failure"), opsFactor: r.span("ops_factor"),
	}
}
