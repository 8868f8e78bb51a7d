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
	keepStore                                    float64 // engineers up to whom a team keeps its database on it
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

func (r reader) four(prefix string) [4]float64 {
	return [4]float64{r.num(prefix + ".none"), r.num(prefix + ".basic"),
		r.num(prefix + ".established"), r.num(prefix + ".advanced")}
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
	r, a := reader{c}, &assumptions{}
	a.readSizing(r)
	a.readTraffic(r)
	a.readStores(r)
	a.readPeople(r)
	a.readReliability(r)
	a.readUncertain(r)
	return a
}

func (a *assumptions) readSizing(r reader) {
	a.utilisation, a.asyncUtilisation = r.num("target_utilisation"), r.num("async_utilisation")
	a.replicas, a.mostOfSize, a.keptShare = r.num("min_replicas"), r.num("most_of_a_size"), r.num("kept_share")
	a.processMB, a.osGB, a.serverOSGB = r.num("application_mb"), r.num("node_os_gb"), r.num("server_os_gb")
	a.podVCPU, a.nodeVCPU = r.num("pod_base_vcpu"), r.num("node_os_vcpu")
	a.packing, a.askedVCPU, a.askedGB = r.num("node_packing"), r.num("pod_asked_vcpu"), r.num("pod_asked_gb")
	a.sidecarVCPU, a.sidecarMB = r.num("sidecar_vcpu_per_1000rps")/1000, r.num("sidecar_mb")
	a.meshVCPU, a.meshGB = r.num("istiod_vcpu"), r.num("istiod_gb")
	a.overheadCap = r.num("overhead_cpu_cap_ms") / 1000
	a.gatewayMs, a.balancerMs = r.num("gateway_ms"), r.num("lb_ms")
	a.vmStart, a.containerStart = r.num("vm_start_s"), r.num("container_start_s")
	a.smallVCPU, a.storeProcessGB = r.num("small_server_vcpu"), r.num("store_process_gb")
	a.systemGB, a.keepStore = r.num("system_gb"), r.num("keep_store_engineers")
	a.sessionSeconds, a.connectionMB = r.num("session_minutes")*60, r.num("connection_kb")/1024
	a.zeroStart, a.handoff = r.num("scale_to_zero_start_s"), r.num("handoff_ms")/1000
}

func (a *assumptions) readTraffic(r reader) {
	a.logKB, a.logMonths, a.logPacked = r.num("log_kb_per_request"), r.num("log_retention_months"), r.num("log_packed_share")
	a.logFullRPS, a.logSample = r.num("log_full_rps"), r.num("log_sample_share")
	a.alarms, a.fileMB, a.fileShare = r.num("alarms_per_service"), r.num("file_mb"), r.num("file_share")
	a.metrics, a.natKB = r.num("custom_metrics_per_service"), r.num("nat_kb_per_request")
	a.requestKB = r.num("request_kb")
	a.ciMinutes, a.ciRuns = r.num("ci_minutes_per_deploy"), r.num("ci_runs_per_deploy")
	a.ciServiceMinutes, a.ciPushes = r.num("ci_minutes_per_service_deploy"), r.num("ci_pushes_per_engineer_week")
	a.ciOwnFrom, a.ciOwnShare = r.num("ci_own_from_minutes"), r.num("ci_own_share")
	a.nonproduction, a.nonproductionTraffic = r.num("nonproduction_size"), r.num("nonproduction_traffic")
	a.perConnection = r.num("requests_per_connection")
	a.meteringKB = r.BillingRule("aws", "api_gateway", "http_metering_kb", 512)
}

func (a *assumptions) readStores(r reader) {
	a.queriesPerVCPU, a.readShare = r.num("db_queries_per_vcpu_s"), r.num("db_read_share")
	a.storeGB, a.storeGBPerRPS = r.num("store_gb"), r.num("store_gb_per_rps")
	a.servicesPerStore, a.diskGB = r.num("services_per_store"), r.num("server_disk_gb")
	a.writeUnits, a.queueCalls = r.num("cosmos_write_ru"), r.num("queue_calls_per_message")
	a.acuPerVCPU, a.backupShare, a.ioPerQuery = r.num("acu_per_vcpu"), r.num("backup_share"), r.num("pooled_io_per_query")
	a.connectionsPerGB, a.registryGB, a.gpuStaging, a.jobShare = r.num("db_connections_per_gb"), r.num("registry_gb"), r.num("gpu_staging_share"), r.num("job_share")
	a.savedShare, a.logSampled = r.num("saved_share"), r.num("log_sampled_share")
}

func (a *assumptions) readPeople(r reader) {
	a.staff = people.Read(r.Assumption)
	a.moveServerless, a.moveSplit = r.num("migration.serverless_months"), r.num("migration.engineer_months_per_split")
	a.moveShare, a.moveCrew, a.moveMerge = r.num("migration.share_of_team"), r.num("migration.people_per_service"), r.num("migration.months_per_merge")
	a.moveMergePeople, a.moveOut = r.num("migration.people_per_merge"), r.num("migration.months_out_of_serverless")
	a.moveStage = [4]float64{r.num("migration.stage.idea"), r.num("migration.stage.launch"),
		r.num("migration.stage.growth"), r.num("migration.stage.mature")}
	a.moveCoupling = r.three("migration.coupling")
}

func (a *assumptions) readReliability(r reader) {
	a.beta, a.hopFailure = r.num("common_cause_beta"), r.num("hop_failure_share")
	a.instanceDown = r.num("instance_failures_per_month") * r.num("instance_repair_minutes") / (hoursPerMonth * 60)
	a.loneDown = r.num("instance_failures_per_month") * r.num("lone_repair_hours") / hoursPerMonth
	a.ownBudget, a.restart = r.num("own_change_budget"), r.num("restart_minutes")/60
	a.thirdStore, a.thirdCopy, a.secondRegion = r.num("third_store_availability")/100, r.num("third_copy_availability")/100, r.num("second_region_availability")/100
	a.lockstep, a.spread = r.num("lockstep_failure_factor"), r.three("failure_spread")
	a.changesPerEngineer = r.num("changes_per_engineer_week")
	a.failureRate, a.restoreHours = r.four("change_failure_rate"), r.four("outage_restore_hours")
}

func (a *assumptions) readUncertain(r reader) {
	a.coldInit = r.byRuntime("cold_ms.", r.num("cold_ms.other"))
	a.runtimeMB, a.runtimeVCPU, a.perCPU = r.byRuntime("runtime_mb.", r.num("application_mb")), r.byRuntime("runtime_vcpu.", 0), r.byRuntime("runtime_per_cpu.", 0)
	a.billSpread = r.span("bill_spread")
	a.idleFactor, a.overhead = r.span("idle_lifetime_factor"), r.span("microservice_overhead")
	a.hop, a.serviceSCV = r.span("service_call_ms"), r.span("service_time_scv")
	a.coldFactor, a.queries = r.span("cold_real_app_factor"), r.span("db_queries_per_request")
	a.outageShare, a.opsFactor = r.span("outage_share_of_change_failure"), r.span("ops_factor")
}
