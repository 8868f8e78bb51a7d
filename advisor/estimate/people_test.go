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

	few := org(400, 60, currentMonolith)
	split = e.eval(t, "aws-services-containers", &few)
	near(t, "of 400 engineers 30 work on 60 services: 60 x 12 / 30", split.MigrationMonths, 24, 0.01)

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

// TestOperations works the sums of staff.* by hand: 16 engineers who deliver well,
// three environments or fewer.
func TestOperations(t *testing.T) {
	e := newEstimator(t)
	pt := org(16, 8, currentNone)
	pt[profile.Environments] = 3
	for _, c := range []struct {
		what, shape string
		want        float64
	}{
		{"servers: 0.8 + 16 x 0.045 + 0.005 + 2/60", "aws-monolith-vms", 1.525 + 2.0/60},
		{"a managed platform: 0.2 + 0.72 + 0.005", "aws-monolith-containers", 0.925},
		{"one server, which the floor holds: 0.2 + 0.72 + 0.005", "aws-monolith-server", 0.925},
		{"an instance that the platform keeps", "aws-monolith-platform", 0.925},
		{"8 services: 1 + 0.72 + 8 x 0.005", "aws-services-containers", 1.76},
		{"functions: 0.3 + 0.72 + 8 x 0.001", "aws-functions-http", 1.028},
	} {
		est := e.eval(t, c.shape, &pt)
		near(t, c.what, est.OpsFTE, c.want, 1e-9)
		near(t, "its money", est.OpsMonthlyUSD, c.want*pt[profile.EngineerMonthUSD], 1e-6)
	}
	services := e.eval(t, "aws-services-containers", &pt)
	pt[profile.Compliance] = 2
	audited := e.eval(t, "aws-services-containers", &pt)
	near(t, "two names: 2 x (0.05 + 8 x 0.005)", audited.OpsFTE-services.OpsFTE, 0.18, 1e-9)
	pt[profile.OpsMaturity] = 0
	if unskilled := e.eval(t, "aws-services-containers", &pt); unskilled.CostMonthlyUSD != audited.CostMonthlyUSD || unskilled.OpsFTE <= audited.OpsFTE {
		t.Errorf("people are in the bill: %v, %v", unskilled.CostMonthlyUSD, audited.CostMonthlyUSD)
	}
	pt[profile.Operators], pt[profile.AvailabilityPct] = opsTeam, 99.95
	near(t, "a group of its own around the clock has five heads", e.eval(t, "aws-services-containers", &pt).OpsFTE, 5, 1e-9)
}

// Servers of one's own bring their databases and the machines of these with them.
func TestOwnStoresTakePeople(t *testing.T) {
	e := newEstimator(t)
	pt := org(16, 8, currentNone)
	pt[profile.Cloud], pt[profile.Environments], pt[profile.Handoffs] = selfHosted, 3, 0
	without := pt
	without[profile.State] = 0
	with, least := e.eval(t, "self-hosted-monolith", &pt), e.eval(t, "self-hosted-monolith", &without)
	near(t, "one store: 0.1 and its machine 1/60", with.OpsFTE-least.OpsFTE, 0.1+1.0/60, 1e-9)
	pt[profile.Handoffs] = 1
	near(t, "and a queue: 0.1", e.eval(t, "self-hosted-monolith", &pt).OpsFTE-with.OpsFTE, 0.1, 1e-9)
}

func TestNumberOfServices(t *testing.T) {
	for _, c := range []struct {
		engineers, teams, modules, now, want float64
	}{
		{8, 1, 5, 0, 4}, {8, 1, 3, 0, 3}, {2, 1, 5, 0, 2}, {200, 30, 60, 0, 60}, {40, 6, 200, 0, 20}, {20, 3, 10, 14, 14},
	} {
		w := Inputs{engineers: c.engineers, teams: c.teams, modules: c.modules, servicesNow: c.now}
		if got := w.serviceCount(); got != c.want {
			t.Errorf("%+v: %v services", c, got)
		}
	}
}

// TestReliability works the product by hand: ALB 99.99 x EC2 99.99 x RDS 99.95 with
// a second standby, and the team's own changes.
func TestReliability(t *testing.T) {
	e := newEstimator(t)
	pt := org(16, 8, currentNone)
	pt[profile.DeploysPerWeek] = 0
	pt[profile.AvailabilityPct] = 99.95 // asks for two standbys
	down := e.assume.instanceDown
	platform := 0.9999 * 0.9999 * (1 - 0.0005*0.1) * (1 - 0.1*down) // a tenth of the time together
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

	pt[profile.DataCoupling], pt[profile.RelationalQueries] = 0, 1 // the same kind of store
	loose := e.eval(t, "aws-services-containers", &pt)
	pt[profile.DataCoupling] = 2
	tight := e.eval(t, "aws-services-containers", &pt)
	pt[profile.LockstepChanges] = 1
	lockstep := e.eval(t, "aws-services-containers", &pt)
	if !(loose.AvailabilityPct > tight.AvailabilityPct && tight.AvailabilityPct > lockstep.AvailabilityPct) {
		t.Errorf("loose %v, tight %v, lockstep %v", loose.AvailabilityPct, tight.AvailabilityPct, lockstep.AvailabilityPct)
	}
}
