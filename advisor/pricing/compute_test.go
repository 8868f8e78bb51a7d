package pricing

import (
	"math"
	"strings"
	"testing"
)

func TestComputeRefuses(t *testing.T) {
	tests := []struct {
		name   string
		kind   string
		inputs map[string]any
		want   string
	}{
		{"unknown kind", "lamda", nil, "unknown kind of bill lamda (did you mean lambda?)"},
		{"nothing like it", "spaceship_rental", nil, "unknown kind of bill spaceship_rental (known: aks, alb,"},
		{"unknown input", "nat", map[string]any{"huors": 730}, "nat: unknown input huors (did you mean hours?)"},
		{"missing input", "lambda", map[string]any{"memory_mb": 128}, "lambda: requests is missing"},
		{"wrong type", "nat", map[string]any{"gb": "many"}, "nat: gb = many: a number of 0 or more is expected"},
		{"negative", "nat", map[string]any{"gb": -1}, "nat: gb = -1: a number of 0 or more is expected"},
		{"not a number", "nat", map[string]any{"gb": math.NaN()}, "nat: gb = NaN"},
		{"not a flag", "eks", map[string]any{"extended_support": 1}, "eks: extended_support = 1: true or false is expected"},
		{"not a word", "rds", map[string]any{"instance": 5}, "rds: instance = 5: a word is expected"},
		{"several at once", "nat", map[string]any{"gb": -1, "zz": 1}, "a number of 0 or more is expected\nunknown input zz (known: "},
		{"no such machine", "vm", map[string]any{"instance_type": "c7g.huge"}, "vm: pricing: no price for aws ec2 c7g.huge"},
		{"no such plan", "vm_fleet", map[string]any{"instance_type": "c7g.large", "instances": 2, "savings_plan": "sp"}, "vm_fleet: pricing: no quirk for aws savings sp"},
		{"no such tier", "aks", map[string]any{"tier": "gold"}, "aks: no price for azure aks gold"},
		{"no such cloud", "logs", map[string]any{"cloud": "moon"}, "logs: no tariff for moon log-ingest"},
	}
	c := withOtherPrices(t)
	for _, tt := range tests {
		_, err := compute(c, tt.kind, tt.inputs)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

// TestComputeByHand checks quantities and inputs that the published bills do
// not use, worked by hand from the book's prices.
func TestComputeByHand(t *testing.T) {
	tests := []struct {
		kind   string
		inputs map[string]any
		want   float64
	}{
		{"lambda", map[string]any{"rps": 1, "duration_ms": 100, "memory_mb": 1024}, 2.628e6 * (0.2e-6 + 0.1*0.0000166667)},
		{"lambda", map[string]any{"requests": 1000000, "duration_ms": 100, "memory_mb": 1024, "free_tier": true}, 0},
		{"vm", map[string]any{"cloud": "gcp", "machine_type": "e2-medium", "instances": 2, "pd_ssd_gb": 10}, 2*730*0.03350571 + 1.7},
		{"vm", map[string]any{"cloud": "azure", "instance_type": "D2s_v5", "hours": 100}, 9.6},
		{"aks", map[string]any{"tier": "free", "node": "D2s_v5", "nodes": 3}, 3 * 730 * 0.096},
		{"gke", map[string]any{"free_tier": true, "node": "e2-medium", "nodes": 1}, 730 * 0.03350571},
		{"egress_aws", map[string]any{"internet_gb": 150, "free_tier": true}, 4.5},
		{"egress_aws", map[string]any{"intra_region_gb": 2000}, 20},
		{"egress_gcp", map[string]any{"internet_gb": 2048}, 1024*0.12 + 1024*0.11},
		{"egress_azure", map[string]any{"internet_gb": 200, "free_gb": 100, "cross_az_gb": 50}, 8.7},
		{"tariff", map[string]any{"tariff": "gcp/cdn-data", "quantity": 20480}, 10240*0.08 + 10240*0.055}, // cloud.google.com/cdn/pricing
		{"rds", map[string]any{"instance": "db.t4g.small", "gp3_gb": 400, "multi_az": true, "iops": 2000}, 47.45 + 92 + 80},
		{"rds", map[string]any{"instance": "db.t3.large", "engine": "postgres", "storage_gb": 20, "backup_gb": 1000}, 105.85 + 2.3 + 95},
		{"rds", map[string]any{"instance": "db.unknown", "usd_h": 0.5, "hours": 10}, 5},
		{"appgw", map[string]any{"sku": "WAF_v2", "capacity_units": 2, "hours": 100}, 36 + 2.88},
		{"azure_functions", map[string]any{"plan": "flex", "executions": 1000000, "duration_ms": 200, "memory_mb": 512}, 0.4 + 500000*0.000026},
		{"apim", map[string]any{"calls": 3000000, "free_tier": true}, 7},
		{"apigw_http", map[string]any{"requests": 1000000, "request_kb": 600}, 2},
		{"gcp_lb", map[string]any{"forwarding_rules": 7, "hours": 100}, 2.5 + 2},
		{"nat_gcp", map[string]any{"vms": 100, "hours": 100}, 32 * 0.14},
		{"nat", map[string]any{"gateways": 3, "hours": 730}, 3 * 32.85},
		{"cloud_run_request", map[string]any{"requests": 1000000, "duration_ms": 150, "vcpu": 1, "memory_gib": 0.5, "concurrency": 10}, 20000*0.000024 + 10000*0.0000025 + 0.4},
		{"cloud_run_request", map[string]any{"requests": 10000000, "duration_ms": 200, "vcpu": 1, "memory_gib": 0.5, "free_tier": true}, 43.68 + 1.6 + 3.2},
		{"cloud_run_instance", map[string]any{"seconds": 10, "vcpu": 1, "memory_gib": 1}, 60 * 0.00002},
		{"container_apps", map[string]any{"active_seconds": 1000000, "vcpu": 0.5, "memory_gib": 1, "requests": 3000000, "free_grant": true}, 320000*0.000024 + 640000*0.000003 + 0.4},
		{"logs", map[string]any{"cloud": "gcp", "ingest_gb": 60, "free_tier": true}, 5},
		{"fargate", map[string]any{"vcpu": 1, "memory_gb": 2, "seconds": 10, "arch": "arm64"}, (0.03238 + 2*0.00356) / 60},
		{"vm_fleet_lb", map[string]any{"rps": 100, "usd_h": 0.1, "measured_rps_per_instance": 40, "min_instances": 2, "hours": 100}, 30 + 2.25 + 4*0.8},
	}
	c := withOtherPrices(t)
	for _, tt := range tests {
		lines, err := compute(c, tt.kind, tt.inputs)
		if err != nil {
			t.Errorf("%s %v: %v", tt.kind, tt.inputs, err)
			continue
		}
		if got := total(lines); math.Abs(got-tt.want) > 0.005+1e-6*tt.want {
			t.Errorf("%s %v: got %.6f, want %.6f\n%+v", tt.kind, tt.inputs, got, tt.want, lines)
		}
	}
}

// TestFlags: a price from memory is flagged on every line that it reaches.
func TestFlags(t *testing.T) {
	c := withOtherPrices(t)
	for _, tt := range []struct {
		kind   string
		inputs map[string]any
		want   int
	}{
		{"egress_azure", map[string]any{"internet_gb": 100}, 0},
		{"egress_azure", map[string]any{"internet_gb": 20000}, 1}, // the tier over 10 TB is from memory
		{"vm", map[string]any{"cloud": "self-hosted", "instance_type": "gpu"}, 1},
	} {
		lines, err := compute(c, tt.kind, tt.inputs)
		if err != nil {
			t.Fatal(err)
		}
		flagged := 0
		for _, l := range lines {
			if p := (Price{Confidence: l.Confidence}); p.Flagged() {
				flagged++
			}
		}
		if flagged != tt.want {
			t.Errorf("%s %v: %d flagged lines, want %d", tt.kind, tt.inputs, flagged, tt.want)
		}
	}
}
