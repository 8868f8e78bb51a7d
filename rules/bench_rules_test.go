package rules

import "archadvisor/rules/cond"

// The benchmark's 64 rules over 30 facts, each as a condition and as the Go
// that a programmer would write by hand for it.

const (
	fEngineers = iota
	fTeams
	fDeploys
	fMeanRps
	fPeakRps
	fPeakToMean
	fIdleShare
	fSurge
	fGrowth
	fCacheable
	fCpuMs
	fDurationMs
	fMemoryMb
	fPayloadMb
	fLongestJobS
	fBudgetUsd
	fMonths
	fEnvironments
	fP99Ms
	fAvailability
	fModules
	fBottleneck
	fLockstep
	fIsolation
	fStable
	fGpu
	fPattern
	fMaturity
	fStage
	fCoupling
	numBenchFacts
)

var benchFacts = []cond.Fact{
	{Name: "engineers", Min: 1, Max: 1000},
	{Name: "teams", Min: 1, Max: 120},
	{Name: "deploys", Min: 0, Max: 50},
	{Name: "mean_rps", Min: 0, Max: 2000},
	{Name: "peak_rps", Min: 0, Max: 10000},
	{Name: "peak_to_mean", Min: 1, Max: 100},
	{Name: "idle_share", Min: 0, Max: 1},
	{Name: "surge", Min: 1, Max: 50},
	{Name: "growth", Min: 0.5, Max: 4},
	{Name: "cacheable", Min: 0, Max: 1},
	{Name: "cpu_ms", Min: 0, Max: 500},
	{Name: "duration_ms", Min: 1, Max: 5000},
	{Name: "memory_mb", Min: 64, Max: 10240},
	{Name: "payload_mb", Min: 0, Max: 50},
	{Name: "longest_job_s", Min: 0, Max: 4000},
	{Name: "budget_usd", Min: 0, Max: 100000},
	{Name: "months", Min: 1, Max: 36},
	{Name: "environments", Min: 1, Max: 20},
	{Name: "p99_ms", Min: 5, Max: 5000},
	{Name: "availability", Min: 90, Max: 100},
	{Name: "modules", Min: 1, Max: 100},
	{Name: "bottleneck", Kind: cond.FactBool},
	{Name: "lockstep", Kind: cond.FactBool},
	{Name: "isolation", Kind: cond.FactBool},
	{Name: "stable", Kind: cond.FactBool},
	{Name: "gpu", Kind: cond.FactBool},
	{Name: "pattern", Kind: cond.FactOption, Options: []string{"steady", "diurnal", "bursty", "extreme"}},
	{Name: "maturity", Kind: cond.FactOption, Options: []string{"none", "basic", "established", "advanced"}},
	{Name: "stage", Kind: cond.FactOption, Options: []string{"idea", "launch", "growth", "mature"}},
	{Name: "coupling", Kind: cond.FactOption, Options: []string{"low", "medium", "high"}},
}

var benchRules = []struct {
	when string
	hand func(v []float64) bool
}{
	{"(coupling in ['low', 'high'] or teams <= 60.5) and payload_mb < 15",
		func(v []float64) bool {
			return ((v[fCoupling] == 0 || v[fCoupling] == 2) || v[fTeams] <= 60.5) && v[fPayloadMb] < 15
		}},
	{"(p99_ms <= 255 or not gpu) and memory_mb <= 573",
		func(v []float64) bool { return (v[fP99Ms] <= 255 || v[fGpu] == 0) && v[fMemoryMb] <= 573 }},
	{"peak_rps < 5000 and environments <= 16.2",
		func(v []float64) bool { return v[fPeakRps] < 5000 && v[fEnvironments] <= 16.2 }},
	{"modules > 10.9 and deploys < 25",
		func(v []float64) bool { return v[fModules] > 10.9 && v[fDeploys] < 25 }},
	{"(environments > 6.7 or longest_job_s > 800) and peak_to_mean <= 70.3",
		func(v []float64) bool {
			return (v[fEnvironments] > 6.7 || v[fLongestJobS] > 800) && v[fPeakToMean] <= 70.3
		}},
	{"cpu_ms >= 350 and deploys >= 2.5 and cpu_ms >= 50",
		func(v []float64) bool { return v[fCpuMs] >= 350 && v[fDeploys] >= 2.5 && v[fCpuMs] >= 50 }},
	{"environments > 10.5 and duration_ms >= 2500 and longest_job_s < 200 and coupling in ['low', 'high']",
		func(v []float64) bool {
			return v[fEnvironments] > 10.5 && v[fDurationMs] >= 2500 && v[fLongestJobS] < 200 && (v[fCoupling] == 0 || v[fCoupling] == 2)
		}},
	{"(stable or duration_ms >= 251) and availability >= 90.5",
		func(v []float64) bool { return (v[fStable] != 0 || v[fDurationMs] >= 251) && v[fAvailability] >= 90.5 }},
	{"surge >= 15.7 and coupling == 'medium' and growth >= 0.85",
		func(v []float64) bool { return v[fSurge] >= 15.7 && v[fCoupling] == 1 && v[fGrowth] >= 0.85 }},
	{"(isolation or surge < 5.9) and surge <= 35.3",
		func(v []float64) bool { return (v[fIsolation] != 0 || v[fSurge] < 5.9) && v[fSurge] <= 35.3 }},
	{"cacheable <= 0.05 and duration_ms > 2500 and pattern == 'extreme'",
		func(v []float64) bool { return v[fCacheable] <= 0.05 && v[fDurationMs] > 2500 && v[fPattern] == 3 }},
	{"(modules < 30.7 or idle_share <= 0.3) and availability < 90.5",
		func(v []float64) bool { return (v[fModules] < 30.7 || v[fIdleShare] <= 0.3) && v[fAvailability] < 90.5 }},
	{"duration_ms < 2500 and idle_share >= 0.5",
		func(v []float64) bool { return v[fDurationMs] < 2500 && v[fIdleShare] >= 0.5 }},
	{"isolation and mean_rps >= 1600",
		func(v []float64) bool { return v[fIsolation] != 0 && v[fMeanRps] >= 1600 }},
	{"(cacheable <= 0.05 or cpu_ms > 350) and peak_to_mean < 50.5",
		func(v []float64) bool { return (v[fCacheable] <= 0.05 || v[fCpuMs] > 350) && v[fPeakToMean] < 50.5 }},
	{"environments > 1.95 and peak_rps > 5 * mean_rps and isolation",
		func(v []float64) bool {
			return v[fEnvironments] > 1.95 && v[fPeakRps] > 5*v[fMeanRps] && v[fIsolation] != 0
		}},
	{"gpu and modules <= 10.9 and coupling in ['low', 'high']",
		func(v []float64) bool {
			return v[fGpu] != 0 && v[fModules] <= 10.9 && (v[fCoupling] == 0 || v[fCoupling] == 2)
		}},
	{"(not bottleneck or idle_share > 0.7) and duration_ms < 1000",
		func(v []float64) bool { return (v[fBottleneck] == 0 || v[fIdleShare] > 0.7) && v[fDurationMs] < 1000 }},
	{"cpu_ms >= 50 and not gpu",
		func(v []float64) bool { return v[fCpuMs] >= 50 && v[fGpu] == 0 }},
	{"(stage in ['idea', 'growth'] or memory_mb <= 8200) and peak_to_mean > 30.7",
		func(v []float64) bool {
			return ((v[fStage] == 0 || v[fStage] == 2) || v[fMemoryMb] <= 8200) && v[fPeakToMean] > 30.7
		}},
	{"(memory_mb < 7190 or not lockstep) and p99_ms <= 1500 and availability > 93",
		func(v []float64) bool {
			return (v[fMemoryMb] < 7190 || v[fLockstep] == 0) && v[fP99Ms] <= 1500 && v[fAvailability] > 93
		}},
	{"(engineers < 800 or peak_rps <= 3000) and maturity == 'basic'",
		func(v []float64) bool { return (v[fEngineers] < 800 || v[fPeakRps] <= 3000) && v[fMaturity] == 1 }},
	{"isolation and peak_rps > 500",
		func(v []float64) bool { return v[fIsolation] != 0 && v[fPeakRps] > 500 }},
	{"gpu and maturity in ['none', 'basic'] and mean_rps < 500",
		func(v []float64) bool {
			return v[fGpu] != 0 && (v[fMaturity] == 0 || v[fMaturity] == 1) && v[fMeanRps] < 500
		}},
	{"availability < 97 and cpu_ms >= 350",
		func(v []float64) bool { return v[fAvailability] < 97 && v[fCpuMs] >= 350 }},
	{"pattern == 'bursty' and mean_rps >= 1000",
		func(v []float64) bool { return v[fPattern] == 2 && v[fMeanRps] >= 1000 }},
	{"deploys > 15 and months <= 18.5 and stable",
		func(v []float64) bool { return v[fDeploys] > 15 && v[fMonths] <= 18.5 && v[fStable] != 0 }},
	{"(stage in ['launch', 'mature'] or mean_rps >= 600) and surge < 15.7",
		func(v []float64) bool {
			return ((v[fStage] == 1 || v[fStage] == 3) || v[fMeanRps] >= 600) && v[fSurge] < 15.7
		}},
	{"not lockstep and isolation and coupling == 'low'",
		func(v []float64) bool { return v[fLockstep] == 0 && v[fIsolation] != 0 && v[fCoupling] == 0 }},
	{"(surge >= 5.9 or modules / teams >= 3) and idle_share > 0.2",
		func(v []float64) bool { return (v[fSurge] >= 5.9 || v[fModules]/v[fTeams] >= 3) && v[fIdleShare] > 0.2 }},
	{"(environments >= 6.7 or stable) and not gpu",
		func(v []float64) bool { return (v[fEnvironments] >= 6.7 || v[fStable] != 0) && v[fGpu] == 0 }},
	{"peak_rps > 5 * mean_rps and growth <= 0.675",
		func(v []float64) bool { return v[fPeakRps] > 5*v[fMeanRps] && v[fGrowth] <= 0.675 }},
	{"not stable and isolation and months >= 18.5",
		func(v []float64) bool { return v[fStable] == 0 && v[fIsolation] != 0 && v[fMonths] >= 18.5 }},
	{"peak_to_mean < 30.7 and engineers < 700",
		func(v []float64) bool { return v[fPeakToMean] < 30.7 && v[fEngineers] < 700 }},
	{"(surge > 3.45 or coupling == 'high') and growth <= 2.25",
		func(v []float64) bool { return (v[fSurge] > 3.45 || v[fCoupling] == 2) && v[fGrowth] <= 2.25 }},
	{"mean_rps > 200 and idle_share > 0.2 and idle_share >= 0.2 and peak_to_mean > 20.8",
		func(v []float64) bool {
			return v[fMeanRps] > 200 && v[fIdleShare] > 0.2 && v[fIdleShare] >= 0.2 && v[fPeakToMean] > 20.8
		}},
	{"engineers <= 700 and surge < 15.7 and stable",
		func(v []float64) bool { return v[fEngineers] <= 700 && v[fSurge] < 15.7 && v[fStable] != 0 }},
	{"modules / teams >= 3 and lockstep and maturity == 'established'",
		func(v []float64) bool { return v[fModules]/v[fTeams] >= 3 && v[fLockstep] != 0 && v[fMaturity] == 2 }},
	{"modules > 70.3 and teams >= 6.95",
		func(v []float64) bool { return v[fModules] > 70.3 && v[fTeams] >= 6.95 }},
	{"isolation and bottleneck and longest_job_s > 200",
		func(v []float64) bool { return v[fIsolation] != 0 && v[fBottleneck] != 0 && v[fLongestJobS] > 200 }},
	{"(cpu_ms > 0.5 * duration_ms or teams <= 24.8) and engineers >= 201",
		func(v []float64) bool {
			return (v[fCpuMs] > 0.5*v[fDurationMs] || v[fTeams] <= 24.8) && v[fEngineers] >= 201
		}},
	{"idle_share < 0.1 and deploys >= 5 and memory_mb > 573",
		func(v []float64) bool { return v[fIdleShare] < 0.1 && v[fDeploys] >= 5 && v[fMemoryMb] > 573 }},
	{"months <= 29 and gpu",
		func(v []float64) bool { return v[fMonths] <= 29 && v[fGpu] != 0 }},
	{"stable and lockstep and coupling in ['low', 'high']",
		func(v []float64) bool {
			return v[fStable] != 0 && v[fLockstep] != 0 && (v[fCoupling] == 0 || v[fCoupling] == 2)
		}},
	{"engineers <= 800 and teams > 12.9 and coupling in ['low', 'high']",
		func(v []float64) bool {
			return v[fEngineers] <= 800 && v[fTeams] > 12.9 && (v[fCoupling] == 0 || v[fCoupling] == 2)
		}},
	{"(surge > 15.7 or deploys < 35) and not bottleneck and deploys > 40",
		func(v []float64) bool {
			return (v[fSurge] > 15.7 || v[fDeploys] < 35) && v[fBottleneck] == 0 && v[fDeploys] > 40
		}},
	{"modules >= 30.7 and pattern == 'bursty'",
		func(v []float64) bool { return v[fModules] >= 30.7 && v[fPattern] == 2 }},
	{"modules < 10.9 and cpu_ms > 100",
		func(v []float64) bool { return v[fModules] < 10.9 && v[fCpuMs] > 100 }},
	{"(engineers < 301 or mean_rps <= 1400) and not isolation",
		func(v []float64) bool { return (v[fEngineers] < 301 || v[fMeanRps] <= 1400) && v[fIsolation] == 0 }},
	{"mean_rps <= 1000 and deploys < 15 and deploys >= 40",
		func(v []float64) bool { return v[fMeanRps] <= 1000 && v[fDeploys] < 15 && v[fDeploys] >= 40 }},
	{"idle_share < 0.05 and months > 8 and modules > 50.5",
		func(v []float64) bool { return v[fIdleShare] < 0.05 && v[fMonths] > 8 && v[fModules] > 50.5 }},
	{"(budget_usd >= 30000 or engineers >= 301) and peak_rps > 3000 and mean_rps > 1600",
		func(v []float64) bool {
			return (v[fBudgetUsd] >= 30000 || v[fEngineers] >= 301) && v[fPeakRps] > 3000 && v[fMeanRps] > 1600
		}},
	{"pattern in ['diurnal', 'bursty'] and cacheable > 0.2 and memory_mb < 8200",
		func(v []float64) bool {
			return (v[fPattern] == 1 || v[fPattern] == 2) && v[fCacheable] > 0.2 && v[fMemoryMb] < 8200
		}},
	{"(bottleneck or cacheable <= 0.7) and growth > 1.55",
		func(v []float64) bool { return (v[fBottleneck] != 0 || v[fCacheable] <= 0.7) && v[fGrowth] > 1.55 }},
	{"not stable and coupling in ['low', 'high'] and not bottleneck",
		func(v []float64) bool {
			return v[fStable] == 0 && (v[fCoupling] == 0 || v[fCoupling] == 2) && v[fBottleneck] == 0
		}},
	{"isolation and maturity == 'advanced' and cacheable > 0.2",
		func(v []float64) bool { return v[fIsolation] != 0 && v[fMaturity] == 3 && v[fCacheable] > 0.2 }},
	{"environments >= 14.3 and modules < 10.9",
		func(v []float64) bool { return v[fEnvironments] >= 14.3 && v[fModules] < 10.9 }},
	{"budget_usd <= 50000 and cpu_ms >= 400",
		func(v []float64) bool { return v[fBudgetUsd] <= 50000 && v[fCpuMs] >= 400 }},
	{"idle_share < 0.1 and environments > 1.95 and growth <= 3.3",
		func(v []float64) bool { return v[fIdleShare] < 0.1 && v[fEnvironments] > 1.95 && v[fGrowth] <= 3.3 }},
	{"coupling == 'high' and growth < 1.2 and p99_ms <= 1000 and gpu",
		func(v []float64) bool {
			return v[fCoupling] == 2 && v[fGrowth] < 1.2 && v[fP99Ms] <= 1000 && v[fGpu] != 0
		}},
	{"surge >= 15.7 and not stable",
		func(v []float64) bool { return v[fSurge] >= 15.7 && v[fStable] == 0 }},
	{"payload_mb >= 35 and coupling == 'medium'",
		func(v []float64) bool { return v[fPayloadMb] >= 35 && v[fCoupling] == 1 }},
	{"(coupling == 'low' or peak_rps < 5000) and coupling == 'low'",
		func(v []float64) bool { return (v[fCoupling] == 0 || v[fPeakRps] < 5000) && v[fCoupling] == 0 }},
	{"teams > 84.3 and stage in ['growth', 'mature']",
		func(v []float64) bool { return v[fTeams] > 84.3 && (v[fStage] == 2 || v[fStage] == 3) }},
}
