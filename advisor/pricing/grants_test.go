package pricing

import (
	"math"
	"strings"
	"testing"
)

// TestGrantsEverywhere works what one account gets for nothing in a month, by hand:
// what the grant covers costs nothing, one unit beyond it costs its price.
func TestGrantsEverywhere(t *testing.T) {
	for _, tt := range []struct {
		cloud       string
		meter       Meter
		grant       float64
		unit, price float64 // how much beyond the grant, and what that costs
	}{
		{"aws", Metrics, 10, 5, 5 * 0.30},                      // 10 custom metrics; 0.30 USD each
		{"aws", LogIngest, 5, 2, 2 * 0.50},                     // 5 GB of CloudWatch logs
		{"aws", LogStorage, 5, 10, 10 * 0.03},                  //
		{"aws", KeyValueStorage, 25, 4, 4 * 0.25},              // 25 GB of DynamoDB
		{"aws", QueueMessages, 1e6, 1e6, 0.40},                 // a million requests of SQS
		{"gcp", ControlPlane, 744, 730, 73},                    // a credit of 74.40 USD: one cluster
		{"gcp", KeyValueReads, 50000 * 730.0 / 24, 1e6, 0.60},  // 50,000 document reads a day
		{"gcp", KeyValueWrites, 20000 * 730.0 / 24, 1e6, 1.80}, // 20,000 document writes a day
		{"gcp", QueueMessages, 10, 1, 0.0390625},               // 10 GiB of Pub/Sub; 40 USD a TiB
		{"azure", FunctionMemory, 400000, 1e5, 1.6},            // 400,000 GB-s of Functions
		{"self-hosted", BuildMinutes, 2000, 100, 0.80},         // 2,000 minutes of GitHub Actions
	} {
		granted := Load().List(tt.cloud)
		if got := granted.Cost(tt.meter, math.Floor(tt.grant)); got != 0 {
			t.Errorf("%s %s: the grant costs %v", tt.cloud, meterNames[tt.meter], got)
		}
		if got := granted.Cost(tt.meter, tt.grant+tt.unit); math.Abs(got-tt.price) > 1e-5 {
			t.Errorf("%s %s: %v beyond the grant cost %v, want %v", tt.cloud, meterNames[tt.meter], tt.unit, got, tt.price)
		}
	}
}

// TestTrafficOfAServerIsNoGrant: a rented server's own traffic is part of its price.
func TestTrafficOfAServerIsNoGrant(t *testing.T) {
	l := Load().List("self-hosted")
	if got := l.Cost(Egress, 5000); got != 0 {
		t.Errorf("the traffic that comes with a server costs %v", got)
	}
}

// TestGrantsAreASwitch: a price file takes every monthly grant off, and the label says so;
// traffic that comes with a server stays.
func TestGrantsAreASwitch(t *testing.T) {
	c, errs := Load().Overlay("list.toml", []byte("grants = \"none\"\n"))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	l := c.List("aws")
	// 3 million requests at 0.20: 0.60, of which the grant of one million would take a third
	if got := l.Cost(FunctionRequests, 3e6); math.Abs(got-0.6) > 1e-9 {
		t.Errorf("3 million calls cost %v", got)
	}
	if got := c.Label("aws"); !strings.HasSuffix(got, "without grants") {
		t.Errorf("label %q", got)
	}
	if c.List("self-hosted").PerServer(Egress) == 0 {
		t.Error("no traffic comes with a server")
	}
	if _, errs := c.Overlay("x.toml", []byte("grants = \"some\"\n")); len(errs) != 1 || !strings.Contains(errs[0].Error(), "known: all, none") {
		t.Errorf("got %v", errs)
	}
}
