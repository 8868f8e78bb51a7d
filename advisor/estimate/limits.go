package estimate

import "archadvisor/advisor/pricing"

// LimitNames are the hard limits of a cloud's functions that a gate may read, as the books name them; the last is an
// assumption.
var LimitNames = [...]string{"function_duration_s", "function_memory_mb", "payload_mb", "concurrency", "ramp_per_s",
	"gateway_timeout_s", "remote_read_ms"}

const remoteRead = len(LimitNames) - 1 // the 99th percentile of one read from a cache across the network

// Limits are the limits of one cloud in that order. One that the provider does not set is 1e9.
type Limits [len(LimitNames)]float64

func newLimits(c *pricing.Catalogue, cloud string) (l Limits) {
	for i, name := range LimitNames[:remoteRead] {
		l[i] = c.Limit(cloud, name)
	}
	l[remoteRead] = c.Assumption("remote_read_p99_ms").Value
	return l
}

// Limits returns the limits of the functions of a cloud.
func (e *Estimator) Limits(cloud int) Limits { return e.clouds[cloud].limits }
