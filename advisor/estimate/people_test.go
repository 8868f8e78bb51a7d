package estimate

import (
	"math"
	"testing"

	"archadvisor/advisor/profile"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > tolerance {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// org is an organisation of so many engineers that runs one architecture today.
func org(engineers, modules float64, current int) profile.Point {
	pt := atTen(10, 50, 256)
	pt[profile.Engineers], pt[profile.Teams] = engineers, math.Ceil(engineers/7)
	pt[profile.Modules], pt[profile.PlatformEngineers] = modules, 0
	pt[profile.Current], pt[profile.Stage], pt[profile.DataCoupling] = float64(current), 3, 1
	pt[profile.OpsMaturity], pt[profile.DistributedExperience], pt[profile.ServerlessExperience] = 2, 1, 1
	pt[profile.Compliance] = 0
	return pt
}

func (e *Estimator) eval(t *testing.T, shape string, pt *profile.Point) Estimate {
	t.Helper()
	var est Estimate
	e.Eval(shapeByID(t, shape), pt, e.CentralScenario(), &est)
	return est
}

// Published moves (count-moves).
func TestMigration(t *testing.T) {
	e := newEstimator(t)
	big := org(200, 100, currentMonolith)
	split := e.eval(t, "aws-services-containers", &big)
	near(t, "months to services with 200 engineers (OTTO, Snap, Wix: 24)", split.MigrationMonths, 24, 0.01)
	near(t, "engineer-months of it: 100 services x 12", split.MigrationFTE, 1200, 0.01)

	small := org(12, 6, currentMonolith)
	functions := e.eval(t, "aws-functions-http", &small)
	near(t, "months to functions (3 to 6)", functions.MigrationMonths, 4.5, 0.01)

	services := org(10, 8, currentServices)
	services[profile.ServicesNow] = 8
	merge := e.eval(t, "aws-monolith-vms", &services)
	near(t, "engineer-months of merging 8 services: 3 weeks, 2 people each", merge.MigrationFTE, 11.2, 0.01)
	near(t, "months of it with 2.5 people", merge.MigrationMonths, 11.2/2.5, 0.01)

	for _, pt := range []profile.Point{org(50, 10, currentNone), org(50, 10, currentMonolith)} {
		if got := e.eval(t, "aws-monolith-vms", &pt); got.MigrationMonths != 0 || got.MigrationFTE != 0 {
			t.Errorf("no move takes %v months", got.MigrationMonths)
		}
	}
}

// TestOperations works the sums of ops_fte.* by hand.
func TestOperations(t *testing.T) {
	e := newEstimator(t)
	pt := org(16, 8, currentNone)
	monolith := e.eval(t, "aws-monolith-vms", &pt)
	near(t, "0.1 + 0.15 + 1 store 0.03 + fleet 0.12 + 2 servers 0.02", monolith.OpsFTE, 0.42, 1e-9)
	near(t, "its money", monolith.OpsMonthlyUSD, 0.42*pt[profile.EngineerMonthUSD], 1e-6)
	services := e.eval(t, "aws-services-containers", &pt)
	near(t, "0.1 + 0.15 + 3 stores 0.09 + fleet 0.04 + 8 services x 0.05 x 1.1", services.OpsFTE, 0.82, 1e-9)
	cluster := e.eval(t, "aws-services-kubernetes", &pt)
	near(t, "0.34 + (0.4 + 8 x 0.06) x 1.1", cluster.OpsFTE, 1.308, 1e-9)
	functions := e.eval(t, "aws-functions-http", &pt)
	near(t, "0.1 + 0.08 + 0.03 + 8 x 0.006 x 1.1", functions.OpsFTE, 0.2628, 1e-9)

	alone := e.eval(t, "aws-monolith-server", &pt)
	near(t, "one server: 0.1 + 0.15 + its store 0.03 + 0.12 + 0.01", alone.OpsFTE, 0.41, 1e-9)
	gpt := pt
	gpt[profile.Cloud] = gcp
	scaled := e.eval(t, "gcp-monolith-scale-to-zero", &gpt)
	near(t, "a container by the request: 0.1 + 0.15 + 0.03 + 0.04 + 0.05", scaled.OpsFTE, 0.37, 1e-9)

	pt[profile.Compliance] = 2
	audited := e.eval(t, "aws-services-containers", &pt)
	near(t, "two names: 2 x (0.05 + 8 x 0.005)", audited.OpsFTE-services.OpsFTE, 0.18, 1e-9)
	pt[profile.OpsMaturity] = 0
	if none := e.eval(t, "aws-services-containers", &pt); none.OpsFTE <= audited.OpsFTE {
		t.Errorf("by hand takes %v people, with CD %v", none.OpsFTE, audited.OpsFTE)
	}
	if none := e.eval(t, "aws-services-containers", &pt); none.CostMonthlyUSD != audited.CostMonthlyUSD {
		t.Errorf("people are in the bill: %v, %v", none.CostMonthlyUSD, audited.CostMonthlyUSD)
	}
}

// Published staffing where it works is 2 to 10 % of the engineers
// (platform-ratios: Khan 5:85, SIXT 40:800, rule of thumb 1:10).
func TestOperationsOfServicesAreWithinWhatWasPublished(t *testing.T) {
	e := newEstimator(t)
	for _, engineers := range []float64{85, 200, 800} {
		pt := org(engineers, engineers/2, currentNone)
		share := e.eval(t, "aws-services-kubernetes", &pt).OpsFTE / engineers
		if share < 0.02 || share > 0.1 {
			t.Errorf("%v engineers: %.1f %% run it", engineers, 100*share)
		}
	}
}

func TestNumberOfServices(t *testing.T) {
	for _, c := range []struct {
		engineers, teams, modules, now, want float64
	}{
		{8, 1, 5, 0, 4}, {8, 1, 3, 0, 3}, {2, 1, 5, 0, 2}, {200, 30, 60, 0, 60}, {40, 6, 200, 0, 20}, {20, 3, 10, 14, 14},
	} {
		w := workload{engineers: c.engineers, teams: c.teams, modules: c.modules, servicesNow: c.now}
		if got := w.serviceCount(); got != c.want {
			t.Errorf("%+v: %v services", c, got)
		}
	}
}

// TestReliability works the product by hand: ALB 99.99 x EC2 99.99 x DynamoDB
// 99.99 and the team's own changes.
func TestReliability(t *testing.T) {
	e := newEstimator(t)
	pt := org(16, 8, currentNone)
	pt[profile.DeploysPerWeek] = 0
	pt[profile.AvailabilityPct] = 99.95 // asks for a standby
	down := e.assume.instanceDown
	platform := 0.9999 * 0.9999 * 0.9999 * (1 - 0.1*down)
	est := e.eval(t, "aws-monolith-vms", &pt)
	near(t, "platform alone", est.AvailabilityPct, 100*platform, 1e-6)
	near(t, "minutes", est.DowntimeMinutes, (1-platform)*43800, 1e-3)
	near(t, "functions: API Gateway, Lambda, DynamoDB", e.eval(t, "aws-functions-http", &pt).AvailabilityPct, 99.890, 0.001)

	pt[profile.DeploysPerWeek] = 5
	changes := 1 / (1 + 5.0/168*0.1*0.1*0.5) // established: 10 % fail, a tenth stops all for half an hour
	near(t, "with changes", e.eval(t, "aws-monolith-vms", &pt).AvailabilityPct, 100*platform*changes, 1e-6)

	pt[profile.DeploysPerWeek] = 1000
	many := 1 / (1 + 8.0/168*0.1*0.1*0.5) // 16 engineers: deploys beyond 8 a week are smaller changes
	near(t, "with many small changes", e.eval(t, "aws-monolith-vms", &pt).AvailabilityPct, 100*platform*many, 1e-6)

	pt[profile.DataCoupling] = 0
	loose := e.eval(t, "aws-services-containers", &pt)
	pt[profile.DataCoupling] = 2
	tight := e.eval(t, "aws-services-containers", &pt)
	pt[profile.LockstepChanges] = 1
	lockstep := e.eval(t, "aws-services-containers", &pt)
	if !(loose.AvailabilityPct > tight.AvailabilityPct && tight.AvailabilityPct > lockstep.AvailabilityPct) {
		t.Errorf("loose %v, tight %v, lockstep %v", loose.AvailabilityPct, tight.AvailabilityPct, lockstep.AvailabilityPct)
	}
}
