package estimate

import (
	"strings"
	"testing"

	"archadvisor/advisor/profile"
)

// shapeByID is the index of a shape.
func shapeByID(t testing.TB, id string) int {
	t.Helper()
	e := newEstimator(t)
	for i := range e.shapes {
		if e.shapes[i].ID == id {
			return i
		}
	}
	t.Fatalf("no shape %s", id)
	return 0
}

func TestDescribe(t *testing.T) {
	e := newEstimator(t)
	busy := loadPoint(2000, aws)
	busy[profile.CPUMillis], busy[profile.MemoryMB], busy[profile.IdleShare] = 20, 128, 0
	quiet := atTen(10, 50, 256)
	events := atTen(10, 50, 256)
	events[profile.Interaction] = 1 << event
	jobs, twice := events, quiet
	jobs[profile.Interaction], twice[profile.Regions] = 1<<batch, 2
	images := atTen(10, 50, 256)
	images[profile.GPU] = 1
	for _, c := range []struct {
		shape string
		pt    *profile.Point
		want  string
	}{
		{"aws-monolith-vms", &quiet, "modular monolith, 2 x t4g.micro behind an ALB"},
		{"aws-monolith-vms", &events, "modular monolith, 2 x t4g.micro fed by a queue"},
		{"aws-monolith-vms", &busy, "modular monolith, 2 to 7 x c7g.8xlarge behind an ALB, 2.0 on average"},
		{"aws-monolith-containers", &quiet, "modular monolith, 2 x 0.5 vCPU on Fargate"},
		{"aws-monolith-containers", &images, "modular monolith, 2 x 0.5 vCPU on Fargate, GPU work on 2 x g4dn.xlarge"},
		{"aws-services-containers", &quiet, "8 services on Fargate, 2 x 0.25 vCPU each"},
		{"aws-services-kubernetes", &quiet, "8 services on EKS, 2 x m7g.large"},
		{"aws-functions-http", &quiet, "functions behind an HTTP API"},
		{"aws-functions-warm", &quiet, "functions behind an HTTP API, kept warm"},
		{"aws-functions-http", &events, "functions fed by a queue"}, // and no HTTP API on the bill
		{"aws-functions-balancer-warm", &events, "functions fed by a queue, kept warm"},
		{"azure-functions-http", &jobs, "functions started by the clock"},
		{"aws-monolith-containers", &twice, "modular monolith, 2 x 0.5 vCPU on Fargate, in each of 2 regions"},
		{"gcp-monolith-vms", &quiet, "modular monolith, 2 x e2-micro behind a load balancer"},
		{"gcp-services-kubernetes", &quiet, "8 services on GKE, 2 x e2-standard-2"},
		{"azure-scale-to-zero", &quiet, "Container Apps scaled to zero"},
		{"self-hosted-functions", &quiet, "functions on an own scale-to-zero platform, 2 x 2 vCPU server"},
	} {
		var p plan
		e.plan(&p, shapeByID(t, c.shape), c.pt, e.CentralScenario())
		if got := p.Describe(); got != c.want {
			t.Errorf("%s: %q, want %q", c.shape, got, c.want)
		}
	}
}

func TestEveryCloudHasEveryArchitecture(t *testing.T) {
	e := newEstimator(t)
	seen := map[string]bool{}
	for cloud := range e.clouds {
		for a := Monolith; a < NumArchitectures; a++ {
			list := e.ShapesOf(cloud, a)
			if len(list) == 0 {
				t.Errorf("no %v on %s", a, e.clouds[cloud].Name)
			}
			for _, i := range list {
				s := e.shapes[i]
				if s.arch != a || s.Form > onOneServer || s.Front > ownIngress || s.cloud != cloud || s.Title == "" || seen[s.ID] || !strings.HasPrefix(s.ID, e.clouds[cloud].Name) {
					t.Errorf("shape %+v listed under %v on %s", s, a, e.clouds[cloud].Name)
				}
				seen[s.ID] = true
			}
		}
	}
	if len(seen) != len(e.shapes) || e.ShapesOf(gcp, Monolith)[0] != 12 {
		t.Errorf("%d shapes listed of %d", len(seen), len(e.shapes))
	}
}

func TestLimits(t *testing.T) {
	e := newEstimator(t)
	if got := e.Limits(aws); got != (Limits{900, 10240, 6, 1000, 100, 30, 30}) {
		t.Errorf("limits of aws: %+v", got)
	}
	if got := e.Limits(gcp)[0]; got != 3600 {
		t.Errorf("longest request on Google: %v", got)
	}
}

func TestCloudsAreTheOptions(t *testing.T) {
	e := newEstimator(t)
	for i, option := range profile.Cloud.Field().Options {
		if e.clouds[i].Name != option {
			t.Errorf("option %d is %s, its cloud %s", i, option, e.clouds[i].Name)
		}
	}
}

func TestScenariosAreStratified(t *testing.T) {
	for column := range strata[0] {
		var seen [NumScenarios]bool
		for row := range strata {
			seen[int(strata[row][column])] = true
		}
		for s, ok := range seen {
			if !ok {
				t.Errorf("column %d never meets stratum %d", column, s)
			}
		}
	}
	e := newEstimator(t)
	if got := e.CentralScenario(); got.OverheadFactor != 2.29 || got.OpsFactor != 1 || got.IdleLifetime != 1 {
		t.Errorf("central: %+v", *got)
	}
	low, high := 10.0, 0.0
	for i := range NumScenarios {
		f := e.Scenario(i, true).OverheadFactor
		low, high = min(low, f), max(high, f)
	}
	if low < 1.05 || high > 5 || high/low < 3 {
		t.Errorf("overhead from %v to %v", low, high)
	}
}
